//! Clitics of every word of a text. Counted: pieces; for the words alone: words.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use criterion::{Criterion, criterion_group, criterion_main};
use qawl_benches::{Operation, arabic};
use qawl_segment::{Form, Scheme, Segmenter};

fn segment(criterion: &mut Criterion) {
    let segmenter = Segmenter::embedded();
    let mut operation = Operation::new(criterion, "segment");
    for haystack in &arabic() {
        operation.measure("d3", haystack, |text| {
            words(text).map(|word| segmenter.segment(word).pieces().len()).sum()
        });
        operation.measure("plus", haystack, |text| {
            let plus = |word| segmenter.segment(word).plus(Scheme::D3, Form::Restored).to_string();
            words(text).map(|word| plus(word).split('+').count()).sum()
        });
        operation.measure("words-alone", haystack, |text| words(text).count());
        operation.measure("naive", haystack, |text| words(text).map(letters_alone).sum());
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    qawl_tokenize::words(text).filter_map(|token| token.span.get(text))
}

/// Cuts by first and last letters alone, with no list of stems.
fn letters_alone(word: &str) -> usize {
    let mut rest = word;
    let mut pieces = 1;
    for proclitic in ["و", "ف", "س", "ب", "ل", "ك", "ال"] {
        if let Some(stem) = rest.strip_prefix(proclitic).filter(|stem| stem.len() >= 6) {
            (rest, pieces) = (stem, pieces + 1);
        }
    }
    let pronoun = ["ها", "هم", "نا", "ه", "ك"].iter().any(|end| rest.ends_with(end));
    pieces + usize::from(pronoun)
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = segment
}
criterion_main!(benches);
