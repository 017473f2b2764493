//! Where in a text names may begin.
//!
//! Most words of a text begin none. They are passed over a stretch at a time, by a [`Row`](crate::row::Row);
//! only where something else than words, blanks and marks stands the text is read piece by piece.

use std::ops::ControlFlow;

use crate::cutter::{Cursor, Cutter};
use crate::filter::Marks;
use crate::fold::{Fold, Hashed};
use crate::row::Entry;
use crate::sieve::{Pending, Sieve};
use crate::spare::SpareRow;

/// How many places are remembered: a power of two.
const PLACES: usize = 8;

/// Passes over a text.
#[derive(Clone)]
pub(crate) struct Scan<'g, 'a> {
    pub(crate) cutter: Cutter<'g, 'a>,
    sieve: Sieve<'g>,
    /// The words of the stretch at which the cutter looked, and the next stop among them.
    row: SpareRow,
    stop: usize,
    /// What is left to ask of the last word until the next piece is known.
    pending: Pending,
    /// Where pieces begin, with the gap before each: some of those that were passed, in order.
    places: [Cursor; PLACES],
    count: usize,
}

/// A word with which names may begin.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: usize,
    hash: u64,
    marks: Marks,
}

/// A place where a name may begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Beginning {
    /// Where its first word stands, the gap before it left out.
    pub(crate) start: usize,
    pub(crate) marks: Marks,
}

/// Whether to go on, or what was found: nothing, where the text ends.
type Pass = ControlFlow<Option<Beginning>>;

impl<'g, 'a> Scan<'g, 'a> {
    pub(crate) fn new(text: &'a str, fold: &'g Fold, sieve: Sieve<'g>) -> Self {
        Self {
            cutter: Cutter::new(text, fold),
            sieve,
            row: SpareRow::default(),
            stop: 0,
            pending: Pending::default(),
            places: [Cursor::default(); PLACES],
            count: 0,
        }
    }

    /// What may begin with the folded word of this hash.
    pub(crate) fn marks(&self, hash: u64) -> Marks {
        self.sieve.beginnings.marks(hash)
    }

    /// The first place behind `cursor`, where a piece or the gap before one begins, at which a name may
    /// begin.
    #[inline(never)]
    pub(crate) fn next(&mut self, mut cursor: Cursor) -> Option<Beginning> {
        loop {
            let pass = match self.row.stop(self.stop) {
                Some(word) if self.cutter.codes().sees(cursor.at) => self.pass(word, &mut cursor),
                _ => self.leave(&mut cursor),
            };
            if let ControlFlow::Break(found) = pass {
                return found;
            }
        }
    }

    /// Goes up to a stop of the row and over it.
    #[inline(always)]
    fn pass(&mut self, word: usize, cursor: &mut Cursor) -> Pass {
        let base = self.cutter.codes().start();
        let entry = self.row.get(word);
        if cursor.at <= base + entry.start && word > 0 {
            *cursor = cursor.or_behind_word(base + self.row.get(word - 1).end);
            if entry.is_plain() {
                if let Some(found) = self.ask_word(word, entry) {
                    return ControlFlow::Break(Some(found));
                }
            } else {
                self.read(cursor, base + entry.end)?;
            }
        }
        if !entry.stands_free() {
            *cursor = cursor.or_behind_word(base + entry.end);
            let next =
                self.row.next_start(word).map_or(self.cutter.codes().end(), |next| base + next);
            self.read(cursor, next - 1)?;
        }
        self.stop += 1;
        ControlFlow::Continue(())
    }

    /// Goes on to the next stretch.
    #[inline(never)]
    fn leave(&mut self, cursor: &mut Cursor) -> Pass {
        let (base, end) = (self.cutter.codes().start(), self.cutter.codes().end());
        for at in self.row.last(PLACES) {
            let word = self.row.get(at);
            if word.is_plain() {
                self.keep(Cursor { at: base + word.end, behind_word: true });
            }
        }
        if self.cutter.codes().sees(cursor.at) {
            *cursor = cursor.or_behind_word(base + self.row.end());
            if end == self.cutter.text().len() {
                self.read(cursor, usize::MAX)?;
            } else if cursor.at == base {
                // No word ends in the stretch: it is all marks, or a part of a long word. To look again behind
                // each mark would take a look at the whole stretch for it.
                self.read(cursor, end)?;
            }
        }
        self.cutter.look(cursor.at);
        let letters = self.cutter.folding().letters();
        letters.read(&mut self.row, self.cutter.codes(), &self.sieve);
        self.stop = 0;
        ControlFlow::Continue(())
    }

    /// Reads piece by piece up to byte `end` at least, until nothing is left to ask of the last piece.
    #[inline(never)]
    fn read(&mut self, cursor: &mut Cursor, end: usize) -> Pass {
        let mut last: Option<Word> = None;
        while cursor.at < end || last.is_some() {
            self.keep(*cursor);
            let is_end = cursor.at == self.cutter.text().len();
            let read = if is_end { None } else { self.cutter.next(cursor) };
            if let Some(word) = last.take() {
                let next = read.filter(|(piece, _)| piece.may_continue());
                let found = self.ask(word, next.map(|(_, hashed)| hashed.hash));
                if found.is_some() {
                    return ControlFlow::Break(found);
                }
            }
            let Some((piece, Hashed { hash, .. })) = read else { return ControlFlow::Break(None) };
            if piece.may_begin() {
                last = self.note([piece.span.start(), piece.span.end()], hash, self.marks(hash));
            }
        }
        ControlFlow::Continue(())
    }

    /// Asks whether a name may begin with a word of the row.
    #[inline(never)]
    fn ask_word(&mut self, at: usize, entry: Entry) -> Option<Beginning> {
        let base = self.cutter.codes().start();
        let [start, end] = [base + entry.start, base + entry.end];
        let word = self.note([start, end], entry.hash, entry.marks)?;
        let next = self.row.hash_behind(at, self.cutter.codes()).or_else(|| {
            let mut ahead = Cursor { at: end, behind_word: true };
            let (piece, hashed) = self.cutter.next(&mut ahead)?;
            piece.may_continue().then_some(hashed.hash)
        });
        self.ask(word, next)
    }

    /// The word at `start..end`, if any of its `marks` holds: it may be a name, or hide one.
    fn note(&mut self, [start, end]: [usize; 2], hash: u64, mut marks: Marks) -> Option<Word> {
        self.pending.clear();
        if marks.is_alone() {
            marks = self.sieve.name(marks, hash);
            // What is not of letters alone is not taken apart.
            let codes = self.cutter.codes();
            if marks.has(Marks::CUT) && codes.run(start) == end - start {
                marks = self.sieve.cut(codes, [start, end], marks, &mut self.pending);
            }
        }
        (!marks.is_empty()).then_some(Word { start, hash, marks })
    }

    /// Asks whether a name may begin with a word, now that the hash of the next piece is known.
    fn ask(&self, word: Word, next: Option<u64>) -> Option<Beginning> {
        let Word { start, hash, marks } = word;
        let marks = self.sieve.before(next, hash, marks, &self.pending);
        (!marks.is_empty()).then_some(Beginning { start, marks })
    }

    fn keep(&mut self, cursor: Cursor) {
        if self.count == 0 || self.places[(self.count - 1) % PLACES].at < cursor.at {
            self.places[self.count % PLACES] = cursor;
            self.count += 1;
        }
    }

    /// Where a piece begins before which the last beginning stands, at least `back` pieces further on; the
    /// start of the text where none such is known.
    pub(crate) fn before(&self, back: usize) -> Cursor {
        // The last one may stand behind the beginning, whose next piece was read.
        let kept = self.count.checked_sub(back + 2).map(|place| self.places[place % PLACES]);
        let word = self.row.stop(self.stop).and_then(|stop| self.row.before(stop, back));
        let behind = word.map(|word| self.cutter.codes().start() + word.end);
        kept.unwrap_or_default().or_behind_word(behind.unwrap_or_default())
    }
}
