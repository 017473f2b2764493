//! The pieces around the place where a name may begin.

use std::borrow::Cow;

use crate::filter::{Filter, Marks};
use crate::fold::{Fold, Hashed};
use crate::piece::{Piece, Pieces};

/// How many pieces behind the current one are kept: a word and the marks between it and a name.
const BEHIND: usize = 4;

/// How many pieces are cut at once: loops over many run better than one that does a bit of everything.
const AHEAD: usize = 64;

/// A piece and what is known of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) piece: Piece,
    pub(crate) hashed: Hashed,
    /// What may begin with it.
    pub(crate) marks: Marks,
}

/// A piece, with its text in the form of the list.
#[derive(Clone, Debug)]
pub(crate) struct Folded<'a> {
    pub(crate) piece: Piece,
    pub(crate) text: Cow<'a, str>,
}

/// A stretch of pieces that moves through a text.
#[derive(Clone)]
pub(crate) struct Window<'g, 'a> {
    text: &'a str,
    pieces: Pieces<'a>,
    fold: &'g Fold,
    beginnings: Filter<'g>,
    row: Vec<Place>,
    /// The place of the current piece in `row`.
    current: usize,
}

impl<'g, 'a> Window<'g, 'a> {
    pub(crate) fn new(text: &'a str, fold: &'g Fold, beginnings: Filter<'g>) -> Self {
        Self { text, pieces: Pieces::new(text), fold, beginnings, row: Vec::new(), current: 0 }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) const fn folding(&self) -> &'g Fold {
        self.fold
    }

    /// A piece in the form of the list.
    pub(crate) fn fold(&self, piece: Piece) -> Folded<'a> {
        Folded { piece, text: self.fold.fold(self.text, piece) }
    }

    /// What may begin with the folded word of this hash.
    pub(crate) fn marks(&self, hash: u64) -> Marks {
        self.beginnings.marks(hash)
    }

    /// Writes a piece in the form of the list over what `out` held.
    pub(crate) fn fold_into(&self, place: Place, out: &mut String) {
        out.clear();
        if place.hashed.by_letters {
            let word = place.piece.span.get(self.text).unwrap_or_default();
            self.fold.letters().fold_into(word, out);
        } else {
            out.push_str(&self.fold(place.piece).text);
        }
    }

    /// The piece `ahead` places behind the current one, which is at 0.
    pub(crate) fn get(&mut self, ahead: usize) -> Option<Place> {
        while self.row.len() <= self.current + ahead {
            if !self.fill() {
                return None;
            }
        }
        self.seen(ahead)
    }

    /// The piece `ahead` places behind the current one, if it was asked for before.
    #[inline]
    pub(crate) fn seen(&self, ahead: usize) -> Option<Place> {
        self.row.get(self.current + ahead).copied()
    }

    /// The piece `back` places in front of the current one.
    pub(crate) fn behind(&self, back: usize) -> Option<Piece> {
        Some(self.row.get(self.current.checked_sub(back)?)?.piece)
    }

    /// Moves on by `pieces` that were seen.
    pub(crate) fn advance(&mut self, pieces: usize) {
        self.current = (self.current + pieces).min(self.row.len());
    }

    /// Moves on to the next piece, the current one included, with which a name may begin.
    pub(crate) fn seek(&mut self) -> Option<Place> {
        loop {
            let rest = self.row.get(self.current..).unwrap_or_default();
            if let Some(passed) = rest.iter().position(|place| !place.marks.is_empty()) {
                self.current += passed;
                return self.seen(0);
            }
            self.current = self.row.len();
            if !self.fill() {
                return None;
            }
        }
    }

    /// Cuts more pieces. Whether there were any.
    #[inline(never)]
    fn fill(&mut self) -> bool {
        let passed = self.current.saturating_sub(BEHIND);
        self.row.drain(..passed);
        self.current -= passed;
        let old = self.row.len();
        self.row.reserve(AHEAD);
        for _ in 0..AHEAD {
            let Some(piece) = self.pieces.next() else { break };
            let hashed = self.fold.hash(self.text, piece);
            let begins = piece.may_begin();
            let marks = if begins { self.beginnings.marks(hashed.hash) } else { Marks::default() };
            self.row.push(Place { piece, hashed, marks });
        }
        self.row.len() > old
    }
}

impl std::fmt::Debug for Window<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rest = self.row.get(self.current..).unwrap_or_default();
        f.debug_struct("Window")
            .field("text", &self.text)
            .field("ahead", &rest)
            .finish_non_exhaustive()
    }
}
