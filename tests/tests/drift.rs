//! What is generated follows its source, and sources are kept in order.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use qawl_tests::{golden, workspace};

#[test]
fn generated_files_are_what_their_sources_give() {
    let outputs = qawl_datagen::render(&workspace::root()).unwrap();
    let differs = |path: &Path, bytes: &[u8]| {
        fs::read(workspace::root().join(path)).ok().as_deref() != Some(bytes)
    };
    let stale: Vec<_> =
        outputs.iter().filter(|o| differs(&o.path, &o.bytes)).map(|o| o.path.display()).collect();
    assert!(stale.is_empty(), "{stale:?} are stale: run `cargo run -p qawl-datagen`");
}

/// Comments first, then lines in plain order of their bytes.
#[test]
fn sources_are_sorted_and_without_duplicates() {
    let mut faults = Vec::new();
    for path in sources().into_iter().filter(|path| !is_running_text(path)) {
        let text = workspace::read(&path);
        let entries: Vec<(usize, &str)> = entries(&text).collect();
        faults.extend(disorder(&entries).map(|(line, what)| at(&path, line, what)));
        faults.extend(duplicates(&entries).map(|line| at(&path, line, "stands twice")));
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// A control or a joiner in a source cannot be reviewed: it is written `\u{...}`, or not at all.
#[test]
fn sources_and_fixtures_hold_nothing_invisible() {
    let mut faults = Vec::new();
    for path in sources().into_iter().chain(workspace::files("tests/fixtures", "toml")) {
        for (line, text) in workspace::read(&path).lines().enumerate() {
            if text.chars().any(|c| c != '\t' && golden::is_invisible(c)) {
                faults.push(at(&path, line + 1, &golden::visible(text)));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn sources_end_every_line_and_no_line_ends_in_a_space() {
    for path in sources() {
        let text = workspace::read(&path);
        assert!(text.ends_with('\n') && !text.contains('\r'), "{}", path.display());
        let spaced = text.lines().position(|line| line.ends_with(' '));
        assert_eq!(spaced, None, "{}", path.display());
    }
}

/// Words of sentences, and the samples' list of names, stand in the order of the text; tables of
/// articles begin with their columns.
fn is_running_text(path: &Path) -> bool {
    path.ends_with("samples/names.tsv")
        || path.ends_with("articles.tsv")
        || path.components().any(|c| c.as_os_str() == "segmentation")
}

fn sources() -> Vec<std::path::PathBuf> {
    let all = workspace::files("data", "tsv");
    assert!(all.len() > 10, "{all:?}");
    all
}

fn entries(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

fn disorder<'t>(entries: &[(usize, &'t str)]) -> impl Iterator<Item = (usize, &'t str)> {
    let pairs = entries.windows(2).filter(|pair| pair[0].1 > pair[1].1);
    pairs.map(|pair| pair[1]).collect::<Vec<_>>().into_iter()
}

fn duplicates(entries: &[(usize, &str)]) -> impl Iterator<Item = usize> {
    let mut seen = BTreeMap::new();
    let twice =
        |(line, text): &(usize, &str)| seen.insert((*text).to_owned(), *line).map(|_| *line);
    entries.iter().filter_map(twice).collect::<Vec<_>>().into_iter()
}

fn at(path: &Path, line: usize, what: &str) -> String {
    let path = path.strip_prefix(workspace::root()).unwrap_or(path);
    format!("{}:{line}: {what}", path.display())
}
