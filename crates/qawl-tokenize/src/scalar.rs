//! What 64 bytes are, without vectors.
//!
//! The loops over a window are simple enough for the compiler to do many bytes at a time; the bits
//! of eight bytes are gathered by one multiplication.

use crate::look::{Look, Marks, REACH, Sorted, WIDTH};
use crate::row::{ByTable, Place, ROOM};
use crate::sorts::{BLOCK, sort};

/// The means of any processor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scalar;

/// What a byte is, a bit each. The first three say one thing of ASCII and another of the rest.
mod flag {
    /// A letter or a mark of the Arabic block; `@` and `#`.
    pub(super) const ARABIC_OR_SIGN: u32 = 0;
    /// The first byte of a character of the Arabic block; an ASCII letter.
    pub(super) const LEAD_OR_LATIN: u32 = 1;
    /// No first byte; the full stop.
    pub(super) const TRAIL_OR_DOT: u32 = 2;
    pub(super) const DIGIT: u32 = 3;
    pub(super) const SPACE: u32 = 4;
    pub(super) const HIGH: u32 = 5;
}

impl Look for Scalar {
    #[inline(always)]
    fn look(self, window: &[u8; REACH], sorts: &mut [u8; WIDTH]) -> Sorted {
        let mut flags = [0; WIDTH];
        let pairs = window.iter().zip(window.iter().skip(1));
        for ((flag, sort), (byte, next)) in flags.iter_mut().zip(sorts.iter_mut()).zip(pairs) {
            (*flag, *sort) = flag_and_sort(*byte, *next);
        }
        let bits = |flag: u32| gather(&flags, flag);
        let high = bits(flag::HIGH);
        let (arabic, lead) = (bits(flag::ARABIC_OR_SIGN), bits(flag::LEAD_OR_LATIN));
        let trail = bits(flag::TRAIL_OR_DOT);
        let mut sorted = Sorted {
            arabic: arabic & high,
            latin: lead & !high,
            digit: bits(flag::DIGIT),
            space: bits(flag::SPACE),
            other: 0,
            high,
            lead: lead & high,
            trail: trail & high,
            sign: arabic & !high,
            dot: trail & !high,
        };
        sort_block(window, &mut sorted, sorts);
        sorted
    }

    fn marks(self, window: &[u8; REACH]) -> Marks {
        let mut marks = Marks::default();
        for (at, byte) in window.iter().take(WIDTH).enumerate() {
            match byte {
                b',' | b'/' | b':' => marks.separator |= 1 << at,
                b'-' | b'_' | b'+' | b'%' => marks.joint |= 1 << at,
                _ => {}
            }
        }
        marks
    }
}

impl Place for Scalar {
    #[inline(always)]
    fn place(self, base: u8, bits: u64, room: &mut [u8; ROOM]) {
        ByTable.place(base, bits, room);
    }
}

/// What a byte is, and its sort. Of the Arabic block U+0620..=U+065F are known, which are letters
/// and marks all.
#[inline(always)]
const fn flag_and_sort(byte: u8, next: u8) -> (u8, u8) {
    let high = byte >> 7;
    let lead = (byte & 0xFC == 0xD8) as u8;
    // D8 with A0 to BF, and D9 with 80 to 9F.
    let arabic = lead & (byte >> 1 ^ 1) & (byte ^ next >> 5);
    let latin = ((byte | 0x20).wrapping_sub(b'a') < 26) as u8;
    let digit = (byte.wrapping_sub(b'0') < 10) as u8;
    let space = (byte == b' ') as u8 | (byte.wrapping_sub(b'\t') < 5) as u8;
    let sign = (byte == b'@') as u8 | (byte == b'#') as u8;
    let trail = (byte & 0xC0 == 0x80) as u8;
    let dot = (byte == b'.') as u8;
    let flags = (arabic | sign) << flag::ARABIC_OR_SIGN
        | (lead | latin) << flag::LEAD_OR_LATIN
        | (trail | dot) << flag::TRAIL_OR_DOT
        | digit << flag::DIGIT
        | space << flag::SPACE
        | high << flag::HIGH;
    let of_high = if arabic != 0 { sort::ARABIC } else { sort::OTHER };
    (flags, if high != 0 { of_high } else { byte })
}

/// One bit of each byte.
#[inline(always)]
fn gather(flags: &[u8; WIDTH], flag: u32) -> u64 {
    /// Moves the lowest bits of eight bytes into the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().rev().fold(0, |bits, eight| {
        let ones = u64::from_le_bytes(*eight) >> flag & 0x0101_0101_0101_0101;
        bits << 8 | ones.wrapping_mul(GATHER) >> 56
    })
}

/// Sorts the characters of the Arabic block that are not yet.
#[inline(always)]
fn sort_block(window: &[u8; REACH], sorted: &mut Sorted, sorts: &mut [u8; WIDTH]) {
    let mut left = sorted.lead & !sorted.arabic;
    while left != 0 {
        let at = left.trailing_zeros() as usize & (WIDTH - 1);
        let sort = BLOCK[usize::from(window[at] << 6 | window[at + 1] & 0x3F)];
        match sort {
            sort::ARABIC => sorted.arabic |= 1 << at,
            sort::OTHER => sorted.other |= 1 << at,
            b'0' => sorted.digit |= 1 << at,
            _ => {}
        }
        sorts[at] = sort;
        left &= left - 1;
    }
}
