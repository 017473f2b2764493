//! What 64 bytes are.
//!
//! The loops are simple enough for the compiler to do many bytes at a time; the bits of eight bytes
//! are gathered by one multiplication.

use super::classes::Classes;

/// How many bytes a window is.
pub(crate) const WIDTH: usize = 64;
/// How many bytes a window looks at: a character may begin in its last one.
pub(crate) const REACH: usize = WIDTH + 1;

/// A key that no character has.
pub(crate) const NOTHING: u8 = 0;

/// What a byte is, a bit each.
mod flag {
    /// The first byte of a character that is not such a mark as the next bit says.
    pub(super) const START: u32 = 0;
    /// The first byte of a mark that is deleted.
    pub(super) const DELETED: u32 = 1;
    /// The first byte of a character that is neither ASCII, nor a letter that stays, nor such a mark.
    pub(super) const RARE: u32 = 2;
}

/// One byte for the character that begins at each byte: ASCII itself, U+0601..=U+067F with the
/// highest bit, and for all else that of U+0600. What it says of other bytes means nothing. Behind
/// the window stands the key of nothing.
pub(crate) type Keys = [u8; REACH];

/// What the bytes of a window are. Bits are gathered where they are asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    flags: [u8; WIDTH],
    any: u8,
}

impl Look {
    /// Looks at a window and writes down its keys.
    #[inline(always)]
    pub(crate) fn new(bytes: &[u8; REACH], classes: &Classes, keys: &mut Keys) -> Self {
        let mut flags = [0; WIDTH];
        let mut any = 0;
        let pairs = bytes.iter().zip(bytes.iter().skip(1));
        for ((key, flags), (byte, next)) in keys.iter_mut().zip(&mut flags).zip(pairs) {
            *key = key_of(*byte, *next);
            *flags = flags_of(*byte, *key, classes);
            any |= *flags;
        }
        Self { flags, any }
    }

    /// Whether a mark of the stretch is deleted.
    #[inline(always)]
    pub(crate) const fn has_deleted(&self) -> bool {
        self.any >> flag::DELETED & 1 == 1
    }

    /// Whether there is a character to be looked at.
    #[inline(always)]
    pub(crate) const fn has_rare(&self) -> bool {
        self.any >> flag::RARE & 1 == 1
    }

    #[inline(always)]
    pub(crate) fn starts(&self) -> u64 {
        gather(&self.flags, flag::START)
    }

    #[inline(always)]
    pub(crate) fn deleted(&self) -> u64 {
        gather(&self.flags, flag::DELETED)
    }

    #[inline(always)]
    pub(crate) fn rare(&self) -> u64 {
        gather(&self.flags, flag::RARE)
    }
}

/// A bit for each key that is not ASCII.
pub(crate) fn high(keys: &Keys) -> u64 {
    let (keys, _) = keys.split_first_chunk().unwrap_or((&[0; WIDTH], &[]));
    gather(keys, 7)
}

/// With no branch, so that the compiler does many at a time.
#[inline(always)]
const fn key_of(byte: u8, next: u8) -> u8 {
    let is_high = 0u8.wrapping_sub(byte >> 7);
    let is_block = 0u8.wrapping_sub((byte & 0xFE == 0xD8) as u8);
    let low = ((byte & 1) << 6 | next & 0x3F) & is_block;
    // U+0000 and U+0001 are the same to a pair: neither has a symbol.
    let ascii = byte | (byte == NOTHING) as u8;
    (0x80 | low) & is_high | ascii & !is_high
}

#[inline(always)]
const fn flags_of(byte: u8, key: u8, classes: &Classes) -> u8 {
    let ascii = (byte < 0x80) as u8;
    let stays = ascii | classes.front.contains(key) as u8 | classes.back.contains(key) as u8;
    let trail = (byte & 0xC0 == 0x80) as u8;
    let deleted = classes.deleted.contains(key) as u8;
    let start = (deleted | trail) ^ 1;
    let rare = (stays | deleted | trail) ^ 1;
    start << flag::START | deleted << flag::DELETED | rare << flag::RARE
}

/// One bit of each byte. No shift depends on the one before.
#[inline(always)]
fn gather(flags: &[u8; WIDTH], flag: u32) -> u64 {
    /// Moves the lowest bits of eight bytes into the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = flags.as_chunks::<8>();
    eights.iter().enumerate().fold(0, |bits, (at, eight)| {
        let ones = u64::from_le_bytes(*eight) >> flag & 0x0101_0101_0101_0101;
        bits | ones.wrapping_mul(GATHER) >> 56 << (8 * at)
    })
}
