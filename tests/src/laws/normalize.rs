//! Normalizing is stable and knows the way back.

use std::borrow::Cow;

use qawl_core::{Alignment, Span};
use qawl_normalize::{NormalizeOptions, Normalizer};

/// Twice is once; the result is borrowed exactly if nothing changed; every way to ask agrees.
pub fn normalizing_is_stable(options: NormalizeOptions, text: &str) {
    let normalizer = Normalizer::new(options);
    let once = normalizer.normalize(text);
    assert_eq!(normalizer.normalize(&once), once, "twice is not once: {options:?}");
    assert_eq!(matches!(once, Cow::Borrowed(_)), once == text, "{options:?}");
    assert_eq!(normalizer.is_normalized(text), once == text, "{options:?}");
    let mut written = String::from("old");
    normalizer.normalize_into(text, &mut written);
    assert_eq!(written, once);
    assert_eq!(normalizer.normalize_aligned(text).as_str(), once);
}

/// A span mapped there and back covers itself; both maps keep bounds and character boundaries.
pub fn alignment_leads_back(options: NormalizeOptions, text: &str) {
    let normalized = Normalizer::new(options).normalize_aligned(text);
    let (result, map) = (normalized.as_str(), normalized.alignment());
    assert_eq!((map.original_len(), map.normalized_len()), (text.len(), result.len()));
    for span in spans(text) {
        let there = map.to_normalized(span);
        assert!(there.get(result).is_some(), "{span:?} -> {there:?}");
        let back = map.to_original(there);
        assert!(back.contains(span), "{span:?} -> {there:?} -> {back:?}");
    }
    for span in spans(result) {
        let back = map.to_original(span);
        assert!(back.get(text).is_some(), "{span:?} <- {back:?}");
        assert!(map.to_normalized(back).contains(span), "{span:?} <- {back:?}");
    }
}

/// Two normalizers in a row and the composed map: it covers what the two maps say one by one.
pub fn alignments_compose(first: NormalizeOptions, second: NormalizeOptions, text: &str) {
    let one = Normalizer::new(first).normalize_aligned(text);
    let two = Normalizer::new(second).normalize_aligned(one.as_str());
    let both = one.alignment().compose(two.alignment());
    assert_eq!(both.original_len(), text.len());
    assert_eq!(both.normalized_len(), two.as_str().len());
    for span in spans(two.as_str()) {
        let by_steps = one.to_original(two.to_original(span));
        assert_covers(&both, span, by_steps, text);
    }
    let none = Alignment::identity(text.len());
    assert_eq!(&none.compose(one.alignment()), one.alignment(), "the identity in front");
    let none = Alignment::identity(one.as_str().len());
    assert_eq!(&one.alignment().compose(&none), one.alignment(), "the identity behind");
}

fn assert_covers(both: &Alignment, span: Span, by_steps: Span, text: &str) {
    let at_once = both.to_original(span);
    assert!(at_once.get(text).is_some(), "{span:?} <- {at_once:?}");
    assert!(at_once.contains(by_steps), "{span:?} <- {at_once:?}, by steps {by_steps:?}");
}

/// Every character of `text`, and every two neighbours.
fn spans(text: &str) -> impl Iterator<Item = Span> {
    let ends = || text.char_indices().map(|(at, c)| (at, at + c.len_utf8()));
    let pairs = ends().zip(ends().skip(1)).map(|((start, _), (_, end))| Span::new(start, end));
    ends().map(|(start, end)| Span::new(start, end)).chain(pairs)
}
