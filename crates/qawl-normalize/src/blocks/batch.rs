//! The result of a few windows of text in a row.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, mask8x64, u8x16, u8x64};

use crate::bits::low_bits;

/// How many bytes a window is.
pub(crate) const WIDTH: usize = 64;
/// How many windows a batch holds.
const WINDOWS: usize = 16;
/// How many bytes the result of a batch may take: what is written last may reach past its end.
const ROOM: usize = WINDOWS * WIDTH + REACH;

/// What happened to the bytes of one window.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Masks {
    /// Where in the batch the window begins.
    pub(crate) at: usize,
    /// How many bytes of the source it takes.
    pub(crate) len: usize,
    /// A bit for the first byte of each character that stays.
    pub(crate) starts: u64,
    /// A bit for each byte that stays.
    pub(crate) kept: u64,
    /// A bit for the first byte of each two marks that changed places.
    pub(crate) swapped: u64,
}

impl Masks {
    /// Whether every byte stays in its place.
    pub(crate) const fn is_whole(&self) -> bool {
        self.kept == low_bits(self.len) && self.swapped == 0
    }

    /// What happened to the bytes before two marks that changed places, and to those behind them.
    pub(crate) const fn split(&self) -> Option<(Self, Self)> {
        if self.swapped == 0 {
            return None;
        }
        let at = self.swapped.trailing_zeros() as usize;
        let front = low_bits(at);
        let (starts, kept) = (self.starts & front, self.kept & front);
        let before = Self { at: self.at, len: at, starts, kept, swapped: 0 };
        let end = at + SWAPPED;
        let back = if end < WIDTH { u64::MAX << end } else { 0 };
        let behind = Self {
            at: self.at + end,
            len: self.len - end,
            starts: (self.starts & back).unbounded_shr(end as u32),
            kept: (self.kept & back).unbounded_shr(end as u32),
            swapped: (self.swapped & back).unbounded_shr(end as u32),
        };
        Some((before, behind))
    }
}

/// How many bytes two marks are.
pub(crate) const SWAPPED: usize = 4;

/// The result of a few windows in a row: its bytes, and how they came to be.
#[derive(Debug)]
pub(crate) struct Batch {
    bytes: [u8; ROOM],
    written: usize,
    /// Of the windows in which a byte changed its place.
    masks: [Masks; WINDOWS],
    /// How many of the masks are set.
    moved: usize,
    /// How many bytes of the source it takes.
    read: usize,
    is_changed: bool,
}

impl Batch {
    pub(crate) const fn new() -> Self {
        Self {
            bytes: [0; ROOM],
            written: 0,
            masks: [Masks { at: 0, len: 0, starts: 0, kept: 0, swapped: 0 }; WINDOWS],
            moved: 0,
            read: 0,
            is_changed: false,
        }
    }

    pub(crate) const fn clear(&mut self) {
        (self.written, self.moved, self.read, self.is_changed) = (0, 0, 0, false);
    }

    /// The result, which is UTF-8.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.written).unwrap_or_default()
    }

    /// The windows in which a byte changed its place.
    pub(crate) fn moved(&self) -> &[Masks] {
        self.masks.get(..self.moved).unwrap_or_default()
    }

    /// How many bytes of the source it takes.
    pub(crate) const fn read(&self) -> usize {
        self.read
    }

    /// Whether the result differs from the source.
    pub(crate) const fn is_changed(&self) -> bool {
        self.is_changed
    }

    pub(crate) const fn is_full(&self) -> bool {
        self.moved == WINDOWS || self.written > ROOM - REACH
    }

    /// Takes a window that became `bytes`, of which those in its mask stay.
    #[inline(always)]
    pub(crate) fn push<S: Simd>(&mut self, simd: S, bytes: u8x64<S>, masks: Masks, changed: bool) {
        let room = self.bytes.get_mut(self.written..).and_then(|room| room.first_chunk_mut());
        let Some(room) = room else { return };
        if masks.kept == low_bits(masks.len) {
            bytes.store_slice(room.split_at_mut(WIDTH).0);
        } else {
            compact(simd, bytes, masks.kept, room);
        }
        self.written += masks.kept.count_ones() as usize;
        if let Some(place) = self.masks.get_mut(self.moved)
            && !masks.is_whole()
        {
            *place = Masks { at: self.read, ..masks };
            self.moved += 1;
        }
        self.read += masks.len;
        self.is_changed |= changed;
    }
}

/// How much a window may write: the last eight bytes that are moved may reach past it.
const REACH: usize = WIDTH + 8;

/// Moves the bytes that `kept` has a bit for to the front of `room`.
#[inline(always)]
fn compact<S: Simd>(simd: S, bytes: u8x64<S>, kept: u64, room: &mut [u8; REACH]) {
    if S::u8s::LEN == WIDTH {
        // AVX-512 has an instruction for that.
        let (front, _) = room.split_at_mut(WIDTH);
        bytes.compress(mask8x64::from_bitmask(simd, kept)).store_slice(front);
        return;
    }
    let (front, back) = bytes.split();
    let ((a, b), (c, d)) = (front.split(), back.split());
    let (mut at, mut kept) = (0, kept);
    for part in [a, b, c, d] {
        at = compact_16(simd, part, kept as u16, room, at);
        kept >>= 16;
    }
}

/// The same for 16 bytes, from `at` on. Answers where those behind them go.
#[inline(always)]
fn compact_16<S: Simd>(
    simd: S,
    bytes: u8x16<S>,
    kept: u16,
    room: &mut [u8; REACH],
    at: usize,
) -> usize {
    let [low, high] = kept.to_le_bytes();
    let (front, back) = (PICKS[0][low as usize], PICKS[1][high as usize]);
    let order = (u128::from(back) << 64 | u128::from(front)).to_le_bytes();
    let order = u8x16::from_slice(simd, &order);
    let moved: [u8; 16] = bytes.swizzle_dyn_within_blocks(order).into();
    let middle = at + low.count_ones() as usize;
    write_8(&moved, 0, room, at);
    write_8(&moved, 8, room, middle);
    middle + high.count_ones() as usize
}

/// Writes eight of the bytes to `at`, which is less than a window's width. Said this way, the
/// compiler sees that there is room.
#[inline(always)]
fn write_8(bytes: &[u8; 16], from: usize, room: &mut [u8; REACH], at: usize) {
    let at = at & (WIDTH - 1);
    room[at..at + 8].copy_from_slice(&bytes[from..from + 8]);
}

/// For each choice among 8 bytes the places of the chosen ones, a byte each, where the eight are the
/// first or the second half of sixteen.
static PICKS: [[u64; 256]; 2] = [picks(0), picks(8)];

const fn picks(start: u64) -> [u64; 256] {
    let mut picks = [0; 256];
    let mut bits = 0;
    while bits < 256 {
        let (mut at, mut found) = (0, 0);
        while at < 8 {
            if (bits as u64) >> at & 1 == 1 {
                picks[bits] |= (start + at) << (8 * found);
                found += 1;
            }
            at += 1;
        }
        bits += 1;
    }
    picks
}
