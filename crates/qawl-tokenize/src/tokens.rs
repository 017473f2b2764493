//! The text as a row of tokens.

use core::iter::FusedIterator;

use qawl_core::Span;

use crate::batch::{AllTokens, Batch, LEN};
use crate::measure::Measure;
use crate::sorter::Sorter;
use crate::sorts::{KINDS, sort, token};
use crate::{Token, TokenKind, Tokenizer};

/// Cuts `text` into tokens. Put together again they are the text: nothing is left out, not even
/// spaces. [`Tokenizer::NEWS`] without options. Linear, no allocation.
///
/// ```
/// use qawl_tokenize::{tokens, TokenKind};
///
/// let text = "بلغ 3.5٪ (أ.ف.ب)."; // "it reached 3.5% (AFP)."
/// let pieces: Vec<_> = tokens(text).filter_map(|t| t.span.get(text)).collect();
/// assert_eq!(pieces, ["بلغ", " ", "3.5", "٪", " ", "(", "أ.ف.ب", ")", "."]);
/// assert_eq!(pieces.concat(), text);
/// ```
#[must_use]
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokenizer::NEWS.tokens(text)
}

/// The tokens of a text; see [`tokens`]. Cloning it is cheap and marks a place to come back to.
///
/// ```
/// let mut tokens = qawl_tokenize::tokens("قال نعم"); // "he said yes"
/// let here = tokens.clone();
/// assert_eq!(tokens.by_ref().count(), 3); // two words and the space between them
/// assert_eq!(tokens.next(), None);
/// assert_eq!(here.count(), 3);
/// ```
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    offset: usize,
    sorter: Sorter,
    batch: Batch<AllTokens>,
    /// Where the batch begins in the text.
    base: usize,
    /// The first start in the batch behind the offset.
    next: usize,
    measure: Measure,
}

impl<'a> Tokens<'a> {
    pub(crate) const fn new(text: &'a str, sorter: Sorter, tokenizer: Tokenizer) -> Self {
        let (batch, measure) = (Batch::EMPTY, Measure::new(tokenizer));
        Self { text, offset: 0, sorter, batch, base: 0, next: 0, measure }
    }

    /// What is not yet cut. Constant time.
    ///
    /// ```
    /// let mut tokens = qawl_tokenize::tokens("قال نعم"); // "he said yes"
    /// tokens.next();
    /// assert_eq!(tokens.as_str(), " نعم");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }

    /// The whole text.
    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// The byte at which the next token begins. Constant time. See the example of
    /// [`seek`](Tokens::seek).
    #[inline]
    #[must_use]
    pub const fn offset(&self) -> usize {
        self.offset
    }
}

impl Tokens<'_> {
    /// The token at the offset, measured a character at a time.
    #[inline(never)]
    fn measured(&mut self) -> Option<Token> {
        let token = self.measure.token(self.text, self.offset)?;
        self.offset = token.span.end();
        let at = self.offset - self.base;
        let starts = &self.batch.wanted.starts;
        while self.next < starts.len() && starts.get(self.next) <= at {
            self.next += 1;
        }
        if starts.get(self.next.saturating_sub(1)) != at {
            // It ended inside a run, and what is left of that may go on.
            self.batch.mark(at);
        }
        Some(token)
    }

    /// Cuts from the offset on.
    #[inline(never)]
    fn refill(&mut self) {
        self.base = self.offset;
        self.next = 1;
        let rest = self.text.get(self.base..).unwrap_or_default();
        self.batch.fill(self.sorter, &self.measure.tokenizer, rest);
    }
}

impl Tokens<'_> {
    /// Goes to byte `offset` of the text, where a token begins: the end of any token, found by whatever
    /// means. As a token depends on nothing before it, the tokens from there on are those of the whole
    /// text. From the middle of a token on, and behind the end of the text, they are of no use, and no
    /// panic. What was found of the bytes around is kept: going on by a few bytes costs next to nothing.
    ///
    /// ```
    /// let mut tokens = qawl_tokenize::tokens("قال نعم"); // "he said yes"
    /// tokens.seek("قال".len());
    /// assert_eq!(tokens.as_str(), " نعم");
    /// assert_eq!(tokens.count(), 2);
    /// ```
    pub fn seek(&mut self, offset: usize) {
        self.offset = offset;
        let starts = &mut self.batch.wanted.starts;
        match offset.checked_sub(self.base) {
            Some(at) if at < LEN => self.next = starts.partition_point(at),
            _ => {
                starts.clear();
                (self.base, self.next) = (offset, 0);
            }
        }
    }
}

/// Tokens that were passed over.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Plain {
    /// How many words and numbers.
    pub(crate) words: usize,
    /// How many spaces between them.
    pub(crate) spaces: usize,
    pub(crate) last: Option<Token>,
    /// The last one that is no space.
    pub(crate) last_word: Option<Token>,
}

impl Tokens<'_> {
    /// Passes over words, numbers and single blanks, as far as the batch goes.
    #[inline]
    pub(crate) fn skip_plain(&mut self) -> Plain {
        let starts = &self.batch.wanted.starts;
        let mut plain = Plain::default();
        let (mut start, mut last, mut last_word) = (self.offset - self.base, None, None);
        while self.next < starts.len() {
            let (sort, end) = (self.batch.sort_at(start), starts.get(self.next));
            if !PLAIN[usize::from(sort)] || (sort == b' ' && end - start > 1) {
                break;
            }
            plain.spaces += usize::from(sort == b' ');
            plain.words += usize::from(sort != b' ');
            last = Some((sort, start, end));
            if sort != b' ' {
                last_word = last;
            }
            start = end;
            self.next += 1;
        }
        let token = |(sort, start, end)| token(sort, Span::new(self.base + start, self.base + end));
        (plain.last, plain.last_word) = (last.map(token), last_word.map(token));
        self.offset = self.base + start;
        plain
    }
}

/// The sorts that begin a word, a number or a blank.
static PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut sort = 0;
    while sort < 256 {
        plain[sort] =
            matches!(KINDS[sort].0, TokenKind::Word | TokenKind::Number) || sort as u8 == b' ';
        sort += 1;
    }
    plain
};

impl Tokens<'_> {
    /// The next one in the batch, unless the batch ends or it is measured.
    #[inline(always)]
    fn in_batch(&mut self) -> Option<Token> {
        let starts = &self.batch.wanted.starts;
        let sort = self.batch.sort_at(self.offset - self.base);
        if self.next >= starts.len() || sort == sort::OTHER {
            return None;
        }
        let end = self.base + starts.get(self.next);
        self.next += 1;
        let span = Span::new(self.offset, end);
        self.offset = end;
        Some(token(sort, span))
    }

    /// The next one, whatever it takes.
    #[inline(never)]
    fn out_of_batch(&mut self) -> Option<Token> {
        if self.next >= self.batch.wanted.starts.len() {
            if self.offset >= self.text.len() {
                return None;
            }
            self.refill();
            // Of one that is longer than a batch, or of boundaries of another kind, nothing is known.
            if self.batch.wanted.starts.len() > 1
                && let Some(token) = self.in_batch()
            {
                return Some(token);
            }
        }
        self.measured()
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        self.in_batch().or_else(|| self.out_of_batch())
    }
}

impl FusedIterator for Tokens<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A megabyte each, so that a loop that looks at the rest again and again is not overlooked.
    #[test]
    fn long_runs_take_linear_time() {
        for unit in
            ["a-", "ab.-", "a@b-", "www.A1.", "a%b.", "«a ", "1.,", "أبج.ابجد.", "?\u{200F}"]
        {
            let text = unit.repeat((1 << 20) / unit.len());
            assert_eq!(tokens(&text).map(|token| token.span.len()).sum::<usize>(), text.len());
            assert!(crate::sentences(&text).last().is_some_and(|s| s.full.end() == text.len()));
        }
    }

    /// What is remembered of a run changes no answer.
    #[test]
    fn a_token_depends_on_nothing_before_it() {
        let texts = [
            "x-y_a..b.example.org",
            "name.family@office.b@c.org و a.b",
            "www.a.www.Site.Com-www.B.Org",
            "a+b@c.d-e@f.org.",
            "قال.HTTP://a.b«x.co»1\u{FE0F}\u{20E3}أ.ف.ب",
        ];
        for text in texts {
            let mut rest = tokens(text);
            while let Some(alone) = tokens(rest.as_str()).next() {
                let token = rest.next().map(|t| (t.span.len(), t.kind));
                assert_eq!(token, Some((alone.span.len(), alone.kind)), "{text}");
            }
        }
    }
}
