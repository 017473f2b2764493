//! Cutting pieces and hashing them, without the tokenizer where the text is plain.

use qawl_tokenize::TokenKind;

use crate::codes::Codes;
use crate::fold::{Fold, Hashed};
use crate::hash;
use crate::piece::{Piece, Pieces};
use crate::plain;

/// Cuts a text at any of several places.
#[derive(Clone)]
pub(crate) struct Cutter<'g, 'a> {
    text: &'a str,
    fold: &'g Fold,
    codes: Codes,
    /// Cuts what is not plain.
    pieces: Pieces<'a>,
}

/// Where a token begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cursor {
    pub(crate) at: usize,
    /// Whether the token before is a word, so that a hyphen may join.
    pub(crate) behind_word: bool,
}

impl Cursor {
    #[inline(always)]
    pub(crate) fn behind(piece: Piece) -> Self {
        Self { at: piece.span.end(), behind_word: piece.kind == TokenKind::Word }
    }

    /// Goes on to byte `end` if a word ends there, further on.
    #[inline(always)]
    pub(crate) fn or_behind_word(self, end: usize) -> Self {
        if end > self.at { Self { at: end, behind_word: true } } else { self }
    }
}

impl<'g, 'a> Cutter<'g, 'a> {
    pub(crate) fn new(text: &'a str, fold: &'g Fold) -> Self {
        Self { text, fold, codes: Codes::EMPTY, pieces: Pieces::new(text) }
    }

    pub(crate) const fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) const fn folding(&self) -> &'g Fold {
        self.fold
    }

    pub(crate) const fn codes(&self) -> &Codes {
        &self.codes
    }

    /// Looks at the text from byte `at` on, where a token begins.
    pub(crate) fn look(&mut self, at: usize) {
        self.codes.look(self.text.as_bytes(), at, self.fold.letters());
    }

    /// The next piece, behind which `cursor` goes.
    #[inline(always)]
    pub(crate) fn next(&mut self, cursor: &mut Cursor) -> Option<(Piece, Hashed)> {
        let Some(piece) = plain::piece(&self.codes, cursor.at) else {
            let (piece, hashed) = self.other(*cursor)?;
            *cursor = Cursor::behind(piece);
            return Some((piece, hashed));
        };
        *cursor = Cursor::behind(piece);
        let by_letters = cursor.behind_word;
        let hash = if by_letters {
            self.codes.hash(piece.span.start(), piece.span.end())
        } else {
            hash::plain(self.text.as_bytes().get(piece.span.range()).unwrap_or_default())
        };
        Some((piece, Hashed { hash, by_letters }))
    }

    #[inline(never)]
    fn other(&mut self, cursor: Cursor) -> Option<(Piece, Hashed)> {
        self.pieces.seek(cursor.at, cursor.behind_word);
        let piece = self.pieces.next()?;
        Some((piece, self.fold.hash(self.text, piece)))
    }
}
