//! The forms in which words are looked up.
//!
//! The normalizer is fast on long texts and slow to start on a word. Most words hold nothing but the
//! basic letters, of which it exchanges some for others of the same length: those words are read off a
//! copy of the text in which these letters are exchanged everywhere, marks and tatweel left out. All
//! others, with digits or foreign letters, it folds one by one.

use std::borrow::Cow;

use qawl_core::Span;
use qawl_normalize::{AlefMaksura, NormalizeOptions, Normalizer, Profile};

/// The form in which words are looked up; `qawl-datagen` folds the lexicon the same way.
const FOLD: Normalizer = Profile::SEARCH.normalizer();

/// Marks and tatweel removed, letters as written: tells «رأى» (saw) from «رأي» (opinion).
const BARE: Normalizer = Profile::NLP.normalizer();

/// What [`FOLD`] does to words of the basic letters; it changes no length.
const LETTERS: Normalizer = Normalizer::new(
    NormalizeOptions::new()
        .with_alef(true)
        .with_teh_marbuta(true)
        .with_alef_maksura(AlefMaksura::ToYeh),
);

/// A text whose words can be read in both forms.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
    text: &'t str,
    letters: Cow<'t, str>,
}

impl<'t> Folded<'t> {
    /// Exchanges the letters of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, letters: LETTERS.normalize(text) }
    }

    /// The word at `span` in the folded form, and without marks and tatweel.
    pub(crate) fn word(&self, span: Span) -> (Cow<'_, str>, Cow<'_, str>) {
        let word = span.get(self.text).unwrap_or_default();
        let folded = span.get(&self.letters).unwrap_or_default();
        match spelling(word) {
            Spelling::Letters => (Cow::Borrowed(folded), Cow::Borrowed(word)),
            Spelling::Marked => (unmarked(folded).into(), unmarked(word).into()),
            Spelling::Other => (FOLD.normalize(word), bare(word)),
        }
    }
}

/// A word in the form in which words are looked up.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    FOLD.normalize(word)
}

/// A word without marks and tatweel.
pub(crate) fn bare(word: &str) -> Cow<'_, str> {
    BARE.normalize(word)
}

/// What stands in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    /// The basic letters, U+0621..=U+063A and U+0641..=U+064A, alone.
    Letters,
    /// Beside them the tatweel and U+064B..=U+0652, tanwin to sukun, which fall away in either form.
    Marked,
    Other,
}

/// Sets of characters of U+0600..=U+067F by their two bytes: for either first byte a bit for each second.
/// Both first bytes are as common, so that asking which one it is would be answered wrong every other time.
type Pairs = [u64; 2];

const LETTERS_ALONE: Pairs = [range(0x21, 0x3A), range(0x01, 0x0A)];
const LETTERS_AND_MARKS: Pairs =
    [LETTERS_ALONE[0], LETTERS_ALONE[1] | range(0x00, 0x00) | range(0x0B, 0x12)];

const fn range(first: u32, last: u32) -> u64 {
    (u64::MAX << first) & (u64::MAX >> (63 - last))
}

fn has([one, other]: Pairs, [lead, trail]: [u8; 2]) -> bool {
    let set = if lead & 1 == 0 { one } else { other };
    (lead & 0xFE == 0xD8) & (set >> (trail & 0x3F) & 1 == 1)
}

fn spelling(word: &str) -> Spelling {
    let (pairs, rest) = word.as_bytes().as_chunks::<2>();
    let are_all = |set: Pairs| rest.is_empty() && pairs.iter().all(|&pair| has(set, pair));
    if are_all(LETTERS_ALONE) {
        Spelling::Letters
    } else if are_all(LETTERS_AND_MARKS) {
        Spelling::Marked
    } else {
        Spelling::Other
    }
}

/// A [marked](Spelling::Marked) word without its marks and tatweel.
fn unmarked(word: &str) -> String {
    let is_mark = |&c: &char| matches!(c, '\u{0640}' | '\u{064B}'..='\u{0652}');
    word.chars().filter(|c| !is_mark(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters() -> impl Iterator<Item = char> {
        ('\u{0621}'..='\u{063A}').chain('\u{0641}'..='\u{064A}')
    }

    fn assert_folded(word: &str, spelling: Spelling) {
        assert_eq!(self::spelling(word), spelling, "{word}");
        let text = format!("أ {word} ة");
        let folded = Folded::new(&text);
        let read = folded.word(Span::new(3, 3 + word.len()));
        assert_eq!(read, (FOLD.normalize(word), BARE.normalize(word)), "{word}");
    }

    /// No letter cares about its neighbours: each beside each other is what it is alone.
    #[test]
    fn words_of_basic_letters_are_folded_as_the_normalizer_does() {
        for first in letters() {
            for second in letters() {
                assert_folded(&format!("{first}{second}{first}{first}"), Spelling::Letters);
            }
        }
    }

    /// Two marks behind each letter.
    #[test]
    fn marks_fall_away_wherever_they_stand() {
        let marks = || ('\u{064B}'..='\u{0652}').chain(['\u{0640}']);
        for letter in letters() {
            for first in marks() {
                for second in marks() {
                    let word = format!("{first}{letter}{first}{second}{letter}{second}");
                    assert_folded(&word, Spelling::Marked);
                }
            }
        }
        assert_folded("\u{0640}", Spelling::Marked);
    }

    #[test]
    fn other_words_are_left_to_the_normalizer() {
        // ARABIC HAMZA ABOVE, ARABIC LETTER ALEF WASLA, ARABIC LETTER SUPERSCRIPT ALEF
        for word in ["ا\u{0654}ب", "\u{0671}ب", "ه\u{0670}ذا", "كتاب٣", "ab", "é"] {
            assert_folded(word, Spelling::Other);
        }
    }
}
