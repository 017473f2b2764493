//! The text as a row of tokens.

use core::iter::FusedIterator;

use qawl_core::Span;

use crate::address::{self, Seen};
use crate::batch::{AllTokens, Batch, LEN, Wanted, WordsAlone};
use crate::class::{Class, is_emoji};
use crate::sorter::Sorter;
use crate::sorts::{KINDS, sort};
use crate::{Token, TokenKind, number, word};

/// Cuts `text` into tokens. Put together again they are the text: nothing is left out, not even
/// spaces. Linear, no allocation.
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
    Tokens::new(text, Sorter::new())
}

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
    Words::new(text, Sorter::new())
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
    seen: Seen,
}

impl<'a> Tokens<'a> {
    pub(crate) const fn new(text: &'a str, sorter: Sorter) -> Self {
        let batch = Batch::EMPTY;
        Self { text, offset: 0, sorter, batch, base: 0, next: 0, seen: Seen::NOTHING }
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

    /// The byte at which the next token begins.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }
}

impl Tokens<'_> {
    /// The token at the offset, measured a character at a time.
    #[inline(never)]
    fn measured(&mut self) -> Option<Token> {
        let token = measured(self.text, self.offset, &mut self.seen)?;
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
        self.batch.fill(self.sorter, self.text.get(self.base..).unwrap_or_default());
    }
}

impl Tokens<'_> {
    /// Goes to byte `offset`, where a token begins. What was found of the bytes around it is kept.
    pub(crate) fn seek(&mut self, offset: usize) {
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
}

impl Tokens<'_> {
    /// Passes over words, numbers and single blanks, as far as the batch goes.
    #[inline]
    pub(crate) fn skip_plain(&mut self) -> Plain {
        let starts = &self.batch.wanted.starts;
        let mut plain = Plain::default();
        let (mut start, mut last) = (self.offset - self.base, None);
        while self.next < starts.len() {
            let (sort, end) = (self.batch.sort_at(start), starts.get(self.next));
            if !PLAIN[usize::from(sort)] || (sort == b' ' && end - start > 1) {
                break;
            }
            plain.spaces += usize::from(sort == b' ');
            plain.words += usize::from(sort != b' ');
            last = Some((sort, start, end));
            start = end;
            self.next += 1;
        }
        plain.last = last.map(|(sort, start, end)| {
            let (kind, script) = KINDS[usize::from(sort)];
            Token { span: Span::new(self.base + start, self.base + end), kind, script }
        });
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

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        if self.next >= self.batch.wanted.starts.len() {
            if self.offset >= self.text.len() {
                return None;
            }
            self.refill();
            if self.batch.wanted.starts.len() < 2 {
                // It is longer than a batch.
                return self.measured();
            }
        }
        let sort = self.batch.sort_at(self.offset - self.base);
        if sort == sort::OTHER {
            return self.measured();
        }
        let end = self.base + self.batch.wanted.starts.get(self.next);
        self.next += 1;
        let span = Span::new(self.offset, end);
        self.offset = end;
        let (kind, script) = KINDS[usize::from(sort)];
        Some(Token { span, kind, script })
    }
}

impl FusedIterator for Tokens<'_> {}

/// The token at byte `at` of `text`, measured a character at a time.
fn measured(text: &str, at: usize, seen: &mut Seen) -> Option<Token> {
    let first = text.get(at..)?.chars().next()?;
    let class = Class::of(first);
    let (len, kind) = measure_at(text, at, first, class, seen);
    Some(Token { span: Span::new(at, at + len), kind, script: class.script() })
}

/// The length in bytes and the kind of the token at byte `at` of `text`, whose first character is
/// `first`.
pub(crate) fn measure_at(
    text: &str,
    at: usize,
    first: char,
    class: Class,
    seen: &mut Seen,
) -> (usize, TokenKind) {
    let address = (class == Class::Latin).then(|| seen.at_letter(text, at)).flatten();
    address.unwrap_or_else(|| measure(text.get(at..).unwrap_or_default(), first, class))
}

/// The length in bytes and the kind of the token at the start of `rest`, addresses at a letter
/// aside.
fn measure(rest: &str, first: char, class: Class) -> (usize, TokenKind) {
    if let Some(len) = keycap(rest) {
        return (len, TokenKind::Emoji);
    }
    match class {
        Class::Arabic => (word::arabic(rest), TokenKind::Word),
        Class::Latin | Class::Letter => (word::of_class(rest, class), TokenKind::Word),
        Class::Digit => (number::measure(rest), TokenKind::Number),
        Class::Space => (run(rest, |c| Class::of(c) == Class::Space), TokenKind::Space),
        Class::Emoji => (emoji(rest), TokenKind::Emoji),
        Class::Punctuation if first == '.' => (run(rest, |c| c == '.'), TokenKind::Punctuation),
        Class::Punctuation if matches!(first, '#' | '@') => {
            address::at_sign(rest, first).unwrap_or((first.len_utf8(), TokenKind::Punctuation))
        }
        _ => (first.len_utf8(), class.kind()),
    }
}

/// The bytes of the characters at the start of `rest` that `test` accepts.
pub(crate) fn run(rest: &str, test: impl Fn(char) -> bool) -> usize {
    rest.char_indices().find(|&(_, c)| !test(c)).map_or(rest.len(), |(offset, _)| offset)
}

/// A key of the telephone (UTS #51): a digit, `#` or `*`, U+FE0F VARIATION SELECTOR-16, which may
/// be missing, and U+20E3 COMBINING ENCLOSING KEYCAP. A number of several digits before a cap stays
/// a number: keys are written one by one.
fn keycap(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix(|c: char| c.is_ascii_digit() || matches!(c, '#' | '*'))?;
    let cap = behind.strip_prefix('\u{FE0F}').unwrap_or(behind).strip_prefix('\u{20E3}')?;
    Some(rest.len() - cap.len())
}

/// An emoji, its modifiers, and further emoji that joiners tie to it (UTS #51); two regional
/// indicators are one flag.
fn emoji(rest: &str) -> usize {
    const JOINER: char = '\u{200D}'; // ZERO WIDTH JOINER
    let is_flag = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    let is_modifier = |c: char| matches!(c, '\u{FE0F}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}');
    let mut chars = rest.char_indices().peekable();
    let mut end = 0;
    let mut previous = None;
    while let Some(&(offset, c)) = chars.peek() {
        let joins = match previous {
            None => true,
            Some(JOINER) => is_emoji(c),
            Some(p) => {
                c == JOINER || is_modifier(c) || (end == p.len_utf8() && is_flag(p) && is_flag(c))
            }
        };
        if !joins {
            break;
        }
        previous = Some(c);
        end = offset + c.len_utf8();
        chars.next();
    }
    end
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
    seen: Seen,
}

impl<'a> Words<'a> {
    pub(crate) const fn new(text: &'a str, sorter: Sorter) -> Self {
        Self { text, sorter, batch: Batch::EMPTY, base: 0, next: 0, seen: Seen::NOTHING }
    }
}

impl Words<'_> {
    /// The token at byte `at` of the batch, measured a character at a time.
    #[inline(never)]
    fn measured(&mut self, at: usize) -> Option<Token> {
        let token = measured(self.text, self.base + at, &mut self.seen)?;
        let end = token.span.end() - self.base;
        let words = &mut self.batch.wanted;
        while self.next < words.len() && words.start(self.next) < end {
            self.next += 1;
        }
        if self.next.checked_sub(1).is_some_and(|last| words.end(last) > end) || end >= LEN {
            // It ended inside a run, or behind the batch.
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
        self.batch.fill(self.sorter, rest);
        if let Some(start) = self.batch.wanted.unfinished() {
            self.batch.last = start;
        }
        Some(())
    }
}

impl Iterator for Words<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        loop {
            if self.next >= self.batch.wanted.len() {
                self.refill()?;
                if self.batch.last == 0 {
                    // It is longer than a batch.
                    let token = self.measured(0)?;
                    self.batch.last = token.span.end() - self.base;
                    if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                        return Some(token);
                    }
                }
                continue;
            }
            let words = &self.batch.wanted;
            let (start, end) = (words.start(self.next), words.end(self.next));
            let sort = self.batch.sort_at(start);
            if sort == sort::OTHER {
                let token = self.measured(start)?;
                if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                    return Some(token);
                }
                continue;
            }
            self.next += 1;
            let (kind, script) = KINDS[usize::from(sort)];
            return Some(Token {
                span: Span::new(self.base + start, self.base + end),
                kind,
                script,
            });
        }
    }
}

impl FusedIterator for Words<'_> {}

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
