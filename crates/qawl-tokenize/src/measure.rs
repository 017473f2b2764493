//! A token measured a character at a time.

use qawl_core::Span;

use crate::address::{self, Seen};
use crate::class::Class;
use crate::word_break::{WordBreak, is_pictographic};
use crate::{Token, TokenKind, Tokenizer, emoticon, uax29, word};

/// What measures tokens, and what it remembers of the text.
#[derive(Clone, Debug)]
pub(crate) struct Measure {
    pub(crate) tokenizer: Tokenizer,
    seen: Seen,
}

impl Measure {
    pub(crate) const fn new(tokenizer: Tokenizer) -> Self {
        Self { tokenizer, seen: Seen::NOTHING }
    }

    /// The token at byte `at` of `text`.
    pub(crate) fn token(&mut self, text: &str, at: usize) -> Option<Token> {
        let rest = text.get(at..)?;
        let first = rest.chars().next()?;
        if self.tokenizer.has_unicode_boundaries() {
            return Some(segment(rest, at));
        }
        let class = Class::of(first);
        let may_begin = class == Class::Latin || (class == Class::Digit && is_before_latin(rest));
        let address = may_begin && self.tokenizer.has_addresses();
        let address = address.then(|| self.seen.at_letter(text, at)).flatten();
        let (len, kind) = address.unwrap_or_else(|| measure(rest, first, class, &self.tokenizer));
        Some(Token { span: Span::new(at, at + len), kind, script: class.script() })
    }
}

/// Whether the digits at the start of `rest` stand before a Latin letter: `7days.com`.
fn is_before_latin(rest: &str) -> bool {
    rest.trim_start_matches(|c: char| c.is_ascii_digit())
        .starts_with(|c: char| c.is_ascii_alphabetic())
}

/// The token between two of Unicode's boundaries at the start of `rest`, which is byte `at`: a word
/// if it holds a letter, a number if it holds a digit, else what its first character is.
fn segment(rest: &str, at: usize) -> Token {
    let len = uax29::measure(rest);
    let classes = || rest.get(..len).unwrap_or_default().chars().map(Class::of);
    let first = classes().next().unwrap_or(Class::Symbol);
    let class = classes()
        .find(|class| class.is_letter())
        .or_else(|| classes().find(|&class| class == Class::Digit))
        .unwrap_or(first);
    Token { span: Span::new(at, at + len), kind: class.kind(), script: first.script() }
}

/// The length in bytes and the kind of the token at the start of `rest`, addresses at a letter
/// aside.
fn measure(rest: &str, first: char, class: Class, tokenizer: &Tokenizer) -> (usize, TokenKind) {
    if let Some(len) = keycap(rest) {
        return (len, TokenKind::Emoji);
    }
    if let Some(len) = tokenizer.has_emoticons().then(|| emoticon::measure(rest)).flatten() {
        return (len, TokenKind::Emoji);
    }
    match class {
        _ if is_shown_as_emoji(rest) => (emoji(rest), TokenKind::Emoji),
        Class::Arabic | Class::Latin | Class::Letter | Class::Digit => {
            word::word_or_number(rest, class, tokenizer)
        }
        Class::Space => (run(rest, |c| Class::of(c) == Class::Space), TokenKind::Space),
        Class::Emoji => (emoji(rest), TokenKind::Emoji),
        Class::Punctuation => punctuation(rest, first, tokenizer),
        _ => (first.len_utf8(), class.kind()),
    }
}

/// A hashtag, a mention, full stops in a row, or one mark.
fn punctuation(rest: &str, first: char, tokenizer: &Tokenizer) -> (usize, TokenKind) {
    if matches!(first, '#' | '@')
        && let Some(tag) = tokenizer.has_tags().then(|| address::at_sign(rest, first)).flatten()
    {
        return tag;
    }
    let is_run = first == '.' || tokenizer.has_runs_of_marks();
    (if is_run { run(rest, |c| c == first) } else { first.len_utf8() }, TokenKind::Punctuation)
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

/// Whether a pictograph that is a letter or a sign by itself stands at the start of `rest`, with
/// U+FE0F VARIATION SELECTOR-16, which makes it an emoji: ‼, ©, ⬇.
pub(crate) fn is_shown_as_emoji(rest: &str) -> bool {
    let behind = rest.strip_prefix(is_pictographic);
    behind.is_some_and(|behind| behind.starts_with('\u{FE0F}'))
}

/// An emoji with what extends it, and further ones that joiners tie to it, as an extended grapheme
/// cluster (UAX #29: GB9, GB11); two regional indicators are one flag (GB12).
fn emoji(rest: &str) -> usize {
    let is_flag = |c: char| WordBreak::of(c) == WordBreak::RegionalIndicator;
    let mut chars = rest.char_indices().peekable();
    let Some((_, first)) = chars.next() else { return 0 };
    if is_flag(first) {
        chars.next_if(|&(_, c)| is_flag(c));
    }
    // One joiner behind a pictograph and what extends it ties the next to it.
    let (mut may_tie, mut ties) = (is_pictographic(first), false);
    while let Some(&(_, c)) = chars.peek() {
        match WordBreak::of(c) {
            WordBreak::Extend => ties = false,
            WordBreak::Zwj => (ties, may_tie) = (may_tie, false),
            _ if ties && is_pictographic(c) => (ties, may_tie) = (false, true),
            _ => break,
        }
        chars.next();
    }
    chars.peek().map_or(rest.len(), |&(offset, _)| offset)
}
