//! The text as a row of sentences.

use core::iter::FusedIterator;

use qawl_core::{Span, letters};

use crate::options::{Newlines, SentenceOptions};
use crate::paragraphs::{is_line_break, trim};
use crate::quotation::{Role, opens_at, role};
use crate::tables::ABBREVIATIONS;
use crate::{Token, TokenKind, Tokens, number, tokens};

/// How deep quotations may nest and still be read as such: a wall of opening marks is none, and none
/// of its marks is tried again. It also bounds how often a token is looked at.
const DEEPEST: usize = 8;

/// One sentence of a text.
///
/// ```
/// use qawl_tokenize::sentences;
///
/// let text = " وصل الوفد.  ثم عاد."; // "the delegation arrived. then it went back."
/// let first = sentences(text).next().unwrap();
/// assert_eq!(first.span.get(text), Some("وصل الوفد."));
/// assert_eq!(first.full.get(text), Some(" وصل الوفد.  "));
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sentence {
    /// Where it stands, with its final marks, without the white space around it. Empty only where
    /// the whole text is white space.
    pub span: Span,
    /// The same with the white space around it. These tile the text.
    pub full: Span,
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
    sentences_with(text, SentenceOptions::new())
}

/// Cuts `text` into sentences. Linear, no allocation.
///
/// ```
/// use qawl_tokenize::{sentences_with, SentenceOptions};
///
/// let text = "جاء؛ ثم مضى"; // "he came; then he left"
/// let options = SentenceOptions::new().with_semicolons(true);
/// assert_eq!(sentences_with(text, options).count(), 2);
/// ```
#[must_use]
pub fn sentences_with<'a, 'o>(text: &'a str, options: SentenceOptions<'o>) -> Sentences<'a, 'o> {
    Sentences { tokens: tokens(text), options, wall: 0 }
}

/// The sentences of a text; see [`sentences`].
///
/// ```
/// let mut sentences = qawl_tokenize::sentences("متى تعود؟ غدا!"); // "when do you return? tomorrow!"
/// assert_eq!(sentences.next().map(|s| s.span.range()), Some(0..17));
/// assert_eq!(sentences.count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Sentences<'a, 'o> {
    /// What is not yet cut.
    tokens: Tokens<'a>,
    options: SentenceOptions<'o>,
    /// The end of the last wall of opening marks: before this byte no quotation begins.
    wall: usize,
}

impl Iterator for Sentences<'_, '_> {
    type Item = Sentence;

    fn next(&mut self) -> Option<Sentence> {
        let start = self.tokens.offset();
        self.pass_sentence();
        let full = Span::new(start, self.tokens.offset());
        let span = trim(full.get(self.tokens.text()).unwrap_or_default()).shift(start);
        (!full.is_empty()).then_some(Sentence { span, full })
    }
}

impl FusedIterator for Sentences<'_, '_> {}

/// What a sentence held so far.
#[derive(Default)]
struct Before {
    /// The token before this one, spaces at the start aside.
    previous: Option<Token>,
    /// Words and numbers, those of skipped quotations not counted.
    words: usize,
    /// The number of the last item, if the sentence began as a list does: «1. الماء 2. الكهرباء»
    /// (1. water 2. electricity).
    item: Option<u32>,
}

/// What a token does to the depth of a quotation.
enum Step {
    In,
    Out,
    /// It ends the paragraph, and with it every quotation.
    Break,
    None,
}

impl<'a> Sentences<'a, '_> {
    /// Moves behind the sentence that begins here and the white space behind it.
    fn pass_sentence(&mut self) {
        let mut before = Before::default();
        while let Some(token) = self.tokens.next() {
            match token.kind {
                TokenKind::Space if before.previous.is_some() && self.breaks(token) => return,
                TokenKind::Punctuation => {
                    if let Some(behind) = self.skip_quotation(token) {
                        self.tokens = behind;
                    } else if self.ends(token, &mut before) {
                        self.tokens = after_closing(self.tokens.clone());
                        return;
                    }
                }
                TokenKind::Word | TokenKind::Number => before.words += 1,
                _ => {}
            }
            if token.kind != TokenKind::Space || before.previous.is_some() {
                before.previous = Some(token);
            }
        }
    }

    fn piece(&self, token: Token) -> &'a str {
        token.span.get(self.tokens.text()).unwrap_or_default()
    }

    /// Whether white space ends the sentence before it.
    fn breaks(&self, space: Token) -> bool {
        let breaks = line_breaks(self.piece(space));
        match self.options.newlines {
            Newlines::Hard => breaks >= 1,
            Newlines::Paragraph => breaks >= 2,
            Newlines::Ignore => false,
        }
    }

    /// Whether the mark `mark`, just passed, ends the sentence. The last mark of a run does.
    fn ends(&self, mark: Token, before: &mut Before) -> bool {
        let behind = self.tokens.as_str();
        match self.piece(mark) {
            "." => self.stop_ends(before),
            "\u{061B}" | ";" => self.options.semicolons,
            mark if is_end_mark(mark) => !starts_with_mark(behind),
            // Two dots and more, and U+2026, are a pause in the press, not an end; behind an end
            // mark they only lengthen it: «هل جاء؟.. لا» (did he come?.. no).
            dots if is_pause(dots) => {
                let mark = before.previous.map_or("", |token| self.piece(token));
                is_end_mark(mark) && !starts_with_mark(behind)
            }
            _ => false,
        }
    }

    /// Whether one full stop ends the sentence: not behind an initial, an abbreviation or the
    /// number of a list, and not inside a name in Latin letters.
    fn stop_ends(&self, before: &mut Before) -> bool {
        let Some(previous) = before.previous else { return false };
        match previous.kind {
            TokenKind::Number => self.number_ends(self.piece(previous), before),
            TokenKind::Word => self.word_ends(self.piece(previous)),
            _ => true,
        }
    }

    /// Whether a full stop behind `number` ends the sentence. The number of an item does not: it
    /// begins the sentence, or it counts on from the one that did.
    fn number_ends(&self, number: &str, before: &mut Before) -> bool {
        let behind = self.tokens.as_str();
        if behind.is_empty() {
            return true;
        }
        let value = number::value(number);
        let next = before.item.and_then(|item| item.checked_add(1));
        let counts_on = value.is_some() && value == next && behind.starts_with(char::is_whitespace);
        if before.words > 1 && !counts_on {
            return true;
        }
        before.item = value;
        false
    }

    /// Whether a full stop behind `word` ends the sentence.
    fn word_ends(&self, word: &str) -> bool {
        let behind = self.tokens.as_str();
        let initial = word.chars().filter(|&c| letters::is_letter(c)).count() == 1
            || (word.len() == 1 && behind.starts_with(' '));
        let known = ABBREVIATIONS.binary_search(&word).is_ok()
            || self.options.abbreviations.contains(&word);
        let latin_name = behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        !(initial || known || latin_name)
            || behind.trim_start_matches([' ', '\u{00A0}']).starts_with(is_line_break)
    }

    /// The tokens behind the quotation that `mark`, just passed, opens, if it closes soon enough.
    /// A full stop that is the last token inside is left to be judged.
    fn skip_quotation(&mut self, mark: Token) -> Option<Tokens<'a>> {
        let opening = self.piece(mark).chars().next()?;
        if mark.span.start() < self.wall || !self.opens(mark, opening) {
            return None;
        }
        let mut depth = 1_usize;
        let mut tokens = self.tokens.clone();
        let mut last_stop = None;
        for _ in 0..self.options.quotation_limit {
            let stop = tokens.as_str().starts_with('.').then(|| tokens.clone());
            let token = tokens.next()?;
            match self.step(token, opening) {
                Step::In => depth += 1,
                Step::Out => depth -= 1,
                Step::Break => return None,
                Step::None => {}
            }
            if depth == 0 {
                return Some(last_stop.unwrap_or(tokens));
            }
            if depth > DEEPEST {
                self.wall = token.span.start();
                return None;
            }
            // An invisible control between the stop and the closing mark changes nothing.
            if token.kind != TokenKind::Control {
                last_stop = stop.filter(|_| token.span.len() == 1);
            }
        }
        None
    }

    /// What `token` does inside a quotation that `opening` began. Straight marks do not nest.
    fn step(&self, token: Token, opening: char) -> Step {
        let c = match token.kind {
            TokenKind::Space if self.breaks(token) => return Step::Break,
            TokenKind::Punctuation => self.piece(token).chars().next(),
            _ => None,
        };
        match c {
            Some(c) if role(opening) != Some(Role::Either) && self.opens(token, c) => Step::In,
            Some(c) if closes(opening, c) => Step::Out,
            _ => Step::None,
        }
    }

    fn opens(&self, mark: Token, c: char) -> bool {
        match role(c) {
            Some(Role::Open) => true,
            Some(Role::Either) => opens_at(self.tokens.text(), mark.span.start()),
            _ => false,
        }
    }
}

fn closes(opening: char, c: char) -> bool {
    if role(opening) == Some(Role::Either) { c == opening } else { role(c) == Some(Role::Close) }
}

/// CR LF counts once.
fn line_breaks(space: &str) -> usize {
    space.chars().filter(|&c| is_line_break(c) && c != '\r').count()
        + space.split('\r').skip(1).filter(|rest| !rest.starts_with('\n')).count()
}

/// U+061F ARABIC QUESTION MARK and U+06D4 ARABIC FULL STOP among them.
fn is_end_mark(mark: &str) -> bool {
    matches!(mark, "!" | "?" | "\u{061F}" | "\u{06D4}")
}

fn is_pause(dots: &str) -> bool {
    dots == "\u{2026}" || dots.starts_with("..")
}

fn starts_with_mark(behind: &str) -> bool {
    behind.starts_with(['!', '?', '\u{061F}', '\u{06D4}', '.', '\u{2026}'])
}

/// The tokens behind the closing marks and the white space that follow an end mark. Invisible
/// controls between them are passed over; those before the next word belong to it.
fn after_closing(mut tokens: Tokens<'_>) -> Tokens<'_> {
    let text = tokens.text();
    let mut end = tokens.clone();
    while let Some(token) = tokens.next() {
        match token.kind {
            TokenKind::Space => return tokens,
            TokenKind::Control => {}
            _ if closes_sentence(text, token) => end = tokens.clone(),
            _ => return end,
        }
    }
    tokens
}

fn closes_sentence(text: &str, token: Token) -> bool {
    let first = token.span.get(text).and_then(|piece| piece.chars().next());
    first.is_some_and(|c| match role(c) {
        Some(Role::Close) => true,
        Some(Role::Either) => !opens_at(text, token.span.start()),
        // U+2019 RIGHT SINGLE QUOTATION MARK
        _ => matches!(c, ')' | ']' | '\u{2019}'),
    })
}
