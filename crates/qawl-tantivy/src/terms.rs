//! The terms of words, and the words whose terms are known.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::{DefaultHashBuilder, HashTable};
use qawl::Span;

/// A term of a word.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    /// Where its letters stand in [`Terms`].
    letters: Range<usize>,
    /// Where it stands, in bytes of the word.
    pub(crate) span: Span,
    /// How many positions it stands behind the term before it: none or one.
    pub(crate) step: usize,
}

/// Terms of any number of words, their letters in one string.
#[derive(Debug, Default)]
pub(crate) struct Terms {
    letters: String,
    terms: Vec<Term>,
}

impl Terms {
    /// Adds a term, unless nothing was left of it.
    pub(crate) fn push(&mut self, term: &str, span: Span, step: usize) {
        if term.is_empty() {
            return;
        }
        let start = self.letters.len();
        self.letters.push_str(term);
        self.terms.push(Term { letters: start..self.letters.len(), span, step });
    }

    pub(crate) fn get(&self, index: usize) -> Option<(&Term, &str)> {
        let term = self.terms.get(index)?;
        Some((term, self.letters.get(term.letters.clone())?))
    }

    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }
}

/// How many spellings are remembered before all are forgotten.
const SPELLINGS: usize = 1 << 16;

/// How many bytes of spellings and terms are remembered before all are forgotten.
const BYTES: usize = 1 << 23;

/// Remembers the terms of words. Texts repeat their words: folding and cutting is done once for each
/// spelling, and a word that is remembered costs one look-up and no allocation.
///
/// What is remembered never changes an answer. It grows to some ten megabytes and begins anew.
#[derive(Debug, Default)]
pub(crate) struct Memo {
    hasher: DefaultHashBuilder,
    /// Indices into `words`, by the hash of the spelling.
    table: HashTable<usize>,
    words: Vec<Word>,
    spellings: String,
    terms: Terms,
}

#[derive(Debug)]
struct Word {
    spelling: Range<usize>,
    terms: Range<usize>,
}

impl Memo {
    /// The terms of `word`, by their numbers, which hold until the next call: as remembered, or as
    /// `analyse` adds them.
    pub(crate) fn terms_of(
        &mut self,
        word: &str,
        analyse: impl FnOnce(&str, &mut Terms),
    ) -> Range<usize> {
        let hash = self.hasher.hash_one(word);
        let is_word = |&at: &usize| self.spelling(at) == Some(word);
        let known = self.table.find(hash, is_word).and_then(|&at| self.words.get(at));
        match known {
            Some(known) => known.terms.clone(),
            None => self.remember(hash, word, analyse),
        }
    }

    pub(crate) fn term(&self, number: usize) -> Option<(&Term, &str)> {
        self.terms.get(number)
    }

    fn remember(
        &mut self,
        hash: u64,
        word: &str,
        analyse: impl FnOnce(&str, &mut Terms),
    ) -> Range<usize> {
        if self.is_full() {
            *self = Self { hasher: self.hasher.clone(), ..Self::default() };
        }
        let (start, first) = (self.spellings.len(), self.terms.len());
        self.spellings.push_str(word);
        analyse(word, &mut self.terms);
        let terms = first..self.terms.len();
        let number = self.words.len();
        self.words.push(Word { spelling: start..self.spellings.len(), terms: terms.clone() });
        let Self { hasher, table, words, spellings, .. } = self;
        table.insert_unique(hash, number, |&at| {
            let spelling = words.get(at).and_then(|word| spellings.get(word.spelling.clone()));
            hasher.hash_one(spelling.unwrap_or_default())
        });
        terms
    }

    fn spelling(&self, at: usize) -> Option<&str> {
        self.spellings.get(self.words.get(at)?.spelling.clone())
    }

    fn is_full(&self) -> bool {
        self.words.len() >= SPELLINGS || self.spellings.len() + self.terms.letters.len() > BYTES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forgotten_is_analysed_again() {
        let mut memo = Memo::default();
        let mut analysed = 0;
        let count = SPELLINGS + 10;
        for round in 0..2 {
            for number in 0..count {
                let word = number.to_string();
                let terms = memo.terms_of(&word, |word, terms| {
                    analysed += 1;
                    terms.push(word, Span::new(0, word.len()), 1);
                });
                let texts: Vec<_> = terms.filter_map(|term| memo.term(term)).collect();
                assert_eq!(texts.len(), 1);
                assert_eq!(texts[0].1, word, "round {round}");
            }
        }
        assert!(analysed > count && memo.words.len() <= SPELLINGS);
    }

    #[test]
    fn a_huge_word_is_not_kept_for_long() {
        let mut memo = Memo::default();
        let huge = "a".repeat(BYTES + 1);
        for word in [&*huge, "b", "c"] {
            memo.terms_of(word, |word, terms| terms.push(word, Span::new(0, word.len()), 1));
        }
        assert!(memo.spellings.capacity() < 1024 && memo.words.len() == 2);
    }
}
