//! A map from words to what is known of them, asked at every word of every text.
//!
//! What such a look-up costs is the memory that it waits for. So the entries stand in the order in which their
//! words came, those of the common words near each other, and what is spread by the hash is small: a place has
//! a half of the hash, which tells nearly all words that are not there, and the number of the entry. An
//! entry tells a word of up to eight letters by its [`Ends`], without a look at the letters anywhere else.

use std::hash::Hasher;

/// A place without an entry.
const EMPTY: u64 = 0;

/// An odd number with its bits well mixed: of the golden ratio.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// A map from words, by open addressing.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    /// The upper half of the hash of a word and, from 1, the number of its entry. Their count is a power
    /// of two.
    places: Vec<u64>,
    entries: Vec<Entry<T>>,
    /// The words of more than eight letters, one behind the other.
    long: String,
}

#[derive(Debug, Default)]
struct Entry<T> {
    ends: Ends,
    /// Where the word begins among the long ones, if it is one.
    long: u32,
    known: T,
}

impl<T: Default> WordMap<T> {
    /// An empty map with room for `most` words; for more it grows.
    pub(crate) fn with_room(most: usize) -> Self {
        let places = (most + most / 2 + 1).next_power_of_two();
        Self { places: vec![EMPTY; places], entries: Vec::with_capacity(most), long: String::new() }
    }

    /// Changes what is known of `word`: nothing, if it is new.
    pub(crate) fn note(&mut self, word: &str, change: impl FnOnce(&mut T)) {
        if self.entries.len() * 3 >= self.places.len() * 2 {
            self.grow();
        }
        let ends = Ends::of(word);
        let number = self.find(word, ends).unwrap_or_else(|free| self.add(word, ends, free));
        if let Some(entry) = self.entries.get_mut(number) {
            change(&mut entry.known);
        }
    }

    /// Enters a new word at a free place. Which number has it?
    fn add(&mut self, word: &str, ends: Ends, free: usize) -> usize {
        let number = self.entries.len();
        if let Some(place) = self.places.get_mut(free) {
            *place = half(ends.hash()) | (number as u64 + 1);
        }
        self.entries.push(Entry { ends, long: self.long.len() as u32, known: T::default() });
        self.long.push_str(if ends.are_all() { "" } else { word });
        number
    }

    /// Doubles the places.
    fn grow(&mut self) {
        let mask = self.places.len() * 2 - 1;
        self.places = vec![EMPTY; mask + 1];
        for (number, entry) in (1..).zip(&self.entries) {
            // No two entries are of one word: the first free place is its own.
            let hash = entry.ends.hash();
            let mut at = hash as usize & mask;
            while self.places.get(at).is_some_and(|&place| place != EMPTY) {
                at = (at + 1) & mask;
            }
            if let Some(place) = self.places.get_mut(at) {
                *place = half(hash) | number;
            }
        }
    }

    /// What is known of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.at(self.number(word)?)
    }

    /// The number of `word`, if something is known of it.
    pub(crate) fn number(&self, word: &str) -> Option<u32> {
        self.find(word, Ends::of(word)).ok().map(|number| number as u32)
    }

    /// What is known of the word with a number.
    pub(crate) fn at(&self, number: u32) -> Option<&T> {
        self.entries.get(number as usize).map(|entry| &entry.known)
    }

    /// The number of the entry of `word`, or the free place that it would have. Some place is always free.
    fn find(&self, word: &str, ends: Ends) -> Result<usize, usize> {
        let (hash, mask) = (ends.hash(), self.places.len() - 1);
        let mut at = hash as usize & mask;
        loop {
            match self.places.get(at) {
                None | Some(&EMPTY) => return Err(at),
                Some(&place) if half(place) == half(hash) => {
                    let number = place as u32 as usize - 1;
                    if self.is(word, ends, number) {
                        return Ok(number);
                    }
                }
                Some(_) => {}
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether an entry is that of `word`.
    fn is(&self, word: &str, ends: Ends, number: usize) -> bool {
        let Some(entry) = self.entries.get(number).filter(|entry| entry.ends == ends) else {
            return false;
        };
        let start = entry.long as usize;
        ends.are_all() || self.long.get(start..start + word.len()) == Some(word)
    }
}

/// The upper half of a hash, where it stands in a place.
const fn half(hash: u64) -> u64 {
    hash >> 32 << 32
}

/// Some bits of the hash of a word.
pub(crate) fn hash(word: &str) -> u32 {
    (Ends::of(word).hash() >> 32) as u32
}

/// Hashes words for the maps of the standard library, which takes longer to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Mixer(u64);

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        let mixed = eights.iter().fold(self.0, |all, one| mix(all ^ u64::from_le_bytes(*one)));
        self.0 = mix(mixed ^ short(rest) ^ MIX);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// The length of a word with its first and its last eight bytes: all of it, if it has no more than sixteen.
/// Of a longer one the last are mixed with all before them, so that no text has many words of one hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Ends {
    len: usize,
    first: u64,
    last: u64,
}

impl Ends {
    #[inline]
    fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        let number = |eight: &[u8; 8]| u64::from_le_bytes(*eight);
        let (first, last) = match (bytes.first_chunk(), bytes.last_chunk()) {
            (Some(first), Some(last)) if bytes.len() <= 16 => (number(first), number(last)),
            (Some(first), Some(last)) => {
                let (eights, _) = bytes.as_chunks();
                let mixed = eights.iter().fold(number(last), |all, one| mix(all ^ number(one)));
                (number(first), mixed)
            }
            _ => (short(bytes), 0),
        };
        Self { len: bytes.len(), first, last }
    }

    const fn are_all(self) -> bool {
        self.len <= 16
    }

    const fn hash(self) -> u64 {
        mix(mix(self.first ^ self.len as u64) ^ self.last)
    }
}

/// Less than eight bytes as one number; those of one length differ in it.
#[inline]
fn short(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&first), Some(&last)) => {
            u64::from(u32::from_le_bytes(first)) << 32 | u64::from(u32::from_le_bytes(last))
        }
        _ => bytes.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    }
}

const fn mix(bits: u64) -> u64 {
    let product = bits as u128 * MIX as u128;
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart_whatever_their_length() {
        let words =
            ["", "و", "من", "قال", "قالت", "المدير", "المديرة", "المستشفى", "المستشفيات", "abc"];
        let mut map = WordMap::<usize>::with_room(words.len());
        for (number, word) in words.into_iter().enumerate() {
            map.note(word, |known| *known = number);
        }
        map.note("قال", |known| *known += 100); // "he said"
        for (number, word) in words.into_iter().enumerate() {
            let want = if word == "قال" { number + 100 } else { number };
            assert_eq!(map.get(word), Some(&want), "{word}");
        }
        assert!(["ف", "ما", "قالوا", "المديرون", "abd"].iter().all(|word| map.get(word).is_none()));
    }

    /// Of a long word the ends are not all.
    #[test]
    fn the_middle_of_long_words_counts() {
        let mut map = WordMap::<usize>::with_room(2);
        map.note("abcdefgh-1-abcdefgh", |known| *known = 1);
        assert_eq!(map.get("abcdefgh-2-abcdefgh"), None);
        map.note("abcdefgh-2-abcdefgh", |known| *known = 2);
        assert_eq!(map.get("abcdefgh-1-abcdefgh"), Some(&1));
        assert_eq!(map.get("abcdefgh-2-abcdefgh"), Some(&2));
    }

    #[test]
    fn it_grows() {
        let mut map = WordMap::<usize>::with_room(1);
        let words: Vec<_> = (0..1000).map(|n| format!("word-number-{n}")).collect();
        for (number, word) in words.iter().enumerate() {
            map.note(word, |known| *known = number);
        }
        assert!(words.iter().enumerate().all(|(number, word)| map.get(word) == Some(&number)));
        assert!(map.get("word-number-1000").is_none());
    }
}
