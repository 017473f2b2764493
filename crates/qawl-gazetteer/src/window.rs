//! The pieces around the place where a name may begin, folded.

use std::collections::VecDeque;

use qawl_normalize::Normalizer;
use qawl_tokenize::TokenKind;

use crate::piece::{Piece, Pieces};

/// How many pieces behind the current one are kept: a word and the marks between it and a name.
const BEHIND: usize = 4;

/// A piece, with its text in the form of the list.
#[derive(Clone, Debug)]
pub(crate) struct Folded {
    pub(crate) piece: Piece,
    pub(crate) text: String,
}

/// A stretch of pieces that moves through a text. Pieces ahead are cut and folded when asked for;
/// the strings of those left behind are used again.
#[derive(Clone, Debug)]
pub(crate) struct Window<'n, 'a> {
    text: &'a str,
    pieces: Pieces<'a>,
    normalizer: &'n Normalizer,
    row: VecDeque<Folded>,
    /// The place of the current piece in `row`.
    current: usize,
    spare: Vec<String>,
}

impl<'n, 'a> Window<'n, 'a> {
    pub(crate) fn new(text: &'a str, normalizer: &'n Normalizer) -> Self {
        let (row, spare) = (VecDeque::new(), Vec::new());
        Self { text, pieces: Pieces::new(text), normalizer, row, current: 0, spare }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) const fn normalizer(&self) -> &'n Normalizer {
        self.normalizer
    }

    /// The piece `ahead` places behind the current one, which is at 0.
    pub(crate) fn get(&mut self, ahead: usize) -> Option<&Folded> {
        while self.row.len() <= self.current + ahead {
            let piece = self.pieces.next()?;
            let folded = self.fold(piece);
            self.row.push_back(folded);
        }
        self.row.get(self.current + ahead)
    }

    /// The piece `ahead` places behind the current one, if it was asked for before.
    pub(crate) fn seen(&self, ahead: usize) -> Option<&Folded> {
        self.row.get(self.current + ahead)
    }

    /// The piece `back` places in front of the current one.
    pub(crate) fn behind(&self, back: usize) -> Option<&Folded> {
        self.row.get(self.current.checked_sub(back)?)
    }

    /// Moves on by `pieces` that were seen.
    pub(crate) fn advance(&mut self, pieces: usize) {
        self.current = (self.current + pieces).min(self.row.len());
        while self.current > BEHIND {
            self.spare.extend(self.row.pop_front().map(|folded| folded.text));
            self.current -= 1;
        }
    }

    /// Folds a word or a number. Marks stay as they are: no name differs by them.
    fn fold(&mut self, piece: Piece) -> Folded {
        let mut text = self.spare.pop().unwrap_or_default();
        text.clear();
        let source = piece.span.get(self.text).unwrap_or_default();
        match piece.kind {
            TokenKind::Word | TokenKind::Number => {
                self.normalizer.normalize_into(source, &mut text);
            }
            _ => text.push_str(source),
        }
        Folded { piece, text }
    }
}
