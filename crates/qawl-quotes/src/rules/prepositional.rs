//! بحسب الوزارة …: a preposition names the source of a clause.

use crate::article::Article;
use crate::attribution::{Attribution, governed};
use crate::complement::names_something;
use crate::content::Content;
use crate::draft::{Draft, word_itself};
use crate::quote::{Act, Balance, CueClass, QuoteKind, Rule};
use crate::reason::{Place, Verdict};
use crate::speaker::Subject;
use crate::walk::Walk;

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
        let content = Content { kind, ranges: vec![range], balance };
        if self.is_taken(&content) {
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

    /// Whether one of the last quotes shares words with `content`.
    fn is_taken(&self, content: &Content) -> bool {
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
