//! Looking at 64 bytes at once.
//!
//! The vectors come from `fearless_simd`: one portable text, compiled for every level of the
//! processor, one of which is chosen at run time. All functions are forced inline into one that is
//! compiled for a level; an ordinary call would leave that.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, u8x16, u8x64};

use crate::codes::{
    BLANK, ByBytes, Codes, DIGIT, LEAST_LETTER, LINE, Look, MARK, OF_ASCII, STOP, Seen, VOWEL,
    WIDE_MARK, Window,
};
use crate::row::Row;
use crate::sieve::Sieve;

/// Looks at the start of `rest`. `table` has the codes by the last six bits of a letter.
pub(crate) fn look(level: Level, table: &[u8; 64], rest: &[u8], codes: &mut Codes) {
    if looks_up_bytes(level) {
        dispatch!(level, simd => codes.look_by(Vectors::new(simd, table), rest));
    } else {
        codes.look_by(ByBytes(table), rest);
    }
}

/// Reads the words of what was looked at.
pub(crate) fn read(level: Level, row: &mut Row, codes: &Codes, sieve: &Sieve<'_>) {
    dispatch!(level, _simd => row.read(codes, sieve));
}

/// Whether the level can look up bytes in a table. SSE2 cannot, and would do one at a time.
fn looks_up_bytes(level: Level) -> bool {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return level.as_sse4_2().is_some();
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    return !level.is_fallback();
}

/// For look-ups of [`MARK`]: for each low half of a byte a bit for each high half of 2 to 5.
static MARKS: [u8; 16] = {
    let mut marks = [0; 16];
    let mut byte = 0x20;
    while byte < 0x60 {
        if OF_ASCII[byte as usize] == MARK {
            marks[byte as usize & 15] |= HIGH[byte as usize >> 4];
        }
        byte += 1;
    }
    marks
};

/// The bits of high halves.
static HIGH: [u8; 16] = [0, 0, 1, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// The tables in vectors of a level.
#[derive(Clone, Copy)]
struct Vectors<S: Simd> {
    simd: S,
    /// Four rows of sixteen codes.
    rows: (u8x64<S>, u8x64<S>, u8x64<S>, u8x64<S>),
    marks: u8x64<S>,
    high: u8x64<S>,
}

impl<S: Simd> Vectors<S> {
    #[inline(always)]
    fn new(simd: S, table: &[u8; 64]) -> Self {
        let (rows, _) = table.as_chunks();
        let [a, b, c, d] = [&rows[0], &rows[1], &rows[2], &rows[3]];
        let rows = (spread(simd, a), spread(simd, b), spread(simd, c), spread(simd, d));
        Self { simd, rows, marks: spread(simd, &MARKS), high: spread(simd, &HIGH) }
    }
}

/// Sixteen bytes, four times.
#[inline(always)]
fn spread<S: Simd>(simd: S, bytes: &[u8; 16]) -> u8x64<S> {
    u8x64::block_splat(u8x16::from_slice(simd, bytes))
}

impl<S: Simd> Look for Vectors<S> {
    #[inline(always)]
    fn look(self, window: &Window, codes: &mut [u8; 64]) -> Seen {
        let first = u8x64::from_slice(self.simd, &window[..64]);
        let second = u8x64::from_slice(self.simd, &window[1..]);
        let splat = |code: u8| u8x64::splat(self.simd, code);

        let columns = self.marks.swizzle_dyn_within_blocks(first & 15);
        let is_mark = !(columns & self.high.swizzle_dyn_within_blocks(first >> 4)).simd_eq(0);
        let is_d8 = first.simd_eq(0xD8);
        let is_quote = first.simd_eq(0xC2) & (second.simd_eq(0xAB) | second.simd_eq(0xBB));
        let is_arabic = second.simd_eq(0x8C) | second.simd_eq(0x9B) | second.simd_eq(0x9F);
        let is_digit = (first - b'0').simd_lt(10);
        let is_mark = is_mark | (first.simd_eq(b'-') & second.simd_eq(b' '));
        let is_stop = first.simd_eq(b'.') & (second.simd_eq(b' ') | second.simd_eq(b'\n'));
        let code = is_digit.select(splat(DIGIT), splat(0));
        let code = is_mark.select(splat(MARK), code);
        let code = first.simd_eq(b' ').select(splat(BLANK), code);
        let code = first.simd_eq(b'\n').select(splat(LINE), code);
        let code = is_stop.select(splat(STOP), code);
        let code = (is_quote | (is_d8 & is_arabic)).select(splat(WIDE_MARK), code);

        // U+0620..=U+065F: behind D8 the second byte is A0..=BF, behind D9 it is 80..=9F.
        let is_front = is_d8 & (second & 0xE0).simd_eq(0xA0);
        let is_back = first.simd_eq(0xD9) & (second & 0xE0).simd_eq(0x80);
        let column = second & 15;
        let is_odd = (second & 0x10).simd_eq(0x10);
        let (a, b, c, d) = self.rows;
        let back =
            is_odd.select(b.swizzle_dyn_within_blocks(column), a.swizzle_dyn_within_blocks(column));
        let front =
            is_odd.select(d.swizzle_dyn_within_blocks(column), c.swizzle_dyn_within_blocks(column));
        let code = is_front.select(front, is_back.select(back, code));
        code.store_slice(codes);
        Seen {
            letters: code.simd_ge(LEAST_LETTER).to_bitmask(),
            vowels: code.simd_eq(VOWEL).to_bitmask(),
            narrow: (code - BLANK).simd_lt(MARK).to_bitmask(),
            wide: code.simd_eq(WIDE_MARK).to_bitmask(),
            stops: is_stop.to_bitmask(),
        }
    }
}
