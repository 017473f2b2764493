//! What each benchmark finds in each text of the repository.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use crate::Haystack;

const HEAD: &str = "\
# benchmark\thaystack\tcount
# Rewritten by `UPDATE_GOLDEN=1 cargo test -p qawl-benches --benches --all-features`.
";

/// Compares a count with the one in `expected.tsv`, or writes it there where `UPDATE_GOLDEN` is 1.
/// A text of another folder has no expected count; it must not be empty of what is sought.
///
/// # Panics
/// Where it is another.
pub fn assert_expected(benchmark: &str, haystack: &Haystack, got: usize) {
    let what = format!("{benchmark}\t{}", haystack.name);
    if !haystack.known {
        assert!(got > 0, "{what}: nothing found");
        return;
    }
    let mut counts = read();
    if is_rewriting() {
        counts.insert(what, got);
        return write(&counts);
    }
    assert_eq!(
        Some(&got),
        counts.get(&what),
        "{what}: another count than in expected.tsv. If that is right: \
         UPDATE_GOLDEN=1 cargo test -p qawl-benches --benches --all-features"
    );
}

/// Whether `UPDATE_GOLDEN` is 1: what is kept in a file is written, not compared.
#[must_use]
pub fn is_rewriting() -> bool {
    std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1")
}

fn path() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/expected.tsv").to_owned()
}

fn read() -> BTreeMap<String, usize> {
    let text = fs::read_to_string(path()).unwrap_or_default();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let entry = |line: &str| {
        let (what, count) = line.rsplit_once('\t').unwrap();
        (what.to_owned(), count.parse().unwrap())
    };
    lines.map(entry).collect()
}

fn write(counts: &BTreeMap<String, usize>) {
    let mut text = HEAD.to_owned();
    for (what, count) in counts {
        writeln!(text, "{what}\t{count}").unwrap();
    }
    fs::write(path(), text).unwrap();
}
