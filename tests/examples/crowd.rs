//! Whether sixteen threads that share one pipeline and one list find in a corpus what one thread finds.
//!
//! ```sh
//! cargo run --release -p qawl-tests --example crowd -- [--threads N] FILES…
//! ```
//!
//! A file of JSON lines holds a text a line, in the field `text`; any other file is one text. It ends with an
//! error where a single byte differs.

#![allow(clippy::unwrap_used, reason = "an example fails by panicking")]

use std::path::Path;
use std::time::Instant;

use qawl::{Gazetteer, Pipeline};
use qawl_tests::crowd::Shared;
use qawl_tests::workspace;
use serde_json::Value;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut threads = 16;
    if let Some(at) = arguments.iter().position(|argument| argument == "--threads") {
        threads = arguments[at + 1].parse().unwrap();
        arguments.drain(at..at + 2);
    }
    let texts: Vec<String> = arguments.iter().flat_map(|file| texts(Path::new(file))).collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    let shared = Shared { pipeline: Pipeline::default(), gazetteer: Gazetteer::embedded().clone() };
    let start = Instant::now();
    let alone: Vec<String> = texts.iter().map(|text| shared.found(text)).collect();
    let found: usize = alone.iter().map(String::len).sum();
    println!("{} texts, {bytes} bytes: {found} bytes found in {:?}", texts.len(), start.elapsed());
    let start = Instant::now();
    shared.compare(&texts, &alone, threads);
    println!("{threads} threads, each through all texts: the same, in {:?}", start.elapsed());
}

fn texts(path: &Path) -> Vec<String> {
    let all = workspace::read(path);
    if path.extension().is_none_or(|ending| ending != "jsonl") {
        return vec![all];
    }
    let field = |line: &str| {
        serde_json::from_str::<Value>(line).unwrap()["text"].as_str().map(str::to_owned)
    };
    all.lines().filter_map(field).collect()
}
