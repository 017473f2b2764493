//! Quotation marks that hold no quote, and why.

use qawl_core::Span;

use crate::article::Article;
use crate::complement::names_something;
use crate::items::Kind;
use crate::marks::Pair;
use crate::quote::Quote;

/// From how many words on a quotation by itself is speech rather than a name or a term.
const WORDS: usize = 4;

/// A pair of quotation marks of whose words no quote is made. See the example of
/// [`Attributor::refused`](crate::Attributor::refused).
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Refused {
    /// The words and their marks.
    pub span: Span,
    /// Why not.
    pub reason: Refusal,
}

/// Why a quotation is no quote.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case")
)]
pub enum Refusal {
    /// The brackets of the Quran: the writer cites.
    Scripture,
    /// A name, or what the words before it say is one: a paper, a book, a slogan.
    Name,
    /// A term, or words that the writer stands aside from: three words at most.
    Term,
    /// It stands inside another quotation that is refused, or has more words but is a part of the
    /// writer's own sentence, which reports nothing.
    Part,
    /// It fills its sentence, but no word reports it. With
    /// [`QuoteOptions::floating`](crate::QuoteOptions::floating) it is a quote where a speaker is
    /// near.
    NoCue,
}

impl Refusal {
    /// The name in output: `scripture`, `name`, `term`, `part`, `no-cue`.
    ///
    /// ```
    /// assert_eq!(qawl_quotes::Refusal::NoCue.as_str(), "no-cue");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Refusal::Scripture => "scripture",
            Refusal::Name => "name",
            Refusal::Term => "term",
            Refusal::Part => "part",
            Refusal::NoCue => "no-cue",
        }
    }
}

/// The quotations that meet no content, and why.
pub(crate) fn refused(article: &Article<'_>, quotes: &[Quote]) -> Vec<Refused> {
    let taken = Taken::new(quotes);
    let pairs = article.marks.within(0, article.items.len());
    let told = pairs.filter_map(|pair| {
        let span = article.span(pair.open, pair.after());
        let reason = refusal(article, pair).unwrap_or(Refusal::NoCue);
        (!taken.meet(span)).then_some(Refused { span, reason })
    });
    told.collect()
}

/// Why a quotation by itself is no speech; none where it may be.
pub(crate) fn refusal(article: &Article<'_>, pair: Pair) -> Option<Refusal> {
    if is_scripture(article, pair) {
        Some(Refusal::Scripture)
    } else if article.marks.around(pair.open).is_some() {
        // Asked before anything that counts words, so that marks within marks cost no more than
        // others.
        Some(Refusal::Part)
    } else if names_something(article, pair) {
        Some(Refusal::Name)
    } else if article.words_in(pair.open + 1, pair.end) < WORDS {
        Some(Refusal::Term)
    } else if !fills_sentence(article, pair) {
        Some(Refusal::Part)
    } else {
        None
    }
}

fn is_scripture(article: &Article<'_>, pair: Pair) -> bool {
    // U+FD3E ORNATE LEFT PARENTHESIS, U+FD3F ORNATE RIGHT PARENTHESIS.
    matches!(article.kind(pair.open), Some(Kind::Mark('\u{FD3E}' | '\u{FD3F}')))
}

/// Whether no word stands beside a quotation in its sentence.
fn fills_sentence(article: &Article<'_>, pair: Pair) -> bool {
    let stops = |at: usize| {
        matches!(article.kind(at), Some(Kind::Stop | Kind::Dots | Kind::Comma))
            && article.same_sentence(pair.open, at)
    };
    let mut at = pair.after();
    while stops(at) {
        at += 1;
    }
    let first = article.words_in(article.sentence_start(pair.open), pair.open) == 0;
    first && !article.same_sentence(pair.open, at)
}

/// The bytes that quotes have, in order.
struct Taken(Vec<Span>);

impl Taken {
    fn new(quotes: &[Quote]) -> Self {
        let mut spans: Vec<Span> = quotes.iter().flat_map(|quote| quote.content.clone()).collect();
        spans.sort_unstable();
        // Nested contents are in their outer ones: what ends later ends last.
        let mut end = 0;
        spans.retain(|span| {
            let outside = span.end() > end;
            end = end.max(span.end());
            outside
        });
        Self(spans)
    }

    fn meet(&self, span: Span) -> bool {
        let before = self.0.partition_point(|taken| taken.start() < span.end());
        let last = before.checked_sub(1).and_then(|at| self.0.get(at));
        last.is_some_and(|taken| taken.end() > span.start())
    }
}
