//! Words, as the comparison counts them.

use std::collections::BTreeSet;

use qawl::core::letters::is_mark;
use qawl::{Profile, Span};

/// A run of letters, digits and low lines. Marks stand between words: that divides marked words
/// the same way on both sides.
fn is_word_char(c: char) -> bool {
    (c.is_alphanumeric() && !is_mark(c)) || c == '_'
}

/// Where the words in `span` start.
pub(crate) fn word_starts(text: &str, span: Span) -> impl Iterator<Item = usize> {
    let mut inside = false;
    span.get(text).unwrap_or_default().char_indices().filter_map(move |(at, c)| {
        let starts = is_word_char(c) && !inside;
        inside = is_word_char(c);
        starts.then_some(span.start() + at)
    })
}

/// The words of a name, in one spelling and without their article.
fn name_words(name: &str) -> Vec<String> {
    let folded = Profile::SEARCH_LOOSE.normalizer().normalize(name);
    let words = folded.split(|c| !is_word_char(c)).filter(|word| !word.is_empty());
    words
        .map(|word| match word.strip_prefix("ال") {
            Some(bare) if word.chars().count() > 4 => bare.to_owned(),
            _ => word.to_owned(),
        })
        .collect()
}

/// Whether one name says enough of the other: the words of the marked one are among those of the
/// found one, which has at most three more, or the other way round and at least half of them.
pub(crate) fn is_same_speaker(marked: Option<&str>, found: Option<&str>) -> bool {
    let (Some(marked), Some(found)) = (marked, found) else { return marked == found };
    let marked: BTreeSet<_> = name_words(marked).into_iter().collect();
    let found: BTreeSet<_> = name_words(found).into_iter().collect();
    if marked.is_empty() || found.is_empty() {
        return false;
    }
    (marked.is_subset(&found) && found.len() <= marked.len() + 3)
        || (found.is_subset(&marked) && found.len() * 2 >= marked.len())
}

/// Whether two names have the same words in the same order.
pub(crate) fn is_exact_speaker(marked: Option<&str>, found: Option<&str>) -> bool {
    match (marked, found) {
        (Some(marked), Some(found)) => name_words(marked) == name_words(found),
        _ => marked == found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_may_be_shorter_and_spelled_otherwise() {
        assert!(is_same_speaker(Some("أحمد الحداد"), Some("احمد حداد"))); // Ahmad al-Haddad
        assert!(is_same_speaker(Some("أحمد الحداد"), Some("الحداد")));
        assert!(!is_same_speaker(Some("أحمد سالم الحداد"), Some("الحداد")));
        assert!(!is_same_speaker(Some("أحمد"), None) && is_same_speaker(None, None));
        assert!(is_exact_speaker(Some("أحمد الحداد"), Some("احمد حداد")));
        assert!(!is_exact_speaker(Some("أحمد الحداد"), Some("الحداد أحمد")));
    }
}
