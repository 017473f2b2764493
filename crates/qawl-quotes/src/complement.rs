//! What follows a cue: a clause behind أن, a colon, a quotation.

use crate::article::Article;
use crate::cue::{CueWord, plain_verb_at};
use crate::items::{Item, Kind};
use crate::lexicon::{Inflection, NameClass, Tense, TitleClass, class, flag, takes};
use crate::marks::Pair;
use crate::morphology::{
    Shape, has_possessive, looks_future, may_be_accusative, without_article, without_ba,
    without_clitic, without_lam, without_object,
};
use crate::name::name_in;
use crate::phrase::phrase_after;
use crate::quote::Act;

/// How far, in items, a verb and a participle reach for their complement.
const VERB_REACH: usize = 70;
const PARTICIPLE_REACH: usize = 30;

/// How far a verb of other senses reaches for a clause.
const WEAK_REACH: usize = 24;

/// From how many words on a quotation behind a verb is taken for speech without further signs.
const SPEECH_WORDS: usize = 4;

/// From how many words on what stands in marks is no name.
const LONG_NAME: usize = 6;

/// The same for a part of a noun phrase behind the verb's own preposition.
const SHORT_NOMINAL: usize = 3;

/// How near, in items, a shorter one must stand to its verb.
const NEAR: usize = 8;

/// How long, in items, a quotation in brackets may be.
const BRACKETED: usize = 300;

/// How a complement begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// أن، إن and what they carry; a question word.
    Clause,
    /// A colon, with no mark behind it.
    Colon,
    /// A quotation, behind a colon or not.
    Quotation(Pair),
    /// A noun phrase with a quotation in it.
    Nominal,
}

/// A complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Complement {
    pub(crate) opening: Opening,
    /// The item behind the last one that can belong to the source.
    pub(crate) at: usize,
    /// The first item of the content.
    pub(crate) start: usize,
}

/// The complement of `cue`, if one stands in reach.
pub(crate) fn complement_of(article: &Article<'_>, cue: &CueWord) -> Option<Complement> {
    let limit = limit(article, cue);
    let mut fallback = None;
    let mut nominal = false;
    let mut at = cue.at + 1;
    while at < limit {
        nominal |=
            governs_noun(article, cue, at) || ends_reach(article, at) || turns_against(article, at);
        // «عن رأيه وهو أنه» (his view, which is that) tells it after all.
        let told = article.is(at - 1, class::PRONOUN) && article.has(at - 1, Shape::AND);
        let bare = article.is(at, class::THAT) && !article.has(at, Shape::AND);
        let later = nominal && bare && !told;
        let far = cue.verb.is(flag::WEAK) && at - cue.at > WEAK_REACH;
        if later || (far && article.is(at, class::THAT)) {
            // The clause belongs to the noun, or to some verb between.
        } else if let Some(found) = clause_at(article, cue, at) {
            return Some(found);
        }
        match article.kind(at)? {
            Kind::Colon if follows_time(article, at) => {}
            Kind::Colon => return colon_at(article, cue, at).or(fallback),
            Kind::Mark(_) => {
                if let Some(pair) = article.marks.opening(at) {
                    match quotation_at(article, cue, pair) {
                        Found::Speech(found) => return Some(found),
                        Found::Perhaps(found) => fallback = fallback.or(Some(found)),
                        Found::Name => {}
                    }
                    at = pair.after().max(at + 1);
                    continue;
                }
            }
            Kind::Bracket if leaves_bracket(article, cue.at, at) => return fallback,
            Kind::Word if closes_reach(article, cue, at) => return fallback,
            Kind::Word if goes_over(article, at) => return fallback,
            _ => {}
        }
        at += 1;
    }
    fallback
        .or_else(|| bare_speech(article, cue))
        .or_else(|| told_medium(article, cue))
        .or_else(|| unopened(article, cue))
}

/// «وقال لـ«الميدان» البحر هادئ»: what follows the paper he told it is said.
fn told_medium(article: &Article<'_>, cue: &CueWord) -> Option<Complement> {
    const REACH: usize = 16;
    const GOES_ON: u64 = class::PREP
        | class::ADJUNCT
        | class::ADVERB
        | class::CONNECTIVE
        | class::RELATIVE
        | class::AUXILIARY
        | class::THAT;
    let end = article.sentence_end(cue.at);
    let near = cue.at + 1..end.min(cue.at + REACH).max(cue.at + 1);
    let clitic = near.filter(|_| cue.is_plain_saying()).find(|&at| {
        article.get(at).is_some_and(Item::is_clitic) && article.marks.opening(at + 1).is_some()
    })?;
    let start = article.marks.opening(clitic + 1)?.after();
    let next = article.get(start).filter(|item| item.is_word() && start < end)?;
    let subject = next.title.is_some() || next.name.is_some() || next.mention.is_some();
    let says = !subject && !next.is(GOES_ON) && article.cues_at(start).is_empty();
    let long = || article.words_in(start, end) >= SPEECH_WORDS;
    (says && long()).then_some(Complement { opening: Opening::Colon, at: clitic, start })
}

/// «وقال المدير سنبدأ غدا»»: a closing mark with no opening one; the words begin behind the subject.
fn unopened(article: &Article<'_>, cue: &CueWord) -> Option<Complement> {
    let sure = cue.verb.takes(takes::MARK)
        && !cue.verb.is(flag::WEAK)
        && !cue.is_participle()
        && (cue.joined || article.begins_clause(cue.at));
    let end = article.sentence_end(cue.at);
    let close = article.marks.stray(cue.at, end + 1).filter(|_| sure)?;
    let subject = phrase_after(article, cue.at, close);
    // With no mark before them the words run on from the subject's name.
    let named = subject.and_then(|phrase| name_in(article, phrase)).map(|name| name.end);
    let start = named.or(subject.map(|phrase| phrase.end)).unwrap_or(cue.at + 1);
    let pair = Pair { open: start - 1, end: close, closed: true };
    let long = article.words_in(start, close) >= SPEECH_WORDS;
    long.then_some(Complement { opening: Opening::Quotation(pair), at: start, start })
}

/// «وعن الموسم قال المطر قليل» (of the season he said: rain is scarce): behind a topic
/// and with nobody named, what follows the verb of plain saying is said.
fn bare_speech(article: &Article<'_>, cue: &CueWord) -> Option<Complement> {
    const TOPIC: usize = 24;
    let sentence = article.sentence_start(cue.at).max(cue.at.saturating_sub(TOPIC));
    let pause = |at: &usize| matches!(article.kind(*at), Some(Kind::Comma | Kind::Dots));
    let first = (sentence..cue.at).rev().find(pause).map_or(sentence, |comma| comma + 1);
    let topic = article.is(first, class::MATTER) && article.has(first, Shape::AND);
    let start = cue.at + 1;
    let next = article.get(start).filter(|item| item.is_word())?;
    let subject = next.title.is_some()
        || next.name.is_some()
        || next.mention.is_some()
        || next.is(class::BODY);
    let apart = cue.is_plain_saying() && topic && !subject;
    let long = || article.words_in(start, article.sentence_end(start)) >= SPEECH_WORDS;
    (apart && long()).then_some(Complement { opening: Opening::Colon, at: start, start })
}

/// Whether the verb has its noun at `at`, so that no bare أن behind it is its clause: «يشير في
/// آخره إلى بناء جسر» (points at its end to the building of a bridge).
fn governs_noun(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    let to = cue.verb.takes(takes::ILA) && article.is(at, class::TO);
    // «عن اعتقاده أن» (his belief that) goes on to its clause, «عن خطة جديدة …» does not; further on
    // «عن» may belong to the subject: «المدير المسؤول عن المياه».
    let about = cue.verb.takes(takes::AAN)
        && at == cue.at + 1
        && article.is(at, class::ABOUT)
        && !has_possessive(article.key(at + 1));
    (to || about)
        && article
            .get(at + 1)
            // «خلص إلى القول إن» (ended by saying that) goes on to its clause too.
            .is_some_and(|next| {
                next.is_word() && !next.is(class::THAT | class::GOD | class::SAYING)
            })
}

/// «تحدثت مع الجيران.. أريد أن»: behind dots another clause begins.
fn ends_reach(article: &Article<'_>, at: usize) -> bool {
    article.kind(at) == Some(Kind::Dots) && !article.is(at + 1, class::THAT)
}

/// Where the search ends: the sentence, the quotation that holds the cue, the reach of the verb.
fn limit(article: &Article<'_>, cue: &CueWord) -> usize {
    let reach = if cue.is_participle() { PARTICIPLE_REACH } else { VERB_REACH };
    let holder = article.marks.around(cue.at).map_or(usize::MAX, |pair| pair.end);
    // The sentence of «قال الوزير: «…»» may end inside the marks; the colon is before that.
    article.sentence_end(cue.at).min(cue.at + reach).min(holder)
}

/// Another report begins, which has the better claim on what follows.
fn closes_reach(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    if at == cue.at + 1 && !cue.verb.is(flag::ADD) {
        return false;
    }
    article.cues_at(at).iter().any(|other| {
        let begins = other.joined || article.begins_clause(at);
        begins && (other.is_participle() || !other.verb.is(flag::WEAK))
    })
}

/// «، لكن الأهم أن» (but the main thing is that), «، وإن كان السبب أن» (though the reason is
/// that): behind a comma another clause begins.
fn turns_against(article: &Article<'_>, at: usize) -> bool {
    let pause = article.before(at).is_some_and(|b| matches!(b.kind, Kind::Comma | Kind::Stop));
    pause
        && !article.is(at + 1, class::THAT)
        && (is_conditional(article, at)
            || (article.is(at, class::ADVERSE) && !article.is(at, class::ADJUNCT | class::THAT)))
}

/// «وصفت اللقاء بـ«عودة إلى الوراء»، وقطعت بأن …»: behind the words in marks and a comma the next verb
/// has the better claim.
fn goes_over(article: &Article<'_>, at: usize) -> bool {
    let past = |form: Inflection| form.tense == Tense::Past;
    article.before(at).is_some_and(|before| before.kind == Kind::Comma)
        && article.has(at, Shape::CONJUNCTION)
        && (article.cues_at(at).iter().any(|other| past(other.form))
            || plain_verb_at(article, at).is_some_and(past))
}

/// «(كتاب خطب الوزير)»: the bracket at `at` closes the remark in which the cue stands.
fn leaves_bracket(article: &Article<'_>, cue: usize, at: usize) -> bool {
    let is = |at: usize, mark: &str| article.get(at).is_some_and(|item| item.key == mark);
    is(at, ")") && !(cue..at).any(|at| is(at, "("))
}

fn clause_at(article: &Article<'_>, cue: &CueWord, at: usize) -> Option<Complement> {
    let item = article.get(at).filter(|item| item.is_word())?;
    let verb = cue.verb;
    if item.is(class::THAT) {
        // «إن وجدت» (if there be any), «إن شاء الله».
        if article.is(at + 1, class::CONDITION) || is_conditional(article, at) {
            return None;
        }
        let taken = verb.takes(takes::ANNA) && !guarded(article, cue, at);
        return (taken && !is_purpose(article, cue, at)).then(|| clause(at, at + 1));
    }
    // «توقعت ألا يدوم» (she expected that it would not last): the negation belongs to the clause.
    let negated = item.bare == "ألا" && at - cue.at <= NEAR && !verb.is(flag::WEAK);
    if negated && verb.takes(takes::ANNA) && verb.is(flag::SUBJUNCTIVE) {
        return Some(clause(at, at));
    }
    // «وتساءل العميد من يتحمل» (who bears).
    if asks_who(article, cue, at) {
        return Some(clause(at, at));
    }
    if item.is(class::BI_THAT) && verb.takes(takes::BI) && !gives_reason(article, cue, at) {
        return Some(clause(at, at + 1));
    }
    if let Some(bit) = preposition(article, at) {
        let that = article.is(at + 1, class::THAT) && article.same_sentence(at, at + 1);
        if that && is_condition(article, cue, at) {
            return None;
        }
        if that || !verb.takes(bit) {
            return that.then(|| clause(at, at + 2)).filter(|_| verb.takes(bit));
        }
        // «إلى “أن الجسر …”»: أن stands within the marks.
        let pair = article.marks.opening(at + 1).filter(|_| article.is(at + 2, class::THAT))?;
        return Some(Complement { opening: Opening::Quotation(pair), at, start: at + 2 });
    }
    // «ما» is a question in «ما إذا» alone; elsewhere it is a relative.
    let asks =
        item.is(class::QUESTION) && (!item.is(class::WHAT) || article.is(at + 1, class::WHETHER));
    (asks && verb.takes(takes::QUESTION)).then(|| question(article, at))
}

/// «إن لم يصل» (if he does not arrive), «وإن كان قصيرا» (though it be short).
fn is_conditional(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let bare = matches!(item.key, "ان" | "وان");
    (bare && article.key(at + 1) == "لم")
        || (item.bare == "وإن" && article.is(at + 1, class::AUXILIARY))
}

/// «وافقت على المشروع، على أن يدرج» (approved the project, on condition that): the verb has its noun.
fn is_condition(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    article.is(at, class::ON)
        && !article.has(at, Shape::AND)
        && article.before(at).is_some_and(|before| before.kind == Kind::Comma)
        && (cue.at + 1..at)
            .any(|other| article.is(other, class::ON) && !article.is(other + 1, class::THAT))
}

/// «من يتحمل» (who bears): before an imperfect, behind a verb of asking.
fn asks_who(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    article.key(at) == "من"
        && cue.verb.act == Act::Ask
        && article.has(at + 1, Shape::IMPERFECT)
        && article
            .get(at + 1)
            .is_some_and(|next| !next.has(Shape::NOUN_ENDING) && next.name.is_none())
}

fn clause(at: usize, start: usize) -> Complement {
    Complement { opening: Opening::Clause, at, start }
}

/// «عما إذا كان» opens with its two words, «هل» and «كيف» belong to what was asked.
fn question(article: &Article<'_>, at: usize) -> Complement {
    let whether = article.is(at + 1, class::WHETHER);
    clause(at, if whether { at + 2 } else { at })
}

fn preposition(article: &Article<'_>, at: usize) -> Option<u16> {
    const BITS: [(u64, u16); 5] = [
        (class::INNER, takes::FI),
        (class::TO, takes::ILA),
        (class::ON, takes::ALA),
        (class::FROM, takes::MIN),
        (class::ABOUT, takes::AAN),
    ];
    BITS.iter().find(|&&(class, _)| article.is(at, class)).map(|&(_, takes)| takes)
}

/// Whether the verb of `cue` takes the preposition at `at`.
pub(crate) fn own_preposition_at(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    preposition(article, at).is_some_and(|bit| cue.verb.takes(bit))
}

/// The preposition that the verb of `cue` takes, before `limit`: «على» of «شدد فلان على أهمية».
/// The subject ends there.
pub(crate) fn own_preposition(article: &Article<'_>, cue: &CueWord, limit: usize) -> usize {
    (cue.at + 2..limit.min(cue.at + PARTICIPLE_REACH))
        .find(|&at| own_preposition_at(article, cue, at))
        .unwrap_or(limit)
}

/// Whether the word before أن takes it for itself: بعد أن (after), يجب أن (must).
fn guarded(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    let Some(before) = article.before(at).filter(|_| at - 1 > cue.at) else { return false };
    // «محمد على ان»: without its dots the name of Ali, where the verb does not take «على».
    let ali = before.is(class::ON)
        && !cue.verb.takes(takes::ALA)
        && at >= 2
        && article.name(at - 2) == Some(NameClass::Given);
    // «عيضة بن عوض أن»: «عوض» (instead of) is a name behind a name.
    let named = before.name.is_some()
        && at >= 2
        && article.get(at - 2).is_some_and(|item| item.name.is_some());
    // «أم أن» (or that): folded, the mother of somebody.
    let or = before.key == "ام";
    or || (before.is(class::GUARD | class::PREP) && !ali && !named)
        || (article.lexicon.classes(without_clitic(before.key)) & class::GUARD != 0 && !named)
}

/// «لعلمه بأنهم» (as he knows that): a reason, not one of the hearers, who stand near the verb.
fn gives_reason(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    const HEARERS: usize = 6;
    at - cue.at > HEARERS
        && article.before(at).is_some_and(|noun| {
            noun.has(Shape::POSSESSIVE)
                && without_lam(noun.key).is_some_and(|rest| rest.chars().count() > 3)
        })
}

/// أن with an imperfect behind it is a purpose, not a report, unless the verb asks or promises.
fn is_purpose(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    let written_in = article.get(at).is_some_and(|item| item.bare == "إن");
    let bare_that = article.key(at) == "ان" && at > cue.at + 1;
    let next = article.get(at + 1);
    let imperfect = next.is_some_and(|item| {
        item.is_word()
            && item.mention.is_none()
            && item.has(Shape::IMPERFECT)
            && !item.has(Shape::NOUN_ENDING)
            && item.name.is_none()
    });
    bare_that && imperfect && !written_in && !cue.verb.is(flag::SUBJUNCTIVE)
}

/// A number and a colon are the time of day or a verse.
fn follows_time(article: &Article<'_>, at: usize) -> bool {
    article.before(at).is_some_and(|item| item.kind == Kind::Number)
        && article.get(at + 1).is_some_and(|item| item.kind == Kind::Number)
}

fn colon_at(article: &Article<'_>, cue: &CueWord, at: usize) -> Option<Complement> {
    if !cue.verb.takes(takes::COLON) {
        return None;
    }
    // «جاءت المساعدات … من الدول التالية: …» (the aid came from the following countries): what came is no text, unless it came in one.
    let place = article.is(cue.at + 1, class::ADVERB | class::PREP);
    if cue.verb.is(flag::MEDIUM) && !place && at - cue.at > NEAR {
        return None;
    }
    let mut next = at + 1;
    while matches!(article.kind(next), Some(Kind::Dots | Kind::Dash | Kind::Colon)) {
        next += 1;
    }
    if let Some(pair) = article.marks.opening(next).or_else(|| bracketed(article, next)) {
        return Some(Complement { opening: Opening::Quotation(pair), at, start: next + 1 });
    }
    // «في المدن التالية وهي: …» (in the following towns, namely): a list, unless it is quoted.
    let list = (article.is(at - 1, class::PRONOUN) && article.has(at - 1, Shape::AND))
        // «في مدن عدة مثل: …» (in several towns, such as), «الموافقة على: …».
        || article.is(at - 1, class::PREP)
        || article.key(at - 1) == "مثل";
    if list {
        return None;
    }
    let that = article.is(next, class::THAT | class::BI_THAT);
    let start = if that { next + 1 } else { next };
    article.get(start)?;
    Some(Complement { opening: Opening::Colon, at, start })
}

/// Behind a colon, brackets quote too: «قال تعالى: (…)».
pub(crate) fn bracketed(article: &Article<'_>, at: usize) -> Option<Pair> {
    let shut = match article.get(at).filter(|item| item.kind == Kind::Bracket)?.key {
        "(" => ")",
        "{" => "}",
        _ => return None,
    };
    let end = article.paragraph_end(at).min(at + BRACKETED);
    let close = (at + 1..end).find(|&i| article.get(i).is_some_and(|item| item.key == shut));
    let close = close.filter(|&close| article.words_in(at, close) >= SPEECH_WORDS)?;
    Some(Pair { open: at, end: close, closed: true })
}

/// What a quotation behind a verb is.
enum Found {
    Speech(Complement),
    Perhaps(Complement),
    Name,
}

fn quotation_at(article: &Article<'_>, cue: &CueWord, pair: Pair) -> Found {
    let words = article.words_in(pair.open + 1, pair.end);
    let found =
        Complement { opening: Opening::Quotation(pair), at: pair.open, start: pair.open + 1 };
    let before = article.before(pair.open);
    // «طالب بـ«رفع الأجور …»»: what stands behind the clitic is demanded.
    let demanded = before.is_some_and(|b| b.is_clitic() && without_ba(b.key).is_some());
    let adverbial = !cue.is_participle() || may_be_accusative(article.key(cue.at));
    // «وصف الملتقى بـ«إعادة للفشل»»: what somebody calls a thing may be short.
    let called = cue.verb.act == Act::Judge && cue.verb.takes(takes::NOMINAL);
    let least = if called { SHORT_NOMINAL } else { SPEECH_WORDS };
    if demanded && adverbial && called && words >= least {
        return Found::Perhaps(Complement { opening: Opening::Nominal, ..found });
    }
    if demanded && adverbial && cue.verb.takes(takes::BI) && words >= least {
        return Found::Perhaps(Complement { at: pair.open - 1, ..found });
    }
    let near = pair.open - cue.at <= NEAR;
    // «جاءت «عصابة …»»: what came is no text, unless it came in one («جاء فيه»).
    let place = article.is(cue.at + 1, class::ADVERB | class::PREP);
    let published = !cue.verb.is(flag::MEDIUM) || place;
    // «أشار إلى خطتها لـ«بناء ثلاثة جسور …»»: too long for a name.
    let clitic = before.is_some_and(Item::is_clitic);
    if clitic && cue.verb.takes(takes::NOMINAL) && words >= LONG_NAME {
        return Found::Perhaps(Complement { opening: Opening::Nominal, ..found });
    }
    let name = names_something(article, pair) || opens_clause(article, cue, pair);
    if name || !published || !(pair.closed || near) {
        return Found::Name;
    }
    // «مؤكدا الحاجة إلى «…»»: the words are part of a noun phrase.
    let preposition = before.is_some_and(|b| b.is(class::PREP));
    // «شدد على أهمية اللقاء الذي «…»»: so are those further on behind the verb's own preposition.
    let own = |at| own_preposition_at(article, cue, at) && !article.is(at + 1, class::THAT);
    let own = near && (cue.at + 1..pair.open).any(own);
    let governed = cue.verb.takes(takes::NOMINAL) && (preposition || own);
    // «أوضح، في مقابلة مع «نهار البلد»، أن» (with): a short one behind a preposition is a name.
    let behind = before.is_some_and(|b| b.is(class::PREP | class::ADJUNCT));
    if behind && words < SPEECH_WORDS && !own_preposition_at(article, cue, pair.open - 1) {
        return Found::Name;
    }
    if cue.verb.takes(takes::MARK) && !governed {
        let closes_clause = article.kind(pair.after()).is_none_or(|kind| kind != Kind::Word)
            || !article.same_sentence(pair.open, pair.after());
        let speech = words >= SPEECH_WORDS || (words >= 2 && closes_clause && near);
        return if speech { Found::Speech(found) } else { Found::Name };
    }
    let reports = cue.verb.takes(takes::NOMINAL)
        && (cue.form.tense != Tense::Imperfect || (words >= LONG_NAME && !cue.verb.is(flag::WEAK)));
    // «أثنى على «دور هادئ وفعال»»: behind the verb's own preposition fewer words are enough.
    let own = own_preposition_at(article, cue, pair.open.saturating_sub(1));
    let enough = if own { SHORT_NOMINAL } else { SPEECH_WORDS };
    if reports && words >= enough {
        return Found::Perhaps(Complement { opening: Opening::Nominal, ..found });
    }
    Found::Name
}

/// «قالت في بيان عنوانه «…» إن» (said in a statement entitled «…» that): the words come behind إن.
fn opens_clause(article: &Article<'_>, cue: &CueWord, pair: Pair) -> bool {
    let that = pair.after();
    cue.verb.takes(takes::ANNA)
        && article.is(that, class::THAT)
        && !article.has(that, Shape::AND)
        && article.same_sentence(pair.open, that)
}

/// The item behind a short remark in brackets: «(45 عاما)».
pub(crate) fn behind_bracket(article: &Article<'_>, at: usize) -> usize {
    const SHORT: usize = 8;
    let opens = article.get(at).is_some_and(|item| item.key == "(");
    let close = (at + 1..at + SHORT).find(|&i| article.get(i).is_some_and(|item| item.key == ")"));
    close.filter(|_| opens).map_or(at, |close| close + 1)
}

/// Whether a word is a kind of thing that has a name, with what may hang on it: «لصحيفة», «برنامجها».
fn heads_name(article: &Article<'_>, key: &str) -> bool {
    const KINDS: u64 = class::MEDIUM | class::TITLE_MARK;
    let bare = without_clitic(without_article(key));
    let is_kind = |word: &str| article.lexicon.classes(word) & KINDS != 0;
    is_kind(bare) || without_object(bare).is_some_and(is_kind)
}

/// Whether the words before a quotation say that it is a name: a newspaper, a title, a slogan.
pub(crate) fn names_something(article: &Article<'_>, pair: Pair) -> bool {
    // «وقال المدير «سالم عواد»: …»: the words come behind the colon.
    if article.kind(behind_bracket(article, pair.after())) == Some(Kind::Colon) {
        return true;
    }
    let Some(before) = article.before(pair.open) else { return false };
    if before.is_clitic() || before.is(class::MEDIUM | class::TITLE_MARK) {
        return true;
    }
    if heads_name(article, before.key) {
        return true;
    }
    let inside = pair.open + 1..pair.end;
    let words = article.words_in(inside.start, inside.end);
    // «منظمة «…»», «برنامجها الغذائي «…»»: a short one behind its kind, an adjective between or not.
    let kind = if before.has(Shape::ARTICLE) { pair.open.checked_sub(2) } else { None };
    let named = article.title(pair.open - 1) == Some(TitleClass::Institution)
        && !before.has(Shape::ARTICLE)
        || kind.is_some_and(|at| heads_name(article, article.key(at)));
    // «الفريق «سيحتاج شهرا»» (the team will need a month): a verb begins no name of a body.
    let says = article.get(inside.start).is_some_and(|item| looks_future(item.key));
    if named && words <= SPEECH_WORDS && !says {
        return true;
    }
    // All of it is a name that the text's names know.
    words <= SPEECH_WORDS
        && inside.clone().all(|at| article.get(at).is_some_and(|i| i.mention.is_some()))
}
