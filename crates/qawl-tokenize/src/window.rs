//! 64 bytes of a text, each byte sorted by what it is to a token, a bit a byte.
//!
//! Letters of one kind, digits, spaces and full stops make runs; a token begins where a run begins,
//! and at every other character. That is so for nearly all tokens of a text, and those for which it
//! is not (addresses, abbreviations, numbers with separators, emoji) show a sign: `special` at
//! their first byte, or `trigger` at the byte behind the run. They are measured a character at a
//! time.

use qawl_core::letters;

use crate::class::is_punctuation;

/// How many bytes a window is.
pub(crate) const WIDTH: usize = 64;

/// What the bytes of a window are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Kinds {
    /// Letters and marks of the Arabic block, both bytes.
    pub(crate) arabic: u64,
    /// ASCII letters.
    pub(crate) latin: u64,
    /// Digits of the three rows.
    pub(crate) digit: u64,
    /// ASCII white space.
    pub(crate) space: u64,
    /// First bytes of characters that are neither ASCII nor of the Arabic block, and of those of
    /// the block that are none of the above and no punctuation.
    pub(crate) other: u64,
    /// First bytes of characters.
    pub(crate) head: u64,
    pub(crate) dot: u64,
    /// `,` `/` `:`, which may stand inside a number.
    pub(crate) separator: u64,
    /// U+066B ARABIC DECIMAL SEPARATOR and U+066C ARABIC THOUSANDS SEPARATOR.
    pub(crate) number_sign: u64,
    /// `-` `_` `+` `%`, over which an address may go on.
    pub(crate) joint: u64,
    /// `:`, which may stand behind the scheme of an address.
    pub(crate) colon: u64,
    pub(crate) at: u64,
    pub(crate) hash: u64,
    /// `*`, which may be a key of the telephone.
    pub(crate) star: u64,
}

impl Kinds {
    /// The bytes behind a Latin word at which it may turn out to begin an address: what may stand
    /// in one goes on from there to an `@` or to a full stop inside it.
    fn addresses(&self, ahead: impl Fn(u64) -> u64) -> u64 {
        let scheme = self.colon & ahead(self.separator);
        if (self.dot | self.joint | self.at) == 0 {
            return scheme;
        }
        let run = self.latin | self.digit | self.dot | self.joint | self.at;
        // In the last byte of the window anything may begin.
        let mut found = self.at | self.dot & ahead(run) | run & 1 << (WIDTH - 1);
        let mut joined = run;
        for step in [1, 2, 4, 8, 16, 32] {
            found |= joined & found >> step;
            joined &= joined >> step;
        }
        scheme | found & (self.dot | self.joint | self.at)
    }

    /// The first `len` bytes of them.
    #[cfg(feature = "simd")]
    pub(crate) const fn cut(self, len: usize) -> Self {
        let mask = low_bits(len);
        Self {
            arabic: self.arabic & mask,
            latin: self.latin & mask,
            digit: self.digit & mask,
            space: self.space & mask,
            other: self.other & mask,
            head: self.head & mask,
            dot: self.dot & mask,
            separator: self.separator & mask,
            number_sign: self.number_sign & mask,
            joint: self.joint & mask,
            colon: self.colon & mask,
            at: self.at & mask,
            hash: self.hash & mask,
            star: self.star & mask,
        }
    }
}

/// A window of a text and where tokens begin in it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Window {
    /// Where it begins in the text.
    pub(crate) base: usize,
    /// The first bytes of tokens behind the one at hand.
    pub(crate) starts: u64,
    pub(crate) arabic: u64,
    pub(crate) latin: u64,
    pub(crate) digit: u64,
    pub(crate) space: u64,
    /// First bytes of tokens that are measured a character at a time.
    pub(crate) special: u64,
    /// Bytes behind runs that may go on.
    pub(crate) trigger: u64,
}

/// What makes a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    Arabic,
    Latin,
    Digit,
    Space,
    /// The character is a token by itself.
    None,
}

/// By a bit for each kind of run.
static RUNS: [Run; 16] = {
    let mut runs = [Run::None; 16];
    (runs[1], runs[2], runs[4], runs[8]) = (Run::Arabic, Run::Latin, Run::Digit, Run::Space);
    runs
};

/// The lowest `len` bits.
pub(crate) const fn low_bits(len: usize) -> u64 {
    if len >= WIDTH { u64::MAX } else { (1 << len) - 1 }
}

impl Window {
    /// The window at `base`. What stood before it does not matter: a token begins there.
    pub(crate) fn at(text: &str, base: usize) -> Self {
        let mut window = Self::read(text, base, &Self::default());
        window.enter(0);
        window
    }

    /// The window behind this one, in which its last run goes on.
    pub(crate) fn next(&self, text: &str) -> Self {
        Self::read(text, self.base + WIDTH, self)
    }

    /// What run the byte at `at` belongs to.
    #[inline]
    pub(crate) fn run_at(&self, at: usize) -> Run {
        let bit = |mask: u64| (mask >> at & 1) as usize;
        let index = bit(self.arabic) | bit(self.latin) << 1 | bit(self.digit) << 2;
        RUNS[(index | bit(self.space) << 3) & 15]
    }

    /// Whether the token at `at` is measured a character at a time.
    #[inline]
    pub(crate) const fn is_special(&self, at: usize) -> bool {
        self.special >> at & 1 == 1
    }

    /// The end in the text of the token at hand, and whether it may go on there. The token there is
    /// at hand from now on.
    #[inline]
    pub(crate) const fn pop(&mut self) -> (usize, bool) {
        let end = self.starts.trailing_zeros() as usize & (WIDTH - 1);
        self.starts &= self.starts.wrapping_sub(1);
        (self.base + end, self.trigger >> end & 1 == 1)
    }

    /// The token at `at` is at hand, whatever the window says.
    pub(crate) const fn enter(&mut self, at: usize) {
        self.starts &= !low_bits(at + 1);
    }

    /// Moves on to the first token from the one at `at` on that may be a word or a number.
    #[inline]
    pub(crate) const fn enter_word(&mut self, at: usize) -> Option<usize> {
        let words = self.arabic | self.latin | self.digit | self.special;
        let found = (self.starts | 1 << at) & words & !low_bits(at);
        if found == 0 {
            return None;
        }
        let at = found.trailing_zeros() as usize;
        self.enter(at);
        Some(at)
    }

    fn read(text: &str, base: usize, before: &Self) -> Self {
        let rest = text.as_bytes().get(base..).unwrap_or_default();
        let mut kinds = kinds(rest);
        let mut mark = 0; // single punctuation that is neither ASCII nor of the Arabic block
        let mut left = kinds.other;
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            let c = text.get(base + at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            if is_punctuation(c) {
                mark |= 1 << at;
            }
        }
        kinds.other &= !mark;
        if rest.first().is_some_and(|byte| byte & 0xC0 == 0x80) {
            // The last character of the window before ends in this one.
            kinds.arabic |= before.arabic >> (WIDTH - 1);
            kinds.digit |= before.digit >> (WIDTH - 1);
        }
        Self::new(base, rest.len(), &kinds, before)
    }

    fn new(base: usize, rest: usize, kinds: &Kinds, before: &Self) -> Self {
        let Kinds { arabic, latin, digit, space, other, head, dot, .. } = *kinds;
        let carry = |mask: u64, before: u64| mask << 1 | before >> (WIDTH - 1);
        let (a, l) = (carry(arabic, before.arabic), carry(latin, before.latin));
        let (d, s) = (carry(digit, before.digit), carry(space, before.space));
        // Full stops in a row are one token; where a row crosses windows, it is measured.
        let runs = arabic | latin | digit | space;
        let starts = (arabic & !a) | (latin & !l) | (digit & !d) | (space & !s) | (head & !runs);
        // What stands in the last byte may be followed by anything.
        let ahead = |mask: u64| mask >> 1 | 1 << (WIDTH - 1);
        let trigger = (dot & a & ahead(arabic | other))
            | kinds.addresses(ahead) & l
            | (digit & l)
            | ((dot | kinds.separator) & d & ahead(digit))
            | (kinds.number_sign & d)
            | (other & (a | l | d | s | kinds.star << 1));
        let last = kinds.star & (1 << (WIDTH - 1));
        let special = other | kinds.at | kinds.hash | (dot & ahead(dot)) | last;
        // The end of the text, where the last token ends.
        let end = if rest < WIDTH { 1 << rest } else { 0 };
        Self { base, starts: starts | end, arabic, latin, digit, space, special, trigger }
    }
}

/// What each byte of a text is, up to a window's width.
fn kinds(bytes: &[u8]) -> Kinds {
    #[cfg(feature = "simd")]
    return crate::vectors::kinds(fearless_simd::Level::new(), bytes);
    #[cfg(not(feature = "simd"))]
    return scalar(bytes);
}

/// What an ASCII character, or one of the Arabic block, is to [`Kinds`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Arabic,
    Latin,
    Digit,
    Space,
    Single,
    Other,
}

pub(crate) const fn sort_of_block(c: char) -> Sort {
    if letters::is_word_char(c) {
        Sort::Arabic
    } else if letters::is_digit(c) {
        Sort::Digit
    } else if is_punctuation(c) {
        Sort::Single
    } else {
        Sort::Other
    }
}

const fn sort_of_ascii(byte: u8) -> Sort {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Sort::Latin,
        b'0'..=b'9' => Sort::Digit,
        b'\t'..=b'\r' | b' ' => Sort::Space,
        _ => Sort::Single,
    }
}

static BLOCK: [Sort; 256] = {
    let mut sorts = [Sort::Other; 256];
    let mut low = 0;
    while low < 256 {
        if let Some(c) = char::from_u32(0x600 + low) {
            sorts[low as usize] = sort_of_block(c);
        }
        low += 1;
    }
    sorts
};

static ASCII: [Sort; 128] = {
    let mut sorts = [Sort::Single; 128];
    let mut byte = 0;
    while byte < 128 {
        sorts[byte as usize] = sort_of_ascii(byte);
        byte += 1;
    }
    sorts
};

/// A character at a time.
pub(crate) fn scalar(bytes: &[u8]) -> Kinds {
    let mut kinds = Kinds::default();
    let mut at = 0;
    // A character that began before the window.
    while bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
        at += 1;
    }
    while at < WIDTH {
        let Some(&byte) = bytes.get(at) else { break };
        let bit = 1 << at;
        let (sort, both) = if byte < 0x80 {
            match byte {
                b'.' => kinds.dot |= bit,
                b',' | b'/' => kinds.separator |= bit,
                b':' => {
                    kinds.separator |= bit;
                    kinds.colon |= bit;
                }
                b'-' | b'_' | b'+' | b'%' => kinds.joint |= bit,
                b'@' => kinds.at |= bit,
                b'#' => kinds.hash |= bit,
                b'*' => kinds.star |= bit,
                _ => {}
            }
            (ASCII[byte as usize & 127], bit)
        } else if byte & 0xFC == 0xD8 {
            let trail = bytes.get(at + 1).copied().unwrap_or_default();
            if byte == 0xD9 && matches!(trail, 0xAB | 0xAC) {
                kinds.number_sign |= bit;
            }
            (BLOCK[usize::from(byte << 6 | trail & 0x3F)], bit | bit << 1)
        } else {
            let is_head = byte >= 0xC0;
            (if is_head { Sort::Other } else { Sort::Single }, bit)
        };
        if byte & 0xC0 != 0x80 {
            kinds.head |= bit;
        }
        match sort {
            Sort::Arabic => kinds.arabic |= both,
            Sort::Latin => kinds.latin |= both,
            Sort::Digit => kinds.digit |= both,
            Sort::Space => kinds.space |= both,
            Sort::Other => kinds.other |= bit,
            Sort::Single => {}
        }
        at += if both == bit { 1 } else { 2 };
    }
    kinds
}
