//! The words and numbers of a text.

use core::iter::FusedIterator;

use qawl_core::Span;

use crate::batch::{Batch, Wanted, WordsAlone};
use crate::measure::Measure;
use crate::sorter::Sorter;
use crate::sorts::{sort, token};
use crate::{Token, TokenKind, Tokenizer};

/// The words and numbers of `text`, addresses and tags left out. Linear, no allocation.
///
/// ```
/// use qawl_tokenize::words;
///
/// let text = "قال: «نعم» 3 مرات"; // "he said: 'yes' 3 times"
/// let found: Vec<_> = words(text).filter_map(|t| t.span.get(text)).collect();
/// assert_eq!(found, ["قال", "نعم", "3", "مرات"]);
/// ```
#[must_use]
pub fn words(text: &str) -> Words<'_> {
    Tokenizer::NEWS.words(text)
}

/// The words and numbers of a text; see [`words`].
///
/// ```
/// let mut words = qawl_tokenize::words("نعم، 3 مرات"); // "yes, 3 times"
/// let second = words.nth(1);
/// assert_eq!(second.map(|t| t.span.range()), Some(9..10));
/// assert_eq!(words.count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Words<'a> {
    text: &'a str,
    sorter: Sorter,
    batch: Batch<WordsAlone>,
    /// Where the batch begins in the text.
    base: usize,
    next: usize,
    measure: Measure,
}

impl<'a> Words<'a> {
    pub(crate) const fn new(text: &'a str, sorter: Sorter, tokenizer: Tokenizer) -> Self {
        let (batch, measure) = (Batch::EMPTY, Measure::new(tokenizer));
        Self { text, sorter, batch, base: 0, next: 0, measure }
    }
}

impl Words<'_> {
    /// The token at byte `at` of the batch, measured a character at a time.
    #[inline(never)]
    fn measured(&mut self, at: usize) -> Option<Token> {
        let token = self.measure.token(self.text, self.base + at)?;
        let end = token.span.end() - self.base;
        let words = &mut self.batch.wanted;
        while self.next < words.len() && words.start(self.next) < end {
            self.next += 1;
        }
        // A run in which it ended is cut anew from there on, also one that the batch left unfinished.
        let is_inside = self.next.checked_sub(1).is_some_and(|last| words.end(last) > end);
        if is_inside || end > self.batch.last {
            words.clear();
            self.batch.last = end;
        }
        Some(token)
    }

    /// Cuts from the end of the batch on.
    #[inline(never)]
    fn refill(&mut self) -> Option<()> {
        self.base += self.batch.last;
        self.next = 0;
        let rest = self.text.get(self.base..).filter(|rest| !rest.is_empty())?;
        self.batch.fill(self.sorter, &self.measure.tokenizer, rest);
        if let Some(start) = self.batch.wanted.unfinished() {
            self.batch.last = start;
        }
        Some(())
    }
}

impl Words<'_> {
    /// The next one in the batch, unless the batch ends or it is measured.
    #[inline(always)]
    fn in_batch(&mut self) -> Option<Token> {
        let words = &self.batch.wanted;
        if self.next >= words.len() {
            return None;
        }
        let (start, end) = (words.start(self.next), words.end(self.next));
        let sort = self.batch.sort_at(start);
        if sort == sort::OTHER {
            return None;
        }
        self.next += 1;
        Some(token(sort, Span::new(self.base + start, self.base + end)))
    }

    /// The next one, whatever it takes.
    #[inline(never)]
    fn out_of_batch(&mut self) -> Option<Token> {
        loop {
            let token = if self.next < self.batch.wanted.len() {
                self.measured(self.batch.wanted.start(self.next))?
            } else {
                self.refill()?;
                if let Some(token) = self.in_batch() {
                    return Some(token);
                }
                if self.batch.last > 0 {
                    continue;
                }
                // It is longer than a batch, or the batch knows nothing of these boundaries.
                self.measured(0)?
            };
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                return Some(token);
            }
            if let Some(token) = self.in_batch() {
                return Some(token);
            }
        }
    }
}

impl Iterator for Words<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.in_batch().or_else(|| self.out_of_batch())
    }
}

impl FusedIterator for Words<'_> {}
