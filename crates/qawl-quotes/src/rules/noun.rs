//! قوله إن …, بقوله: …, نصه: …: a noun reports.

use crate::article::Article;
use crate::complement::{Complement, Opening};
use crate::content::content_of;
use crate::draft::{Draft, word_itself};
use crate::lexicon::{Gender, Inflection, Number, Tense, class};
use crate::morphology::{has_possessive, is_hers, without_lam};
use crate::phrase::{Phrase, phrase_after};
use crate::quote::{Act, CueClass, Rule};
use crate::reason::{Place, Verdict};
use crate::speaker::Subject;
use crate::walk::Walk;

impl Walk<'_, '_> {
    /// The quote of a noun of saying.
    pub(crate) fn speech_noun(&mut self, at: usize) {
        let article = self.article;
        let Some(complement) = complement_of_noun(article, at) else { return };
        let Some(content) = content_of(article, self.reports, &complement) else { return };
        article.trace.open(complement.opening);
        let note = |place| move |&phrase: &Phrase| article.note(phrase, place, Verdict::Chosen);
        let main_clause = || self.main_clause_source(at).inspect(note(Place::MainClause));
        let source = relayed(article, at).inspect(note(Place::Relayed)).or_else(main_clause);
        // «نصه» (its text) is a document's, whatever gender its author has.
        let of_document = article.is(at, class::TEXT);
        let subject = match source {
            _ if article.is(at + 1, class::DIVINE) => self.divine(at),
            Some(phrase) => Some(self.named(phrase)),
            None if of_document => self.last_subject(Place::Earlier),
            None => {
                let form = self.form_before(at).unwrap_or(owner(article, at));
                self.implied(form, at).map(|subject| subject.pointed_at(article, at))
            }
        };
        let draft = Draft {
            cue: (at, at + 1),
            lemma: word_itself(article, at),
            act: Act::Say,
            class: CueClass::Noun,
            content,
            source,
            speaker: subject.as_ref().map(Subject::as_speaker),
            rule: Rule::Noun,
            why: None,
        };
        self.push(draft, subject);
    }
}

impl Walk<'_, '_> {
    /// «وتابعت بالقول إن» (and she went on to say that): the verb tells whose saying it is.
    fn form_before(&self, at: usize) -> Option<Inflection> {
        const NEAR: usize = 4;
        let first = self.article.sentence_start(at).max(at.saturating_sub(NEAR));
        let verb = (first..at).rev().find_map(|at| self.reports.at(at))?;
        let own = has_possessive(self.article.key(at));
        (!own && !verb.cue.is_participle()).then_some(verb.cue.form)
    }
}

/// What the noun at `at` governs: a clause, a colon, or a quotation right behind it. «قوله لزواره:
/// …» (his saying to his visitors): the hearer may stand between.
fn complement_of_noun(article: &Article<'_>, at: usize) -> Option<Complement> {
    let mut next = at + 1;
    while next < at + 3 && without_lam(article.key(next)).is_some() {
        next += 1;
    }
    let quotation = |mark: usize| {
        let pair = article.marks.opening(mark)?;
        Some(Complement { opening: Opening::Quotation(pair), at: next, start: mark + 1 })
    };
    if article.is(next, class::THAT) {
        Some(Complement { opening: Opening::Clause, at: next, start: next + 1 })
    } else if article.kind(next) == Some(crate::items::Kind::Colon) {
        let colon = Complement { opening: Opening::Colon, at: next, start: next + 1 };
        quotation(next + 1).or(Some(colon))
    } else {
        quotation(next)
    }
}

/// The person whose saying it is, by the pronoun that hangs on the noun.
fn owner(article: &Article<'_>, at: usize) -> Inflection {
    let feminine = is_hers(article.key(at));
    let gender = if feminine { Gender::Feminine } else { Gender::Masculine };
    Inflection { tense: Tense::Participle, gender, number: Number::Singular }
}

/// Who is named behind «عن» in «نقلت الوكالة عن مسؤول قوله».
fn relayed(article: &Article<'_>, noun: usize) -> Option<Phrase> {
    let first = article.sentence_start(noun);
    let from = (first..noun).find(|&at| article.is(at, class::ABOUT))?;
    phrase_after(article, from, noun)
}
