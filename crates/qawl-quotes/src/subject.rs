//! Subjects that do not stand right behind their verb.

use crate::article::Article;
use crate::boundary::is_accusative;
use crate::cue::CueWord;
use crate::items::{Entity, Kind};
use crate::lexicon::class;
use crate::morphology::{Shape, may_be_joined, may_have_and};
use crate::phrase::{Phrase, is_name_like, is_verb, phrase_after};

/// Words that stand before a subject at the head of its clause: «أما», «لكن», «من جانبه».
const INTRODUCTIONS: u64 = class::CONNECTIVE
    | class::ADVERB
    | class::FRAME
    | class::AUXILIARY
    | class::TOPIC
    | class::THAT
    | class::FROM;

/// The longest subject before its verb, in items.
const LONGEST: usize = 16;

/// «وكان الوزير قد قال», «أما المدرب فقال», «الوزير أكد»: the subject before the verb, from the
/// head of the clause on, and not before `from`, where the words of others end.
pub(crate) fn subject_before(article: &Article<'_>, verb: usize, from: usize) -> Option<Phrase> {
    // «وقال» begins a clause of its own; «أما المدرب فقال» does not.
    if article.has(verb, Shape::AND) && verb > article.sentence_start(verb) {
        let own = article.cues_at(verb).iter().any(|cue| cue.joined);
        if own {
            return None;
        }
    }
    if let Some(phrase) = before_relative(article, verb, from) {
        return Some(phrase);
    }
    let mut end = verb;
    while end > 0 && article.is(end - 1, class::AUXILIARY) {
        end -= 1;
    }
    let framed = end < verb;
    let Some(head) = clause_head(article, end) else {
        return before_relative(article, verb, from);
    };
    let start = head.max(from);
    let start = before_apposition(article, start).unwrap_or(start);
    let then = is_then(article, verb) || (framed && is_then_joined(article.key(end)));
    if then && !(start > 0 && article.is(start - 1, class::TOPIC)) {
        return topic_before(article, verb, from);
    }
    while end > start && article.kind(end - 1) == Some(Kind::Comma) {
        end -= 1;
    }
    let first = article.get(start)?;
    // «وكان مشروع الري قد أعلن» (and the irrigation project had announced): what stands between the two
    // is the subject, whatever it is.
    let framed = framed && start > 0 && article.is(start - 1, class::AUXILIARY);
    let names = first.is_word()
        && (first.title.is_some()
            || matches!(first.entity(), Some(Entity::Person | Entity::Body))
            || first.name.is_some()
            || first.is(class::DOCUMENT | class::BODY | class::LAW)
            || framed
            // «لكن الصيدليات ردت» (but the pharmacies answered).
            || (start > 0
                && article.is(start - 1, class::CONNECTIVE)
                && first.has(Shape::ARTICLE)
                && !is_then(article, verb)));
    // «أصدرت إدارة النادي بيانا أكدت فيه» (the board issued a statement in which it affirmed): the object of the
    // verb before is not the subject's. A lone head is looked up with what follows it.
    let end = (start + 2..end).find(|&at| is_accusative(article, at)).unwrap_or(end);
    (names && end > start && end - start <= LONGEST).then_some(Phrase { start, end })
}

/// «بعض الشهود الذين حضروا الجلسة، قالوا» (some witnesses who attended the session said): the subject before
/// a relative clause that a comma closes right before the verb.
fn before_relative(article: &Article<'_>, verb: usize, from: usize) -> Option<Phrase> {
    let comma = verb.checked_sub(1).filter(|&at| article.kind(at) == Some(Kind::Comma))?;
    let first = article.sentence_start(verb).max(verb.saturating_sub(2 * LONGEST)).max(from);
    let relative = (first..comma).rev().find(|&at| article.is(at, class::RELATIVE))?;
    let start = clause_head(article, relative)?.max(first);
    let head = article.get(start)?;
    let speaks = head.title.is_some() || head.is(class::DOCUMENT | class::BODY);
    let whole = (start..comma).all(|at| {
        article.kind(at) == Some(Kind::Word)
            || (at + 1 == relative && article.kind(at) == Some(Kind::Comma))
    });
    let plain = !article.has(verb, Shape::AND) && !is_then(article, verb);
    let set_off = article.kind(relative - 1) == Some(Kind::Comma);
    let end = relative - usize::from(set_off);
    (speaks && whole && plain && start < end).then_some(Phrase { start, end })
}

/// «أما الخبيرة، التي تعمل في المركز، فقالت» (as for the expert, who works at the centre, she said): the
/// subject behind «أما», whatever stands between it and its verb.
fn topic_before(article: &Article<'_>, verb: usize, from: usize) -> Option<Phrase> {
    let first = article.sentence_start(verb).max(verb.saturating_sub(2 * LONGEST)).max(from);
    let topic = (first..verb).rev().find(|&at| article.is(at, class::TOPIC))?;
    let then = (topic + 1..verb).any(|at| is_then(article, at));
    phrase_after(article, topic, verb).filter(|_| !then)
}

/// «فقد قال»: ف stands before the auxiliary.
fn is_then_joined(key: &str) -> bool {
    may_be_joined(key) && !may_have_and(key)
}

/// Whether the verb is joined by ف (then): «سألنا المدير، فقال».
fn is_then(article: &Article<'_>, verb: usize) -> bool {
    !article.has(verb, Shape::AND) && article.cues_at(verb).first().is_some_and(|cue| cue.joined)
}

/// «كيبروتو، صاحب ذهبية برلين، قال»: the name before the comma that an indefinite title explains.
fn before_apposition(article: &Article<'_>, start: usize) -> Option<usize> {
    let comma = start.checked_sub(1).filter(|&at| article.kind(at) == Some(Kind::Comma))?;
    let titled = article.title(start).is_some();
    let mut first = comma;
    while first > 0
        && comma - first < LONGEST / 2
        && (is_name_like(article, first - 1) || article.title(first - 1).is_some())
        && article.same_sentence(first - 1, comma)
    {
        first -= 1;
    }
    (titled && first < comma).then_some(first)
}

/// The first item of a stretch before `end` that holds no verb and no preposition at its head.
fn clause_head(article: &Article<'_>, end: usize) -> Option<usize> {
    let first = article.sentence_start(end.checked_sub(1)?).max(end.saturating_sub(2 * LONGEST));
    let mut start = first;
    for at in (first..end).rev() {
        let item = article.get(at)?;
        let parts = matches!(item.kind, Kind::Colon | Kind::Stop | Kind::Dots | Kind::Dash | Kind::Mark(_))
            || item.is(class::CONNECTIVE
                | class::THAT
                | class::BI_THAT
                | class::AUXILIARY
                | class::RELATIVE)
            // The comma right before the verb closes an apposition: «الوزير، سامي الحداد، قال».
            || (item.kind == Kind::Comma && at + 1 != end)
            || (item.is_word() && is_verb(article, at));
        if parts {
            start = at + 1;
            break;
        }
    }
    // «أما» (as for), «لكن», «من جانبه» stand before the subject.
    while start < end
        && article.get(start).is_some_and(|item| item.kind == Kind::Comma || item.is(INTRODUCTIONS))
    {
        start += 1;
    }
    (start < end).then_some(start)
}

/// «نقلت الوكالة عن مسؤول أن», «جاء في بيان أن»: the source stands behind the preposition.
pub(crate) fn object_phrase(article: &Article<'_>, cue: &CueWord, limit: usize) -> Option<Phrase> {
    let preposition = (cue.at + 1..limit).find(|&at| article.is(at, class::PREP))?;
    // «ورد الوزير على النائب» (and the minister answered the deputy): an addressee is no source.
    if article.is(preposition, class::ON) {
        return None;
    }
    phrase_after(article, preposition, limit)
}
