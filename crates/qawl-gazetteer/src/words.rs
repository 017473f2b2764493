//! The folded words of all names, in an automaton.

use std::collections::HashSet;

use fst::raw::{Builder, Fst};

use crate::automaton;
use crate::error::BuildError;
use crate::fold::Fold;
use crate::fuzzy::is_of_letters;
use crate::piece::Piece;
use crate::texts::{Order, Texts};

/// The words as they are stored.
#[derive(Clone)]
pub(crate) struct Words<'g> {
    /// None in a file that is none.
    fst: Option<Fst<&'g [u8]>>,
}

impl<'g> Words<'g> {
    pub(crate) fn new(bytes: &'g [u8]) -> Self {
        Self { fst: Fst::new(bytes).ok() }
    }

    /// Whether the automaton is whole and can be walked: a walk in a false one would panic.
    pub(crate) fn is_valid(bytes: &[u8]) -> bool {
        automaton::is_sound(bytes) && Fst::new(bytes).is_ok_and(|fst| fst.verify().is_ok())
    }

    pub(crate) const fn fst(&self) -> Option<&Fst<&'g [u8]>> {
        self.fst.as_ref()
    }
}

/// The words of names, as they are collected.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    words: Texts,
    /// Words that need not be added again.
    known: HashSet<Box<str>>,
    /// How many may be known.
    most: usize,
    word: String,
}

/// How much memory a known word takes, more or less.
const WORD: usize = 64;

/// Words are sorted as they are.
const ORDER: Order = Order { compare: |a, b| a.cmp(b), text: |word| word };

impl Vocabulary {
    /// None yet; of which twice `memory` bytes may be in memory, and then, when sorted, the automaton.
    pub(crate) fn new(memory: usize) -> Self {
        let (words, known) = (Texts::new(ORDER, memory), HashSet::new());
        Self { words, known, most: memory / WORD, word: String::new() }
    }

    /// Adds the words of a name that is cut into `pieces`.
    pub(crate) fn add(
        &mut self,
        fold: &Fold,
        name: &str,
        pieces: &[Piece],
    ) -> Result<(), BuildError> {
        for &piece in pieces {
            fold.fold_into(name, piece, &mut self.word);
            let word = self.word.as_str();
            if self.known.contains(word) || !is_of_letters(word) {
                continue;
            }
            self.words.add(|out| out.extend(word.bytes()))?;
            if self.known.len() < self.most {
                self.known.insert(word.into());
            }
        }
        Ok(())
    }

    /// The automaton.
    pub(crate) fn finish(self) -> Result<Vec<u8>, BuildError> {
        drop(self.known);
        let mut words = self.words.finish()?;
        let mut builder = Builder::memory();
        while let Some(word) = words.next()? {
            // In memory and in order, only what is too large can fail.
            builder.add(word).map_err(|_| BuildError::size())?;
        }
        builder.into_inner().map_err(|_| BuildError::size())
    }
}
