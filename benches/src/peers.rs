//! Other libraries that are measured beside ours, with their versions.

use std::borrow::Cow;
use std::fmt::Write;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_segmenter::options::{SentenceBreakInvariantOptions, WordBreakInvariantOptions};
use icu_segmenter::{SentenceSegmenter, SentenceSegmenterBorrowed};
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_normalization::UnicodeNormalization;

use crate::naive;

/// From a text to another, new or borrowed.
pub type Normalize = Box<dyn for<'t> Fn(&'t str) -> Cow<'t, str>>;

/// The libraries, by their names in the registry.
const NAMES: [&str; 7] = [
    "aho-corasick",
    "daachorse",
    "icu_normalizer",
    "icu_segmenter",
    "memchr",
    "unicode-normalization",
    "unicode-segmentation",
];

/// Each library with the version that was built, out of `Cargo.lock`.
#[must_use]
pub fn versions() -> String {
    let lock = include_str!("../../Cargo.lock");
    let mut all = String::new();
    for name in NAMES {
        let after = lock.split_once(&format!("name = \"{name}\"\nversion = \"")).map(|(_, a)| a);
        let version = after.and_then(|after| after.split_once('"')).map(|(version, _)| version);
        write!(all, "{name} {}  ", version.unwrap_or("in several versions")).unwrap();
    }
    all.trim_end().to_owned()
}

/// The normalizers, by the names of `benches/normalize.rs`.
#[must_use]
pub fn normalizers() -> Vec<(&'static str, Normalize)> {
    let nfc = ComposingNormalizerBorrowed::new_nfc();
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    vec![
        ("aho-corasick", replacer()),
        ("icu-nfc", Box::new(move |text| nfc.normalize(text))),
        ("icu-nfkc", Box::new(move |text| nfkc.normalize(text))),
        ("unicode-nfc", Box::new(|text| text.nfc().collect())),
        ("unicode-nfkc", Box::new(|text| text.nfkc().collect())),
    ]
}

/// `replace_all` with every character that the [naive loop](naive) changes: the same fold.
fn replacer() -> Normalize {
    let changed = |c: &char| naive::fold_char(*c) != Some(*c);
    let characters: Vec<String> = ('\0'..=char::MAX).filter(changed).map(String::from).collect();
    let replacements: Vec<String> = characters.iter().map(|c| naive::fold(c)).collect();
    let mut builder = AhoCorasick::builder();
    let automaton = builder.kind(Some(AhoCorasickKind::DFA)).build(&characters).unwrap();
    Box::new(move |text| automaton.replace_all(text, &replacements).into())
}

/// All word boundaries of `icu_segmenter`, 0 too, with the models for scripts without spaces.
#[must_use]
pub fn icu_words() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_auto(WordBreakInvariantOptions::default())
}

/// The same without those models.
#[must_use]
pub fn icu_words_simple() -> WordSegmenterBorrowed<'static> {
    WordSegmenter::new_for_non_complex_scripts(WordBreakInvariantOptions::default())
}

/// All sentence boundaries of `icu_segmenter`, 0 too.
#[must_use]
pub fn icu_sentences() -> SentenceSegmenterBorrowed<'static> {
    SentenceSegmenter::new(SentenceBreakInvariantOptions::default())
}

/// Where the spaces, line feeds and full stops are, by `memchr`: the bar of a mere scan.
pub fn stops(text: &str) -> impl Iterator<Item = usize> {
    memchr::memchr3_iter(b' ', b'\n', b'.', text.as_bytes())
}
