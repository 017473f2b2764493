//! Tokens and sentences. Counted: what is found.
//!
//! | who | does |
//! | --- | --- |
//! | `qawl` | ours |
//! | `naive` | what a program does without a library |
//! | `decode` | looks at every character |
//! | `unicode-segmentation` | `split_word_bounds`, `unicode_words`, `split_sentence_bounds` |
//! | `icu`, `icu-simple` | `icu_segmenter`, all boundaries: with the models for Thai and others, without |
//! | `memchr` | `memchr3_iter` over space, line feed and full stop: no tokens, the bar of a mere scan |
//!
//! The last three need the feature `peers`.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use criterion::{Criterion, criterion_group, criterion_main};
#[cfg(feature = "peers")]
use qawl_benches::peers::{icu_sentences, icu_words, icu_words_simple, stops};
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
        {
            let (icu, simple) = (icu_words(), icu_words_simple());
            let name = "unicode-segmentation";
            operation.measure(name, haystack, |text| text.split_word_bounds().count());
            operation.measure("icu", haystack, |text| icu.segment_str(text).count());
            operation.measure("icu-simple", haystack, |text| simple.segment_str(text).count());
            operation.measure("memchr", haystack, |text| stops(text).count());
        }
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
        {
            let (icu, name) = (icu_sentences(), "unicode-segmentation");
            operation.measure(name, haystack, |text| text.split_sentence_bounds().count());
            operation.measure("icu", haystack, |text| icu.segment_str(text).count());
        }
    }
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = tokens, words, sentences
}
criterion_main!(benches);
