//! Texts by name.

use std::fs;
use std::path::Path;

/// How much of a file of `QAWL_CORPUS` is read.
const LIMIT: usize = 1 << 20;

/// A text to search.
#[derive(Clone, Debug)]
pub struct Haystack {
    /// Its name in the report.
    pub name: String,
    /// The text.
    pub text: String,
    /// Whether it lies in the repository, so that what is found in it is known.
    pub known: bool,
}

/// Every text: those of `haystacks/`, then those of the folder `QAWL_CORPUS`.
#[must_use]
pub fn haystacks() -> Vec<Haystack> {
    let mut all = known();
    if let Some(folder) = std::env::var_os("QAWL_CORPUS") {
        all.extend(corpus(Path::new(&folder)));
    }
    all
}

/// The texts with Arabic in them.
#[must_use]
pub fn arabic() -> Vec<Haystack> {
    let mut all = haystacks();
    all.retain(|haystack| haystack.name != "latin");
    all
}

/// The files that the arguments of the program name, or without any `others`.
#[must_use]
pub fn asked_or(others: impl FnOnce() -> Vec<Haystack>) -> Vec<Haystack> {
    let asked: Vec<_> = std::env::args().skip(1).map(|file| read(Path::new(&file))).collect();
    if asked.is_empty() { others() } else { asked }
}

/// Every text, and once more the fully vocalized one, repeated in memory up to a megabyte under the
/// name `ar-marked-long`: 28 kB are too little for code that runs at gigabytes a second. Branch
/// prediction learns a part of the repetition, so this flatters whatever branches on marks.
#[must_use]
pub fn with_long_marked() -> Vec<Haystack> {
    let mut all = haystacks();
    let marked = all.iter().find(|haystack| haystack.name == "ar-marked").unwrap();
    let text = marked.text.repeat(LIMIT.div_ceil(marked.text.len()));
    all.push(Haystack { name: "ar-marked-long".into(), text, known: true });
    all
}

/// The first pieces of `text` that are `len` characters long, as posts are, and what is left.
#[must_use]
pub fn pieces(text: &str, len: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, _)) = rest.char_indices().nth(len) {
        let (piece, after) = rest.split_at(at);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

fn known() -> Vec<Haystack> {
    let texts = [
        ("ar-tiny", include_str!("../haystacks/ar-tiny.txt")),
        ("ar-small", include_str!("../haystacks/ar-small.txt")),
        ("ar-huge", include_str!("../haystacks/ar-huge.txt")),
        ("ar-marked", include_str!("../haystacks/ar-marked.txt")),
        ("ar-mixed", include_str!("../haystacks/ar-mixed.txt")),
        ("ar-tweets", include_str!("../haystacks/ar-tweets.txt")),
        ("latin", include_str!("../haystacks/latin.txt")),
    ];
    texts.map(|(name, text)| Haystack { name: name.into(), text: text.into(), known: true }).into()
}

fn corpus(folder: &Path) -> Vec<Haystack> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// The first megabyte of a file, in whole lines: text, or JSON lines with a field `text`.
///
/// # Panics
/// Where it cannot be read.
#[must_use]
pub fn read(path: &Path) -> Haystack {
    let all = fs::read_to_string(path).unwrap();
    let is_json = path.extension().is_some_and(|ending| ending == "jsonl");
    let mut text = String::with_capacity(LIMIT + 1024);
    for line in all.lines() {
        text.push_str(&if is_json { field(line) } else { line.to_owned() });
        text.push('\n');
        if text.len() >= LIMIT {
            break;
        }
    }
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    Haystack { name, text, known: false }
}

/// The field `text` of a line of JSON.
fn field(line: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(line).unwrap();
    value["text"].as_str().unwrap_or_default().to_owned()
}
