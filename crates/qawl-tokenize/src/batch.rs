//! The tokens of some bytes of a text, found together.

use crate::Tokenizer;
use crate::look::{Look, REACH, WIDTH};
use crate::measure::is_shown_as_emoji;
use crate::row::{Place, ROOM, Row};
use crate::sorter::Sorter;
use crate::sorts::{is_single_mark, sort};
use crate::stop::ends_dotted;
use crate::window::{Carry, Kinds, Starts, Wishes};

/// How many bytes are looked at together: a place among them is one byte.
pub(crate) const LEN: usize = 256;

/// Which tokens are wanted.
pub(crate) trait Wanted: Clone {
    const EMPTY: Self;

    fn clear(&mut self);

    /// Takes what begins in the window at byte `base` of the batch.
    fn take(&mut self, how: impl Place, base: usize, starts: &Starts);

    /// Takes the end of the text.
    fn finish(&mut self, at: usize);
}

/// All tokens: where they begin.
#[derive(Clone, Debug)]
pub(crate) struct AllTokens {
    pub(crate) starts: Row<{ LEN + ROOM }>,
}

impl Wanted for AllTokens {
    const EMPTY: Self = Self { starts: Row::EMPTY };

    fn clear(&mut self) {
        self.starts.clear();
    }

    #[inline(always)]
    fn take(&mut self, how: impl Place, base: usize, starts: &Starts) {
        self.starts.push_bits(how, base, starts.all);
    }

    fn finish(&mut self, at: usize) {
        self.starts.push(at);
    }
}

/// Words and numbers, and what may turn out to be one: where each begins and ends.
#[derive(Clone, Debug)]
pub(crate) struct WordsAlone {
    /// A byte may end one word and begin another.
    edges: Row<{ 2 * LEN + ROOM }>,
}

impl WordsAlone {
    /// How many have both.
    #[inline(always)]
    pub(crate) const fn len(&self) -> usize {
        self.edges.len() / 2
    }

    #[inline(always)]
    pub(crate) fn start(&self, index: usize) -> usize {
        self.edges.get(2 * index)
    }

    #[inline(always)]
    pub(crate) fn end(&self, index: usize) -> usize {
        self.edges.get(2 * index + 1)
    }

    /// The start of the last one, if its end is not known.
    pub(crate) fn unfinished(&self) -> Option<usize> {
        self.edges.last().filter(|_| self.edges.len() % 2 == 1)
    }
}

impl Wanted for WordsAlone {
    const EMPTY: Self = Self { edges: Row::EMPTY };

    fn clear(&mut self) {
        self.edges.clear();
    }

    #[inline(always)]
    fn take(&mut self, how: impl Place, base: usize, starts: &Starts) {
        if starts.words & starts.behind_words == 0 {
            self.edges.push_bits(how, base, starts.words | starts.behind_words);
        } else {
            self.edges.push_both(base, starts.behind_words, starts.words);
        }
    }

    fn finish(&mut self, at: usize) {
        if self.unfinished().is_some() {
            self.edges.push(at);
        }
    }
}

/// Tokens that begin somewhere from a byte of the text on.
#[derive(Clone, Debug)]
pub(crate) struct Batch<W> {
    pub(crate) wanted: W,
    /// What the characters are that begin at each byte.
    pub(crate) sorts: [u8; LEN],
    /// The first byte of the last token that was seen.
    pub(crate) last: usize,
    wishes: Wishes,
}

impl<W: Wanted> Batch<W> {
    pub(crate) const EMPTY: Self =
        Self { wanted: W::EMPTY, sorts: [0; LEN], last: 0, wishes: Wishes::NONE };

    /// Finds the tokens at the start of `rest`, where one begins. The last one of a full batch is
    /// left for the next, as nothing is known of its end.
    ///
    /// Of Unicode's boundaries nothing is known here: the first token is the last one.
    pub(crate) fn fill(&mut self, sorter: Sorter, tokenizer: &Tokenizer, rest: &str) {
        self.wanted.clear();
        self.last = 0;
        if tokenizer.has_unicode_boundaries() {
            return;
        }
        match tokenizer.wishes() {
            None => sorter.fill::<W, false>(self, rest),
            Some(wishes) => {
                self.wishes = wishes;
                sorter.fill::<W, true>(self, rest);
            }
        }
        if rest.len() < LEN {
            self.wanted.finish(rest.len());
            self.last = rest.len();
        }
    }

    /// Looks at the bytes that it has room for. Without wishes they cost nothing.
    #[inline(always)]
    pub(crate) fn fill_by<const WISHES: bool>(&mut self, how: impl Look, rest: &str) {
        let bytes = rest.as_bytes();
        let mut carry = Carry::default();
        for base in (0..bytes.len().min(LEN)).step_by(WIDTH) {
            let ahead = bytes.get(base..).unwrap_or_default();
            if let Some(window) = ahead.first_chunk() {
                carry = self.take::<WISHES>(how, rest, base, window, carry);
            } else {
                // What stands behind the text is cut off again.
                carry = self.take::<WISHES>(how, rest, base, &padded(ahead), carry);
            }
        }
    }

    /// Takes the window at byte `base`, behind one that ended in `before`.
    #[inline(always)]
    fn take<const WISHES: bool>(
        &mut self,
        how: impl Look,
        rest: &str,
        base: usize,
        window: &[u8; REACH],
        before: Carry,
    ) -> Carry {
        let sorts = self.sorts.get_mut(base..).and_then(|sorts| sorts.first_chunk_mut());
        let Some(sorts) = sorts else { return before };
        let sorted = how.look(window, sorts);
        let mut kinds = Kinds::new(&sorted, before);
        if let Some(left) = rest.len().checked_sub(base).filter(|left| *left < WIDTH) {
            kinds.cut(left);
        }
        if kinds.wide != 0 {
            self.sort_wide(rest, base, &mut kinds, before);
        }
        let marks = kinds.may_join(sorted.high, before).then(|| how.marks(window));
        let wishes = if WISHES { self.wishes } else { Wishes::NONE };
        let mut starts = kinds.starts(marks.as_ref(), wishes, before);
        if starts.stops != 0 {
            starts.trigger |= dotted(rest, base, starts.stops);
        }
        if starts.special | starts.trigger & starts.all != 0 {
            self.mark_measured(base, &starts);
        }
        self.wanted.take(how, base, &starts);
        if starts.all != 0 {
            self.last = base + WIDTH - 1 - starts.all.leading_zeros() as usize;
        }
        kinds.carry(wishes, sorted.lead)
    }

    /// Tells the punctuation among the characters that are neither ASCII nor of the Arabic block.
    /// The others are measured.
    #[inline(never)]
    fn sort_wide(&mut self, rest: &str, base: usize, kinds: &mut Kinds, before: Carry) {
        kinds.leave_tail(before);
        let mut heads = kinds.wide & kinds.head;
        kinds.other |= heads;
        while heads != 0 {
            let at = heads.trailing_zeros() as usize;
            let c = rest.get(base + at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
            if is_single_mark(c) && !rest.get(base + at..).is_some_and(is_shown_as_emoji) {
                kinds.other &= !(1 << at);
                kinds.wide &= !(((1 << c.len_utf8()) - 1) << at);
                self.sort(base + at, sort::PUNCTUATION);
            }
            heads &= heads - 1;
        }
    }

    /// Marks the tokens that are measured a character at a time.
    #[inline(never)]
    fn mark_measured(&mut self, base: usize, starts: &Starts) {
        let mut special = starts.special;
        while special != 0 {
            self.mark(base + special.trailing_zeros() as usize);
            special &= special - 1;
        }
        let mut trigger = starts.trigger & starts.all;
        while trigger != 0 {
            let below = starts.all & ((trigger & trigger.wrapping_neg()) - 1);
            // The token that seems to end there began in this window or before it.
            let start = match below {
                0 => self.last,
                _ => base + WIDTH - 1 - below.leading_zeros() as usize,
            };
            self.mark(start);
            trigger &= trigger - 1;
        }
    }

    /// What the character at `at` is.
    #[inline(always)]
    pub(crate) fn sort_at(&self, at: usize) -> u8 {
        self.sorts.get(at).copied().unwrap_or(sort::OTHER)
    }

    /// Says what the character at `at` is.
    pub(crate) fn sort(&mut self, at: usize, sort: u8) {
        if let Some(to) = self.sorts.get_mut(at) {
            *to = sort;
        }
    }

    /// Marks the token at `at` to be measured a character at a time.
    pub(crate) fn mark(&mut self, at: usize) {
        self.sort(at, sort::OTHER);
    }
}

/// Those of the full stops `stops` that belong to the word before them, which may be a longer word.
#[inline(never)]
fn dotted(rest: &str, base: usize, mut stops: u64) -> u64 {
    let mut found = 0;
    while stops != 0 {
        let stop = stops & stops.wrapping_neg();
        let before = rest.get(..base + stop.trailing_zeros() as usize).unwrap_or_default();
        if ends_dotted(before) {
            found |= stop;
        }
        stops &= stops - 1;
    }
    found
}

/// The last bytes of a text, with zeros behind them.
#[inline(always)]
fn padded(bytes: &[u8]) -> [u8; REACH] {
    let mut window = [0; REACH];
    if let Some(to) = window.get_mut(..bytes.len()) {
        to.copy_from_slice(bytes);
    }
    window
}
