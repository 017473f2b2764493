//! Sets of hashes that may say yes wrongly and never no: they let most of a text pass by without a
//! look at the names.

use crate::clitic::surfaces;
use crate::hash::{self, place};

/// Bits kept for each item. An item sets four in one word of 64, so that one item in a hundred passes
/// without being there.
const BITS: usize = 16;

/// What may begin with a word of a text, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u64);

impl Marks {
    pub(crate) const NONE: Self = Self(0);
    /// It may be a name.
    pub(crate) const NAME: Self = Self(1);
    /// It may begin a name of several pieces.
    pub(crate) const LONGER: Self = Self(1 << KIND);
    /// Either may be true behind proclitics of it.
    pub(crate) const CUT: Self = Self(1 << (2 * KIND));

    const ALL: u64 = Self::NAME.0 | Self::LONGER.0 | Self::CUT.0;

    #[inline(always)]
    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the word itself may be a name, or hide one.
    #[inline(always)]
    pub(crate) const fn is_alone(self) -> bool {
        self.0 & (Self::NAME.0 | Self::CUT.0) != 0
    }

    /// Whether a name may begin with a word of which this holds, before one with which it makes a pair
    /// of which `pair` holds.
    #[inline(always)]
    pub(crate) const fn is_due(self, pair: Self) -> bool {
        self.0 & (Self::NAME.0 | Self::CUT.0 | (pair.0 & Self::NAME.0) << KIND) != 0
    }

    /// These, if `holds`; without a branch.
    #[inline(always)]
    pub(crate) fn only_if(self, holds: bool) -> Self {
        Self(self.0 * u64::from(holds))
    }

    /// The same with [`Marks::NAME`], if `holds`; without a branch.
    #[inline(always)]
    pub(crate) fn or_name(self, holds: bool) -> Self {
        Self(self.0 | (Self::NAME.0 * u64::from(holds)))
    }

    pub(crate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    #[inline(always)]
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The bits of a hash, and which word they are in. Those of the other kinds of [`Marks`] stand a
/// third of the word further each.
#[inline(always)]
const fn bits(hash: u64, words: usize) -> (usize, [u32; 4]) {
    // The place is made of the upper half.
    let low = hash as u32;
    (place(hash, words), [low & 63, low >> 6 & 63, low >> 12 & 63, low >> 18 & 63])
}

/// How far the bits of two kinds are apart.
const KIND: u32 = 21;

/// A filter as it is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filter<'g> {
    words: &'g [[u8; 8]],
}

impl<'g> Filter<'g> {
    pub(crate) const fn new(bytes: &'g [u8]) -> Self {
        Self { words: bytes.as_chunks().0 }
    }

    pub(crate) const fn is_valid(bytes: &[u8]) -> bool {
        !bytes.is_empty() && bytes.len().is_multiple_of(8)
    }

    /// What may begin with the word of this hash.
    #[inline(always)]
    pub(crate) fn marks(self, hash: u64) -> Marks {
        let (place, bits) = bits(hash, self.words.len());
        let word = self.words.get(place).map_or(0, |word| u64::from_le_bytes(*word));
        let [a, b, c, d] = bits.map(|bit| word.rotate_right(bit));
        Marks(a & b & c & d & Marks::ALL)
    }

    /// Whether an item may be in a set of one kind.
    #[inline]
    pub(crate) fn has(self, hash: u64) -> bool {
        self.marks(hash).has(Marks::NAME)
    }
}

/// A filter that is being written.
#[derive(Debug)]
pub(crate) struct FilterBuilder(Vec<u64>);

impl FilterBuilder {
    /// With room for so many items.
    pub(crate) fn new(items: usize) -> Self {
        Self(vec![0; (items * BITS).div_ceil(64).max(1)])
    }

    /// Adds an item to a set of one kind.
    pub(crate) fn add(&mut self, hash: u64) {
        self.set(hash, 0);
    }

    fn set(&mut self, hash: u64, kind: u32) {
        let (place, bits) = bits(hash, self.0.len());
        if let Some(word) = self.0.get_mut(place) {
            bits.into_iter().for_each(|bit| *word |= 1 << ((bit + KIND * kind) % 64));
        }
    }

    /// Marks the folded first word of a name, which may be all of it, or begin a longer one.
    pub(crate) fn mark(&mut self, hash: u64, is_longer: bool) {
        self.set(hash, u32::from(is_longer));
    }

    /// Marks every form that the folded first word of a name takes behind proclitics: a single probe
    /// decides about most words of a text.
    pub(crate) fn mark_cuts(&mut self, word: &str) {
        for surface in surfaces(word).iter().filter(|&surface| surface != word) {
            self.set(hash::word(surface), 2);
        }
    }

    pub(crate) fn bytes(&self) -> impl Iterator<Item = u8> {
        self.0.iter().flat_map(|word| word.to_le_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_every_surface_pass_and_few_others() {
        let mut builder = FilterBuilder::new(2 * 18);
        builder.mark(hash::word("لندن"), false);
        builder.mark(hash::word("الامم"), true);
        ["لندن", "الامم"].into_iter().for_each(|word| builder.mark_cuts(word));
        let bytes: Vec<u8> = builder.bytes().collect();
        let marks = |word| Filter::new(&bytes).marks(hash::word(word));
        assert!(marks("لندن").has(Marks::NAME) && marks("الامم").has(Marks::LONGER));
        for word in ["وبلندن", "للامم", "وللامم"] {
            assert!(marks(word).has(Marks::CUT), "{word}");
        }
        let others = ["قال", "الوزير", "في", "ان", "مع", "التي", "وقد", "كان"];
        assert!(others.iter().filter(|word| !marks(word).is_empty()).count() < 4);
        assert!(Filter::new(&[]).marks(hash::word("لندن")).is_empty());
    }
}
