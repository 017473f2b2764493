//! UTF-16 to UTF-8 and back, eight characters at a time.
//!
//! Python holds Arabic text in units of two bytes and gives and takes these as UTF-16 about as fast as they
//! are copied, but writes and reads UTF-8 a character at a time. That took four fifths of the time to normalize
//! a text, so it is done here by vectors, for the characters below U+0800, which take two bytes at most in UTF-8.
//! What is beyond goes a character at a time.

use fearless_simd::prelude::*;
use fearless_simd::{Level, Simd, dispatch, mask8x16, mask16x8, u8x16, u16x8};

/// Characters from here on take three bytes in UTF-8.
const THREE_BYTES: u16 = 0x800;
/// Bytes from here on begin such a character.
const LEAD_OF_THREE: u8 = 0xE0;

/// Bytes that are read at once, either way.
const BLOCK: usize = 16;
/// Results that are gathered before they are appended, and room for those of one more block.
const GATHERED: usize = 1024;
const ROOM: usize = GATHERED + 3 * BLOCK;

/// U+FEFF, by which Python knows the order of the bytes behind.
const ORDER: [u8; 2] = 0xFEFF_u16.to_ne_bytes();

/// Native UTF-16 as UTF-8; a lone surrogate would be U+FFFD REPLACEMENT CHARACTER.
pub(crate) fn to_utf8(utf16: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(utf16.len() + ROOM);
    let level = Level::new();
    dispatch!(level, simd => to_utf8_by(simd, utf16, &mut out));
    out
}

/// UTF-8 as native UTF-16 with the mark of byte order in front.
pub(crate) fn to_utf16(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(2 * text.len() + ORDER.len());
    out.extend(ORDER);
    let level = Level::new();
    dispatch!(level, simd => to_utf16_by(simd, text, &mut out));
    out
}

/// Results of some blocks.
struct Gathered {
    bytes: [u8; ROOM],
    len: usize,
}

impl Gathered {
    const NONE: Self = Self { bytes: [0; ROOM], len: 0 };

    /// Takes a vector of which so many bytes count.
    #[inline(always)]
    fn push<S: Simd>(&mut self, vector: u8x16<S>, len: usize) {
        if let Some(room) = self.bytes.get_mut(self.len..self.len + BLOCK) {
            vector.store_slice(room);
        }
        self.len += len;
    }

    #[inline(always)]
    fn leave(&mut self, out: &mut Vec<u8>, from: usize) {
        if self.len >= from {
            out.extend_from_slice(self.bytes.get(..self.len).unwrap_or_default());
            self.len = 0;
        }
    }
}

#[inline(always)]
fn to_utf8_by<S: Simd>(simd: S, utf16: &[u8], out: &mut Vec<u8>) {
    let mut gathered = Gathered::NONE;
    let mut at = 0;
    while let Some(block) = utf16.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        let units: u16x8<S> = u8x16::from_slice(simd, block).bitcast();
        if units.simd_ge(THREE_BYTES).any_true() {
            gathered.leave(out, 0);
            at += high(utf16.get(at..).unwrap_or_default(), out);
            continue;
        }
        let ascii = units.simd_lt(0x80);
        let lead = (units >> 6) | 0xC0;
        let second = (units & 0x3F) | 0x80;
        let bytes: u8x16<S> = ascii.select(units, lead | (second << 8)).bitcast();
        // A second byte of zero is none; a first byte of zero is U+0000.
        let firsts: u8x16<S> = u16x8::splat(simd, 0xFF).bitcast();
        let kept: mask8x16<S> = !(bytes | firsts).simd_eq(0);
        gathered.push(bytes.compress(kept), kept.to_bitmask().count_ones() as usize);
        gathered.leave(out, GATHERED);
        at += BLOCK;
    }
    gathered.leave(out, 0);
    push_units(utf16.get(at..).unwrap_or_default(), out);
}

/// Goes on a character at a time up to the next block without high units; says how many bytes that are. Where
/// there is none it goes to the end, so that no pair of units is torn.
#[cold]
fn high(utf16: &[u8], out: &mut Vec<u8>) -> usize {
    let is_high = |unit: &[u8; 2]| u16::from_ne_bytes(*unit) >= THREE_BYTES;
    let is_low = |block: &[u8; BLOCK]| !block.as_chunks::<2>().0.iter().any(is_high);
    let low = utf16.as_chunks::<BLOCK>().0.iter().position(is_low);
    let end = low.map_or(utf16.len(), |blocks| blocks * BLOCK);
    push_units(utf16.get(..end).unwrap_or_default(), out);
    end
}

fn push_units(utf16: &[u8], out: &mut Vec<u8>) {
    let units = utf16.as_chunks::<2>().0.iter().map(|unit| u16::from_ne_bytes(*unit));
    for c in char::decode_utf16(units) {
        let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

#[inline(always)]
fn to_utf16_by<S: Simd>(simd: S, text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut gathered = Gathered::NONE;
    let mut at = 0;
    // One more byte is read, the second of a character that begins with the last.
    while let Some(window) = bytes.get(at..).and_then(|rest| rest.first_chunk::<{ BLOCK + 1 }>()) {
        let here = u8x16::from_slice(simd, &window[..BLOCK]);
        if here.simd_ge(LEAD_OF_THREE).any_true() {
            gathered.leave(out, 0);
            at = push_chars(text, at, at + BLOCK, out);
            continue;
        }
        let next = u8x16::from_slice(simd, &window[1..]);
        let begins = !(here & 0xC0).simd_eq(0x80);
        let kept = begins.to_bitmask();
        let (here, next) = (here.widen(), next.widen());
        for (here, next, kept) in [(here.0, next.0, kept & 0xFF), (here.1, next.1, kept >> 8)] {
            let two = ((here & 0x1F) << 6) | (next & 0x3F);
            let units = here.simd_lt(0x80).select(here, two);
            let kept_units = mask16x8::from_bitmask(simd, kept);
            gathered.push(units.compress(kept_units).bitcast(), 2 * kept.count_ones() as usize);
        }
        gathered.leave(out, GATHERED);
        at += BLOCK;
    }
    gathered.leave(out, 0);
    push_chars(text, at, text.len(), out);
}

/// Goes on a character at a time with those that begin from `start` on and before `end`; says where the last
/// of them ends.
fn push_chars(text: &str, start: usize, end: usize, out: &mut Vec<u8>) -> usize {
    let mut at = start;
    while !text.is_char_boundary(at) {
        at += 1;
    }
    for c in text.get(at..).unwrap_or_default().chars() {
        if at >= end {
            break;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.extend(unit.to_ne_bytes());
        }
        at += c.len_utf8();
    }
    at
}
