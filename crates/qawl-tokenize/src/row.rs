//! The places of set bits, one behind the other.

use crate::look::WIDTH;

/// How much may be written for a window: eight places at a time, wanted or not.
pub(crate) const ROOM: usize = WIDTH + 8;

/// A way to turn bits into places.
pub(crate) trait Place: Copy {
    /// Writes the place of each of `bits`, plus `base`, to the front of `room`.
    fn place(self, base: u8, bits: u64, room: &mut [u8; ROOM]);
}

/// Places in a batch, in ascending order.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<const LEN: usize> {
    places: [u8; LEN],
    len: usize,
}

impl<const LEN: usize> Row<LEN> {
    pub(crate) const EMPTY: Self = Self { places: [0; LEN], len: 0 };

    #[inline(always)]
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn clear(&mut self) {
        self.len = 0;
    }

    #[inline(always)]
    pub(crate) fn get(&self, index: usize) -> usize {
        usize::from(self.places.get(index).copied().unwrap_or_default())
    }

    #[inline(always)]
    pub(crate) fn last(&self) -> Option<usize> {
        self.len.checked_sub(1).map(|last| self.get(last))
    }

    pub(crate) fn push(&mut self, place: usize) {
        if let Some(to) = self.places.get_mut(self.len) {
            *to = place as u8;
            self.len += 1;
        }
    }

    /// How many places there are up to `place`.
    pub(crate) fn partition_point(&self, place: usize) -> usize {
        let places = self.places.get(..self.len).unwrap_or_default();
        places.partition_point(|&other| usize::from(other) <= place)
    }

    /// The places of `bits`, from `base` on.
    #[inline(always)]
    pub(crate) fn push_bits(&mut self, how: impl Place, base: usize, bits: u64) {
        let room = self.places.get_mut(self.len..).and_then(|room| room.first_chunk_mut());
        let Some(room) = room else { return };
        how.place(base as u8, bits, room);
        self.len += bits.count_ones() as usize;
    }

    /// The places of two sets of bits; a bit of both is there twice.
    #[inline(never)]
    pub(crate) fn push_both(&mut self, base: usize, one: u64, other: u64) {
        let mut left = one | other;
        while left != 0 {
            let place = left.trailing_zeros() as usize;
            self.push(base + place);
            if one & other & left & left.wrapping_neg() != 0 {
                self.push(base + place);
            }
            left &= left - 1;
        }
    }
}

/// Eight bits at a time, by a table, so that no branch asks how many there are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ByTable;

impl Place for ByTable {
    #[inline(always)]
    fn place(self, base: u8, bits: u64, room: &mut [u8; ROOM]) {
        /// One in each of eight bytes.
        const ONES: u64 = 0x0101_0101_0101_0101;
        let mut from = u64::from(base).wrapping_mul(ONES);
        let mut len = 0;
        for byte in bits.to_le_bytes() {
            let places = u64::from_le_bytes(PLACES[usize::from(byte)]).wrapping_add(from);
            // It is less than 64.
            if let Some(to) =
                room.get_mut((len & (WIDTH - 1))..).and_then(|to| to.first_chunk_mut())
            {
                *to = places.to_le_bytes();
            }
            len += byte.count_ones() as usize;
            from = from.wrapping_add(8 * ONES);
        }
    }
}

/// The places of the bits of a byte.
static PLACES: [[u8; 8]; 256] = {
    let mut all = [[0; 8]; 256];
    let mut bits = 0;
    while bits < 256 {
        let (mut place, mut at) = (0, 0);
        while place < 8 {
            if bits >> place & 1 == 1 {
                all[bits][at] = place as u8;
                at += 1;
            }
            place += 1;
        }
        bits += 1;
    }
    all
};
