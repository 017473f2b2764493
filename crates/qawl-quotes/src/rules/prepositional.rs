//! بحسب الوزارة …: a preposition names the source of a clause.

use crate::article::Article;
use crate::attribution::{Attribution, SHORTEST, broken_off, governed};
use crate::complement::names_something;
use crate::content::Content;
use crate::draft::{Draft, word_itself};
use crate::items::Kind;
use crate::lexicon::class;
use crate::phrase::phrase_after;
use crate::quote::{Act, Balance, CueClass, QuoteKind, Rule};
use crate::reason::{Place, Verdict};
use crate::speaker::Subject;
use crate::walk::Walk;

/// How far, in items, the verb of a clause is looked for.
const NEAR: usize = 8;

impl Walk<'_, '_> {
    /// The quote of an attribution, unless its clause is a quote already.
    pub(crate) fn prepositional(&mut self, attribution: &Attribution) {
        let article = self.article;
        let direct = self.drafts.last().is_some_and(|d| d.content.kind == QuoteKind::Direct);
        if direct && attribution.at < self.content_end {
            return;
        }
        let subject = match attribution.phrase {
            Some(phrase) => {
                article.note(phrase, Place::Behind, Verdict::Chosen);
                Some(self.named(phrase))
            }
            None => {
                let last = self.last_subject(Place::Earlier);
                last.map(|subject| subject.pointed_at(article, attribution.cue_end))
            }
        };
        let Some(range) = governed(article, self.reports, attribution) else {
            return self.subjects.extend(subject);
        };
        let (kind, balance) = words_kind(article, range);
        // Of a quotation the words within the marks.
        let pair = article.marks.opening(range.0).filter(|_| kind == QuoteKind::Direct);
        let range = pair.map_or(range, |pair| article.trim(pair.open + 1, pair.end));
        let rest = match pair {
            Some(_) => self.next_words(attribution),
            None => broken_off(article, self.reports, attribution, range),
        };
        let before = range.1 <= attribution.at;
        if before && rest.is_none() && article.words_in(range.0, range.1) < SHORTEST {
            return self.subjects.extend(subject);
        }
        let ranges = std::iter::once(range).chain(rest).collect();
        let content = Content { kind, ranges, balance };
        let tongue = article.is(attribution.at + 1, class::TONGUE);
        if self.is_taken(&content) || (tongue && self.lends(range)) {
            return;
        }
        let draft = Draft {
            cue: (attribution.at, attribution.cue_end + 1),
            lemma: word_itself(article, attribution.at),
            act: Act::Say,
            class: CueClass::Preposition,
            content,
            source: attribution.phrase,
            speaker: subject.as_ref().map(Subject::as_speaker),
            rule: Rule::Prepositional,
            why: None,
        };
        self.push(draft, subject);
    }

    /// «حذرت الوزارة، على لسان الناطق باسمها، من …»: the clause is no more than a report of its own
    /// that ends with the speaker.
    fn lends(&self, range: (usize, usize)) -> bool {
        let article = self.article;
        (range.0..range.1.min(range.0 + NEAR)).filter_map(|at| self.reports.at(at)).any(|report| {
            let subject = phrase_after(article, report.cue.at, range.1);
            report.complement.is_none()
                && !report.cue.is_participle()
                && subject.is_some_and(|subject| subject.end >= range.1)
        })
    }

    /// «…»، كما تشرح المديرة، «…»: the quotation that goes on behind the source.
    fn next_words(&self, attribution: &Attribution) -> Option<(usize, usize)> {
        let article = self.article;
        let comma = attribution.end();
        let pair = article.marks.opening(comma + 1)?;
        let goes_on = article.kind(comma) == Some(Kind::Comma)
            && article.same_sentence(attribution.at, pair.open);
        goes_on.then(|| article.trim(pair.open + 1, pair.end))
    }

    /// Whether one of the last quotes shares words with `content`.
    pub(crate) fn is_taken(&self, content: &Content) -> bool {
        self.drafts.iter().rev().take(4).any(|draft| {
            draft.content.start() < content.end() && content.start() < draft.content.end()
        })
    }
}

/// Whether the clause is a quotation, holds one, or is the writer's wording.
fn words_kind(article: &Article<'_>, range: (usize, usize)) -> (QuoteKind, Balance) {
    let pairs: Vec<_> = article
        .marks
        .within(range.0.saturating_sub(1), range.1)
        .filter(|&pair| {
            article.words_in(pair.open + 1, pair.end) >= 3 && !names_something(article, pair)
        })
        .collect();
    match pairs.first() {
        Some(pair) if pair.open < range.0.max(1) && pair.end >= range.1 => {
            (QuoteKind::Direct, Balance::Closed)
        }
        Some(pair) if pair.open == range.0 && pair.after() >= range.1 => {
            (QuoteKind::Direct, Balance::Closed)
        }
        Some(_) => (QuoteKind::Mixed, Balance::Closed),
        None => (QuoteKind::Indirect, Balance::None),
    }
}
