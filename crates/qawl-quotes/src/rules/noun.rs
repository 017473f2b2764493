//! قوله إن …, بقوله: …, نصه: …: a noun reports.

use crate::article::Article;
use crate::complement::{Complement, Opening, bracketed};
use crate::content::content_of;
use crate::cue::{cues_of, says};
use crate::draft::{Draft, word_itself};
use crate::items::Kind;
use crate::lexicon::{Gender, Inflection, Number, Tense, class, flag};
use crate::morphology::{Shape, has_possessive, is_hers, without_article, without_ba, without_lam};
use crate::phrase::{Phrase, phrase_after};
use crate::quote::{Act, CueClass, Rule};
use crate::reason::{Place, Verdict};
use crate::speaker::Subject;
use crate::walk::Walk;

/// From how many words on what stands in marks right behind a noun is its text.
const SHORTEST: usize = 3;

impl Walk<'_, '_> {
    /// The quote of a noun of saying.
    pub(crate) fn speech_noun(&mut self, at: usize) {
        let article = self.article;
        let near = complement_of_noun(article, at).filter(|_| article.is(at, class::SPEECH_NOUN));
        let found = near
            .or_else(|| told(article, at))
            .or_else(|| announced(article, at))
            .or_else(|| distant(article, at));
        let Some(complement) = found else { return };
        let Some(content) = content_of(article, self.reports, &complement) else { return };
        if near.is_none() && self.is_taken(&content) {
            return;
        }
        article.trace.open(complement.opening);
        let note = |place| move |&phrase: &Phrase| article.note(phrase, place, Verdict::Chosen);
        let author = author(article, at, complement.at).filter(|_| near.is_none());
        let author = author.inspect(note(Place::Behind));
        let relayed = || relayed(article, at).inspect(note(Place::Relayed));
        let main_clause = || self.main_clause_source(at).inspect(note(Place::MainClause));
        let source = author.or_else(relayed).or_else(main_clause);
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
        // «لافتة بعبارة «أهلا بالجميع»»: two words without a colon are a name or a slogan.
        let short = mark == next
            && !article.get(at).is_some_and(|noun| noun.has(Shape::POSSESSIVE))
            && article.words_in(mark + 1, pair.end) < SHORTEST;
        let found = Complement { opening: Opening::Quotation(pair), at: next, start: mark + 1 };
        (!short).then_some(found)
    };
    // «إشارته إلى أن», «اعترافه بأن»: with the preposition of its verb.
    let that =
        next + usize::from(article.is(next, class::PREP) && article.is(next + 1, class::THAT));
    if article.is(that, class::THAT | class::BI_THAT) {
        Some(Complement { opening: Opening::Clause, at: next, start: that + 1 })
    } else if article.kind(next) == Some(Kind::Colon) {
        // «بقوله: إن المدينة …» (by his saying: the town …)
        let that = article.is(next + 1, class::THAT);
        let start = next + 1 + usize::from(that);
        quotation(next + 1).or(Some(Complement { opening: Opening::Colon, at: next, start }))
    } else {
        quotation(next)
    }
}

/// «أصدرت تقريرا بأن», «وجه رسالة بأن»: what a text says, right behind its noun.
fn told(article: &Article<'_>, at: usize) -> Option<Complement> {
    let that = Complement { opening: Opening::Clause, at: at + 1, start: at + 2 };
    article.is(at + 1, class::BI_THAT).then_some(that)
}

/// «البيان الآتي: …», «بالتصريح التالي: …»: the words of the text follow.
pub(crate) fn announced(article: &Article<'_>, at: usize) -> Option<Complement> {
    let colon = at + 2;
    if !(article.is(at + 1, class::FOLLOWING) && article.kind(colon) == Some(Kind::Colon)) {
        return None;
    }
    let key = article.key(at);
    let noun = without_article(without_ba(key).unwrap_or(key));
    if article.lexicon.classes(noun) & (class::STATEMENT | class::DOCUMENT | class::SPEECH_NOUN)
        == 0
    {
        return None;
    }
    let start = colon + 1;
    let opening = article.marks.opening(start).map_or(Opening::Colon, Opening::Quotation);
    Some(Complement { opening, at: colon, start })
}

/// «تغريدة نشرها أمس، وهي: «…»» (a tweet that he published): the words stand behind a colon further
/// on, and no other cue between claims them.
fn distant(article: &Article<'_>, at: usize) -> Option<Complement> {
    const REACH: usize = 12;
    let end = article.sentence_end(at).min(at + REACH);
    let colon = (at + 1..end).find(|&i| article.kind(i) == Some(Kind::Colon))?;
    // «لقوله تعالى في محكم كتابه: {…}»: no book is named.
    let divine = article.is(at + 1, class::DIVINE);
    let claimed = (at + 1..colon).any(|i| {
        !article.cues_at(i).is_empty()
            || says(article, article.key(i))
            || (!divine && article.is(i, class::TITLE_MARK | class::SPEECH_NOUN))
    });
    let bracket = || bracketed(article, colon + 1);
    let pair = article.marks.opening(colon + 1).or_else(bracket).filter(|_| !claimed)?;
    Some(Complement { opening: Opening::Quotation(pair), at: colon, start: colon + 2 })
}

/// Whose words they are, by the noun behind: «عبارة الشاعر فلان: «…»».
fn author(article: &Article<'_>, at: usize, limit: usize) -> Option<Phrase> {
    phrase_after(article, at, limit).filter(|phrase| {
        article.get(phrase.start).is_some_and(|item| {
            item.title.is_some() || item.name.is_some() || item.mention.is_some()
        })
    })
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
    let relays = |at: usize| {
        article.is(at, class::RELAYED) || cues_of(article, at).any(|cue| cue.verb.is(flag::RELAY))
    };
    let relay = (first..noun).rev().find(|&at| relays(at))?;
    let from = (relay..noun).find(|&at| article.is(at, class::ABOUT))?;
    phrase_after(article, from, noun)
}
