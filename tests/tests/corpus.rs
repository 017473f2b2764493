//! The laws on real text: every file of the folder that `QAWL_CORPUS` names, JSON lines by their
//! field `text`, anything else as plain text. Without it there is nothing to do.

use std::fs;
use std::path::Path;

use qawl_normalize::{NormalizeOptions, Profile};
use qawl_segment::Segmenter;
use qawl_tests::{laws, workspace};
use serde_json::Value;

/// How much of each file is read: enough to meet what is rare, and soon done.
const LIMIT: usize = 2 << 20;

/// How much of each file goes through the naive normalizer, which is slow, by forty sets of options.
const NAIVE_LIMIT: usize = 256 << 10;

#[test]
fn the_laws_hold_for_real_text() {
    let Some(folder) = std::env::var_os("QAWL_CORPUS") else {
        println!("QAWL_CORPUS names no folder: no real text was read");
        return;
    };
    let segmenter = Segmenter::embedded();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let texts = texts(&path);
        println!("{}: {} texts", path.display(), texts.len());
        for text in &texts {
            laws::all(text, &segmenter);
        }
        for text in up_to(NAIVE_LIMIT, texts.iter().map(String::as_str)) {
            for options in sets() {
                laws::normalizing_is_stable(options, text);
                laws::normalizing_is_what_the_options_say(options, text);
            }
        }
    }
}

/// The profiles, every option alone, and all of them.
fn sets() -> impl Iterator<Item = NormalizeOptions> {
    let none = NormalizeOptions::new();
    let names = NormalizeOptions::NAMES.iter();
    let alone = names.clone().map(move |name| none.with_named(name).unwrap());
    let all = names.fold(none, |options, name| options.with_named(name).unwrap());
    Profile::ALL.iter().map(Profile::options).chain(alone).chain([all])
}

/// The first of `texts`, together as long as that.
fn up_to<'t>(limit: usize, texts: impl Iterator<Item = &'t str>) -> impl Iterator<Item = &'t str> {
    texts.scan(limit, |left, text| {
        *left = left.checked_sub(text.len())?;
        Some(text)
    })
}

/// The texts of a file: the value of `text` in each line of JSON, or every paragraph.
fn texts(path: &Path) -> Vec<String> {
    let all = workspace::read(path);
    let is_json = path.extension().is_some_and(|ending| ending == "jsonl");
    let lines = up_to(LIMIT, all.lines());
    if is_json {
        return lines.filter_map(field).collect();
    }
    // A few lines at a time: texts of more than one paragraph, that do not grow without end.
    lines.collect::<Vec<_>>().chunks(8).map(|lines| lines.join("\n")).collect()
}

fn field(line: &str) -> Option<String> {
    let value: Value = serde_json::from_str(line).ok()?;
    value["text"].as_str().map(str::to_owned)
}
