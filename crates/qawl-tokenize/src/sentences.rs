//! The text as a row of sentences.

use core::iter::FusedIterator;

use qawl_core::{Span, letters};

use crate::paragraphs::{is_break, trim};
use crate::quotation::{Role, opens_at, role};
use crate::tables::ABBREVIATIONS;
use crate::{Token, TokenKind, Tokens};

/// How deep quotations may nest and still be read as such: a wall of opening marks is none.
const DEEPEST: usize = 8;

/// One sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sentence {
    /// Where it stands, with its final marks, without the white space around it. Empty only where
    /// the whole text is white space.
    pub span: Span,
    /// The same with the white space around it. These tile the text.
    pub full: Span,
}

/// What a line break means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Newlines {
    /// Every line break ends a sentence: articles with a paragraph a line.
    #[default]
    Hard,
    /// An empty line ends a sentence: text wrapped at a width.
    Paragraph,
    /// Line breaks are spaces.
    Ignore,
}

/// How [`sentences_with`] cuts. The default fits news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SentenceOptions<'o> {
    /// What a line break means.
    pub newlines: Newlines,
    /// Whether «؛» (U+061B ARABIC SEMICOLON) and `;` end a sentence.
    pub semicolons: bool,
    /// How many tokens, spaces included, a quotation may have and still be kept in one sentence.
    /// Zero: quotations do not matter. A mark that does not close within them does not matter
    /// either.
    pub quotation_limit: usize,
    /// Words behind which a full stop does not end the sentence, beside the built-in ones.
    pub abbreviations: &'o [&'o str],
}

impl Default for SentenceOptions<'_> {
    fn default() -> Self {
        Self {
            newlines: Newlines::Hard,
            semicolons: false,
            quotation_limit: 120,
            abbreviations: &[],
        }
    }
}

/// Cuts `text` into sentences by the default options. Linear, no allocation.
///
/// ```
/// use qawl_tokenize::sentences;
///
/// let text = "قال: «نعم. سأعود غدا». ثم مضى."; // "he said: 'Yes. I return tomorrow.' Then he left."
/// let found: Vec<_> = sentences(text).filter_map(|s| s.span.get(text)).collect();
/// assert_eq!(found, ["قال: «نعم. سأعود غدا».", "ثم مضى."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Sentences<'_, 'static> {
    sentences_with(text, SentenceOptions::default())
}

/// Cuts `text` into sentences.
///
/// ```
/// use qawl_tokenize::{sentences_with, SentenceOptions};
///
/// let text = "جاء؛ ثم مضى"; // "he came; then he left"
/// let options = SentenceOptions { semicolons: true, ..SentenceOptions::default() };
/// assert_eq!(sentences_with(text, options).count(), 2);
/// ```
#[must_use]
pub fn sentences_with<'a, 'o>(text: &'a str, options: SentenceOptions<'o>) -> Sentences<'a, 'o> {
    Sentences { text, offset: 0, options }
}

/// The sentences of a text; see [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'a, 'o> {
    text: &'a str,
    offset: usize,
    options: SentenceOptions<'o>,
}

impl Iterator for Sentences<'_, '_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        if self.offset >= self.text.len() {
            return None;
        }
        let full = Span::new(self.offset, self.end());
        self.offset = full.end();
        let span = trim(full.get(self.text).unwrap_or_default()).shift(full.start());
        Some(Sentence { span, full })
    }
}

impl FusedIterator for Sentences<'_, '_> {}

impl Sentences<'_, '_> {
    /// Where the sentence that begins here ends, white space behind it included.
    fn end(&self) -> usize {
        let mut tokens = Tokens::starting_at(self.text, self.offset);
        let mut previous: Option<Token> = None;
        let mut words = 0_usize;
        while let Some(token) = tokens.next() {
            match token.kind {
                TokenKind::Space if previous.is_some() && self.breaks(token) => {
                    return token.span.end();
                }
                TokenKind::Punctuation => {
                    if let Some(behind) = self.skip_quotation(token) {
                        tokens = behind;
                    } else if self.ends(token, previous, words, &tokens) {
                        return after_closing(self.text, tokens);
                    }
                }
                TokenKind::Word | TokenKind::Number => words += 1,
                _ => {}
            }
            if token.kind != TokenKind::Space || previous.is_some() {
                previous = Some(token);
            }
        }
        self.text.len()
    }

    /// Whether white space ends the sentence before it.
    fn breaks(&self, space: Token) -> bool {
        let breaks = space.span.get(self.text).map_or(0, line_breaks);
        match self.options.newlines {
            Newlines::Hard => breaks >= 1,
            Newlines::Paragraph => breaks >= 2,
            Newlines::Ignore => false,
        }
    }

    /// Whether the mark `token` ends the sentence. `tokens` stand behind it.
    fn ends(
        &self,
        token: Token,
        previous: Option<Token>,
        words: usize,
        tokens: &Tokens<'_>,
    ) -> bool {
        match token.span.get(self.text).unwrap_or_default() {
            "!" | "?" | "\u{061F}" | "\u{06D4}" => !starts_with_mark(tokens.as_str()),
            "\u{061B}" | ";" => self.options.semicolons,
            // Two dots and more, and U+2026, are a pause in the press, not an end.
            "." => self.stop_ends(previous, words, tokens.as_str()),
            _ => false,
        }
    }

    /// Whether one full stop ends the sentence: not behind an initial, an abbreviation or the
    /// number of a list, and not inside a name in Latin letters.
    fn stop_ends(&self, previous: Option<Token>, words: usize, behind: &str) -> bool {
        let Some(previous) = previous else { return false };
        let word = previous.span.get(self.text).unwrap_or_default();
        match previous.kind {
            TokenKind::Number => words > 1 || behind.is_empty(),
            TokenKind::Word => {
                let initial = word.chars().filter(|&c| letters::is_letter(c)).count() == 1
                    || (word.len() == 1 && behind.starts_with(' '));
                let known = ABBREVIATIONS.binary_search(&word).is_ok()
                    || self.options.abbreviations.contains(&word);
                let latin_name = behind.starts_with(|c: char| c.is_ascii_alphanumeric());
                !(initial || known || latin_name)
                    || behind.trim_start_matches([' ', '\u{00A0}']).starts_with(is_break)
            }
            _ => true,
        }
    }

    /// The tokens behind the quotation that `mark` opens, if it closes soon enough. The last
    /// token inside is left to be judged where it is a full stop.
    fn skip_quotation(&self, mark: Token) -> Option<Tokens<'_>> {
        let opening = mark.span.get(self.text)?.chars().next()?;
        if self.options.quotation_limit == 0 || !opens(self.text, mark, opening) {
            return None;
        }
        let mut depth = 1_usize;
        let mut tokens = Tokens::starting_at(self.text, mark.span.end());
        let mut last_stop = None;
        for _ in 0..self.options.quotation_limit {
            let before = tokens.clone();
            let token = tokens.next()?;
            if token.kind == TokenKind::Space && self.breaks(token) {
                return None;
            }
            let c = token.span.get(self.text)?.chars().next()?;
            let is_mark = token.kind == TokenKind::Punctuation && role(c).is_some();
            if is_mark && role(opening) != Some(Role::Either) && opens(self.text, token, c) {
                depth += 1;
                if depth > DEEPEST {
                    return None;
                }
            } else if is_mark && closes(opening, c) {
                depth -= 1;
                if depth == 0 {
                    return Some(last_stop.unwrap_or(tokens));
                }
            }
            last_stop = (c == '.' && token.span.len() == 1).then_some(before);
        }
        None
    }
}

fn opens(text: &str, mark: Token, c: char) -> bool {
    match role(c) {
        Some(Role::Open) => true,
        Some(Role::Either) => opens_at(text, mark.span.start()),
        _ => false,
    }
}

fn closes(opening: char, c: char) -> bool {
    if role(opening) == Some(Role::Either) { c == opening } else { role(c) == Some(Role::Close) }
}

/// CR LF counts once.
fn line_breaks(space: &str) -> usize {
    space.chars().filter(|&c| is_break(c) && c != '\r').count()
        + space.split('\r').skip(1).filter(|rest| !rest.starts_with('\n')).count()
}

fn starts_with_mark(behind: &str) -> bool {
    behind.starts_with(['!', '?', '\u{061F}', '.'])
}

/// The end of the closing marks and the white space that follow an end mark.
fn after_closing(text: &str, mut tokens: Tokens<'_>) -> usize {
    loop {
        let rest = tokens.as_str();
        let start = text.len() - rest.len();
        let Some(c) = rest.chars().next() else { return text.len() };
        let closing = match role(c) {
            Some(Role::Close) => true,
            Some(Role::Either) => !opens_at(text, start),
            _ => matches!(c, ')' | ']' | '\u{2019}'),
        };
        if !closing && !c.is_whitespace() {
            return start;
        }
        tokens.next();
        if c.is_whitespace() {
            return text.len() - tokens.as_str().len();
        }
    }
}
