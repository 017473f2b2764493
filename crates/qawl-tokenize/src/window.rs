//! Where tokens begin in 64 bytes.
//!
//! Letters of one kind, digits, spaces and full stops make runs; a token begins where a run begins,
//! and at every other character. That is so for nearly all tokens of a text, and those for which it
//! is not (addresses, abbreviations, numbers with separators, emoji) show a sign: `special` at
//! their first byte, or `trigger` at the byte behind the run. They are measured a character at a
//! time.

use crate::look::{Marks, Sorted, WIDTH};

/// What the bytes of a window are, a bit a byte.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kinds {
    /// Letters and marks of the Arabic block, both bytes.
    pub(crate) arabic: u64,
    /// ASCII letters.
    pub(crate) latin: u64,
    /// Digits of the three rows, all their bytes.
    pub(crate) digit: u64,
    /// ASCII white space.
    pub(crate) space: u64,
    /// First bytes of characters that are none of the above and no punctuation: measured.
    pub(crate) other: u64,
    /// All bytes of characters that are neither ASCII nor of the Arabic block, but for punctuation.
    pub(crate) wide: u64,
    /// First bytes of characters.
    pub(crate) head: u64,
    /// `@` `#`, with which a mention or a tag begins.
    pub(crate) sign: u64,
    pub(crate) dot: u64,
}

/// The runs in which a window ends: what its last byte is, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Carry {
    arabic: u64,
    latin: u64,
    digit: u64,
    space: u64,
    measured: u64,
    lead: u64,
}

/// What is measured beside what must be, all bits or none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wishes {
    /// Digits behind letters, and letters behind digits.
    pub(crate) joined_digits: u64,
    /// Punctuation.
    pub(crate) singles: u64,
}

impl Wishes {
    pub(crate) const NONE: Self = Self { joined_digits: 0, singles: 0 };
}

/// Where tokens begin in a window.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Starts {
    /// The first bytes of tokens.
    pub(crate) all: u64,
    /// Those of them that are measured a character at a time.
    pub(crate) special: u64,
    /// Bytes behind runs that may go on.
    pub(crate) trigger: u64,
    /// Full stops behind Arabic words.
    pub(crate) stops: u64,
    /// Those of `all` with which a word or a number may begin.
    pub(crate) words: u64,
    /// Those of `all` behind one that may be a word or a number.
    pub(crate) behind_words: u64,
}

/// The bytes before those of `mask`; anything may follow the last byte of a window.
#[inline(always)]
const fn ahead(mask: u64) -> u64 {
    mask >> 1 | 1 << (WIDTH - 1)
}

impl Kinds {
    /// The kinds of the bytes of a window behind one that ended in `before`, in whose last byte a
    /// character may begin.
    #[inline(always)]
    pub(crate) const fn new(sorted: &Sorted, before: Carry) -> Self {
        let Sorted { arabic, digit, lead, .. } = *sorted;
        let tail = sorted.trail & 1;
        Self {
            arabic: arabic | arabic << 1 | (before.arabic & tail),
            latin: sorted.latin,
            digit: digit | (digit & lead) << 1 | (before.digit & tail),
            space: sorted.space,
            other: sorted.other,
            wide: sorted.high & !(lead | lead << 1 | before.lead),
            head: !sorted.trail,
            sign: sorted.sign,
            dot: sorted.dot,
        }
    }

    /// The bytes of words and numbers.
    #[inline(always)]
    const fn words(&self) -> u64 {
        self.arabic | self.latin | self.digit
    }

    /// Leaves the first `len` bytes.
    pub(crate) const fn cut(&mut self, len: usize) {
        let mask = (1 << len) - 1;
        self.arabic &= mask;
        self.latin &= mask;
        self.digit &= mask;
        self.space &= mask;
        self.other &= mask;
        self.wide &= mask;
        self.head &= mask;
        self.sign &= mask;
        self.dot &= mask;
    }

    /// The bytes of what may turn out to be a word when it is measured, or to hold one.
    #[inline(always)]
    const fn measured(&self, wishes: Wishes) -> u64 {
        self.wide | self.sign | (wishes.singles & !(self.words() | self.space))
    }

    /// Forgets the end of a wide character that began in the window before, if that was none that
    /// is measured.
    pub(crate) const fn leave_tail(&mut self, before: Carry) {
        if before.measured == 0 {
            let tails = self.wide & !self.head;
            self.wide &= !(tails & !tails.wrapping_add(1));
        }
    }

    #[inline(always)]
    pub(crate) const fn carry(&self, wishes: Wishes, lead: u64) -> Carry {
        let last = WIDTH - 1;
        Carry {
            arabic: self.arabic >> last,
            latin: self.latin >> last,
            digit: self.digit >> last,
            space: self.space >> last,
            measured: self.measured(wishes) >> last,
            lead: lead >> last,
        }
    }

    /// Whether an ASCII character that makes no run may stand inside a token: it stands behind a
    /// word and before another or such a character.
    #[inline(always)]
    pub(crate) const fn may_join(&self, high: u64, before: Carry) -> bool {
        let words = self.words();
        let singles = !(high | words | self.space);
        let behind = words << 1 | before.arabic | before.latin | before.digit;
        singles & behind & ahead(words | self.other | singles) != 0
    }

    /// Where tokens begin, behind a window that ended in `before`.
    #[inline(always)]
    pub(crate) fn starts(&self, marks: Option<&Marks>, wishes: Wishes, before: Carry) -> Starts {
        let &Self { arabic, latin, digit, space, other, head, sign, dot, .. } = self;
        let behind_arabic = arabic << 1 | before.arabic;
        let behind_latin = latin << 1 | before.latin;
        let behind_digit = digit << 1 | before.digit;
        let behind_space = space << 1 | before.space;
        let single = head & !(arabic | latin | digit | space);
        let all = (arabic & !behind_arabic)
            | (latin & !behind_latin)
            | (digit & !behind_digit)
            | (space & !behind_space)
            | single;
        let behind_words = behind_arabic | behind_latin | behind_digit;
        let mut trigger = (digit & behind_latin)
            | (latin & behind_digit)
            | (other & (behind_words | behind_space));
        let joined = (digit & behind_arabic) | ((arabic | latin) & behind_digit);
        trigger |= joined & wishes.joined_digits;
        // Full stops in a row are one token; before another character the keys of the telephone
        // may stand.
        let special =
            sign | other | (dot & ahead(dot)) | (single & (ahead(other) | wishes.singles));
        if let Some(marks) = marks {
            trigger |= (dot & behind_arabic & ahead(arabic | other))
                | (marks.addresses(self) & behind_latin)
                | ((dot | marks.separator) & behind_digit & ahead(digit));
        }
        let measured = self.measured(wishes);
        Starts {
            all,
            special,
            trigger,
            stops: dot & behind_arabic,
            words: all & (self.words() | measured),
            behind_words: all & (behind_words | measured << 1 | before.measured),
        }
    }
}

impl Marks {
    /// The bytes behind a Latin word at which it may turn out to begin an address: what may stand
    /// in one goes on from there to an `@` or to a full stop inside it.
    #[inline(always)]
    fn addresses(&self, kinds: &Kinds) -> u64 {
        let joints = kinds.dot | self.joint | kinds.sign;
        let run = kinds.latin | kinds.digit | joints;
        // In the last byte of the window anything may begin.
        let mut found = kinds.sign | kinds.dot & ahead(run) | run & 1 << (WIDTH - 1);
        let mut joined = run;
        for step in [1, 2, 4, 8, 16, 32] {
            found |= joined & found >> step;
            joined &= joined >> step;
        }
        self.separator & ahead(self.separator) | found & joints
    }
}
