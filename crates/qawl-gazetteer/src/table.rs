//! Where names are looked up: a table of the hashes of all rows of words with which names begin.
//!
//! A slot holds the lower half of a hash and a value; the upper half says where to look first, the
//! slots behind that come next, up to an empty one. Rows with the same hash have a slot each: whoever
//! looks sees all of them and compares the names.

use crate::hash::place;

/// Slots for each three rows that are stored.
const SLOTS: usize = 4;

/// What is known of a row of words: an entry or a posting, and whether longer names begin so. Never
/// all zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Value(pub(crate) u32);

impl Value {
    const LONGER: u32 = 1 << 31;
    const POSTING: u32 = 1 << 30;
    /// The largest number of an entry or a posting, which is stored one higher: 0 is none.
    pub(crate) const MOST: usize = (Self::POSTING - 2) as usize;

    /// Longer names begin so, and it is none.
    pub(crate) const PREFIX: Self = Self(Self::LONGER);

    pub(crate) const fn entry(entry: u32) -> Self {
        Self(entry + 1)
    }

    pub(crate) const fn posting(place: u32) -> Self {
        Self((place + 1) | Self::POSTING)
    }

    pub(crate) const fn and_longer(self, is_longer: bool) -> Self {
        if is_longer { Self(self.0 | Self::LONGER) } else { self }
    }

    pub(crate) const fn is_longer(self) -> bool {
        self.0 & Self::LONGER != 0
    }

    /// The number of the only entry, or where the posting begins.
    pub(crate) const fn target(self) -> Option<Target> {
        match (self.0 & (Self::POSTING - 1)).checked_sub(1) {
            Some(at) if self.0 & Self::POSTING == 0 => Some(Target::Entry(at)),
            Some(at) => Some(Target::Posting(at)),
            None => None,
        }
    }
}

/// What a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Entry(u32),
    Posting(u32),
}

/// The table as it is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Table<'g> {
    slots: &'g [[u8; 8]],
}

impl<'g> Table<'g> {
    pub(crate) const fn new(slots: &'g [u8]) -> Self {
        Self { slots: slots.as_chunks().0 }
    }

    pub(crate) const fn is_valid(slots: &[u8]) -> bool {
        !slots.is_empty() && slots.len().is_multiple_of(8)
    }

    /// Whether there may be a row with this hash.
    pub(crate) fn has(self, hash: u64) -> bool {
        self.values(hash).next().is_some()
    }

    /// Every value that may be that of the row with this hash.
    #[inline]
    pub(crate) fn values(self, hash: u64) -> impl Iterator<Item = Value> + use<'g> {
        let start = place(hash, self.slots.len());
        let (before, behind) = self.slots.split_at_checked(start).unwrap_or_default();
        let slots = behind.iter().chain(before).map(|&slot| u64::from_le_bytes(slot));
        let full = slots.take_while(|slot| slot >> 32 != 0);
        full.filter(move |&slot| slot as u32 == hash as u32).map(|slot| Value((slot >> 32) as u32))
    }
}

/// A table that is being written.
#[derive(Debug)]
pub(crate) struct Slots(Vec<u8>);

impl Slots {
    /// With room for so many rows.
    pub(crate) fn new(rows: usize) -> Self {
        Self(vec![0; 8 * ((rows * SLOTS).div_ceil(3) + 1)])
    }

    pub(crate) fn add(&mut self, hash: u64, value: Value) {
        let slots = &mut self.0;
        let len = slots.len() / 8;
        let first = place(hash, len);
        let mut places = (first..len).chain(0..first).map(|at| 8 * at..8 * at + 8);
        let is_empty = |place: &std::ops::Range<usize>| {
            slots.get(place.clone()).is_some_and(|slot| slot.ends_with(&[0; 4]))
        };
        let free = places.find(is_empty).and_then(|place| slots.get_mut(place));
        let slot = u64::from(hash as u32) | u64::from(value.0) << 32;
        if let Some(free) = free {
            free.copy_from_slice(&slot.to_le_bytes());
        }
    }

    pub(crate) fn bytes(self) -> Vec<u8> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_all_that_was_written() {
        let hash = |i: u64| i.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut rows: Vec<_> = (0..1000).map(|i| (hash(i), Value::entry(i as u32))).collect();
        rows.push((hash(7), Value::PREFIX));
        rows.push((u64::MAX, Value::posting(3).and_longer(true)));
        let mut slots = Slots::new(rows.len());
        rows.into_iter().for_each(|(hash, value)| slots.add(hash, value));
        let bytes = slots.bytes();
        let table = Table::new(&bytes);
        for i in 0..1000 {
            assert!(table.values(hash(i)).any(|value| value == Value::entry(i as u32)));
        }
        assert_eq!(table.values(hash(7)).count(), 2);
        let last: Vec<_> = table.values(u64::MAX).collect();
        assert_eq!(last.first().and_then(|value| value.target()), Some(Target::Posting(3)));
        assert!(last.iter().all(|value| value.is_longer()));
        assert_eq!(table.values(hash(1001)).count(), 0);
        assert_eq!(Table::new(&[]).values(1).count(), 0);
        assert_eq!(Value::PREFIX.target(), None);
    }
}
