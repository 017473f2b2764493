//! Where in a text names may begin.
//!
//! Most words of a text begin none. They are passed over by their hashes alone: nothing is kept of them
//! but where the last few begin.

use crate::cutter::{Cursor, Cutter};
use crate::filter::Marks;
use crate::fold::{Fold, Hashed};
use crate::hash;
use crate::sieve::{Pending, Sieve};

/// How many places are remembered: a power of two.
const PLACES: usize = 8;

/// A pass over a text.
#[derive(Clone)]
pub(crate) struct Scan<'g, 'a> {
    pub(crate) cutter: Cutter<'g, 'a>,
    sieve: Sieve<'g>,
    cursor: Cursor,
    last: Word,
    /// What is left to ask of the last word until the next piece is known.
    pending: Pending,
    /// Where the last pieces begin, with the gap before each.
    places: [Cursor; PLACES],
    /// How many pieces were cut since the scan began where it was told.
    count: usize,
}

/// A word with which names may begin.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: usize,
    hash: u64,
    marks: Marks,
}

impl Word {
    const NONE: Self = Self { start: 0, hash: 0, marks: Marks::NONE };
}

/// A place where a name may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    /// Where its first word stands, the gap before it left out.
    pub(crate) start: usize,
    pub(crate) marks: Marks,
    /// How many pieces were cut up to there, itself included.
    count: usize,
}

impl<'g, 'a> Scan<'g, 'a> {
    pub(crate) fn new(text: &'a str, fold: &'g Fold, sieve: Sieve<'g>) -> Self {
        Self {
            cutter: Cutter::new(text, fold),
            sieve,
            cursor: Cursor::default(),
            last: Word::NONE,
            pending: Pending::default(),
            places: [Cursor::default(); PLACES],
            count: 0,
        }
    }

    /// What may begin with the folded word of this hash.
    pub(crate) fn marks(&self, hash: u64) -> Marks {
        self.sieve.beginnings.marks(hash)
    }

    /// Goes to where a piece or the gap before one begins.
    pub(crate) const fn seek(&mut self, cursor: Cursor) {
        self.cursor = cursor;
        self.last = Word::NONE;
        self.count = 0;
    }

    /// The next place where a name may begin. The scan goes on behind its first word.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> Option<Beginning> {
        loop {
            if let Some(found) = self.pass_words() {
                return Some(found);
            }
            let before = self.cursor;
            self.cutter.look(before.at);
            let Some((piece, Hashed { hash, .. })) = self.cutter.next(&mut self.cursor) else {
                return self.ask(self.last, None);
            };
            if !self.last.marks.is_empty() {
                let found = self.ask(self.last, piece.may_continue().then_some(hash));
                if found.is_some() {
                    self.cursor = before;
                    return found;
                }
            }
            let [start, end] = [piece.span.start(), piece.span.end()];
            let mut marks = if piece.may_begin() { self.marks(hash) } else { Marks::default() };
            if marks.is_alone() {
                marks = self.note([start, end], hash, marks);
            }
            self.last = Word { start, hash, marks };
            self.keep(before);
        }
    }

    /// Passes over short words behind single blanks, up to a place where a name may begin.
    #[inline(always)]
    fn pass_words(&mut self) -> Option<Beginning> {
        let (base, end) = self.cutter.codes().stretch();
        let (mut here, mut last) = (self.cursor.at.wrapping_sub(base), self.last);
        let Sieve { beginnings, pairs, .. } = self.sieve;
        while here < end {
            let Some((len, codes)) = self.cutter.codes().glance(here).word() else { break };
            let hash = hash::with_block(hash::LETTERS, hash::packed(codes));
            let marks = beginnings.marks(hash);
            // Without a branch: what may go on and does not is frequent, and follows no pattern.
            if last.marks.is_due(pairs.marks(hash::joined(last.hash, hash))) {
                let found = self.ask(last, Some(hash));
                if found.is_some() {
                    self.cursor = Cursor { at: base + here, behind_word: true };
                    return found;
                }
            }
            let start = base + here + 1;
            last = Word { start, hash, marks };
            if marks.is_alone() {
                last.marks = self.note([start, start + len], hash, marks);
            }
            self.keep(Cursor { at: start - 1, behind_word: true });
            here += len + 1;
        }
        if self.cursor.at != base.wrapping_add(here) {
            self.cursor = Cursor { at: base + here, behind_word: true };
            self.last = last;
        }
        None
    }

    #[inline(always)]
    fn keep(&mut self, cursor: Cursor) {
        self.places[self.count % PLACES] = cursor;
        self.count += 1;
    }

    /// What of `marks` holds for the word at `start..end`, which may be a name, or hide one.
    #[inline(never)]
    fn note(&mut self, [start, end]: [usize; 2], hash: u64, marks: Marks) -> Marks {
        self.pending.clear();
        let marks = self.sieve.name(marks, hash);
        // What is not of letters alone is not taken apart.
        let codes = self.cutter.codes();
        let may_hide = marks.has(Marks::CUT) && codes.run(start) == end - start;
        if may_hide { self.sieve.cut(codes, [start, end], marks, &mut self.pending) } else { marks }
    }

    /// Asks whether a name may begin with the `last` word, now that the hash of the next piece is known.
    #[inline(never)]
    fn ask(&mut self, last: Word, next: Option<u64>) -> Option<Beginning> {
        self.last = Word::NONE;
        let Word { start, hash, marks } = last;
        let marks = self.sieve.before(next, hash, marks, &self.pending);
        (!marks.is_empty()).then_some(Beginning { start, marks, count: self.count })
    }

    /// Where the piece begins that stands `back` places before a beginning just found; None where the
    /// scan began behind that.
    pub(crate) fn before(&self, beginning: Beginning, back: usize) -> Option<Cursor> {
        let place = beginning.count.checked_sub(back + 1)?;
        self.places.get(place % PLACES).copied()
    }
}
