//! The text as a row of tokens.

use core::iter::FusedIterator;

use qawl_core::Span;

use crate::address::{self, Seen};
use crate::class::{Class, ascii_mark, is_emoji};
use crate::window::{Run, WIDTH, Window};
use crate::{Script, Token, TokenKind, number, word};

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
    Tokens { text, offset: 0, window: Window::at(text, 0), seen: Seen::default() }
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
    Words { tokens: tokens(text) }
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
    /// The window in which the next token begins.
    window: Window,
    seen: Seen,
}

impl<'a> Tokens<'a> {
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
    /// The token that begins at the offset, measured a character at a time.
    #[inline(never)]
    fn measured(&mut self) -> Option<Token> {
        let first = self.as_str().chars().next()?;
        let class = Class::of(first);
        let (len, kind) = measure_at(self.text, self.offset, first, class, &mut self.seen);
        let start = self.offset;
        self.offset += len;
        match self.offset.checked_sub(self.window.base) {
            Some(at) if at < WIDTH => self.window.enter(at),
            _ => self.window = Window::at(self.text, self.offset),
        }
        Some(Token { span: Span::new(start, self.offset), kind, script: class.script() })
    }

    /// Moves on to the window in which the run at the offset ends, which is not this one.
    #[inline(never)]
    fn cross(&mut self) {
        while self.window.starts == 0 {
            self.window = self.window.next(self.text);
        }
    }

    /// Moves on to the next token that may be a word or a number.
    #[inline]
    fn skip_to_word(&mut self) -> Option<()> {
        loop {
            if let Some(at) = self.window.enter_word(self.offset - self.window.base) {
                self.offset = self.window.base + at;
                return Some(());
            }
            self.window = self.window.next(self.text);
            self.offset = self.window.base;
            if self.offset >= self.text.len() {
                self.offset = self.text.len();
                return None;
            }
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        let start = self.offset;
        if start >= self.text.len() {
            return None;
        }
        let at = start - self.window.base;
        let (run, is_special) = (self.window.run_at(at), self.window.is_special(at));
        if self.window.starts == 0 {
            self.cross();
        }
        let (end, may_go_on) = self.window.pop();
        if is_special || may_go_on {
            return self.measured();
        }
        self.offset = end;
        let (kind, script) = match run {
            Run::Arabic => (TokenKind::Word, Script::Arabic),
            Run::Latin => (TokenKind::Word, Script::Latin),
            Run::Digit => (TokenKind::Number, Script::Common),
            Run::Space => (TokenKind::Space, Script::Common),
            Run::None => (single(self.text, start), Script::Common),
        };
        Some(Token { span: Span::new(start, end), kind, script })
    }
}

/// The kind of the character at `at`, a token by itself: what is not ASCII is punctuation.
fn single(text: &str, at: usize) -> TokenKind {
    let byte = text.as_bytes().get(at).copied().unwrap_or_default();
    ASCII.get(usize::from(byte)).copied().unwrap_or(TokenKind::Punctuation)
}

impl FusedIterator for Tokens<'_> {}

static ASCII: [TokenKind; 128] = {
    let mut kinds = [TokenKind::Control; 128];
    let mut byte = b'!';
    while byte <= b'~' {
        kinds[byte as usize] = ascii_mark(byte as char).kind();
        byte += 1;
    }
    kinds
};

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
    tokens: Tokens<'a>,
}

impl Iterator for Words<'_> {
    type Item = Token;

    #[inline]
    fn next(&mut self) -> Option<Token> {
        loop {
            self.tokens.skip_to_word()?;
            let token = self.tokens.next()?;
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                return Some(token);
            }
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
