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

/// Passes over a text.
#[derive(Clone)]
pub(crate) struct Scan<'g, 'a> {
    pub(crate) cutter: Cutter<'g, 'a>,
    sieve: Sieve<'g>,
    /// What is left to ask of the last word until the next piece is known.
    pending: Pending,
    /// Where the last pieces of a pass begin, with the gap before each.
    places: [Cursor; PLACES],
}

/// How far a pass is. Kept in registers: no function that is called may ask for its address.
#[derive(Clone, Copy, Debug)]
struct Pass {
    cursor: Cursor,
    last: Word,
    /// How many pieces were cut.
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
        let (cutter, pending) = (Cutter::new(text, fold), Pending::default());
        Self { cutter, sieve, pending, places: [Cursor::default(); PLACES] }
    }

    /// What may begin with the folded word of this hash.
    pub(crate) fn marks(&self, hash: u64) -> Marks {
        self.sieve.beginnings.marks(hash)
    }

    /// The first place behind `cursor`, where a piece or the gap before one begins, at which a name may
    /// begin.
    #[inline(never)]
    pub(crate) fn next(&mut self, cursor: Cursor) -> Option<Beginning> {
        let mut pass = Pass { cursor, last: Word::NONE, count: 0 };
        loop {
            let found = self.pass_words(&mut pass);
            if found.is_some() {
                return found;
            }
            let Pass { mut cursor, last, count } = pass;
            self.cutter.look(cursor.at);
            let Some((piece, Hashed { hash, .. })) = self.cutter.next(&mut cursor) else {
                return self.ask(last, None, count);
            };
            if !last.marks.is_empty() {
                let found = self.ask(last, piece.may_continue().then_some(hash), count);
                if found.is_some() {
                    return found;
                }
            }
            let [start, end] = [piece.span.start(), piece.span.end()];
            let mut marks = if piece.may_begin() { self.marks(hash) } else { Marks::NONE };
            if marks.is_alone() {
                marks = self.note([start, end], hash, marks);
            }
            self.keep(pass.cursor, count);
            pass = Pass { cursor, last: Word { start, hash, marks }, count: count + 1 };
        }
    }

    /// Passes over short words behind single blanks, up to a place where a name may begin.
    #[inline(always)]
    fn pass_words(&mut self, pass: &mut Pass) -> Option<Beginning> {
        let (base, end) = self.cutter.codes().stretch();
        let Sieve { beginnings, pairs, .. } = self.sieve;
        let mut here = pass.cursor.at.wrapping_sub(base);
        while here < end {
            let Some((len, codes)) = self.cutter.codes().glance(here).word() else { break };
            let hash = hash::with_block(hash::LETTERS, hash::packed(codes));
            let marks = beginnings.marks(hash);
            // Without a branch: what may go on and does not is frequent, and follows no pattern.
            let last = pass.last;
            if last.marks.is_due(pairs.marks(hash::joined(last.hash, hash))) {
                let found = self.ask(last, Some(hash), pass.count);
                if found.is_some() {
                    return found;
                }
            }
            let start = base + here + 1;
            pass.last = Word { start, hash, marks };
            if marks.is_alone() {
                pass.last.marks = self.note([start, start + len], hash, marks);
            }
            self.keep(pass.cursor, pass.count);
            pass.count += 1;
            pass.cursor = Cursor { at: start + len, behind_word: true };
            here += len + 1;
        }
        None
    }

    #[inline(always)]
    fn keep(&mut self, cursor: Cursor, count: usize) {
        self.places[count % PLACES] = cursor;
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

    /// Asks whether a name may begin with the `last` word, piece number `count`, now that the hash of the
    /// next piece is known.
    #[inline(never)]
    fn ask(&self, last: Word, next: Option<u64>, count: usize) -> Option<Beginning> {
        let Word { start, hash, marks } = last;
        let marks = self.sieve.before(next, hash, marks, &self.pending);
        (!marks.is_empty()).then_some(Beginning { start, marks, count })
    }

    /// Where the piece begins that stands `back` places before a beginning just found; None where the
    /// scan began behind that.
    pub(crate) fn before(&self, beginning: Beginning, back: usize) -> Option<Cursor> {
        let place = beginning.count.checked_sub(back + 1)?;
        self.places.get(place % PLACES).copied()
    }
}
