//! Reported speech. Counted: quotes, and one for each with a speaker.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use criterion::{Criterion, criterion_group, criterion_main};
use qawl_benches::{Operation, arabic};
use qawl_gazetteer::Gazetteer;
use qawl_quotes::{Quote, quotes};

fn attribute(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "quotes");
    for haystack in &arabic() {
        let mentions = Gazetteer::embedded().mentions(&haystack.text);
        operation.measure("qawl", haystack, |text| count(&quotes(text, &mentions)));
        operation.measure("without-names", haystack, |text| count(&quotes(text, &[])));
        operation.measure("naive", haystack, cues);
    }
}

fn count(quotes: &[Quote]) -> usize {
    quotes.len() + quotes.iter().filter(|quote| quote.speaker.is_some()).count()
}

/// Where a program that looks for a few verbs would begin.
fn cues(text: &str) -> usize {
    ["قال", "أضاف", "أكد", "أوضح", "مشير", "بحسب"].iter().map(|cue| text.matches(cue).count()).sum()
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = attribute
}
criterion_main!(benches);
