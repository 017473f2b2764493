//! Pieces in the form of the list, and their hashes.

use std::borrow::Cow;

use qawl_normalize::Normalizer;

use crate::hash;
use crate::letters::Letters;
use crate::piece::{Piece, Pieces};

/// Folds words and numbers by the profile of a list. Marks stay as they are: no name differs by them.
#[derive(Clone)]
pub(crate) struct Fold {
    normalizer: Normalizer,
    letters: Letters,
}

/// The hash of a folded piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hashed {
    pub(crate) hash: u64,
    /// Whether [`Letters`] folds it, a letter for each.
    pub(crate) by_letters: bool,
}

impl Fold {
    pub(crate) fn new(normalizer: Normalizer) -> Self {
        Self { normalizer, letters: Letters::new(&normalizer) }
    }

    pub(crate) const fn normalizer(&self) -> &Normalizer {
        &self.normalizer
    }

    pub(crate) const fn letters(&self) -> &Letters {
        &self.letters
    }

    /// A piece of `text`, folded.
    pub(crate) fn fold<'a>(&self, text: &'a str, piece: Piece) -> Cow<'a, str> {
        let source = piece.span.get(text).unwrap_or_default();
        if !piece.may_begin() {
            return Cow::Borrowed(source);
        }
        // The normalizer takes long to start.
        self.letters.fold(source).unwrap_or_else(|| self.normalizer.normalize(source))
    }

    /// Writes a piece of `text`, folded, over what `out` held.
    pub(crate) fn fold_into(&self, text: &str, piece: Piece, out: &mut String) {
        out.clear();
        if !self.letters.fold_into(piece.span.get(text).unwrap_or_default(), out) {
            out.clear();
            out.push_str(&self.fold(text, piece));
        }
    }

    /// The pieces of a name, folded.
    pub(crate) fn words(&self, name: &str) -> Vec<String> {
        Pieces::new(name).map(|piece| self.fold(name, piece).into_owned()).collect()
    }

    /// Whether folding leaves nothing of a piece.
    pub(crate) fn vanishes(&self, text: &str, piece: Piece) -> bool {
        !self.hash(text, piece).by_letters && self.fold(text, piece).is_empty()
    }

    /// The hash of a piece of `text`, folded.
    pub(crate) fn hash(&self, text: &str, piece: Piece) -> Hashed {
        let word = text.as_bytes().get(piece.span.range()).unwrap_or_default();
        match self.letters.hash(word) {
            Some(hash) => Hashed { hash, by_letters: true },
            None => Hashed { hash: self.hash_other(text, piece), by_letters: false },
        }
    }

    #[inline(never)]
    fn hash_other(&self, text: &str, piece: Piece) -> u64 {
        let bytes = text.as_bytes().get(piece.span.range()).unwrap_or_default();
        if self.letters.stays(bytes) {
            return hash::bytes(bytes.iter().copied());
        }
        let marked = if piece.may_begin() { self.letters.hash_marked(bytes) } else { None };
        marked.unwrap_or_else(|| hash::word(&self.fold(text, piece)))
    }
}
