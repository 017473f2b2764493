//! The letters of a word as the table of stems spells them.

use std::borrow::Cow;

use qawl_core::{Alignment, Span};
use qawl_normalize::{Normalizer, Profile};

use crate::clitics::{LETTER, LONGEST};

const NLP: Normalizer = Profile::NLP.normalizer();

/// A word without marks, tatweel and presentation forms, and the way back to it.
#[derive(Clone, Debug)]
pub(crate) struct Letters<'w> {
    pub(crate) text: Cow<'w, str>,
    /// `None` where the word is its own letters.
    alignment: Option<Alignment>,
}

impl<'w> Letters<'w> {
    /// `None` where the word is made of anything but Arabic letters. Allocates nothing where there
    /// is nothing to fold.
    pub(crate) fn of(word: &'w str) -> Option<Self> {
        if is_plain(word) {
            return Some(Self { text: Cow::Borrowed(word), alignment: None });
        }
        if !word.chars().all(can_fold) {
            return None;
        }
        let (text, alignment) = NLP.normalize_aligned(word).into_parts();
        is_plain(&text).then_some(Self { text, alignment: Some(alignment) })
    }

    /// The bytes of the word, of `len`, behind the first `end` bytes of its letters and all that
    /// belongs to them.
    pub(crate) fn original_end(&self, end: usize, len: usize) -> usize {
        let Some(alignment) = &self.alignment else { return end };
        if end >= self.text.len() {
            return len;
        }
        alignment.to_original(Span::new(end.saturating_sub(LETTER), end)).end()
    }
}

/// Whether all of `word` are letters of the Arabic alphabet, two bytes each, and not more than a
/// word has.
pub(crate) fn is_plain(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= LONGEST * LETTER
        && word.chars().all(|c| matches!(c, '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}'))
}

/// The number of an Arabic letter in the order of their code points: 1 for hamza, 42 for yeh, so
/// six bits hold it.
pub(crate) const fn number(high: u8, low: u8) -> u8 {
    ((high & 1) << 6 | low & 0x3F).wrapping_sub(0x20)
}

/// The numbers of the letters of a word.
pub(crate) fn numbers(
    letters: &str,
) -> impl ExactSizeIterator<Item = u8> + DoubleEndedIterator + Clone {
    letters.as_bytes().chunks_exact(LETTER).map(|letter| match letter {
        &[high, low] => number(high, low),
        _ => 0,
    })
}

/// Whether folding may leave Arabic letters of `c`, or nothing.
fn can_fold(c: char) -> bool {
    qawl_core::letters::is_word_char(c) || qawl_core::letters::is_format_control(c)
}
