//! Tokens and sentences. Counted: what is found.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use criterion::{Criterion, criterion_group, criterion_main};
use qawl_benches::{Operation, haystacks};
#[cfg(feature = "peers")]
use unicode_segmentation::UnicodeSegmentation;

fn tokens(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "tokens");
    for haystack in &haystacks() {
        operation.measure("qawl", haystack, |text| qawl_tokenize::tokens(text).count());
        operation.measure("naive", haystack, runs);
        operation.measure("decode", haystack, decode);
        #[cfg(feature = "peers")]
        operation
            .measure("unicode-segmentation", haystack, |text| text.split_word_bounds().count());
    }
}

/// Runs of characters of one kind, with no rule at all.
fn runs(text: &str) -> usize {
    let mut last = None;
    let starts = |c: char| {
        let kind = Some((c.is_alphanumeric(), c.is_whitespace()));
        std::mem::replace(&mut last, kind) != kind
    };
    text.chars().map(starts).filter(|starts| *starts).count()
}

/// What anything costs that looks at every character. The sum keeps `count` from skipping them.
fn decode(text: &str) -> usize {
    text.chars().fold(0_u32, |sum, c| sum.rotate_left(1) ^ u32::from(c)) as usize
}

fn words(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "words");
    for haystack in &haystacks() {
        operation.measure("qawl", haystack, |text| qawl_tokenize::words(text).count());
        operation.measure("naive", haystack, |text| text.split_whitespace().count());
        #[cfg(feature = "peers")]
        operation.measure("unicode-segmentation", haystack, |text| text.unicode_words().count());
    }
}

fn sentences(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "sentences");
    for haystack in &haystacks() {
        operation.measure("qawl", haystack, |text| qawl_tokenize::sentences(text).count());
        operation.measure("naive", haystack, |text| {
            text.split_inclusive(['.', '!', '?', '\u{061F}', '\n']).count()
        });
        #[cfg(feature = "peers")]
        operation
            .measure("unicode-segmentation", haystack, |text| text.split_sentence_bounds().count());
    }
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = tokens, words, sentences
}
criterion_main!(benches);
