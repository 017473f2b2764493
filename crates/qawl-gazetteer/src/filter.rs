//! Which words can begin a name: probes that let most of a text pass by without a look at the keys.

use std::collections::BTreeSet;

use crc32fast::Hasher;

use crate::clitic::surfaces;
use crate::format::SEPARATOR;

/// Bits kept for each item, before rounding up to a power of two: at eight, between one item in eight and
/// one in sixteen passes without being there. Beginnings are many, heads are asked several times a word.
const BITS_PER_BEGINNING: usize = 8;
const BITS_PER_HEAD: usize = 16;

/// A set of hashes that may say yes wrongly and never no.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filter<'g> {
    bits: &'g [u8],
}

impl<'g> Filter<'g> {
    /// Over stored bits; their number is a power of two, which `is_valid` has checked.
    pub(crate) const fn new(bits: &'g [u8]) -> Self {
        Self { bits }
    }

    pub(crate) const fn is_valid(bits: &[u8]) -> bool {
        bits.len().is_power_of_two()
    }

    /// Asked of [`surfaces`]: whether a name may begin at the folded `word`, or behind proclitics
    /// of it.
    pub(crate) fn may_begin(self, word: &str) -> bool {
        self.has(crc32fast::hash(word.as_bytes()))
    }

    /// Asked of [`heads`]: whether `dropped` and `rest`, one word together, may be a name, or begin
    /// one whose second piece is `next`.
    pub(crate) fn may_head(self, dropped: &str, rest: &str, next: Option<&str>) -> bool {
        let mut hash = Hasher::new();
        hash.update(dropped.as_bytes());
        hash.update(rest.as_bytes());
        self.has(hash.clone().finalize())
            || next.is_some_and(|next| {
                hash.update(&[SEPARATOR]);
                hash.update(next.as_bytes());
                self.has(hash.finalize())
            })
    }

    fn has(self, hash: u32) -> bool {
        let (byte, bit) = place(hash, self.bits.len());
        self.bits.get(byte).is_some_and(|bits| bits & bit != 0)
    }
}

/// The bits of every form that the folded first words of all names take, proclitics in front
/// included: a single probe decides about most words of a text.
pub(crate) fn beginnings<'k>(keys: impl Iterator<Item = &'k [u8]>) -> Vec<u8> {
    let first_word = |key: &'k [u8]| std::str::from_utf8(head(key, 1)).ok();
    let words: BTreeSet<&str> = keys.filter_map(first_word).collect();
    let forms: BTreeSet<String> = words.into_iter().flat_map(surfaces).collect();
    bits(forms.iter().map(String::as_bytes), forms.len() * BITS_PER_BEGINNING)
}

/// The bits of the first two pieces of every key: «في» alone is no name and begins few.
pub(crate) fn heads<'k>(keys: impl Iterator<Item = &'k [u8]>) -> Vec<u8> {
    let heads: BTreeSet<&[u8]> = keys.map(|key| head(key, 2)).collect();
    bits(heads.iter().copied(), heads.len() * BITS_PER_HEAD)
}

/// The first `count` pieces of a key.
fn head(key: &[u8], count: usize) -> &[u8] {
    let mut separators = key.iter().enumerate().filter(|&(_, &byte)| byte == SEPARATOR);
    let end = separators.nth(count - 1).map_or(key.len(), |(place, _)| place);
    key.get(..end).unwrap_or_default()
}

/// At least `size` bits, those of `items` set.
fn bits<'i>(items: impl Iterator<Item = &'i [u8]>, size: usize) -> Vec<u8> {
    let mut bits = vec![0; (size / 8).next_power_of_two()];
    for item in items {
        let (byte, bit) = place(crc32fast::hash(item), bits.len());
        if let Some(bits) = bits.get_mut(byte) {
            *bits |= bit;
        }
    }
    bits
}

/// The byte and the bit of `hash` among `len` bytes. Part of the file format, as the hash is.
const fn place(hash: u32, len: usize) -> (usize, u8) {
    ((hash >> 3) as usize & len.wrapping_sub(1), 1 << (hash & 7))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_every_surface_pass_and_few_others() {
        let bits = beginnings(["لندن".as_bytes(), "الامم".as_bytes()].into_iter());
        let filter = Filter::new(&bits);
        for word in ["لندن", "وبلندن", "الامم", "للامم", "وللامم"] {
            assert!(filter.may_begin(word), "{word}");
        }
        let others = ["قال", "الوزير", "في", "ان", "مع", "التي", "وقد", "كان"];
        assert!(others.iter().filter(|word| filter.may_begin(word)).count() < 4);
        assert!(!Filter::new(&[]).may_begin("لندن"));
    }

    #[test]
    fn heads_are_two_pieces() {
        let key = ["الامم", "المتحده", "للطفوله"].map(str::as_bytes).join(&SEPARATOR);
        assert_eq!(head(&key, 1), "الامم".as_bytes());
        let bits = heads([&key[..], "لندن".as_bytes()].into_iter());
        let filter = Filter::new(&bits);
        assert!(filter.may_head("", "لندن", None));
        assert!(filter.may_head("ا", "لامم", Some("المتحده")));
        assert!(!filter.may_head("", "الامم", None));
    }
}
