//! One form for many spellings. Counted: bytes of the result, so that a rule left out is seen.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qawl_benches::{Operation, haystacks};
use qawl_core::letters::{TATWEEL, is_mark};
use qawl_normalize::{Normalizer, Profile};

const NLP: Normalizer = Profile::NLP.normalizer();
const SEARCH: Normalizer = Profile::SEARCH.normalizer();

fn normalize(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize");
    for haystack in &haystacks() {
        operation.measure("nlp", haystack, |text| NLP.normalize(text).len());
        operation.measure("search", haystack, |text| SEARCH.normalize(text).len());
        operation.measure("naive", haystack, |text| strip(text).len());
        // Held back, or the compiler sees that nobody reads the copy.
        operation.measure("memcpy", haystack, |text| black_box(text.to_owned()).len());
    }
}

/// The least that any normalizer of Arabic does, a character at a time.
fn strip(text: &str) -> String {
    text.chars().filter(|&c| !is_mark(c) && c != TATWEEL).collect()
}

fn normalize_aligned(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize-aligned");
    for haystack in &haystacks() {
        operation.measure("nlp", haystack, |text| NLP.normalize_aligned(text).as_str().len());
        operation.measure("search", haystack, |text| SEARCH.normalize_aligned(text).as_str().len());
    }
}

fn is_normalized(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "is-normalized");
    for haystack in &mut haystacks() {
        // On text that is: anything else is known at the first change.
        haystack.text = NLP.normalize(&haystack.text).into_owned();
        operation.measure("nlp", haystack, |text| usize::from(NLP.is_normalized(text)));
    }
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = normalize, normalize_aligned, is_normalized
}
criterion_main!(benches);
