//! The kinds of 64 bytes at once.
//!
//! The vectors come from `fearless_simd`: one portable text, compiled for every level of the
//! processor, one of which is chosen at run time. All functions are forced inline into one that is
//! compiled for a level; an ordinary call would leave that.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, u8x16, u8x64};

use crate::window::{Kinds, Sort, WIDTH, scalar, sort_of_block};

/// How many bytes are looked at: a character may begin in the last one of a window.
const REACH: usize = WIDTH + 1;

/// What the first 64 bytes are.
pub(crate) fn kinds(level: Level, bytes: &[u8]) -> Kinds {
    if !looks_up_bytes(level) {
        return scalar(bytes);
    }
    if let Some(window) = bytes.first_chunk::<REACH>() {
        return dispatch!(level, simd => sort(simd, window));
    }
    // NUL is a token by itself and not met: the text ends before it.
    let mut padded = [0; REACH];
    padded.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    dispatch!(level, simd => sort(simd, &padded)).cut(bytes.len())
}

/// Whether the level can look up bytes in a table. SSE2 cannot, and would do one at a time.
fn looks_up_bytes(level: Level) -> bool {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return level.as_sse4_2().is_some();
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    return !level.is_fallback();
}

/// A set of characters of the block U+0600..=U+06FF: for each low half of the low byte a bit for
/// each high half, 0 to 7 in the first table, 8 to 15 in the second.
struct CharSet([u8; 16], [u8; 16]);

impl CharSet {
    const fn of(sort: Sort) -> Self {
        let (mut front, mut back) = ([0; 16], [0; 16]);
        let mut low = 0_usize;
        while low < 256 {
            if let Some(c) = char::from_u32(0x600 + low as u32)
                && sort_of_block(c) as u8 == sort as u8
            {
                let (row, half) = (low >> 4, low & 15);
                if row < 8 {
                    front[half] |= 1 << row;
                } else {
                    back[half] |= 1 << (row - 8);
                }
            }
            low += 1;
        }
        Self(front, back)
    }
}

static ARABIC: CharSet = CharSet::of(Sort::Arabic);
static DIGITS: CharSet = CharSet::of(Sort::Digit);
static OTHERS: CharSet = CharSet::of(Sort::Other);

#[inline(always)]
fn sort<S: Simd>(simd: S, window: &[u8; REACH]) -> Kinds {
    let (here, ahead) = (&window[..WIDTH], &window[1..]);
    let (bytes, next) = (u8x64::from_slice(simd, here), u8x64::from_slice(simd, ahead));
    let row = ((bytes & 3) << 2) | ((next >> 4) & 3);
    let half = next & 15;
    let front = spread(simd, &[1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0]);
    let back = spread(simd, &[0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128]);
    let (front, back) = (front.swizzle_dyn_within_blocks(row), back.swizzle_dyn_within_blocks(row));
    let leads = settled((bytes & 0xFC).simd_eq(0xD8).to_bitmask());
    let members = Members { half, front, back, leads };
    let arabic = members.of(simd, &ARABIC);
    let high = settled(bytes.simd_ge(0x80).to_bitmask());
    let trailing = settled((bytes & 0xC0).simd_eq(0x80).to_bitmask());
    let latin = settled(((bytes | 0x20) - b'a').simd_lt(26).to_bitmask());
    let ascii_digit = settled((bytes - b'0').simd_lt(10).to_bitmask());
    let blank = settled(bytes.simd_eq(b' ').to_bitmask());
    let breaks = settled((bytes - b'\t').simd_lt(5).to_bitmask());
    let mut kinds = Kinds {
        arabic: arabic | arabic << 1,
        latin,
        digit: ascii_digit,
        space: blank | breaks,
        other: high & !trailing & !leads,
        head: !trailing,
        ..Kinds::default()
    };
    let rest = leads & !arabic;
    if rest != 0 {
        let digit = members.of(simd, &DIGITS);
        kinds.digit |= digit | digit << 1;
        kinds.other |= members.of(simd, &OTHERS);
        // U+066B and U+066C
        let sign =
            settled(next.simd_eq(0xAB).to_bitmask()) | settled(next.simd_eq(0xAC).to_bitmask());
        kinds.number_sign = rest & sign & settled(bytes.simd_eq(0xD9).to_bitmask());
    }
    if !(high | latin | ascii_digit | kinds.space) != 0 {
        mark(simd, here, &mut kinds);
    }
    kinds
}

/// Finds the punctuation that may stand inside a token.
#[inline(always)]
fn mark<S: Simd>(simd: S, window: &[u8], kinds: &mut Kinds) {
    let bytes = u8x64::from_slice(simd, window);
    kinds.dot = is(bytes, b'.');
    kinds.colon = is(bytes, b':');
    kinds.separator = kinds.colon | is(bytes, b',') | is(bytes, b'/');
    kinds.joint = is(bytes, b'-') | is(bytes, b'_') | is(bytes, b'+') | is(bytes, b'%');
    (kinds.at, kinds.hash) = (is(bytes, b'@'), is(bytes, b'#'));
    kinds.star = is(bytes, b'*');
}

#[inline(always)]
fn is<S: Simd>(bytes: u8x64<S>, byte: u8) -> u64 {
    settled(bytes.simd_eq(byte).to_bitmask())
}

struct Members<S: Simd> {
    half: u8x64<S>,
    front: u8x64<S>,
    back: u8x64<S>,
    leads: u64,
}

impl<S: Simd> Members<S> {
    /// A bit for each character that is in `set`.
    #[inline(always)]
    fn of(&self, simd: S, set: &CharSet) -> u64 {
        let front = spread(simd, &set.0).swizzle_dyn_within_blocks(self.half) & self.front;
        let back = spread(simd, &set.1).swizzle_dyn_within_blocks(self.half) & self.back;
        settled(!(front | back).simd_eq(0).to_bitmask()) & self.leads
    }
}

/// Sixteen bytes, four times.
#[inline(always)]
fn spread<S: Simd>(simd: S, bytes: &[u8; 16]) -> u8x64<S> {
    u8x64::block_splat(u8x16::from_slice(simd, bytes))
}

/// The mask as it is. Without this the compiler puts off the step from lanes to bits to where the
/// bits are needed, and takes the lanes there one by one if a branch lies between.
#[inline(always)]
fn settled(mask: u64) -> u64 {
    core::hint::black_box(mask)
}
