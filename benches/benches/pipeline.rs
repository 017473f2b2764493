//! Everything. Counted: all that a document holds.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use criterion::{Criterion, criterion_group, criterion_main};
use qawl::{Document, Pipeline, Scratch};
use qawl_benches::{Operation, haystacks};

fn annotate(criterion: &mut Criterion) {
    let pipeline = Pipeline::default();
    let mut operation = Operation::new(criterion, "annotate");
    for haystack in &haystacks() {
        operation.measure("pipeline", haystack, |text| count(&pipeline.annotate(text)));
        let mut scratch = Scratch::new();
        operation.measure("scratch", haystack, |text| {
            let document = pipeline.annotate_with(&mut scratch, text);
            let count = count(&document);
            scratch.take_back(document);
            count
        });
        operation.measure("one-text", haystack, |text| count(&qawl::annotate(text)));
        operation.measure("tokens-alone", haystack, |text| qawl_tokenize::tokens(text).count());
    }
}

fn count(document: &Document<'_>) -> usize {
    let found = document.mentions().len() + document.quotes().len();
    document.sentences().len() + document.tokens().len() + found
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = annotate
}
criterion_main!(benches);
