//! Words that were cut before.

use crate::clitics::LETTER;
use crate::letters::numbers;
use crate::rank::Best;

/// Remembers how words were cut. Texts repeat their words: most of a long one is remembered.
///
/// Places for a fixed number of words, two for all words that hashing sends there; the last two that
/// were cut stay. So memory does not grow, and what is remembered never
/// changes an answer, only the time it takes.
///
/// ```
/// use qawl_segment::{Cache, Segmenter};
///
/// let segmenter = Segmenter::embedded();
/// let mut cache = Cache::new();
/// for word in ["والحكومة", "في", "والحكومة"] { // "and the government", "in"
///     assert_eq!(segmenter.segment_cached(word, &mut cache), segmenter.segment(word));
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Cache {
    pairs: Box<[[Option<Place>; 2]]>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    word: u128,
    best: Best,
}

/// How many words a cache holds that nothing else is said of: 2^16, four megabytes.
const PLACES: usize = 1 << 16;

/// How many words a cache holds at most: a gigabyte.
const MOST: usize = 1 << 24;

/// The longest words that are remembered, in letters: six bits each.
const LONGEST: usize = u128::BITS as usize / 6;

impl Cache {
    /// Room for 65 536 words, four megabytes.
    #[must_use]
    pub fn new() -> Self {
        Self::with_capacity(PLACES)
    }

    /// Room for `words` words of 64 bytes, rounded up to a power of two; at least two, at most
    /// 2^24.
    #[must_use]
    pub fn with_capacity(words: usize) -> Self {
        let pairs = words.min(MOST).div_ceil(2).next_power_of_two();
        Self { pairs: vec![[None; 2]; pairs].into_boxed_slice() }
    }

    /// How `word`, of Arabic letters, is cut: as remembered, or as `rank` says.
    pub(crate) fn get_or(&mut self, word: &str, rank: impl FnOnce() -> Best) -> Best {
        let Some(word) = packed(word) else { return rank() };
        let at = index(word, self.pairs.len());
        let Some([last, before]) = self.pairs.get_mut(at) else { return rank() };
        for place in [&*last, &*before].into_iter().flatten() {
            if place.word == word {
                return place.best;
            }
        }
        *before = *last;
        last.insert(Place { word, best: rank() }).best
    }
}

impl Default for Cache {
    fn default() -> Self {
        Self::new()
    }
}

fn index(key: u128, pairs: usize) -> usize {
    let folded = (key ^ key >> 64) as u64;
    (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & (pairs - 1)
}

/// A word as a number: six bits a letter, none of them zero.
fn packed(word: &str) -> Option<u128> {
    if word.len() > LONGEST * LETTER {
        return None;
    }
    Some(numbers(word).fold(0, |key, letter| key << 6 | u128::from(letter)))
}
