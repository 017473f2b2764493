//! قال فلان إن …, وأضاف …, مشيرا إلى أن …: a verb or participle with its complement.

use std::borrow::Cow;

use crate::article::Article;
use crate::complement::{Opening, own_preposition};
use crate::content::{Content, content_of};
use crate::cue::CueWord;
use crate::draft::Draft;
use crate::lexicon::{Tense, class, flag};
use crate::phrase::Phrase;
use crate::quote::{CueClass, Rule, Speaker};
use crate::report::Report;
use crate::speaker::Subject;
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// The quote of a cue, or at least its subject.
    pub(crate) fn report(&mut self, report: &Report) {
        let cue = &report.cue;
        if self.is_writers_formula(report) || self.inverted(report) {
            return;
        }
        let Some(complement) = report.complement else { return self.subject_of_verb(cue) };
        if noun_takes_over(self.article, cue.at + 1, complement.at) {
            return self.subject_of_verb(cue);
        }
        let Some(content) = content_of(self.article, self.reports, &complement) else { return };
        self.article.trace.open(complement.opening);
        let limit = match complement.opening {
            Opening::Nominal => own_preposition(self.article, cue, complement.at),
            _ => complement.at,
        };
        let (source, subject, rule) = self.source(cue, limit);
        if !self.fits(cue, source) || self.is_mere_clause(cue, complement.opening, rule) {
            return;
        }
        let content = self.nominal_content(cue, complement.opening, source, content);
        let speaker = subject.as_ref().map(Subject::as_speaker);
        self.push(verb_draft(cue, content, source, speaker, rule), subject);
    }

    /// «بند يشير إلى أن» (a clause that points out): in the middle of a clause and with nobody named,
    /// a verb describes a noun; and a thought is a report only with its thinker.
    fn is_mere_clause(&self, cue: &CueWord, opening: Opening, rule: Rule) -> bool {
        let thought = cue.verb.is(flag::VIEW) && cue.form.tense == Tense::Imperfect;
        let begins = cue.joined || self.article.begins_clause(cue.at) || self.is_fronted(cue.at);
        rule == Rule::Continuation && opening == Opening::Clause && (thought || !begins)
    }

    /// «وفي هذا السياق أكد أن»: nothing but an adverbial stands before the verb in its sentence.
    fn is_fronted(&self, at: usize) -> bool {
        const LONGEST: usize = 8;
        let article = self.article;
        let first = article.sentence_start(at);
        at - first <= LONGEST
            && article.is(first, class::PREP | class::ADJUNCT)
            && (first + 1..at).all(|at| article.cues_at(at).is_empty())
    }

    /// A noun phrase with quoted words begins behind its source.
    fn nominal_content(
        &self,
        cue: &CueWord,
        opening: Opening,
        source: Option<Phrase>,
        content: Content,
    ) -> Content {
        if opening != Opening::Nominal {
            return content;
        }
        let mut start = source.map_or(0, |source| source.end).max(cue.at + 1);
        while self.article.is(start, class::PREP | class::ADVERB) {
            start += 1;
        }
        let end = content.end();
        Content { ranges: vec![self.article.trim(start.min(end), end)], ..content }
    }

    /// Studies find, people do not; a verb of other senses wants a subject that can speak.
    fn fits(&self, cue: &CueWord, source: Option<Phrase>) -> bool {
        if !cue.verb.is(flag::FINDING) {
            return true;
        }
        source.is_some_and(|phrase| {
            let article = self.article;
            (phrase.start..phrase.end.min(phrase.start + 2))
                .any(|at| article.is(at, class::DOCUMENT))
                || article.title(phrase.start).is_some()
        })
    }

    /// «يذكر أن» (it may be recalled that), «يشار إلى أن»: the writer's own.
    fn is_writers_formula(&self, report: &Report) -> bool {
        let cue = &report.cue;
        let next = report.complement.is_some_and(|complement| {
            complement.at <= cue.at + 1 && complement.opening == Opening::Clause
        });
        next && cue.form.tense == Tense::Imperfect && self.is_formula(cue.at)
    }

    /// «يذكر», «يشار»: words of the writer's own remarks.
    pub(crate) fn is_formula(&self, at: usize) -> bool {
        self.article.is(at, class::WRITER)
    }
}

/// The draft of a verb or participle.
pub(crate) fn verb_draft(
    cue: &CueWord,
    content: Content,
    source: Option<Phrase>,
    speaker: Option<Speaker>,
    rule: Rule,
) -> Draft {
    Draft {
        cue: (cue.at, cue.at + 1),
        lemma: Cow::Borrowed(cue.verb.lemma),
        act: cue.verb.act,
        class: if cue.is_participle() { CueClass::Participle } else { CueClass::Verb },
        content,
        source,
        speaker,
        rule,
        why: None,
    }
}

/// Whether «قوله» stands between: then the noun reports, not the verb.
fn noun_takes_over(article: &Article<'_>, start: usize, end: usize) -> bool {
    end > start && article.is(end - 1, class::SPEECH_NOUN)
}
