//! Words, as the comparison counts them.

use std::collections::BTreeSet;

use qawl::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A run of letters, digits and low lines, as the `\w` of Python's `re` has it. Marks stand between
/// words: that divides marked words the same way on both sides.
fn is_word_char(c: char) -> bool {
    c == '_' || (c.is_alphanumeric() && !is_combining_mark(c) && !is_letter_in_sign(c))
}

/// Circled, squared and negative letters, which are symbols that Unicode calls alphabetic.
fn is_letter_in_sign(c: char) -> bool {
    matches!(c,
        '\u{24B6}'..='\u{24E9}'
        | '\u{1F130}'..='\u{1F149}'
        | '\u{1F150}'..='\u{1F169}'
        | '\u{1F170}'..='\u{1F189}')
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
    let folded: String = name.nfkc().filter(|&c| !is_dropped(c)).map(folded).collect();
    let words = folded.split(|c| !is_word_char(c)).filter(|word| !word.is_empty());
    words
        .map(|word| match word.strip_prefix("ال") {
            Some(bare) if word.chars().count() > 4 => bare.to_owned(),
            _ => word.to_owned(),
        })
        .collect()
}

/// Marks of vowels, ARABIC TATWEEL, joiners and controls of direction. The spelling of names is
/// compared by a rule of its own, not by a profile of ours, so that the figures stay comparable with
/// those of other programs whatever becomes of the profiles.
fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{064B}'..='\u{0652}'
        | '\u{0670}'
        | '\u{0640}'
        | '\u{200C}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}')
}

/// One letter for those that are written for one another.
fn folded(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' => 'ي',
        'ة' => 'ه',
        'ؤ' => 'و',
        _ => c,
    }
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
    fn words_are_those_of_python() {
        let starts = |text| word_starts(text, Span::new(0, text.len())).count();
        assert_eq!(starts("ك\u{064E}تب"), 2); // "he wrote" with ARABIC FATHA
        assert_eq!(starts("٣٫٥ و_١ \u{24B6} x\u{0301}y"), 5); // CIRCLED A, COMBINING ACUTE ACCENT
        assert_eq!(name_words("الﻻعب"), ["لاعب"]); // "the player", its ligature taken apart
    }

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
