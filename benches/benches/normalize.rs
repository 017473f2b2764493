//! One form for many spellings. Counted: bytes of the result, so that a rule left out is seen.
//!
//! | who | does |
//! | --- | --- |
//! | `nlp`, `search` | ours, by these profiles |
//! | `naive` | the fold of `nlp`, a character at a time: [`qawl_benches::naive`] |
//! | `naive-tuned` | the same, written to be fast |
//! | `naive-runs` | the tuned one, with what stays copied in one piece |
//! | `memcpy` | a copy, the least that writing costs |
//! | `aho-corasick` | `replace_all` with every character that `naive` changes |
//! | `icu-nfc`, `icu-nfkc` | `icu_normalizer`: no fold, but what many already pay for |
//! | `unicode-nfc`, `unicode-nfkc` | `unicode-normalization`: the same |
//!
//! The last five need the feature `peers`; their versions are printed first.
#![allow(missing_docs, reason = "the macros of criterion write functions without any")]

use std::borrow::Cow;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use qawl_benches::{Operation, naive, pieces, with_long_marked};
use qawl_normalize::{Normalizer, Profile};

const NLP: Normalizer = Profile::NLP.normalizer();
const SEARCH: Normalizer = Profile::SEARCH.normalizer();

/// The length of a text that the compiler must not leave unwritten.
fn len<'t>(text: impl Into<Cow<'t, str>>) -> usize {
    black_box(text.into()).len()
}

/// To a reused `String`.
fn normalize_into(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize-into");
    for haystack in &with_long_marked() {
        naive::assert_same_fold(&haystack.text);
        let mut measure = |who, into: fn(&str, &mut String)| {
            let mut out = String::new();
            operation.measure(who, haystack, |text| {
                into(text, &mut out);
                len(&out)
            });
        };
        measure("nlp", |text, out| NLP.normalize_into(text, out));
        measure("search", |text, out| SEARCH.normalize_into(text, out));
        measure("naive", naive::fold_into);
        measure("naive-tuned", naive::fold_tuned_into);
        measure("naive-runs", naive::fold_runs_into);
        measure("memcpy", str::clone_into);
    }
}

/// To a new `String`, or borrowed where nothing changes.
fn normalize(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize");
    #[cfg(feature = "peers")]
    eprintln!("peers: {}", qawl_benches::peers::versions());
    for haystack in &with_long_marked() {
        operation.measure("nlp", haystack, |text| len(NLP.normalize(text)));
        operation.measure("search", haystack, |text| len(SEARCH.normalize(text)));
        operation.measure("naive", haystack, |text| len(naive::fold(text)));
        operation.measure("memcpy", haystack, |text| len(text.to_owned()));
        #[cfg(feature = "peers")]
        for (who, peer) in qawl_benches::peers::normalizers() {
            operation.measure(who, haystack, |text| len(peer(text)));
        }
    }
}

fn normalize_aligned(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize-aligned");
    for haystack in &with_long_marked() {
        operation.measure("nlp", haystack, |text| len(NLP.normalize_aligned(text).as_str()));
        operation.measure("search", haystack, |text| len(SEARCH.normalize_aligned(text).as_str()));
    }
}

/// Without writing anything. Counted: the sum of the characters.
fn normalize_chars(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize-chars");
    for haystack in &with_long_marked() {
        operation.measure("nlp", haystack, |text| sum(NLP.chars(text)));
        operation.measure("search", haystack, |text| sum(SEARCH.chars(text)));
        operation.measure("naive", haystack, |text| sum(text.chars().filter_map(naive::fold_char)));
    }
}

fn sum(chars: impl Iterator<Item = char>) -> usize {
    chars.map(|c| c as usize).sum()
}

/// Text with nothing to do: anything else is known at the first change. Borrowed by us.
fn normalize_clean(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize-clean");
    for haystack in &mut with_long_marked() {
        haystack.text = NLP.normalize(&haystack.text).into_owned();
        operation.measure("nlp", haystack, |text| len(NLP.normalize(text)));
        operation.measure("is-normalized", haystack, |text| usize::from(NLP.is_normalized(text)));
        operation.measure("naive", haystack, |text| len(naive::fold(text)));
        let mut out = String::new();
        operation.measure("memcpy", haystack, |text| {
            text.clone_into(&mut out);
            len(&out)
        });
    }
}

/// Posts of 140 characters, each to a `String` of its own.
fn normalize_pieces(criterion: &mut Criterion) {
    let mut operation = Operation::new(criterion, "normalize-pieces");
    for haystack in &with_long_marked() {
        let mut measure = |who, one: fn(&str) -> usize| {
            let pieces = pieces(&haystack.text, 140);
            operation.measure(who, haystack, |_| pieces.iter().map(|piece| one(piece)).sum());
        };
        measure("nlp", |piece| len(NLP.normalize(piece).into_owned()));
        measure("nlp-borrowed", |piece| len(NLP.normalize(piece)));
        measure("nlp-aligned", |piece| len(NLP.normalize_aligned(piece).as_str()));
        measure("naive", |piece| len(naive::fold(piece)));
        measure("memcpy", |piece| len(piece.to_owned()));
    }
}

criterion_group! {
    name = benches;
    config = qawl_benches::criterion();
    targets = normalize_into, normalize, normalize_aligned, normalize_chars, normalize_clean,
        normalize_pieces
}
criterion_main!(benches);
