//! The command, run within this process: pages, JSON and lines of JSON.
//!
//! It is a program without a library. This file stands in for its `main.rs`, so that all its modules are
//! reached as they are; where that gets another module, so must this list.
#![no_main]
#![allow(dead_code, reason = "what only `main` of the command calls")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use clap::Parser;
use libfuzzer_sys::fuzz_target;
use qawl_fuzz::{Choices, Drawn, pieces};
use serde::de::IgnoredAny;
use serde_json::Value;
use tempfile::TempDir;

#[path = "../../crates/qawl-cli/src/args.rs"]
mod args;
#[path = "../../crates/qawl-cli/src/commands/mod.rs"]
mod commands;
#[path = "../../crates/qawl-cli/src/error.rs"]
mod error;
#[path = "../../crates/qawl-cli/src/files.rs"]
mod files;
#[path = "../../crates/qawl-cli/src/formats/mod.rs"]
mod formats;
#[path = "../../crates/qawl-cli/src/input/mod.rs"]
mod input;
#[path = "../../crates/qawl-cli/src/job.rs"]
mod job;
#[path = "../../crates/qawl-cli/src/map.rs"]
mod map;
#[path = "../../crates/qawl-cli/src/names.rs"]
mod names;
#[path = "../../crates/qawl-cli/src/offsets.rs"]
mod offsets;
#[path = "../../crates/qawl-cli/src/output/mod.rs"]
mod output;
#[path = "../../crates/qawl-cli/src/own_words.rs"]
mod own_words;
#[path = "../../crates/qawl-cli/src/printing.rs"]
mod printing;
#[path = "../../crates/qawl-cli/src/progress.rs"]
mod progress;
#[path = "../../crates/qawl-cli/src/run/mod.rs"]
mod run;
#[path = "../../crates/qawl-cli/src/score/mod.rs"]
mod score;
#[path = "../../crates/qawl-cli/src/signals.rs"]
mod signals;
#[path = "../../crates/qawl-cli/src/usage.rs"]
mod usage;

/// Where the command reads and writes: in memory where the system has such a place.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    folder.expect("a folder for temporary files")
});

fuzz_target!(|drawn: Drawn| {
    let mut choices = drawn.choices;
    match choices.below(3) {
        0 => page(&text(&mut choices, &drawn)),
        1 => document(&mut choices, &drawn),
        _ => lines(&mut choices, &drawn.bytes),
    }
});

fn text(choices: &mut Choices, drawn: &Drawn) -> String {
    if choices.flag() { pieces::text(&drawn.bytes) } else { drawn.text() }
}

/// What the command writes where it reads `input`.
fn written(arguments: &[&str], input: &[u8]) -> Result<String, String> {
    let [from, to] = ["input.txt", "output.txt"].map(|name| FOLDER.path().join(name));
    fs::write(&from, input).expect("a file in a folder of our own");
    let _ = fs::remove_file(&to);
    let paths = [from.to_str(), Some("-o"), to.to_str()].map(|path| path.expect("UTF-8"));
    let common = ["--threads", "1", "--progress", "never"];
    let all = ["qawl"].into_iter().chain(arguments.iter().copied()).chain(common).chain(paths);
    let request = args::Args::try_parse_from(all).expect("arguments that there are");
    request.run().map_err(|failure| failure.to_string())?;
    Ok(fs::read_to_string(&to).expect("what was written is UTF-8"))
}

/// A page shows the text, obeys nothing in it, and closes what it opens.
fn page(text: &str) {
    let page = written(&["annotate", "--format", "html"], text.as_bytes()).expect("any text");
    assert_eq!(page.matches("<script").count(), 1, "{text:?}");
    let (_, article) = page.split_once("<article>").expect("an article");
    let (article, _) = article.split_once("</article>").expect("its end");
    assert_eq!(shown(article), text, "{article}");
}

/// The text between the tags, which nest; controls that are named put back.
fn shown(article: &str) -> String {
    let mut open = Vec::new();
    let mut text = String::new();
    for (index, piece) in article.split('<').enumerate() {
        let (tag, plain) =
            if index == 0 { ("", piece) } else { piece.split_once('>').expect("a tag") };
        let element = tag.split(' ').next().unwrap_or_default();
        match element.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{article}"),
            None if index > 0 => open.push(element),
            None => {}
        }
        let code = tag.split_once("data-c=\"").and_then(|(_, code)| code.split('"').next());
        let control = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        text.extend(control);
        let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
            .iter()
            .fold(plain.to_owned(), |plain, (entity, c)| plain.replace(entity, c));
        text.push_str(&plain);
    }
    assert!(open.is_empty(), "{open:?} stay open in {article}");
    text
}

/// The JSON is that of a document in the unit that was asked for, and every other format is written.
fn document(choices: &mut Choices, drawn: &Drawn) {
    let unit = choices.one_of(&["bytes", "chars", "utf16"]);
    let format = choices.one_of(&["json", "json", "text", "webannotation", "speakers"]);
    let text = text(choices, drawn);
    let arguments = ["annotate", "--format", format, "--offsets", unit];
    let line = written(&arguments, text.as_bytes()).expect("any text");
    if format == "webannotation" {
        serde_json::from_str::<Value>(&line).expect("JSON");
    }
    if format == "json" {
        let found: Value = serde_json::from_str(&line).expect("JSON");
        let want = qawl::annotate(&text).offsets(unit.parse().expect("a unit"));
        let want = serde_json::to_value(&want).expect("JSON");
        assert_eq!(found["sentences"], want["sentences"], "{text:?}");
        assert_eq!(
            of_quotes(&found, |quote| [&quote["content"], &quote["cue"]]),
            of_quotes(&want, |quote| [&quote["content"], &quote["cue"]["span"]]),
            "{text:?}"
        );
    }
}

/// Where each quote of a document in JSON stands.
fn of_quotes(document: &Value, places: impl Fn(&Value) -> [&Value; 2]) -> Vec<[Value; 2]> {
    let quotes = document["quotes"].as_array().into_iter().flatten();
    quotes.map(|quote| places(quote).map(Value::clone)).collect()
}

/// Documents are the lines that are objects with a text, in their order; the first other line is named.
fn lines(choices: &mut Choices, input: &[u8]) {
    let keeps_going = choices.flag();
    let size = LONGEST.to_string();
    let mut arguments = vec!["sentences", "--format", "json", "--jsonl", "--max-size", &size];
    arguments.extend(keeps_going.then_some("--keep-going"));
    let outcome = written(&arguments, input);
    if is_packed(input) {
        return;
    }
    let lines = input.split_inclusive(|&byte| byte == b'\n');
    let wanted: Vec<Line> = lines.map(Line::of).collect();
    let number = |line| wanted.iter().filter(|&&other| other == line).count();
    match outcome {
        Ok(written) => {
            assert_eq!(number(Line::Bad), 0, "{written}");
            let documents = written.lines().count();
            let (least, perhaps) = (number(Line::Document), number(Line::Unsure));
            assert!((least..=least + perhaps).contains(&documents), "{written}");
        }
        Err(said) => {
            assert!(!said.contains('\n'), "{said}");
            let is_named = |at: usize| keeps_going || said.contains(&format!("line {}:", at + 1));
            let first_bad = wanted.iter().position(|&line| line == Line::Bad);
            let may_be = (0..wanted.len()).filter(|&at| wanted[at] == Line::Unsure);
            assert!(first_bad.into_iter().chain(may_be).any(is_named), "{said}: {wanted:?}");
        }
    }
}

/// The longest line that is read, in bytes.
const LONGEST: usize = 256;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Empty,
    Document,
    Bad,
    /// What the command does not need is not read: a number that is too large, half a surrogate pair.
    Unsure,
}

impl Line {
    /// By the reader of JSON that reads all.
    fn of(line: &[u8]) -> Self {
        let Some(line) = std::str::from_utf8(line).ok().filter(|line| line.len() <= LONGEST) else {
            return Self::Bad;
        };
        let line = line.trim_start_matches('\u{FEFF}').trim(); // ZERO WIDTH NO-BREAK SPACE
        if line.is_empty() {
            return Self::Empty;
        }
        let Ok(value) = serde_json::from_str::<Value>(line) else {
            let is_skipped = serde_json::from_str::<IgnoredAny>(line).is_ok();
            return if is_skipped { Self::Unsure } else { Self::Bad };
        };
        let id = value.get("id").unwrap_or(&Value::Null);
        let has_id = id.is_null() || id.is_string() || id.is_number();
        let has_text = value.get("text").is_some_and(Value::is_string);
        if has_id && has_text { Self::Document } else { Self::Bad }
    }
}

/// Whether the command would unpack it: gzip, zstd, and what zstd skips.
fn is_packed(input: &[u8]) -> bool {
    let zstd = [[0xB5, 0x2F, 0xFD], [0x2A, 0x4D, 0x18]];
    input.starts_with(&[0x1F, 0x8B]) || zstd.iter().any(|magic| input.get(1..4) == Some(magic))
}
