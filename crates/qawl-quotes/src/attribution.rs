//! «بحسب الوزارة» (according to the ministry): reports without a verb.

use crate::article::Article;
use crate::complement::{behind_bracket, own_preposition};
use crate::cue::{says, speaks};
use crate::extent::{clause_end, ends_clause, without_connectives};
use crate::items::{Entity, Kind};
use crate::lexicon::{Tense, class, flag};
use crate::morphology::{
    Shape, behind_lam, has_possessive, without_article, without_lam, without_resumptive,
};
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

impl Attribution {
    /// The item behind all of it.
    pub(crate) fn end(&self) -> usize {
        self.phrase.map_or(self.cue_end + 1, |phrase| phrase.end)
    }
}

/// From how many words on a clause before its source is one.
pub(crate) const SHORTEST: usize = 3;

/// How long, in items, an adverbial before an attribution may be.
const FRONTED: usize = 6;

/// How far, in items, the phrase behind the preposition may reach.
const REACH: usize = 24;

/// All of them, in order.
pub(crate) fn attributions(article: &Article<'_>) -> Vec<Attribution> {
    const OPENERS: u64 =
        class::ACCORDING | class::AS_SAID | class::PRONOUN | class::ON | class::FROM | class::INNER;
    // Most words are done with here.
    let openers = article.items.iter().enumerate().filter(|(_, item)| item.is(OPENERS));
    openers.filter_map(|(at, _)| attribution_at(article, at)).collect()
}

fn attribution_at(article: &Article<'_>, at: usize) -> Option<Attribution> {
    let item = article.get(at).filter(|item| item.is_word())?;
    if !article.same_sentence(at, at + 1) {
        return None;
    }
    if item.is(class::ACCORDING) {
        return according(article, at);
    }
    if item.is(class::AS_SAID) {
        return as_said(article, at);
    }
    // «…»، هذا ما قاله فلان» (that is what he said).
    let follows = article.before(at).is_some_and(|b| matches!(b.kind, Kind::Comma | Kind::Mark(_)));
    if follows && item.is(class::PRONOUN) && article.is(at + 1, class::WHAT) {
        return said_by(article, at, at + 2).filter(|_| !item.has(Shape::AND));
    }
    // «على ما يقول فلان» (as he says), behind a comma.
    if follows && item.is(class::ON) && article.is(at + 1, class::WHAT) {
        return said_by(article, at, at + 2);
    }
    // «على حد قول/قوله», «على لسان», «من وجهة نظر».
    let opens = item.is(class::ON | class::FROM);
    // «والضحك، على رأي جارنا، أرخص»: behind a comma alone.
    let tongue = article.is(at + 1, class::TONGUE);
    let named = article.is(at + 1, class::OPINION) || (follows && tongue);
    // «وفي رأي المدربة أن» (in her opinion), where a clause begins.
    let thinks = item.is(class::INNER)
        && tongue
        && article.begins_clause(at)
        && !article.is(at + 1, class::OPINION);
    if !((opens && named) || thinks) {
        return None;
    }
    let mut last = at + 1;
    while article.is(last + 1, class::SAYING) && last < at + 3 {
        last += 1;
    }
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
        // «بحسب ما ينص عليه العقد» (as the contract has it) is complied with.
        let law = |phrase: Phrase| article.is(phrase.start, class::LAW);
        return said_by(article, at, at + 2).filter(|found| !found.phrase.is_some_and(law));
    }
    // «حسب تعبيره» (in his words) points back; «بحسب قول الوزير» names him.
    let saying = article.is(last + 1, class::SAYING | class::STATEMENT);
    if saying && has_possessive(article.key(last + 1)) {
        return Some(Attribution { at, cue_end: last + 1, phrase: None });
    }
    if article.is(last + 1, class::SAYING) {
        last += 1;
    }
    let phrase = behind_clitic(article, last + 1)
        .or_else(|| phrase_after(article, last, reach(article, last)))?;
    let leads = article.words_in(article.sentence_start(at), at) == 0;
    names_source(article, phrase, leads).then_some(Attribution {
        at,
        cue_end: last,
        phrase: Some(phrase),
    })
}

/// «وفقا لـ«الميدان»»: the name in marks behind the clitic at `at`, which elsewhere would be the hearer.
fn behind_clitic(article: &Article<'_>, at: usize) -> Option<Phrase> {
    let clitic =
        article.get(at).is_some_and(|item| item.is_clitic() && without_lam(item.key) == Some(""));
    let pair = article.marks.opening(at + 1).filter(|pair| clitic && pair.closed)?;
    Some(Phrase { start: at + 1, end: pair.after() })
}

/// «حسبما قال فلان», «بحسب ما ذكرته الصحيفة»: a verb of saying and its subject.
fn said_by(article: &Article<'_>, at: usize, verb: usize) -> Option<Attribution> {
    let key = article.key(verb);
    let says = without_resumptive(key).any(|form| says(article, form));
    // «فالنهر، وفق ما قال، …» (by what he said) points back.
    let alone = says
        && article.is(verb - 1, class::WHAT)
        && matches!(article.kind(verb + 1), None | Some(Kind::Comma | Kind::Stop));
    let phrase = subject_of_saying(article, verb).filter(|_| says && !alone);
    (phrase.is_some() || alone).then_some(Attribution { at, cue_end: verb, phrase })
}

/// The subject behind a verb, the day and its name in brackets passed over («أعلنت أمس (الثلاثاء)
/// الوزارة»); of «جاء في تقرير» what stands behind the preposition.
fn subject_of_saying(article: &Article<'_>, verb: usize) -> Option<Phrase> {
    let mut last = verb;
    loop {
        let next = behind_bracket(article, last + 1);
        if next > last + 1 {
            last = next - 1;
        } else if article.is(last + 1, class::ADVERB) {
            last += 1;
        } else {
            break;
        }
    }
    let published =
        article.lexicon.cue_verbs(article.key(verb)).any(|(verb, _)| verb.is(flag::MEDIUM));
    if published && article.is(last + 1, class::PREP) {
        last += 1;
    }
    phrase_after(article, last, reach(article, last))
}

/// «، كما أعلنت الشرطة»: behind a comma, with a subject and no words of its own.
fn as_said(article: &Article<'_>, at: usize) -> Option<Attribution> {
    let behind_comma = article.before(at).is_some_and(|item| item.kind == Kind::Comma);
    let finite =
        article.lexicon.cue_verbs(article.key(at + 1)).any(|(verb, form)| match form.tense {
            Tense::Past => true,
            // «كما تشرح الطبيبة»; «كما يرى القارئ» may be a comparison.
            Tense::Imperfect if verb.is(flag::VIEW) => false,
            Tense::Imperfect => !verb.is(flag::WEAK) || speaks(article, at + 2),
            Tense::Participle => false,
        });
    if !(behind_comma && finite) {
        return None;
    }
    let attribution = said_by(article, at, at + 1)?;
    let end = attribution.phrase?.end;
    // «، كما تحدثت الدراسة عن المدارس» (the study spoke of the schools): the verb has its noun.
    let governs =
        article.cues_at(at + 1).iter().any(|cue| own_preposition(article, cue, end) < end);
    if governs {
        return None;
    }
    let closes = matches!(article.kind(end), None | Some(Kind::Stop | Kind::Comma))
        || !article.same_sentence(at, end);
    closes.then_some(attribution)
}

/// The phrase ends with its sentence at the latest, and at a comma that no title or name follows:
/// «والسوق، بحسب التاجر، راكدة».
fn reach(article: &Article<'_>, at: usize) -> usize {
    let end = article.sentence_end(at).min(at + REACH);
    let comma = (at + 2..end).find(|&i| article.kind(i) == Some(Kind::Comma));
    let apposed = |comma: &usize| {
        let next = article.get(comma + 1);
        next.is_some_and(|item| item.name.is_some() || item.is(class::PRONOUN))
            || speaks(article, comma + 1)
    };
    comma.filter(|comma| !apposed(comma)).unwrap_or(end)
}

/// A person, a body, a document or a medium; not what is complied with («وفقا للقانون»).
fn names_source(article: &Article<'_>, phrase: Phrase, leads: bool) -> bool {
    // «وفقا لآخر إحصائية» (by the latest census): the noun behind tells.
    let key = article.key(phrase.start + usize::from(article.is(phrase.start, class::LATEST)));
    let behind_lam = behind_lam(key);
    let forms = [key, behind_lam.as_str(), without_article(&behind_lam)];
    let forms = forms.map(|form| article.lexicon.known(form));
    let known = |class: u64| forms.iter().any(|form| form.classes & class != 0);
    if known(class::LAW) {
        return false;
    }
    let titled = forms.iter().any(|form| form.title.is_some());
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
        || forms.iter().any(|form| form.name.is_some())
}

/// The clause that an attribution governs: what follows it at the head of a sentence or behind a
/// relative pronoun, what precedes it elsewhere.
pub(crate) fn governed(
    article: &Article<'_>,
    reports: &Reports,
    attribution: &Attribution,
) -> Option<(usize, usize)> {
    let phrase_end = attribution.end();
    let start = article.sentence_start(attribution.at);
    let relative = article.before(attribution.at).is_some_and(|item| item.is(class::RELATIVE));
    let leads = attribution.at == start || relative || article.words_in(start, attribution.at) == 0;
    let sentence_end = article.sentence_end(attribution.at);
    let rest = behind_source(article, phrase_end, sentence_end);
    // «نقلا عن مصدر أن …»: the clause follows with its complementiser.
    if article.is(phrase_end, class::THAT) {
        let first = phrase_end + 1;
        return Some(article.trim(first, clause_end(article, reports, first)));
    }
    // «وفي مناسبة أخرى، وفقا لفلان، وقف …»: what stands before is no more than an adverbial.
    let fronted = article.kind(phrase_end) == Some(Kind::Comma)
        && attribution.at - start <= FRONTED
        && article.is(start, class::PREP | class::ADJUNCT);
    let leads = leads || fronted;
    let relative_follows = article.is(rest.0, class::RELATIVE | class::CONNECTIVE);
    // «…، فإن …», «… فقد …» open the main clause, wherever the introduction ends: «بحسب الطبيبة، التي
    // تعمل هنا، فإن …» (who works here).
    let main = (rest.0..rest.1).find(|&at| leads && article.is(at, class::MAIN_CLAUSE));
    if leads && (!relative_follows || main.is_some()) && article.words_in(rest.0, rest.1) > 0 {
        let first = main.map_or(rest.0, |at| at + 1);
        return Some(article.trim(first, clause_end(article, reports, first)));
    }
    if leads {
        return sentence_before(article, start);
    }
    let first = clause_start(article, reports, attribution.at);
    let first = behind_introduction(article, first, attribution.at);
    let end = without_connectives(article, first, attribution.at);
    let range = article.trim(first, end);
    // «والضحك، على حد قول جارنا، أرخص»: a single word may be broken off from the rest.
    let comma = |at: usize| article.kind(at) == Some(Kind::Comma);
    let broken = attribution.at > first && comma(attribution.at - 1) && comma(phrase_end);
    let least = if broken { 1 } else { SHORTEST };
    (article.words_in(range.0, range.1) >= least).then_some(range)
}

/// «. وفقا لرويترز.» alone: the sentence before the one that begins at `start`.
fn sentence_before(article: &Article<'_>, start: usize) -> Option<(usize, usize)> {
    let before = start.checked_sub(1)?;
    if article.get(before)?.paragraph != article.get(start)?.paragraph {
        return None;
    }
    let first = article.sentence_start(before);
    let range = article.trim(first, without_connectives(article, first, start));
    (article.words_in(range.0, range.1) >= SHORTEST).then_some(range)
}

/// What follows the source in its sentence: «ووفق المصدر نفسه، تأجلت الرحلة», the source ends at its
/// comma, whatever word stands before that.
fn behind_source(article: &Article<'_>, phrase_end: usize, sentence_end: usize) -> (usize, usize) {
    let rest = article.trim(phrase_end.min(sentence_end), sentence_end);
    let comma = article.kind(phrase_end + 1) == Some(Kind::Comma)
        && article.words_in(rest.0, rest.0 + 1) > 0;
    let first = phrase_end + 2;
    if comma { article.trim(first, sentence_end.max(first)) } else { rest }
}

/// «ويستمر المعرض، حسب المنظمين، حتى الخميس»: the rest of a clause that the attribution breaks off.
/// A long clause before it may be whole, so what goes on must show that it hangs on it.
pub(crate) fn broken_off(
    article: &Article<'_>,
    reports: &Reports,
    attribution: &Attribution,
    before: (usize, usize),
) -> Option<(usize, usize)> {
    const SHORT: usize = 3;
    let behind = attribution.end();
    let start = behind + 1;
    let set_off = before.1 <= attribution.at
        && article.before(attribution.at)?.kind == Kind::Comma
        && article.kind(behind) == Some(Kind::Comma)
        && article.same_sentence(attribution.at, start)
        && !ends_clause(article, reports, start);
    // «، في حين ارتفع …» (while) is a clause of its own.
    let adverse = article.is(start, class::ADVERSE) || article.is(start + 1, class::ADVERSE);
    let hangs = article.is(start, class::PREP | class::RELATIVE)
        || article.words_in(before.0, before.1) <= SHORT;
    let rest = article.trim(start, clause_end(article, reports, start));
    (set_off && hangs && !adverse && rest.0 < rest.1).then_some(rest)
}

/// The first item behind what only leads up to the clause: a dateline («بيروت - وكالات:»), «حيث»,
/// «إلى ذلك», «يذكر أن».
fn behind_introduction(article: &Article<'_>, first: usize, end: usize) -> usize {
    const LONGEST: usize = 6;
    let near = first..end.min(first + LONGEST);
    if let Some(colon) = near.clone().find(|&at| article.kind(at) == Some(Kind::Colon)) {
        return colon + 1;
    }
    // «صنعاء – دفعت الشركة …»: a place and a dash at the head of a paragraph.
    let heads = article.paragraph_of(first) != article.paragraph_of(first.wrapping_sub(1));
    let dash = (first + 1..end.min(first + 3)).find(|&at| article.kind(at) == Some(Kind::Dash));
    if let Some(dash) = dash.filter(|_| heads) {
        return dash + 1;
    }
    let formula = near.clone().any(|at| article.is(at, class::WRITER));
    if let Some(that) = near.into_iter().find(|&at| formula && article.is(at, class::THAT)) {
        return that + 1;
    }
    let mut at = first;
    while at < end && article.is(at, class::CONNECTIVE | class::THAT) {
        at += 1;
    }
    if article.is(at, class::TO) && article.is(at + 1, class::PRONOUN) {
        at += 2;
    }
    at
}

/// The first item of the clause before `at`: behind the last report that has ended, or the head of
/// the sentence.
fn clause_start(article: &Article<'_>, reports: &Reports, at: usize) -> usize {
    let first = article.sentence_start(at);
    let after_report = (first..at).rev().find(|&i| {
        reports.at(i).is_some_and(|report| report.complement.is_some())
            || reports.source_end(i).is_some()
    });
    let first = after_report.map_or(first, |i| i + 1);
    relative_start(article, first, at).unwrap_or(first)
}

/// «…، والتي جمعت ألف زائر، حسبما أعلنت البلدية» (which drew a thousand visitors, as the town announced):
/// of a sentence the source tells the last relative clause behind a comma.
fn relative_start(article: &Article<'_>, first: usize, end: usize) -> Option<usize> {
    const REACH: usize = 30;

    let opens = |&at: &usize| {
        (article.is(at, class::RELATIVE) || article.key(at) == "حيث")
            && article.before(at).is_some_and(|before| before.kind == Kind::Comma)
            && article.words_in(at + 1, end) >= SHORTEST
    };
    (first.max(end.saturating_sub(REACH))..end).rev().find(opens).map(|at| at + 1)
}
