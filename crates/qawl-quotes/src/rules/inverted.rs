//! «…»، قال فلان: the words stand before the verb, and may go on behind its subject.

use crate::article::Article;
use crate::complement::Opening;
use crate::content::quotation;
use crate::items::Kind;
use crate::lexicon::class;
use crate::marks::Pair;
use crate::phrase::phrase_after;
use crate::quote::Rule;
use crate::reason::{Opener, Place, Verdict};
use crate::report::Report;
use crate::rules::verb::verb_draft;
use crate::speaker::Subject;
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// Takes the quotation before a cue as its content, if there is one and it is still free.
    pub(crate) fn inverted(&mut self, report: &Report) -> bool {
        let article = self.article;
        let cue = &report.cue;
        if cue.joined || cue.is_participle() {
            return false;
        }
        let Some(pair) = quotation_before(article, cue.at) else { return false };
        let spoken = article.words_in(pair.open + 1, pair.end) >= 3
            && !self.drafts.iter().rev().take(3).any(|draft| draft.content.end() > pair.open);
        let goes_on = match report.complement.map(|complement| complement.opening) {
            None => None,
            Some(Opening::Quotation(next)) => Some(next),
            Some(_) => return false,
        };
        if !spoken {
            return false;
        }
        let mut content = quotation(article, pair);
        if let Some(next) = goes_on {
            content.ranges.extend(quotation(article, next).ranges);
        }
        let limit = report.complement.map_or(article.sentence_end(cue.at), |c| c.at);
        let phrase = phrase_after(article, cue.at, limit);
        article.trace.open(Opener::Quotation);
        let subject = match phrase {
            Some(phrase) => {
                article.note(phrase, Place::Behind, Verdict::Chosen);
                Some(self.named(phrase))
            }
            None => self.implied(cue.form, cue.at),
        };
        let speaker = subject.as_ref().map(Subject::as_speaker);
        self.push(verb_draft(cue, content, phrase, speaker, Rule::Inverted), subject);
        true
    }
}

/// The quotation that closes right before the verb at `at`, a comma or «هكذا» between.
fn quotation_before(article: &Article<'_>, at: usize) -> Option<Pair> {
    let before = at.checked_sub(1)?;
    let passes = match article.kind(before)? {
        Kind::Comma | Kind::Dash | Kind::Dots => true,
        Kind::Word => article.is(before, class::CONNECTIVE),
        _ => false,
    };
    let mut close = before - usize::from(passes && before > 0);
    if article.kind(close) == Some(Kind::Comma) {
        close = close.saturating_sub(1);
    }
    article.marks.closing(close)
}
