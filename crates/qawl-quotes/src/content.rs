//! The reported words behind a cue, and whether they are the speaker's own.

use crate::article::Article;
use crate::complement::{Complement, Opening, names_something};
use crate::extent::{clause_end, ends_clause, speech_end};
use crate::items::Kind;
use crate::lexicon::class;
use crate::marks::Pair;
use crate::morphology::{Shape, without_conjunction};
use crate::quote::{Balance, QuoteKind};
use crate::report::Reports;

/// From how many words on a quotation inside a clause is the speaker's own wording rather than a
/// term.
pub(crate) const QUOTED_WORDS: usize = 3;

/// From how many words on a quotation at the head of a clause is a clause of its own.
const WHOLE_CLAUSE: usize = 6;

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
        Opening::Quotation(pair) => quotation(article, reports, pair),
        Opening::Clause => clause(article, reports, complement.start),
        Opening::Colon => colon_speech(article, reports, complement),
        Opening::Nominal => {
            let end = clause_end(article, reports, complement.at);
            let ranges = vec![article.trim(complement.at, end.max(complement.start))];
            Content { kind: QuoteKind::Mixed, ranges, balance: Balance::Closed }
        }
    };
    let solid = content.ranges.iter().all(|&(start, end)| article.has_words(start, end));
    (solid && !content.ranges.is_empty()).then_some(content)
}

/// The words between the marks, and those of the paragraphs that go on with them.
pub(crate) fn quotation(article: &Article<'_>, reports: &Reports, pair: Pair) -> Content {
    // A mark that never closes holds no report of the writer's.
    let end = if pair.closed { pair.end } else { speech_end(article, reports, pair.open + 1) };
    let mut ranges = vec![article.trim(pair.open + 1, end)];
    let mut last = pair;
    while let Some(next) = next_part(article, last).filter(|_| ranges.len() < PARTS) {
        ranges.push(article.trim(next.open + 1, next.end));
        last = next;
    }
    ranges.retain(|range| range.0 < range.1);
    let opened = article.marks.opening(pair.open).is_some()
        || article.kind(pair.open) == Some(Kind::Bracket);
    let balance = match last.closed {
        true if opened => Balance::Closed,
        true => Balance::Unopened,
        false => Balance::Unclosed,
    };
    Content { kind: QuoteKind::Direct, ranges, balance }
}

/// The quotation that goes on with one: behind a comma or a conjunction in the sentence, or the
/// whole of the next paragraph where a mark opens it.
fn next_part(article: &Article<'_>, pair: Pair) -> Option<Pair> {
    let mut at = pair.after();
    if !pair.closed || article.paragraph_end(pair.open) <= skip_stops(article, at) {
        let next = article.paragraph_end(pair.open);
        // A paragraph that is too long to be looked through has no next one.
        if article.paragraph_of(next) == article.paragraph_of(pair.open) {
            return None;
        }
        let opens = article.marks.opening(next)?;
        let whole = skip_stops(article, opens.after()) >= article.paragraph_end(next);
        return whole.then_some(opens);
    }
    while matches!(article.kind(at), Some(Kind::Comma | Kind::Dots)) || article.is(at, class::AND) {
        at += 1;
    }
    let joined = at == pair.after() || article.same_sentence(pair.open, at);
    article.marks.opening(at).filter(|next| joined && article.has_words(at, next.end))
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
        return quotation(article, reports, pair);
    }
    let end = clause_end(article, reports, start);
    let range = article.trim(start, end);
    let quoted = article.marks.within(start, end).find(|&pair| {
        let words = article.words_in(pair.open + 1, pair.end.min(end));
        (words >= QUOTED_WORDS || is_wording(article, pair))
            && !names_something(article, pair)
            && !is_title(article, pair)
    });
    let balance = match quoted {
        Some(pair) if !pair.closed => Balance::Unclosed,
        Some(_) => Balance::Closed,
        None if article.marks.stray(start, end + 1).is_some() => Balance::Unopened,
        None => Balance::None,
    };
    let mixed = quoted.is_some() || brackets_quote(article, start, end);
    let kind = if mixed { QuoteKind::Mixed } else { QuoteKind::Indirect };
    let mut ranges = vec![range];
    ranges.extend(resumed(article, reports, end));
    Content { kind, ranges, balance }
}

/// «"خسارة فادحة"» (a heavy loss): two common words without the article are no name.
fn is_wording(article: &Article<'_>, pair: Pair) -> bool {
    let inside = pair.open + 1..pair.end;
    let common = |at: usize| article.is(at, class::NOUN | class::ADJECTIVE);
    article.words_in(inside.start, inside.end) == 2
        && inside.clone().any(common)
        && inside.clone().all(|at| {
            article.get(at).is_some_and(|item| {
                item.mention.is_none() && !item.has(Shape::ARTICLE) && !item.is(class::TITLE_MARK)
            })
        })
}

/// «"معرض الزهور"», «"مركز البحر للفنون"»: the first word within the marks is a kind of thing that
/// has a name.
fn is_title(article: &Article<'_>, pair: Pair) -> bool {
    const LONGEST: usize = 8;
    article.is(pair.open + 1, class::TITLE_MARK)
        && article.words_in(pair.open + 1, pair.end) <= LONGEST
}

/// Some papers quote in brackets; their clitics tell («لـ(عكاظ)»). There a longer stretch in brackets
/// is the speaker's wording.
fn brackets_quote(article: &Article<'_>, start: usize, end: usize) -> bool {
    let mut words = None;
    for item in article.items.get(start..end).unwrap_or_default() {
        words = match item.key {
            "(" => Some(0),
            ")" => None,
            _ => words.map(|words| words + usize::from(item.is_word())),
        };
        if words.is_some_and(|words| words >= QUOTED_WORDS) {
            return article.quotes_in_brackets;
        }
    }
    false
}

/// The rest of a clause that «، حسب تعبيره،» (in his words) breaks off.
fn resumed(article: &Article<'_>, reports: &Reports, end: usize) -> Option<(usize, usize)> {
    let comma = reports.own_attribution(end, end + 3)?;
    let start = comma + 1;
    let goes_on = article.kind(comma) == Some(Kind::Comma)
        && article.same_sentence(end.saturating_sub(1), start)
        && !ends_clause(article, reports, start);
    let rest = article.trim(start, clause_end(article, reports, start));
    (goes_on && rest.0 < rest.1).then_some(rest)
}

/// Whether a quotation right behind أن is the whole clause: nothing follows it but punctuation or
/// another report.
fn fills_clause(article: &Article<'_>, reports: &Reports, pair: Pair) -> bool {
    if article.words_in(pair.open + 1, pair.end) < 2 {
        return false;
    }
    let after = pair.after();
    let end = clause_end(article, reports, pair.open);
    // «… و«…»»: the quotation may have parts.
    let behind = quotation(article, reports, pair).end().max(after);
    let rest = article.trim(behind.min(end), end);
    // «أن «المشروع …»، وقد بدأ أمس»: behind a whole clause in marks and a pause the writer goes on,
    // unless another أن or another quotation does.
    let whole = article.words_in(pair.open + 1, pair.end) >= WHOLE_CLAUSE;
    let paused = matches!(article.kind(after), Some(Kind::Comma | Kind::Dots));
    let said = is_joined_that(article, rest.0) || article.marks.opening(rest.0).is_some();
    // «أنها «لن تغلق الطريق الشمالي» وذلك بعد …».
    let circumstance =
        article.is(after, class::PRONOUN | class::CONNECTIVE) && !article.is(after, class::AND);
    !article.has_words(rest.0, rest.1) || (whole && (paused || circumstance) && !said)
}

/// «أن», «وأن», «و»: what follows is said too.
fn is_joined_that(article: &Article<'_>, at: usize) -> bool {
    let that = |form: &str| article.lexicon.classes(form) & (class::THAT | class::BI_THAT) != 0;
    article.is(at, class::THAT | class::AND)
        || without_conjunction(article.key(at), 2).is_some_and(that)
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
