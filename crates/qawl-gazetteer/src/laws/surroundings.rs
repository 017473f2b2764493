//! What the words around a row of words say, for the naive matcher: rules with a word before or behind
//! the name, and with a number.

use qawl_normalize::Profile;
use qawl_tokenize::TokenKind;

use super::naive::{fold, proclitics};
use crate::piece::{Gap, Piece};
use crate::{Rule, When};

/// A row of words in its text.
pub(super) struct Surroundings<'a> {
    pub(super) text: &'a str,
    pub(super) pieces: &'a [Piece],
    pub(super) rules: &'a [Rule],
    pub(super) first: usize,
    pub(super) end: usize,
}

impl Surroundings<'_> {
    /// The types that a rule licenses.
    pub(super) fn licensed(&self, preposition: &str) -> Vec<&str> {
        self.kinds(|when| match when {
            When::Before(word) => self.is_governed_by(word, preposition),
            When::After(word) => self.after().is_some_and(|after| after == normalized(word)),
            When::Number => self.is_beside_number(),
            _ => false,
        })
    }

    /// The types that a rule refuses.
    pub(super) fn refused(&self, preposition: &str) -> Vec<&str> {
        self.kinds(
            |when| matches!(when, When::NotBefore(word) if self.is_governed_by(word, preposition)),
        )
    }

    fn kinds(&self, applies: impl Fn(&When) -> bool) -> Vec<&str> {
        let rules = self.rules.iter().filter(|rule| applies(&rule.when));
        rules.map(|rule| rule.kind.as_str()).collect()
    }

    /// Whether `word` stands before, bare or behind proclitics, with no preposition between.
    fn is_governed_by(&self, word: &str, preposition: &str) -> bool {
        let word = normalized(word);
        let written = |[conjunction, preposition, dropped]: [&str; 3]| {
            [conjunction, preposition, word.strip_prefix(dropped).unwrap_or(&word)].concat()
        };
        let before = self.before().filter(|_| preposition.is_empty());
        before.is_some_and(|before| proclitics(&word).into_iter().map(written).any(|w| w == before))
    }

    /// The word before, behind at most two opening marks, on the same line.
    fn before(&self) -> Option<String> {
        let mut at = self.first;
        for _ in 0..=2 {
            let gap = self.pieces[at].gap;
            at = at.checked_sub(1).filter(|_| gap != Gap::Break)?;
            let piece = self.pieces[at];
            if !piece.is_opening(self.text) {
                return piece.may_begin().then(|| fold(self.text, piece));
            }
        }
        None
    }

    /// The word behind, behind at most two opening marks, on the same line.
    fn after(&self) -> Option<String> {
        let rest = self.pieces.get(self.end..)?;
        let marks = rest.iter().take(2).take_while(|piece| piece.is_opening(self.text)).count();
        let piece = *rest.get(marks)?;
        let is_on_line = rest[..=marks].iter().all(|piece| piece.gap != Gap::Break);
        (is_on_line && piece.may_begin()).then(|| fold(self.text, piece))
    }

    fn is_beside_number(&self) -> bool {
        let is_number = |at: usize| self.pieces[at].kind == TokenKind::Number;
        let is_on_line = |at: usize| self.pieces[at].gap != Gap::Break;
        (self.end < self.pieces.len() && is_number(self.end) && is_on_line(self.end))
            || (self.first > 0 && is_number(self.first - 1) && is_on_line(self.first))
    }
}

fn normalized(word: &str) -> String {
    Profile::SEARCH.normalizer().normalize(word).into_owned()
}
