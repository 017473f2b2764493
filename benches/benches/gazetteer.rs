//! Names in a text. Counted: names found; for lists: their entries.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use std::collections::HashSet;

use criterion::{Criterion, criterion_group, criterion_main};
use qawl_benches::{Haystack, Operation, haystacks};
use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
use qawl_normalize::Profile;

fn find(criterion: &mut Criterion) {
    let gazetteer = Gazetteer::embedded();
    let names = folded_names(gazetteer);
    let mut operation = Operation::new(criterion, "find-names");
    for haystack in &haystacks() {
        operation.measure("qawl", haystack, |text| gazetteer.find_iter(text).count());
        operation.measure("naive", haystack, |text| windows(text, &names));
        operation.measure("words-alone", haystack, |text| qawl_tokenize::words(text).count());
    }
}

fn folded_names(gazetteer: &Gazetteer) -> HashSet<String> {
    let fold = Profile::SEARCH.normalizer();
    gazetteer.entries().map(|entry| fold.normalize(entry.name()).into_owned()).collect()
}

/// Every run of up to four words, folded and looked up whole: no clitics, no context.
fn windows(text: &str, names: &HashSet<String>) -> usize {
    let folded = Profile::SEARCH.normalizer().normalize(text);
    let words: Vec<_> = qawl_tokenize::words(&folded).map(|token| token.span).collect();
    let (mut at, mut found) = (0, 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let is_name = |len: &usize| {
            let span = rest.first().zip(rest.get(len - 1)).map(|(first, last)| first.cover(*last));
            span.and_then(|span| span.get(&folded)).is_some_and(|name| names.contains(name))
        };
        let longest = (1..=4).rev().find(is_name);
        found += usize::from(longest.is_some());
        at += longest.unwrap_or(1);
    }
    found
}

/// A list of every word of a text as a name: compiled, and opened with all its checks.
fn lists(criterion: &mut Criterion) {
    let huge = haystacks().into_iter().find(|haystack| haystack.name == "ar-huge").unwrap();
    let list = Haystack { text: distinct_words(&huge.text), ..huge };
    let mut operation = Operation::new(criterion, "lists");
    operation.measure("build", &list, |text| Gazetteer::open(build(text)).unwrap().len());
    let bytes = build(&list.text);
    operation.measure("open", &list, |_| Gazetteer::open(bytes.as_slice()).unwrap().len());
}

fn distinct_words(text: &str) -> String {
    let words = qawl_tokenize::words(text).filter_map(|token| token.span.get(text));
    let mut distinct: Vec<&str> = words.collect::<HashSet<_>>().into_iter().collect();
    distinct.sort_unstable();
    distinct.join("\n")
}

fn build(lines: &str) -> Vec<u8> {
    let builder = GazetteerBuilder::new(Profile::SEARCH);
    lines
        .lines()
        .fold(builder, |builder, name| builder.add(Entry::new(name, "word")))
        .build()
        .unwrap()
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = find, lists
}
criterion_main!(benches);
