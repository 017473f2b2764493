//! A map from words to what is known of them: made once, asked at every word of every text.
//!
//! What such a look-up costs is the memory that it waits for. So a byte of the hash stands in a row of its
//! own, short enough to stay near: most words are in no table, and are told by that alone. An entry fits one
//! line of the cache, and tells a word of up to eight letters by its [`Ends`], without a look at the letters
//! anywhere else.

use std::borrow::Cow;

/// The tag of a place without an entry.
const EMPTY: u8 = 0;

/// An odd number with its bits well mixed: of the golden ratio.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// A map from words, by open addressing.
#[derive(Debug)]
pub(crate) struct WordMap<T> {
    /// For each place some bits of the hash of its word. Their count is a power of two.
    tags: Vec<u8>,
    entries: Vec<Entry<T>>,
    /// The words of more than eight letters.
    long: Vec<Cow<'static, str>>,
}

#[derive(Debug, Default)]
#[repr(align(64))]
struct Entry<T> {
    ends: Ends,
    /// The place of the word among the long ones, if it is one.
    long: u32,
    known: T,
}

impl<T: Default> WordMap<T> {
    /// An empty map with room for `most` words; each one more makes it slower, until none finds a place.
    pub(crate) fn with_room(most: usize) -> Self {
        let len = (most + most / 2 + 1).next_power_of_two();
        let mut entries = Vec::new();
        entries.resize_with(len, Entry::default);
        Self { tags: vec![EMPTY; len], entries, long: Vec::new() }
    }

    /// Changes what is known of `word`.
    pub(crate) fn note(&mut self, word: impl Into<Cow<'static, str>>, change: impl FnOnce(&mut T)) {
        let word = word.into();
        let ends = Ends::of(&word);
        let at = self.find(&word, ends);
        let (Some(tag), Some(entry)) = (self.tags.get_mut(at), self.entries.get_mut(at)) else {
            return;
        };
        if *tag == EMPTY {
            *tag = tag_of(ends.hash());
            (entry.ends, entry.long) = (ends, self.long.len() as u32);
            self.long.extend((!ends.are_all()).then_some(word));
        }
        change(&mut entry.known);
    }

    /// What is known of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        let at = self.find(word, Ends::of(word));
        let is_there = self.tags.get(at).is_some_and(|&tag| tag != EMPTY);
        self.entries.get(at).filter(|_| is_there).map(|entry| &entry.known)
    }

    /// The place of `word`, or the empty one that it would have; none of the map where that is full.
    fn find(&self, word: &str, ends: Ends) -> usize {
        let (hash, mask) = (ends.hash(), self.tags.len() - 1);
        let mut at = hash as usize & mask;
        for _ in 0..=mask {
            match self.tags.get(at) {
                Some(&tag) if tag == tag_of(hash) && self.is(word, ends, at) => return at,
                Some(&EMPTY) => return at,
                _ => at = (at + 1) & mask,
            }
        }
        self.tags.len()
    }

    /// Whether the entry at `place` is that of `word`.
    fn is(&self, word: &str, ends: Ends, place: usize) -> bool {
        let Some(entry) = self.entries.get(place).filter(|entry| entry.ends == ends) else {
            return false;
        };
        ends.are_all() || self.long.get(entry.long as usize).is_some_and(|known| known == word)
    }
}

/// The part of a hash that is kept; no empty place has it.
const fn tag_of(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

/// The length of a word with its first and its last eight bytes: all of it, if it has no more than sixteen.
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
            (Some(first), Some(last)) => (number(first), number(last)),
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

    /// A word too many is dropped, and harms none that is there.
    #[test]
    fn what_finds_no_room_is_unknown() {
        let mut map = WordMap::<usize>::with_room(1);
        let words = ["a", "b", "c", "d"];
        words.into_iter().for_each(|word| map.note(word, |known| *known = 1));
        let there = words.iter().filter(|word| map.get(word).is_some()).count();
        assert_eq!(there, map.tags.len());
        assert!(map.get("e").is_none());
    }
}
