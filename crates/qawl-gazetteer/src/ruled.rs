//! Where the rules of a list that speak of a word begin.
//!
//! Words are asked for around every name and in front of it, and nearly none is in a rule: a table over the
//! sorted rules, made on opening, spares the search through them.

/// The tag of a place without a rule.
const EMPTY: u8 = 0;

/// Mixes the bytes of a word.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// For each code and word the first of the rules that have them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuledWords {
    /// For each place some bits of the hash: a row that is short enough to stay near. Their count is a power of
    /// two, and at least twice that of the words.
    tags: Vec<u8>,
    numbers: Vec<u32>,
}

impl RuledWords {
    /// Of the number, the code and the word of the first rule for each word.
    pub(crate) fn new<'g>(words: impl Iterator<Item = (u32, u32, &'g [u8])> + Clone) -> Self {
        let len = (2 * words.clone().count() + 1).next_power_of_two();
        let mut ruled = Self { tags: vec![EMPTY; len], numbers: vec![0; len] };
        for (number, code, word) in words {
            let hash = hash(code, word);
            let at = ruled.places(hash).find(|&at| ruled.tags.get(at) == Some(&EMPTY));
            let at = at.unwrap_or(len);
            ruled.tags.get_mut(at).into_iter().for_each(|place| *place = tag(hash));
            ruled.numbers.get_mut(at).into_iter().for_each(|place| *place = number);
        }
        ruled
    }

    /// The number of the first rule with this `code` and `word`: `is` tells whether a rule has them.
    pub(crate) fn first(&self, code: u32, word: &[u8], is: impl Fn(u32) -> bool) -> Option<u32> {
        let hash = hash(code, word);
        for at in self.places(hash) {
            match self.tags.get(at) {
                Some(&known) if known == tag(hash) => {
                    let number = self.numbers.get(at).copied().filter(|&number| is(number));
                    if number.is_some() {
                        return number;
                    }
                }
                Some(&EMPTY) | None => return None,
                _ => {}
            }
        }
        None
    }

    /// Where to look, in order.
    fn places(&self, hash: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.tags.len() - 1;
        (0..=mask).map(move |step| (hash as usize + step) & mask)
    }
}

/// The part of a hash that is kept; no empty place has it.
const fn tag(hash: u64) -> u8 {
    (hash >> 56) as u8 | 1
}

/// By the length of the word and its first and last letters.
fn hash(code: u32, word: &[u8]) -> u64 {
    let eight = |eight: Option<&[u8; 8]>| eight.map(|&eight| u64::from_le_bytes(eight));
    let ends = match (eight(word.first_chunk()), eight(word.last_chunk())) {
        (Some(first), Some(last)) => first ^ last.rotate_left(32),
        _ => word.iter().fold(0, |all, &byte| all << 8 | u64::from(byte)),
    };
    let product = u128::from(ends ^ word.len() as u64 ^ u64::from(code) << 8) * u128::from(MIX);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_word_and_no_other() {
        let words = ["ال", "مستشفى", "شارع", "a", "", "عبدالرحمن"].map(str::as_bytes);
        let rules = || (0..).zip(words).map(|(number, word)| (number, 2, word));
        let ruled = RuledWords::new(rules());
        let first = |code, word: &[u8]| {
            ruled.first(code, word, |number| code == 2 && words.get(number as usize) == Some(&word))
        };
        assert!(rules().all(|(number, code, word)| first(code, word) == Some(number)));
        assert!(words.iter().all(|word| first(3, word).is_none()));
        assert!(["قال", "في", "المستشفيات"].iter().all(|word| first(2, word.as_bytes()).is_none()));
        assert_eq!(RuledWords::new([].into_iter()).first(0, b"", |_| true), None);
    }
}
