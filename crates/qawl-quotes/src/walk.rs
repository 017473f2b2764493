//! The way through an article: each report in the order of the text, with the people that can be
//! its implied subject.

use crate::article::Article;
use crate::attribution::Attribution;
use crate::complement::own_preposition;
use crate::cue::{CueWord, cues_of, is_passive};
use crate::draft::Draft;
use crate::lexicon::{Gender, Inflection, Number, class};
use crate::phrase::{Phrase, phrase_after};
use crate::quote::QuoteKind;
use crate::reason::{Place, Verdict};
use crate::register::Register;
use crate::report::Reports;
use crate::rules::{announced, clause_of_passive};
use crate::speaker::{Subject, implied, speaker_of};
use crate::statement::issuer_of;
use crate::subject::subject_before;

/// The state of the way.
#[derive(Debug)]
pub(crate) struct Walk<'w, 'a> {
    pub(crate) article: &'w Article<'a>,
    pub(crate) reports: &'w Reports,
    pub(crate) register: &'w Register<'a>,
    /// Who can be the subject of a verb that names none, the latest last.
    pub(crate) subjects: Vec<Subject>,
    pub(crate) drafts: Vec<Draft>,
    /// The item behind the content of the quotes so far: who is named inside is not the writer's.
    pub(crate) content_end: usize,
    /// How many sentences a quotation with no cue may stand behind its speaker, if any may.
    pub(crate) floating: Option<usize>,
}

impl<'w, 'a> Walk<'w, 'a> {
    pub(crate) fn new(
        article: &'w Article<'a>,
        reports: &'w Reports,
        register: &'w Register<'a>,
        floating: Option<usize>,
    ) -> Self {
        Self {
            article,
            reports,
            register,
            subjects: Vec::new(),
            drafts: Vec::new(),
            content_end: 0,
            floating,
        }
    }

    /// Goes through the article: each word is the affair of one rule at most.
    pub(crate) fn run(mut self, attributions: &[Attribution]) -> Vec<Draft> {
        let mut ahead = attributions.iter().peekable();
        let mut reports = self.reports.iter().peekable();
        // Whom the words behind bring in nobody asks.
        for at in 0..affairs_end(self.article, self.reports, attributions) {
            self.article.trace.clear();
            let report = reports.next_if(|report| report.cue.at == at);
            if let Some(attribution) = ahead.next_if(|a| a.at == at) {
                self.prepositional(attribution);
            } else if self.is_passive_report(at) {
                self.passive(at);
            } else if let Some(report) = report {
                self.report(report);
            } else if self.article.is(at, class::SPEECH_NOUN | class::STATEMENT)
                || announced(self.article, at).is_some()
            {
                self.speech_noun(at);
            } else {
                self.introduced(at);
            }
        }
        if let Some(distance) = self.floating {
            self.floating_quotations(distance);
        }
        self.drafts
    }

    /// Adds a quote; its speaker may be the subject of the next verb, unless it stands inside
    /// another quote.
    pub(crate) fn push(&mut self, draft: Draft, subject: Option<Subject>) {
        let draft = Draft { why: self.article.trace.take(), ..draft };
        let end = draft.content.end();
        if draft.cue.0 >= self.content_end {
            self.subjects.extend(subject);
            self.content_end = end;
        }
        self.drafts.push(draft);
    }

    /// From where on the subject before the verb at `at` may begin: behind the last words that stand in
    /// marks, or with them where the verb is one of them. A clause may hold the subject of the next verb.
    pub(crate) fn quoted_before(&self, at: usize) -> usize {
        let direct = |draft: &&Draft| draft.content.kind == QuoteKind::Direct;
        let content = self.drafts.last().filter(direct).map(|draft| &draft.content);
        content.map_or(0, |words| if at < words.end() { words.start() } else { words.end() })
    }

    /// «قيل إن», «وذُكر أن»: a passive right before its clause.
    fn is_passive_report(&self, at: usize) -> bool {
        let article = self.article;
        let marked = || cues_of(article, at).any(|cue| is_passive(article, &cue));
        (article.is(at, class::PASSIVE) && clause_of_passive(article, at).is_some())
            || (article.is(at + 1, class::THAT) && marked())
    }

    /// The subject that a phrase names; of a statement, who issued it.
    pub(crate) fn named(&self, phrase: Phrase) -> Subject {
        if let Some(issuer) = issuer_of(self.article, phrase) {
            return Subject { gender: None, ..self.named(issuer) };
        }
        let subject = speaker_of(self.article, self.register, phrase);
        // «المصدر» (the source) is the one described before.
        match subject.described_before(&self.subjects) {
            Some(speaker) => {
                let subject = Subject { speaker, can_speak: true, ..subject };
                self.article.note_subject(&subject, Place::SameHead, Verdict::Chosen);
                subject
            }
            None if self.article.is(phrase.start, class::ANAPHOR) && subject.is_open() => {
                self.last_speaker(subject.gender).unwrap_or(subject)
            }
            None => self.pointed_to(phrase, &subject).unwrap_or(subject),
        }
    }

    /// The last subject of all, whatever it is.
    pub(crate) fn last_subject(&self, place: Place) -> Option<Subject> {
        let last = self.subjects.last()?;
        self.article.note_subject(last, place, Verdict::Chosen);
        Some(last.clone())
    }

    /// The person of this gender who was named last, whether he spoke or not: «الرجل» (the man).
    fn last_speaker(&self, gender: Option<Gender>) -> Option<Subject> {
        const NEAR: usize = 16;
        let fits = |subject: &&Subject| {
            let gender = gender.is_none() || subject.gender.is_none() || subject.gender == gender;
            subject.can_speak && !subject.plural && gender
        };
        let near = || self.subjects.iter().rev().take(NEAR);
        let last = near().find(|subject| fits(subject) && subject.reports)?;
        self.article.note_subject(last, Place::SameHead, Verdict::Chosen);
        Some(last.clone())
    }

    /// The subject of a verb that names none.
    pub(crate) fn implied(&self, form: Inflection, at: usize) -> Option<Subject> {
        let first = self.article.sentence_start(at);
        // «والتقت الوكالة أحد الزوار سامي حداد، وقال» (the agency met one of the visitors, Sami Haddad, and he
        // said): one who is no subject is nearer than those of earlier sentences.
        let other = self.subjects.last().filter(|last| {
            last.at >= first && !last.plural && last.gender.is_some_and(|own| own != form.gender)
        });
        let other = other.filter(|_| form.number == Number::Singular);
        let met = other.and_then(|other| self.person_between(other.at + 1, at, Some(form.gender)));
        // Where no subject was seen, the sentence may still name somebody.
        met.or_else(|| implied(self.article, &self.subjects, form, at))
            .or_else(|| self.person_between(first, at, None))
    }

    /// The person named last in a range of items, if he is of this gender or of none that is known.
    fn person_between(&self, from: usize, at: usize, gender: Option<Gender>) -> Option<Subject> {
        let person = self.register.last_between(from, at)?;
        // As the fullest spelling of the name tells it, which the speaker will be called by.
        let own = self.register.fullest(&person.words).and_then(|person| person.gender);
        if own.zip(gender).is_some_and(|(own, gender)| own != gender) {
            return None;
        }
        let phrase = Phrase { start: person.start, end: person.end };
        self.article.note(phrase, Place::Sentence, Verdict::Chosen);
        Some(speaker_of(self.article, self.register, phrase))
    }

    /// The subject of a reporting verb that reports no words here.
    pub(crate) fn subject_of_verb(&mut self, cue: &CueWord) {
        if cue.is_participle() || cue.at < self.content_end {
            return;
        }
        let limit = own_preposition(self.article, cue, self.article.sentence_end(cue.at));
        // «وتابع قائلا: …» (and he went on, saying): what stands behind the next cue is not its subject.
        let next = self.reports.behind(cue.at).map_or(limit, |next| next.cue.at);
        let limit = limit.min(next);
        let behind = phrase_after(self.article, cue.at, limit)
            .filter(|&phrase| self.can_be_subject(cue, phrase));
        let phrase =
            behind.or_else(|| subject_before(self.article, cue.at, self.quoted_before(cue.at)));
        let subject = phrase.map(|phrase| self.agreeing(phrase, cue));
        match subject {
            Some(subject) if subject.can_speak => self.subjects.push(subject),
            // «دعت السويد المجلس إلى … وقالت» (Sweden called on … and said): a country, nearby.
            Some(subject) if self.article.is_place(subject.at) => {
                self.subjects.push(Subject { reports: false, ..subject });
            }
            Some(_) => {}
            // «وأبدى رضاه» (and he voiced his content): who is meant is kept in mind.
            None => self.subjects.extend(self.implied(cue.form, cue.at)),
        }
    }
}

/// The item behind the last one that can be the affair of a rule; 0 where nothing is reported.
pub(crate) fn affairs_end(
    article: &Article<'_>,
    reports: &Reports,
    attributions: &[Attribution],
) -> usize {
    let may_report = |at: &usize| {
        article.is(*at, class::SPEECH_NOUN | class::STATEMENT | class::PASSIVE)
            || article.is(at + 1, class::FOLLOWING)
            || (article.is(at + 1, class::THAT) && cues_of(article, *at).next().is_some())
    };
    let last = (0..article.items.len()).rev().find(may_report).map_or(0, |at| at + 1);
    let report = reports.last().map_or(0, |report| report.cue.at + 1);
    let attribution = attributions.last().map_or(0, |attribution| attribution.at + 1);
    last.max(report).max(attribution)
}
