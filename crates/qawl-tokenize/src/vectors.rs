//! What 64 bytes are, at once.
//!
//! The vectors come from `fearless_simd`: one portable text, compiled for every level of the
//! processor, one of which is chosen at run time. All functions are forced inline into one that is
//! compiled for a level; an ordinary call would leave that.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, mask8x64, u8x16, u8x64};

use crate::batch::{Batch, Wanted};
use crate::look::{Look, Marks, REACH, Sorted, WIDTH};
use crate::row::{ByTable, Place, ROOM};
use crate::scalar::Scalar;
use crate::sorts::{BLOCK, sort};

/// Takes the start of `rest` into an empty batch.
pub(crate) fn fill<W: Wanted, const WISHES: bool>(level: Level, batch: &mut Batch<W>, rest: &str) {
    if looks_up_bytes(level) {
        dispatch!(level, simd => batch.fill_by::<WISHES>(Vectors(simd), rest));
    } else {
        batch.fill_by::<WISHES>(Scalar, rest);
    }
}

/// Whether the level can look up bytes in a table. SSE2 cannot, and would do one at a time.
fn looks_up_bytes(level: Level) -> bool {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return level.as_sse4_2().is_some();
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    return !level.is_fallback();
}

/// The rows of sixteen characters in U+0600..=U+06FF that are sorted alike share a type, so that
/// there are few. A bit for the type of each row.
static TYPES: [u8; 16] = {
    let mut types = [0; 16];
    let mut count = 0;
    let mut row = 0;
    while row < 16 {
        let mut like = 0;
        while !is_like(row, like) {
            like += 1;
        }
        if like == row {
            types[row] = 1 << count;
            count += 1;
        } else {
            types[row] = types[like];
        }
        row += 1;
    }
    types
};

const fn is_like(row: usize, other: usize) -> bool {
    let mut column = 0;
    while column < 16 {
        if BLOCK[row << 4 | column] != BLOCK[other << 4 | column] {
            return false;
        }
        column += 1;
    }
    true
}

/// For each column of the block the types of the rows in which the character is in a set.
struct CharSet([u8; 16]);

impl CharSet {
    const fn of(sort: u8) -> Self {
        let mut columns = [0; 16];
        let mut low = 0;
        while low < 256 {
            if BLOCK[low] == sort {
                columns[low & 15] |= TYPES[low >> 4];
            }
            low += 1;
        }
        Self(columns)
    }
}

static ARABIC: CharSet = CharSet::of(sort::ARABIC);
static DIGITS: CharSet = CharSet::of(b'0');
static OTHERS: CharSet = CharSet::of(sort::OTHER);

/// Vectors of a level.
#[derive(Clone, Copy)]
struct Vectors<S>(S);

impl<S: Simd> Look for Vectors<S> {
    #[inline(always)]
    fn look(self, window: &[u8; REACH], sorts: &mut [u8; WIDTH]) -> Sorted {
        let Self(simd) = self;
        let bytes = u8x64::from_slice(simd, &window[..WIDTH]);
        let next = u8x64::from_slice(simd, &window[1..]);
        let row = ((bytes & 3) << 2) | ((next >> 4) & 3);
        let types = spread(simd, &TYPES).swizzle_dyn_within_blocks(row);
        let column = next & 15;
        let lead = (bytes & 0xFC).simd_eq(0xD8);
        let arabic = lead & !(members(simd, &ARABIC, column) & types).simd_eq(0);
        let digit = lead & !(members(simd, &DIGITS, column) & types).simd_eq(0);
        let other = lead & !(members(simd, &OTHERS, column) & types).simd_eq(0);
        let high = bytes.simd_ge(0x80);

        let splat = |byte: u8| u8x64::splat(simd, byte);
        let of_block = digit.select(splat(b'0'), splat(sort::PUNCTUATION));
        let of_block = other.select(splat(sort::OTHER), of_block);
        let of_block = arabic.select(splat(sort::ARABIC), of_block);
        let of_high = lead.select(of_block, splat(sort::OTHER));
        high.select(of_high, bytes).store_slice(sorts);

        Sorted {
            arabic: arabic.to_bitmask(),
            latin: ((bytes | 0x20) - b'a').simd_lt(26).to_bitmask(),
            digit: (digit | (bytes - b'0').simd_lt(10)).to_bitmask(),
            space: (bytes.simd_eq(b' ') | (bytes - b'\t').simd_lt(5)).to_bitmask(),
            other: other.to_bitmask(),
            high: high.to_bitmask(),
            lead: lead.to_bitmask(),
            trail: (bytes & 0xC0).simd_eq(0x80).to_bitmask(),
            sign: (bytes.simd_eq(b'@') | bytes.simd_eq(b'#')).to_bitmask(),
            dot: bytes.simd_eq(b'.').to_bitmask(),
        }
    }

    #[inline(always)]
    fn marks(self, window: &[u8; REACH]) -> Marks {
        let bytes = u8x64::from_slice(self.0, &window[..WIDTH]);
        let separator = bytes.simd_eq(b',') | bytes.simd_eq(b'/') | bytes.simd_eq(b':');
        let joint = bytes.simd_eq(b'-') | bytes.simd_eq(b'_');
        let joint = joint | bytes.simd_eq(b'+') | bytes.simd_eq(b'%');
        Marks { separator: separator.to_bitmask(), joint: joint.to_bitmask() }
    }
}

impl<S: Simd> Place for Vectors<S> {
    #[inline(always)]
    fn place(self, base: u8, bits: u64, room: &mut [u8; ROOM]) {
        let Self(simd) = self;
        if S::u8s::LEN == WIDTH {
            // AVX-512 has an instruction for that.
            let (front, _) = room.split_at_mut(WIDTH);
            let places = u8x64::from_slice(simd, &ORDER) + base;
            places.compress(mask8x64::from_bitmask(simd, bits)).store_slice(front);
        } else {
            ByTable.place(base, bits, room);
        }
    }
}

/// The numbers from 0 to 63.
static ORDER: [u8; WIDTH] = {
    let mut order = [0; WIDTH];
    let mut at = 0;
    while at < WIDTH {
        order[at] = at as u8;
        at += 1;
    }
    order
};

#[inline(always)]
fn members<S: Simd>(simd: S, set: &CharSet, column: u8x64<S>) -> u8x64<S> {
    spread(simd, &set.0).swizzle_dyn_within_blocks(column)
}

/// Sixteen bytes, four times.
#[inline(always)]
fn spread<S: Simd>(simd: S, bytes: &[u8; 16]) -> u8x64<S> {
    u8x64::block_splat(u8x16::from_slice(simd, bytes))
}
