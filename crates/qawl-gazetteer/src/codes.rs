//! What stands at each byte of a stretch of text, found together: letters, folded, blanks and marks.

use crate::hash::{self, BLOCK, Hasher};
use crate::letters::Letters;

/// How many bytes are looked at together.
pub(crate) const LEN: usize = 1024;
/// How many codes are read at once.
const READ: usize = 2 * BLOCK;
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
    codes: [u8; LEN + READ],
    /// A bit for each byte of such letters.
    letters: [u8; LEN / 8 + 8],
    sorts: [Sorts; LEN / 64],
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
/// A full stop before a space or a line feed. It may belong to the word before it.
pub(crate) const STOP: u8 = 5;
/// A digit of ASCII.
pub(crate) const DIGIT: u8 = 6;
/// A mark of vowels that folding deletes wherever it stands.
pub(crate) const VOWEL: u8 = 7;
/// No letter has so low a code.
pub(crate) const LEAST_LETTER: u8 = 0x20;

/// Some bytes of text, and one more.
pub(crate) type Window = [u8; 65];

/// What is seen of 64 bytes, a bit a byte.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    /// The first bytes of letters.
    pub(crate) letters: u64,
    /// [`VOWEL`].
    pub(crate) vowels: u64,
    /// [`BLANK`], [`LINE`] and [`MARK`].
    pub(crate) narrow: u64,
    /// [`WIDE_MARK`].
    pub(crate) wide: u64,
    /// [`STOP`].
    pub(crate) stops: u64,
}

/// What 64 bytes of a stretch are, a bit a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sorts {
    /// Of letters and vowels.
    pub(crate) letters: u64,
    /// The first bytes of vowels.
    pub(crate) vowels: u64,
    /// Blanks and marks.
    pub(crate) plain: u64,
    /// Full stops, which may belong to the word before them.
    pub(crate) stops: u64,
}

/// A way to look at 64 bytes. All ways see the same.
pub(crate) trait Look: Copy {
    /// Writes the codes.
    fn look(self, window: &Window, codes: &mut [u8; 64]) -> Seen;
}

impl Codes {
    /// Nothing was looked at.
    pub(crate) const EMPTY: Self = Self {
        start: 1,
        end: 0,
        codes: [0; LEN + READ],
        letters: [0; LEN / 8 + 8],
        sorts: [Sorts { letters: 0, vowels: 0, plain: 0, stops: 0 }; LEN / 64],
    };

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
        let (mut letter, mut vowel, mut mark) = (0, 0, 0);
        let rows = self.codes.as_chunks_mut().0.iter_mut();
        let rows = rows.zip(self.letters.as_chunks_mut().0).zip(&mut self.sorts);
        for (i, ((codes, letters), sorts)) in rows.enumerate().take(rest.len().div_ceil(64)) {
            let ahead = rest.get(64 * i..).unwrap_or_default();
            let seen = match ahead.first_chunk() {
                Some(window) => how.look(window, codes),
                None => how.look(&padded(ahead), codes),
            };
            let all = seen.letters | seen.letters << 1 | letter;
            *letters = all.to_le_bytes();
            let plain = seen.narrow | seen.wide | seen.wide << 1 | mark;
            let vowels = seen.vowels | seen.vowels << 1 | vowel;
            *sorts = Sorts { letters: all | vowels, vowels: seen.vowels, plain, stops: seen.stops };
            (letter, vowel, mark) = (seen.letters >> 63, seen.vowels >> 63, seen.wide >> 63);
        }
    }

    #[cfg(test)]
    pub(crate) fn sees_as(&self, other: &Self) -> bool {
        self.codes == other.codes && self.letters == other.letters && self.sorts == other.sorts
    }

    /// Whether byte `at` was looked at, or the one before it.
    #[inline(always)]
    pub(crate) const fn sees(&self, at: usize) -> bool {
        self.start <= at && at <= self.end
    }

    /// The code of byte `at` of the text; 0 where that was not looked at.
    #[inline(always)]
    pub(crate) fn code(&self, at: usize) -> u8 {
        let here = at.wrapping_sub(self.start);
        let code = self.codes.get(here);
        if at < self.end { code.copied().unwrap_or_default() } else { 0 }
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

    /// The hash of the letters at `start..end`, in the stretch.
    #[inline(always)]
    pub(crate) fn hash(&self, start: usize, end: usize) -> u64 {
        self.hash_in(start - self.start, end - self.start)
    }

    #[inline(never)]
    fn hash_on(&self, hash: u64, start: usize, end: usize) -> u64 {
        let blocks = (start..end).step_by(READ).map(|at| self.block(at, end - at));
        blocks.fold(hash, |hash, block| hash::with_block(hash, hash::packed(block)))
    }

    /// The first byte of the stretch that was looked at.
    #[inline(always)]
    pub(crate) const fn start(&self) -> usize {
        self.start
    }

    /// The byte behind that stretch.
    #[inline(always)]
    pub(crate) const fn end(&self) -> usize {
        self.end
    }

    /// What each 64 bytes of the stretch are.
    #[inline(always)]
    pub(crate) fn sorts(&self) -> &[Sorts] {
        self.sorts.get(..(self.end - self.start).div_ceil(64)).unwrap_or_default()
    }

    /// The hash of the word at `start..end` of the stretch.
    #[inline(always)]
    pub(crate) fn hash_in(&self, start: usize, end: usize) -> u64 {
        let len = end - start;
        // It is less: so that no one asks again.
        let at = start % LEN;
        let codes = self.codes.get(at..at + READ).and_then(|codes| codes.first_chunk());
        let codes = codes.map_or(0, |codes| u128::from_le_bytes(*codes));
        let [low, high] = HALVES[len.min(READ)];
        let block = codes as u64 & low | ((codes >> 64) as u64 & high) << 8;
        let hash = hash::with_block(hash::LETTERS, block);
        if len <= READ {
            hash
        } else {
            self.hash_on(hash, self.start + start + READ, self.start + end)
        }
    }

    /// The same of a word with vowels in it.
    #[inline(never)]
    pub(crate) fn hash_marked(&self, start: usize, end: usize) -> u64 {
        let codes = self.codes.get(start..end).unwrap_or_default().iter().step_by(2);
        let mut hash = Hasher::default();
        codes.filter(|&&code| code != VOWEL).for_each(|&code| hash.add(code));
        hash.finish().unwrap_or(hash::LETTERS)
    }

    /// Whether a word that would end before byte `end` of the text does: nothing there belongs to it.
    #[inline(always)]
    pub(crate) fn ends_word(&self, end: usize) -> bool {
        let (last, code) = (self.code(end - 2), self.code(end));
        code.wrapping_sub(1) < STOP - 1 || code == STOP && last != KHAH
    }

    /// Whether a blank stands at byte `at` of the stretch.
    #[inline(always)]
    pub(crate) const fn is_blank(&self, at: usize) -> bool {
        self.codes[at % LEN] == BLANK
    }
}

/// Words with this last letter may be one token with a full stop behind them: «إلخ.» ("etc.").
const KHAH: u8 = 0x2E;

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

/// The same in two halves.
static HALVES: [[u64; 2]; READ + 1] = {
    let mut halves = [[0; 2]; READ + 1];
    let mut len = 0;
    while len <= READ {
        halves[len] = [USED[len] as u64, (USED[len] >> 64) as u64];
        len += 1;
    }
    halves
};

/// The last bytes of a text. It ends as a line does.
#[inline(always)]
fn padded(bytes: &[u8]) -> Window {
    let mut window = [b'\n'; 65];
    window.iter_mut().zip(bytes).for_each(|(to, byte)| *to = *byte);
    window
}

/// Byte by byte.
#[derive(Clone, Copy)]
pub(crate) struct ByBytes<'l>(pub(crate) &'l [u8; 64]);

impl Look for ByBytes<'_> {
    #[inline(always)]
    fn look(self, window: &Window, codes: &mut [u8; 64]) -> Seen {
        let mut seen = Seen::default();
        for (i, (code, pair)) in codes.iter_mut().zip(window.windows(2)).enumerate() {
            let &[first, second] = pair else { continue };
            *code = self.code(first, second);
            seen.letters |= u64::from(*code >= LEAST_LETTER) << i;
            seen.vowels |= u64::from(*code == VOWEL) << i;
            seen.narrow |= u64::from(matches!(*code, BLANK..=MARK)) << i;
            seen.wide |= u64::from(*code == WIDE_MARK) << i;
            seen.stops |= u64::from(*code == STOP) << i;
        }
        seen
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
