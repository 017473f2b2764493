//! The text as a row of sentences.

use core::iter::FusedIterator;

use qawl_core::{Span, letters};

use crate::emoticon;
use crate::enclosure::Enclosure;
use crate::options::{Newlines, SentenceOptions};
use crate::paragraphs::{is_line_break, trim};
use crate::quotation::{Role, opens_at, role};
use crate::stop::{Before, is_dotted, trim_blanks};
use crate::{Token, TokenKind, Tokens, tokens};

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
    /// The end of the last wall of opening marks: before this byte nothing is enclosed.
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

impl<'a> Sentences<'a, '_> {
    /// What is not yet cut. Constant time.
    ///
    /// ```
    /// let mut sentences = qawl_tokenize::sentences("متى تعود؟ غدا!"); // "when do you return? tomorrow!"
    /// sentences.next();
    /// assert_eq!(sentences.as_str(), "غدا!");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.tokens.as_str()
    }
}

impl Sentences<'_, '_> {
    /// Moves behind the sentence that begins here and the white space behind it.
    fn pass_sentence(&mut self) {
        let mut before = Before::default();
        loop {
            before.pass_plain(self.tokens.skip_plain());
            let Some(token) = self.tokens.next() else { return };
            match token.kind {
                TokenKind::Space if before.previous.is_some() && self.breaks(token) => return,
                TokenKind::Punctuation => {
                    if self.ends(token, &mut before) {
                        return;
                    }
                }
                TokenKind::Word if is_dotted(piece(self.tokens.text(), token)) && self.close() => {
                    return;
                }
                _ => before.pass(token),
            }
        }
    }

    /// Whether white space ends the sentence before it.
    fn breaks(&self, space: Token) -> bool {
        breaks(self.tokens.text(), space, self.options.newlines)
    }

    /// Whether the sentence ends with `mark`, just passed, or with what it encloses. If so, moves
    /// behind the sentence, otherwise behind what is enclosed, and notes it in `before`.
    fn ends(&mut self, mark: Token, before: &mut Before) -> bool {
        let tokens = &mut self.tokens;
        let Some(enclosure) = Enclosure::pass(mark, tokens, &self.options, &mut self.wall) else {
            let ends = self.is_end(mark, before) && self.close();
            before.pass(mark);
            return ends;
        };
        let text = self.tokens.text();
        let last = enclosure.last.filter(|last| is_end(piece(text, *last)));
        let is_first = before.previous.is_none();
        before.pass_enclosure(mark, &enclosure);
        if enclosure.is_bracket {
            // A sentence in brackets ends with them; in another they end nothing.
            return last.is_some() && is_first && self.close();
        }
        if let Some(stop) = last.filter(|last| piece(text, *last) == ".") {
            // Whether the full stop before the closing mark ends the sentence is left to be judged.
            self.tokens.seek(stop.span.start());
            before.previous = enclosure.last_but_one;
            return false;
        }
        // «من هناك؟» «أنا» ("who is there?" "it's me"): turns of a dialogue.
        last.is_some() && opens_quotation(self.tokens.as_str()) && self.close()
    }

    /// Whether the mark `mark`, just passed, ends the sentence. The last mark of a run does.
    fn is_end(&self, mark: Token, before: &mut Before) -> bool {
        let (text, behind) = (self.tokens.text(), self.tokens.as_str());
        match piece(text, mark) {
            "." => {
                let own = self.options.abbreviations;
                !starts_with_mark(behind) && before.stop_ends(text, behind, own)
            }
            "\u{061B}" | ";" => self.options.semicolons,
            mark if is_end_mark(mark) => !starts_with_mark(behind),
            // Two dots and more, and U+2026, are a pause in the press, not an end; behind an end
            // mark they only lengthen it: «هل جاء؟.. لا» (did he come?.. no).
            dots if is_pause(dots) => {
                let mark = before.previous.map_or("", |token| piece(text, token));
                is_end_mark(mark) && !starts_with_mark(behind)
            }
            _ => false,
        }
    }

    /// Moves behind the closing marks and the white space at hand. Answers whether the sentence ends
    /// there: before a comma it goes on, «قال: «هل جاء؟»، ومضى» (he said: "did he come?", and left).
    fn close(&mut self) -> bool {
        let here = self.tokens.offset();
        pass_closing(&mut self.tokens);
        let behind = self.tokens.as_str();
        let goes_on = behind.starts_with(['\u{060C}', ',', '\u{061B}', ';', ':'])
            && emoticon::measure(behind).is_none();
        if goes_on {
            self.tokens.seek(here);
        }
        !goes_on
    }
}

/// The text of `token`.
pub(crate) fn piece(text: &str, token: Token) -> &str {
    token.span.get(text).unwrap_or_default()
}

/// Whether white space ends the sentence before it.
pub(crate) fn breaks(text: &str, space: Token, newlines: Newlines) -> bool {
    let breaks = line_breaks(piece(text, space));
    match newlines {
        Newlines::Hard => breaks >= 1,
        Newlines::Paragraph => breaks >= 2,
        Newlines::Ignore => false,
    }
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

/// Whether `mark` may end a sentence.
fn is_end(mark: &str) -> bool {
    mark == "." || is_end_mark(mark)
}

/// Whether a quotation begins at the start of `behind`, white space aside.
fn opens_quotation(behind: &str) -> bool {
    let next = trim_blanks(behind);
    next.chars().next().and_then(role).is_some_and(|role| role != Role::Close)
        && next.len() < behind.len()
}

fn is_pause(dots: &str) -> bool {
    dots == "\u{2026}" || dots.starts_with("..")
}

fn starts_with_mark(behind: &str) -> bool {
    behind.starts_with(['!', '?', '\u{061F}', '\u{06D4}', '.', '\u{2026}'])
}

/// Moves behind the closing marks and the white space that follow an end mark. Invisible controls
/// between them are passed over; those before the next word belong to it.
fn pass_closing(tokens: &mut Tokens<'_>) {
    let text = tokens.text();
    let mut end = tokens.offset();
    while let Some(token) = tokens.next() {
        match token.kind {
            // Some set quotation marks apart: «نعم. »
            TokenKind::Space if closes_apart(text, token, tokens.as_str()) => {}
            TokenKind::Space => return,
            TokenKind::Control => {}
            _ if is_note(text, token) => {
                // «النص.[1] ثم»: the number of a note.
                tokens.next();
                tokens.next();
                end = tokens.offset();
            }
            _ if closes_sentence(text, token) => end = tokens.offset(),
            _ => return tokens.seek(end),
        }
    }
}

/// Whether a quotation mark that can only close stands at the start of `behind`, set apart by one
/// blank.
fn closes_apart(text: &str, space: Token, behind: &str) -> bool {
    let closes = behind.chars().next().and_then(role) == Some(Role::Close);
    closes && matches!(piece(text, space), " " | "\u{00A0}")
}

/// Whether a number in brackets begins with `bracket`.
fn is_note(text: &str, bracket: Token) -> bool {
    let close = match piece(text, bracket) {
        "[" => ']',
        "(" => ')',
        _ => return false,
    };
    let rest = text.get(bracket.span.end()..).unwrap_or_default();
    let behind = rest.trim_start_matches(letters::is_digit);
    behind.len() < rest.len() && behind.starts_with(close)
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
