//! Where in a text names may begin.
//!
//! Most words of a text begin none. They are passed over by their hashes alone: nothing is kept of them
//! but where the last few begin.

use qawl_tokenize::TokenKind;

use crate::codes::Codes;
use crate::filter::Marks;
use crate::fold::Fold;
use crate::hash;
use crate::piece::{Piece, Pieces};
use crate::plain;
use crate::sieve::{Pending, Sieve};

/// How many places are remembered: a power of two.
const PLACES: usize = 8;

/// A pass over a text.
#[derive(Clone)]
pub(crate) struct Scan<'g, 'a> {
    text: &'a str,
    fold: &'g Fold,
    sieve: Sieve<'g>,
    codes: Codes,
    /// Where the next token begins, and whether the last one was a word.
    at: usize,
    behind_word: bool,
    /// Cuts what is not plain.
    pieces: Pieces<'a>,
    last: Word,
    /// What is left to ask of the last word until the next piece is known.
    pending: Pending,
    /// Where the last pieces begin, with the gap before each.
    places: [usize; PLACES],
    /// How many pieces were cut since the scan began where it was told.
    count: usize,
}

/// A word with which names may begin.
#[derive(Clone, Copy, Debug, Default)]
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
    /// How many pieces were cut up to there, itself included.
    count: usize,
}

impl<'g, 'a> Scan<'g, 'a> {
    pub(crate) fn new(text: &'a str, fold: &'g Fold, sieve: Sieve<'g>) -> Self {
        Self {
            text,
            fold,
            sieve,
            codes: Codes::EMPTY,
            at: 0,
            behind_word: false,
            pieces: Pieces::new(text),
            last: Word::default(),
            pending: Pending::default(),
            places: [0; PLACES],
            count: 0,
        }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) const fn folding(&self) -> &'g Fold {
        self.fold
    }

    /// What may begin with the folded word of this hash.
    pub(crate) fn marks(&self, hash: u64) -> Marks {
        self.sieve.beginnings.marks(hash)
    }

    /// Goes to byte `at`, where a piece or the gap before one begins.
    pub(crate) fn seek(&mut self, at: usize) {
        if self.at != at {
            (self.at, self.behind_word) = (at, false);
        }
        (self.last, self.count) = (Word::default(), 0);
    }

    /// The next place where a name may begin. The scan goes on behind its first word.
    #[inline(never)]
    pub(crate) fn next(&mut self) -> Option<Beginning> {
        loop {
            if let Some(found) = self.pass_words() {
                return Some(found);
            }
            let (at, behind_word) = (self.at, self.behind_word);
            let Some((piece, hash)) = self.cut() else { return self.ask(self.last, None) };
            if !self.last.marks.is_empty() {
                let found = self.ask(self.last, piece.may_continue().then_some(hash));
                if found.is_some() {
                    (self.at, self.behind_word) = (at, behind_word);
                    return found;
                }
            }
            let [start, end] = [piece.span.start(), piece.span.end()];
            let mut marks = if piece.may_begin() { self.marks(hash) } else { Marks::default() };
            if marks.is_alone() {
                marks = self.note([start, end], hash, marks);
            }
            self.last = Word { start, hash, marks };
            self.keep(at);
        }
    }

    /// Passes over short words behind single blanks, up to a place where a name may begin.
    #[inline(always)]
    fn pass_words(&mut self) -> Option<Beginning> {
        let (base, end) = self.codes.stretch();
        let (mut here, mut last) = (self.at.wrapping_sub(base), self.last);
        let Sieve { beginnings, pairs, .. } = self.sieve;
        while here < end {
            let Some((len, codes)) = self.codes.glance(here).word() else { break };
            let hash = hash::with_block(hash::LETTERS, hash::packed(codes));
            let marks = beginnings.marks(hash);
            // Without a branch: what may go on and does not is frequent, and follows no pattern.
            if last.marks.is_due(pairs.marks(hash::joined(last.hash, hash))) {
                let found = self.ask(last, Some(hash));
                if found.is_some() {
                    (self.at, self.behind_word) = (base + here, true);
                    return found;
                }
            }
            let start = base + here + 1;
            last = Word { start, hash, marks };
            if marks.is_alone() {
                last.marks = self.note([start, start + len], hash, marks);
            }
            self.keep(start - 1);
            here += len + 1;
        }
        if self.at != base.wrapping_add(here) {
            (self.at, self.behind_word, self.last) = (base + here, true, last);
        }
        None
    }

    #[inline(always)]
    fn keep(&mut self, at: usize) {
        self.places[self.count % PLACES] = at;
        self.count += 1;
    }

    /// The next piece and its hash.
    #[inline(always)]
    fn cut(&mut self) -> Option<(Piece, u64)> {
        if !self.codes.has(self.at) {
            self.codes.look(self.text.as_bytes(), self.at, self.fold.letters());
        }
        let Some(piece) = plain::piece(&self.codes, self.at) else { return self.cut_other() };
        self.at = piece.span.end();
        self.behind_word = piece.kind == TokenKind::Word;
        let hash = if self.behind_word {
            self.codes.hash(piece.span.start(), piece.span.end())
        } else if self.last.marks.is_empty() && !piece.may_begin() {
            // No one asks.
            0
        } else {
            hash::word(piece.span.get(self.text).unwrap_or_default())
        };
        Some((piece, hash))
    }

    #[inline(never)]
    fn cut_other(&mut self) -> Option<(Piece, u64)> {
        if self.pieces.at() != self.at {
            self.pieces.seek(self.at, self.behind_word);
        }
        let piece = self.pieces.next()?;
        (self.at, self.behind_word) = (self.pieces.at(), piece.kind == TokenKind::Word);
        Some((piece, self.fold.hash(self.text, piece).hash))
    }

    /// What of `marks` holds for the word at `start..end`, which may be a name, or hide one.
    #[inline(never)]
    fn note(&mut self, [start, end]: [usize; 2], hash: u64, marks: Marks) -> Marks {
        self.pending.clear();
        let marks = self.sieve.name(marks, hash);
        // What is not of letters alone is not taken apart.
        let may_hide = marks.has(Marks::CUT) && self.codes.run(start) == end - start;
        let place = [start, end];
        if may_hide { self.sieve.cut(&self.codes, place, marks, &mut self.pending) } else { marks }
    }

    /// Asks whether a name may begin with the `last` word, now that the hash of the next piece is known.
    #[inline(never)]
    fn ask(&mut self, last: Word, next: Option<u64>) -> Option<Beginning> {
        self.last = Word::default();
        let Word { start, hash, marks } = last;
        let marks = self.sieve.before(next, hash, marks, &self.pending);
        (!marks.is_empty()).then_some(Beginning { start, marks, count: self.count })
    }

    /// Where the piece begins that stands `back` places before a beginning just found; None where the
    /// scan began behind that.
    pub(crate) fn before(&self, beginning: Beginning, back: usize) -> Option<usize> {
        let place = beginning.count.checked_sub(back + 1)?;
        self.places.get(place % PLACES).copied()
    }
}
