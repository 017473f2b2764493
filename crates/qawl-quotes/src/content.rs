//! The reported words behind a cue, and whether they are the speaker's own.

use crate::article::Article;
use crate::complement::{Complement, Opening, names_something};
use crate::extent::{clause_end, speech_end};
use crate::items::Kind;
use crate::lexicon::class;
use crate::marks::Pair;
use crate::quote::{Balance, QuoteKind};
use crate::report::Reports;

/// From how many words on a quotation inside a clause is the speaker's own wording rather than a
/// term.
const QUOTED_WORDS: usize = 3;

/// How many parts a quotation may have.
const PARTS: usize = 24;

/// How many marks of punctuation may stand behind a quotation.
const STOPS: usize = 8;

/// Reported words: ranges of items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Content {
    pub(crate) kind: QuoteKind,
    pub(crate) ranges: Vec<(usize, usize)>,
    pub(crate) balance: Balance,
}

impl Content {
    /// The item behind the last one.
    pub(crate) fn end(&self) -> usize {
        self.ranges.last().map_or(0, |range| range.1)
    }

    pub(crate) fn start(&self) -> usize {
        self.ranges.first().map_or(0, |range| range.0)
    }
}

/// The content of a complement; none where it holds no words.
pub(crate) fn content_of(
    article: &Article<'_>,
    reports: &Reports,
    complement: &Complement,
) -> Option<Content> {
    let content = match complement.opening {
        Opening::Quotation(pair) => quotation(article, pair),
        Opening::Clause => clause(article, reports, complement.start),
        Opening::Colon => colon_speech(article, reports, complement),
        Opening::Nominal => {
            let end = clause_end(article, reports, complement.at);
            let ranges = vec![article.trim(complement.at, end.max(complement.start))];
            Content { kind: QuoteKind::Mixed, ranges, balance: Balance::Closed }
        }
    };
    let solid = content.ranges.iter().all(|&(start, end)| article.words_in(start, end) > 0);
    (solid && !content.ranges.is_empty()).then_some(content)
}

/// The words between the marks, and those of the paragraphs that go on with them.
pub(crate) fn quotation(article: &Article<'_>, pair: Pair) -> Content {
    let mut ranges = vec![article.trim(pair.open + 1, pair.end)];
    let mut last = pair;
    while let Some(next) = next_part(article, last).filter(|_| ranges.len() < PARTS) {
        ranges.push(article.trim(next.open + 1, next.end));
        last = next;
    }
    ranges.retain(|range| range.0 < range.1);
    let balance = if last.closed { Balance::Closed } else { Balance::Unclosed };
    Content { kind: QuoteKind::Direct, ranges, balance }
}

/// The quotation that goes on with one: behind a comma or a conjunction in the sentence, or the
/// whole of the next paragraph where a mark opens it.
fn next_part(article: &Article<'_>, pair: Pair) -> Option<Pair> {
    let mut at = pair.after();
    if !pair.closed || article.paragraph_end(pair.open) <= skip_stops(article, at) {
        let next = article.paragraph_end(pair.open);
        let opens = article.marks.opening(next)?;
        let whole = skip_stops(article, opens.after()) >= article.paragraph_end(next);
        return whole.then_some(opens);
    }
    while matches!(article.kind(at), Some(Kind::Comma | Kind::Dots)) || article.is(at, class::AND) {
        at += 1;
    }
    let joined = at > pair.after() && article.same_sentence(pair.open, at);
    article.marks.opening(at).filter(|_| joined)
}

fn skip_stops(article: &Article<'_>, start: usize) -> usize {
    let mut at = start;
    while at < start + STOPS
        && matches!(article.kind(at), Some(Kind::Stop | Kind::Dots | Kind::Comma))
    {
        at += 1;
    }
    at
}

fn clause(article: &Article<'_>, reports: &Reports, start: usize) -> Content {
    if let Some(pair) = article.marks.opening(start).filter(|&p| fills_clause(article, reports, p))
    {
        return quotation(article, pair);
    }
    let end = clause_end(article, reports, start);
    let range = article.trim(start, end);
    let quoted = article.marks.within(start, end).find(|&pair| {
        let words = article.words_in(pair.open + 1, pair.end.min(end));
        words >= QUOTED_WORDS && !names_something(article, pair)
    });
    let balance = match quoted {
        Some(pair) if !pair.closed => Balance::Unclosed,
        Some(_) => Balance::Closed,
        None if article.marks.stray_in(start, end + 1) => Balance::Unopened,
        None => Balance::None,
    };
    let kind = if quoted.is_some() { QuoteKind::Mixed } else { QuoteKind::Indirect };
    Content { kind, ranges: vec![range], balance }
}

/// Whether a quotation right behind أن is the whole clause: nothing follows it but punctuation or
/// another report.
fn fills_clause(article: &Article<'_>, reports: &Reports, pair: Pair) -> bool {
    if article.words_in(pair.open + 1, pair.end) < 2 {
        return false;
    }
    let after = pair.after();
    let end = clause_end(article, reports, pair.open);
    let rest = article.trim(after.min(end), end);
    article.words_in(rest.0, rest.1) == 0
}

/// Behind a colon without marks the words are direct; with إن they end with the clause.
fn colon_speech(article: &Article<'_>, reports: &Reports, complement: &Complement) -> Content {
    let start = complement.start;
    let that = article.is(start.saturating_sub(1), class::THAT | class::BI_THAT);
    let end = if that {
        clause_end(article, reports, start)
    } else {
        speech_end(article, reports, start)
    };
    let range = article.trim(start, end);
    Content { kind: QuoteKind::Direct, ranges: vec![range], balance: Balance::None }
}
