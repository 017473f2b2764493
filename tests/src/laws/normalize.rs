//! What every normalizer of ours keeps to: the laws that come with the crate, and that all ways to
//! ask agree, with the naive one too.

use std::fmt::Debug;

use proptest::test_runner::TestCaseError;
use qawl_core::{Alignment, letters};
use qawl_normalize::proptest::laws;
use qawl_normalize::{DaggerAlef, NormalizeOptions, Normalizer, Zwnj};

use crate::naive;

/// Twice is once; the result is borrowed exactly if nothing changed; every way to ask agrees.
pub fn normalizing_is_stable(options: NormalizeOptions, text: &str) {
    let normalizer = Normalizer::new(options);
    let normalize = |text| normalizer.normalize(text);
    let aligned = |text| normalizer.normalize_aligned(text).into_parts().0;
    let chars = |text| normalizer.chars(text).collect::<String>();
    hold(options, laws::idempotent(|text| normalizer.normalize(text).into_owned(), text));
    hold(options, laws::borrows_iff_unchanged(|text| normalizer.normalize(text), text));
    hold(options, laws::agrees(normalize, |text| written(normalizer, text), text));
    hold(options, laws::agrees(normalize, aligned, text));
    hold(options, laws::agrees(normalize, chars, text));
    let is_changed = normalize(text) != text;
    assert_eq!(normalizer.is_normalized(text), !is_changed, "{options:?} {text:?}");
    assert_eq!(normalizer.changes(text).total() > 0, is_changed, "{options:?} {text:?}");
}

/// The naive one, which is surely right, makes the same of it.
pub fn normalizing_is_what_the_options_say(options: NormalizeOptions, text: &str) {
    let normalizer = Normalizer::new(options);
    let naive = |text| naive::normalize(options, text);
    hold(options, laws::agrees(|text| normalizer.normalize(text), naive, text));
}

/// What is to be deleted is not in the result.
pub fn nothing_deleted_is_left(options: NormalizeOptions, text: &str) {
    let normalizer = Normalizer::new(options);
    let is_removed = |c| is_removed(options, c);
    hold(options, laws::removes(|text| normalizer.normalize(text), is_removed, text));
}

/// A span mapped there and back covers itself; both maps keep order, bounds and characters.
pub fn alignment_leads_back(options: NormalizeOptions, text: &str) {
    let normalized = Normalizer::new(options).normalize_aligned(text);
    hold(options, laws::alignment_covers(text, normalized.as_str(), normalized.alignment()));
}

/// The same of any alignment between two texts.
pub fn alignment_covers(text: &str, result: &str, alignment: &Alignment) {
    hold(alignment, laws::alignment_covers(text, result, alignment));
}

/// Two normalizers in a row and the composed map: it covers what the two maps say one by one.
pub fn alignments_compose(first: NormalizeOptions, second: NormalizeOptions, text: &str) {
    let one = Normalizer::new(first).normalize_aligned(text);
    let two = Normalizer::new(second).normalize_aligned(one.as_str());
    let options = [first, second];
    let (first, second) = (one.alignment(), two.alignment());
    hold(options, laws::alignments_compose(text, first, second, two.as_str()));
}

fn hold(options: impl Debug, law: Result<(), TestCaseError>) {
    law.unwrap_or_else(|broken| panic!("{options:?}\n{broken}"));
}

fn written(normalizer: Normalizer, text: &str) -> String {
    let mut written = String::from("old");
    normalizer.normalize_into(text, &mut written);
    written
}

/// Whether no `c` stays, wherever it stands. ZERO WIDTH JOINER may.
fn is_removed(options: NormalizeOptions, c: char) -> bool {
    match c {
        '\u{200D}' => false,
        '\u{200C}' => options.zwnj != Zwnj::Keep,
        '\u{0640}' => options.tatweel,
        '\u{0670}' => options.dagger_alef != DaggerAlef::Keep,
        '\u{06E5}' | '\u{06E6}' => options.small_letters,
        '\u{06DD}' | '\u{06DE}' | '\u{06E9}' => options.quran_signs,
        'ء' => options.lone_hamza,
        _ if letters::is_format_control(c) => options.controls,
        _ => options.marks.contains_mark(c),
    }
}
