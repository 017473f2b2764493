//! What stands at each byte of a stretch of text, found together: letters, folded, blanks and marks.

use crate::hash::{self, BLOCK};
use crate::letters::Letters;

/// How many bytes are looked at together.
const LEN: usize = 1024;
/// How many codes are read at once.
const READ: usize = 2 * BLOCK;
/// What a [`Glance`] sees: a byte, a word of eight letters, and the byte behind it.
const GLANCE: usize = READ + 2;
/// How many bytes the longest word has that is read from bits.
const LONGEST: usize = 56;

/// A code for each byte. At the first byte of a letter of U+0620..=U+065F that the profile exchanges one
/// for one, whatever stands beside it, that is the last byte of what it becomes; at some other bytes
/// it is one of those below, and elsewhere 0.
#[derive(Clone)]
pub(crate) struct Codes {
    /// Which bytes of the text they are.
    start: usize,
    end: usize,
    codes: [u8; LEN + GLANCE],
    /// A bit for each byte of such letters.
    letters: [u8; LEN / 8 + 8],
}

/// A space.
pub(crate) const BLANK: u8 = 1;
/// A line feed.
pub(crate) const LINE: u8 = 2;
/// A mark of one byte that is a token by itself wherever a token begins with it, and belongs to no Arabic
/// word before it.
pub(crate) const MARK: u8 = 3;
/// The first byte of such a mark of two.
pub(crate) const WIDE_MARK: u8 = 4;
/// A full stop before a space or a line feed. It may belong to a short word before it.
pub(crate) const STOP: u8 = 5;
/// A digit of ASCII.
pub(crate) const DIGIT: u8 = 6;
/// No letter has so low a code.
pub(crate) const LEAST_LETTER: u8 = 0x20;

/// Some bytes of text, and one more.
pub(crate) type Window = [u8; 65];

/// A way to look at 64 bytes. All ways see the same.
pub(crate) trait Look: Copy {
    /// Writes the codes. Returns a bit for the first byte of each letter.
    fn look(self, window: &Window, codes: &mut [u8; 64]) -> u64;
}

impl Codes {
    pub(crate) const EMPTY: Self =
        Self { start: 0, end: 0, codes: [0; LEN + GLANCE], letters: [0; LEN / 8 + 8] };

    /// Looks at `text` from byte `start` on.
    #[inline(never)]
    pub(crate) fn look(&mut self, text: &[u8], start: usize, letters: &Letters) {
        let rest = text.get(start..).unwrap_or_default();
        (self.start, self.end) = (start, start + rest.len().min(LEN));
        letters.look(rest, self);
    }

    /// Looks at the start of `rest`.
    #[inline(always)]
    pub(crate) fn look_by(&mut self, how: impl Look, rest: &[u8]) {
        let rows = self.codes.as_chunks_mut().0.iter_mut().zip(self.letters.as_chunks_mut().0);
        let mut last = 0;
        for (i, (codes, letters)) in rows.enumerate().take(rest.len().div_ceil(64)) {
            let ahead = rest.get(64 * i..).unwrap_or_default();
            let firsts = match ahead.first_chunk() {
                Some(window) => how.look(window, codes),
                None => how.look(&padded(ahead), codes),
            };
            *letters = (firsts | firsts << 1 | last).to_le_bytes();
            last = firsts >> 63;
        }
    }

    #[cfg(test)]
    pub(crate) fn sees_as(&self, other: &Self) -> bool {
        self.codes == other.codes && self.letters == other.letters
    }

    /// Whether byte `at` was looked at, and enough behind it for a word: a text of `len` bytes may end
    /// before.
    #[inline(always)]
    pub(crate) const fn reaches(&self, at: usize, len: usize) -> bool {
        self.start <= at && at < self.end && (at + LONGEST < self.end || self.end == len)
    }

    /// The code of byte `at` of the text; 0 where that was not looked at.
    #[inline(always)]
    pub(crate) fn code(&self, at: usize) -> u8 {
        let here = at.wrapping_sub(self.start);
        if at < self.end { self.codes.get(here).copied().unwrap_or_default() } else { 0 }
    }

    /// The bytes of the letters that begin at byte `at`; 0 where there are too many for a glance.
    #[inline(always)]
    pub(crate) fn run(&self, at: usize) -> usize {
        let here = at.wrapping_sub(self.start);
        let bits = self.letters.get(here / 8..here / 8 + 8).and_then(|bits| bits.try_into().ok());
        let len = (bits.map_or(0, u64::from_le_bytes) >> (here % 8)).trailing_ones() as usize;
        if len <= LONGEST && at < self.end { len } else { 0 }
    }

    /// The codes of the letters in `len` bytes of the text from `at` on, at most 16: one in each two.
    #[inline(always)]
    pub(crate) fn block(&self, at: usize, len: usize) -> u128 {
        let here = at.wrapping_sub(self.start);
        let codes = self.codes.get(here..here.wrapping_add(READ));
        let mask = USED.get(len).copied().unwrap_or(u128::MAX);
        codes.and_then(|codes| codes.try_into().ok()).map_or(0, u128::from_le_bytes) & mask
    }

    /// The hash of the letters at `start..end`.
    #[inline(always)]
    pub(crate) fn hash(&self, start: usize, end: usize) -> u64 {
        let first = hash::with_block(hash::LETTERS, hash::packed(self.block(start, end - start)));
        if end - start <= READ { first } else { self.hash_on(first, start + READ, end) }
    }

    #[inline(never)]
    fn hash_on(&self, hash: u64, start: usize, end: usize) -> u64 {
        let blocks = (start..end).step_by(READ).map(|at| self.block(at, end - at));
        blocks.fold(hash, |hash, block| hash::with_block(hash, hash::packed(block)))
    }

    /// The byte at which the bytes begin that were looked at, and at how many of them one may
    /// [`glance`](Codes::glance).
    #[inline(always)]
    pub(crate) fn stretch(&self) -> (usize, usize) {
        (self.start, (self.end - self.start + 1).saturating_sub(GLANCE).min(LEN))
    }

    /// What stands `here` bytes behind the start of the stretch.
    #[inline(always)]
    pub(crate) fn glance(&self, here: usize) -> Glance<'_> {
        // It is less: so that no one asks again.
        let here = here & (LEN - 1);
        let codes = self.codes.get(here..here + GLANCE).and_then(|codes| codes.try_into().ok());
        let bits = self.letters.get((here + 1) / 8..(here + 1) / 8 + 8);
        let bits = bits.and_then(|bits| bits.try_into().ok()).map_or(0, u64::from_le_bytes);
        Glance { codes: codes.unwrap_or(&[0; GLANCE]), letters: bits >> ((here + 1) % 8) }
    }
}

/// What stands at and behind a byte with which a token begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glance<'c> {
    // A copy of it would wait for its own bytes.
    codes: &'c [u8; GLANCE],
    letters: u64,
}

impl Glance<'_> {
    /// The length and the codes of the word of at most eight letters behind this blank, if it is one
    /// and the word ends there.
    #[inline(always)]
    pub(crate) fn word(self) -> Option<(usize, u128)> {
        let len = self.letters.trailing_ones() as usize;
        let mask = USED.get(len)?;
        if self.codes[0] != BLANK || !ends(self.codes[len + 1], len) {
            return None;
        }
        let codes = u128::from_le_bytes(*self.codes[1..].first_chunk()?);
        Some((len, codes & mask))
    }
}

/// Whether a word of `len` bytes ends before a byte with this code.
#[inline(always)]
pub(crate) const fn ends(code: u8, len: usize) -> bool {
    /// Words of so many bytes may be one token with a full stop behind them: «إلخ.» ("etc.").
    const MAY_HAVE_STOP: usize = 8;
    let ends = code.wrapping_sub(1) < STOP - 1 || (code == STOP && len > MAY_HAVE_STOP);
    ends && len > 0
}

/// For each length up to 16 the bits of so many bytes.
static USED: [u128; READ + 1] = {
    let mut used = [u128::MAX; READ + 1];
    let mut len = 0;
    while len < READ {
        used[len] = (1 << (8 * len)) - 1;
        len += 1;
    }
    used
};

/// The last bytes of a text, with zeros behind them.
#[inline(always)]
fn padded(bytes: &[u8]) -> Window {
    let mut window = [0; 65];
    window.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    window
}

/// Byte by byte.
#[derive(Clone, Copy)]
pub(crate) struct ByBytes<'l>(pub(crate) &'l [u8; 64]);

impl Look for ByBytes<'_> {
    #[inline(always)]
    fn look(self, window: &Window, codes: &mut [u8; 64]) -> u64 {
        let mut letters = 0;
        for (i, (code, pair)) in codes.iter_mut().zip(window.windows(2)).enumerate() {
            let &[first, second] = pair else { continue };
            *code = self.code(first, second);
            letters |= u64::from(*code >= LEAST_LETTER) << i;
        }
        letters
    }
}

impl ByBytes<'_> {
    /// The code of a byte, by the next one.
    #[inline(always)]
    const fn code(self, first: u8, second: u8) -> u8 {
        match (first, second) {
            // U+0620..=U+065F.
            (0xD8, 0xA0..=0xBF) | (0xD9, 0x80..=0x9F) => self.0[(second & 0x3F) as usize],
            // «», the Arabic comma, semicolon and question mark.
            (0xC2, 0xAB | 0xBB) | (0xD8, 0x8C | 0x9B | 0x9F) => WIDE_MARK,
            (b'.', b' ' | b'\n') => STOP,
            (b'-', b' ') => MARK,
            _ => OF_ASCII[(first & 0x7F) as usize] * (first < 0x80) as u8,
        }
    }
}

/// The codes of ASCII, whatever stands behind.
pub(crate) static OF_ASCII: [u8; 128] = {
    let mut codes = [0; 128];
    let marks = b"!\"(),:;?[]";
    let mut i = 0;
    while i < marks.len() {
        codes[marks[i] as usize] = MARK;
        i += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        codes[digit as usize] = DIGIT;
        digit += 1;
    }
    codes[b' ' as usize] = BLANK;
    codes[b'\n' as usize] = LINE;
    codes
};
