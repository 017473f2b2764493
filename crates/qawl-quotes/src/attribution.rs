//! «بحسب الوزارة» (according to the ministry): reports without a verb.

use crate::article::Article;
use crate::extent::{clause_end, without_connectives};
use crate::items::{Entity, Kind};
use crate::lexicon::{Tense, class, cue_verbs, title};
use crate::morphology::{behind_lam, has_possessive, without_article, without_resumptive};
use crate::phrase::{Phrase, phrase_after};
use crate::report::Reports;

/// A preposition that names a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    pub(crate) at: usize,
    /// The last word of the cue: «وفقا», «على حد قوله».
    pub(crate) cue_end: usize,
    /// Who is named; none for «على حد قوله», which points back.
    pub(crate) phrase: Option<Phrase>,
}

/// How far, in items, the phrase behind the preposition may reach.
const REACH: usize = 24;

/// All of them, in order.
pub(crate) fn attributions(article: &Article<'_>) -> Vec<Attribution> {
    const OPENERS: u64 = class::ACCORDING | class::AS_SAID | class::ON | class::FROM;
    // Most words are done with here.
    let openers = article.items.iter().enumerate().filter(|(_, item)| item.is(OPENERS));
    openers.filter_map(|(at, _)| attribution_at(article, at)).collect()
}

fn attribution_at(article: &Article<'_>, at: usize) -> Option<Attribution> {
    let item = article.get(at).filter(|item| item.is_word())?;
    if item.is(class::ACCORDING) {
        return according(article, at);
    }
    if item.is(class::AS_SAID) {
        return as_said(article, at);
    }
    // «على حد قول/قوله», «على لسان», «من وجهة نظر».
    let opens = item.is(class::ON | class::FROM);
    if !(opens && article.is(at + 1, class::OPINION)) {
        return None;
    }
    let mut last = at + 1;
    while article.is(last + 1, class::SAYING) && last < at + 3 {
        last += 1;
    }
    let tongue = article.is(at + 1, class::TONGUE);
    if last == at + 1 && !tongue {
        return None;
    }
    let own = has_possessive(article.key(last));
    let phrase = phrase_after(article, last, reach(article, last)).filter(|_| !own);
    (own || phrase.is_some()).then_some(Attribution { at, cue_end: last, phrase })
}

fn according(article: &Article<'_>, at: usize) -> Option<Attribution> {
    let mut last = at;
    if article.is(at, class::RELAYED) {
        if !article.is(at + 1, class::ABOUT) {
            return None;
        }
        last = at + 1;
    }
    if article.is(at, class::AS_SAID) {
        return said_by(article, at, at + 1);
    }
    if article.is(last + 1, class::WHAT) {
        return said_by(article, at, at + 2);
    }
    let phrase = phrase_after(article, last, reach(article, last))?;
    let leads = article.words_in(article.sentence_start(at), at) == 0;
    names_source(article, phrase, leads).then_some(Attribution {
        at,
        cue_end: last,
        phrase: Some(phrase),
    })
}

/// «حسبما قال فلان», «بحسب ما ذكرته الصحيفة»: a verb of saying and its subject.
fn said_by(article: &Article<'_>, at: usize, verb: usize) -> Option<Attribution> {
    let key = article.key(verb);
    let says = without_resumptive(key).any(|form| cue_verbs(form).next().is_some());
    let phrase = phrase_after(article, verb, reach(article, verb)).filter(|_| says)?;
    Some(Attribution { at, cue_end: verb, phrase: Some(phrase) })
}

/// «، كما أعلنت الشرطة»: behind a comma, with a subject and no words of its own.
fn as_said(article: &Article<'_>, at: usize) -> Option<Attribution> {
    let behind_comma = article.before(at).is_some_and(|item| item.kind == Kind::Comma);
    let past = cue_verbs(article.key(at + 1)).any(|(_, form)| form.tense == Tense::Past);
    if !(behind_comma && past) {
        return None;
    }
    let attribution = said_by(article, at, at + 1)?;
    let end = attribution.phrase?.end;
    let closes = matches!(article.kind(end), None | Some(Kind::Stop | Kind::Comma))
        || !article.same_sentence(at, end);
    closes.then_some(attribution)
}

/// The phrase ends with its sentence at the latest.
fn reach(article: &Article<'_>, at: usize) -> usize {
    article.sentence_end(at).min(at + REACH)
}

/// A person, a body, a document or a medium; not what is complied with («وفقا للقانون»).
fn names_source(article: &Article<'_>, phrase: Phrase, leads: bool) -> bool {
    let key = article.key(phrase.start);
    let behind_lam = behind_lam(key);
    let forms = [key, behind_lam.as_str(), without_article(&behind_lam)];
    let known = |class: u64| forms.iter().any(|form| crate::lexicon::classes(form) & class != 0);
    if known(class::LAW) {
        return false;
    }
    let titled = forms.iter().any(|form| title(form).is_some());
    let mention = article.get(phrase.start).and_then(crate::items::Item::entity);
    let mark = matches!(article.kind(phrase.start), Some(Kind::Mark(_)));
    // At the head of a sentence and before a comma even an unknown word is somebody.
    let comma = article.kind(phrase.end) == Some(Kind::Comma);
    let set_off = leads && (comma || article.is(phrase.end, class::MAIN_CLAUSE));
    set_off
        || titled
        || mark
        || known(class::DOCUMENT | class::BODY | class::STATEMENT | class::MEDIUM)
        || matches!(mention, Some(Entity::Person | Entity::Body))
        || forms.iter().any(|form| crate::lexicon::name_part(form).is_some())
}

/// The clause that an attribution governs: what follows it at the head of a sentence or behind a
/// relative pronoun, what precedes it elsewhere.
pub(crate) fn governed(
    article: &Article<'_>,
    reports: &Reports,
    attribution: &Attribution,
) -> Option<(usize, usize)> {
    let phrase_end = attribution.phrase.map_or(attribution.cue_end + 1, |phrase| phrase.end);
    let start = article.sentence_start(attribution.at);
    let relative = article.before(attribution.at).is_some_and(|item| item.is(class::RELATIVE));
    let leads = attribution.at == start || relative || article.words_in(start, attribution.at) == 0;
    let sentence_end = article.sentence_end(attribution.at);
    let rest = article.trim(phrase_end.min(sentence_end), sentence_end);
    // «نقلا عن مصدر أن …»: the clause follows with its complementiser.
    if article.is(phrase_end, class::THAT) {
        let first = phrase_end + 1;
        return Some(article.trim(first, clause_end(article, reports, first)));
    }
    let relative_follows = article.is(rest.0, class::RELATIVE);
    if leads && !relative_follows && article.words_in(rest.0, rest.1) > 0 {
        // «…، فإن …», «… فقد …» open the main clause, wherever the introduction ends.
        let main = (rest.0..rest.1).find(|&at| article.is(at, class::MAIN_CLAUSE));
        let first = main.map_or(rest.0, |at| at + 1);
        return Some(article.trim(first, clause_end(article, reports, first)));
    }
    let (start, end) = if leads {
        // «. وفقا لرويترز.» alone: the sentence before.
        let before = start.checked_sub(1)?;
        if article.get(before)?.paragraph != article.get(start)?.paragraph {
            return None;
        }
        (article.sentence_start(before), start)
    } else {
        (clause_start(article, reports, attribution.at), attribution.at)
    };
    let end = without_connectives(article, start, end);
    let range = article.trim(start, end);
    (article.words_in(range.0, range.1) >= 3).then_some(range)
}

/// The first item of the clause before `at`: behind the last report that has ended, or the head of
/// the sentence.
fn clause_start(article: &Article<'_>, reports: &Reports, at: usize) -> usize {
    let first = article.sentence_start(at);
    let after_report = (first..at).rev().find(|&i| {
        reports.at(i).is_some_and(|report| report.complement.is_some())
            || reports.sources.binary_search(&i).is_ok()
    });
    after_report.map_or(first, |i| i + 1)
}
