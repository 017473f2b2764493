//! The text as a row of tokens.

use core::iter::FusedIterator;

use qawl_core::Span;

use crate::class::{Class, is_emoji};
use crate::{Script, Token, TokenKind, address, number, word};

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
    Tokens { text, offset: 0 }
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

/// The tokens of a text; see [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Tokens<'a> {
    /// What is not yet cut.
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

    /// The tokens from byte `offset` on, which must be a character boundary between tokens;
    /// anywhere else there are none.
    pub(crate) fn starting_at(text: &'a str, offset: usize) -> Self {
        Self { text, offset }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = self.as_str();
        let first = rest.chars().next()?;
        let class = Class::of(first);
        let (len, kind) = measure(rest, first, class);
        let start = self.offset;
        self.offset += len;
        let script = if kind == TokenKind::Hashtag { Script::Common } else { class.script() };
        Some(Token { span: Span::new(start, self.offset), kind, script })
    }
}

impl FusedIterator for Tokens<'_> {}

/// The length in bytes and the kind of the token at the start of `rest`.
fn measure(rest: &str, first: char, class: Class) -> (usize, TokenKind) {
    match class {
        Class::Arabic => (word::arabic(rest), TokenKind::Word),
        Class::Latin => address::at_letter(rest)
            .unwrap_or_else(|| (word::of_class(rest, class), TokenKind::Word)),
        Class::Letter => (word::of_class(rest, class), TokenKind::Word),
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
#[derive(Clone, Debug)]
pub struct Words<'a> {
    tokens: Tokens<'a>,
}

impl Iterator for Words<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        self.tokens.find(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    }
}

impl FusedIterator for Words<'_> {}
