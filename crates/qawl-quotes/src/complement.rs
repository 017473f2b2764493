//! What follows a cue: a clause behind أن, a colon, a quotation.

use crate::article::Article;
use crate::cue::CueWord;
use crate::items::Kind;
use crate::lexicon::{Tense, class, classes, flag, takes};
use crate::marks::Pair;
use crate::morphology::{ends_as_noun, looks_imperfect, without_article, without_clitic};

/// How far, in items, a verb and a participle reach for their complement.
const VERB_REACH: usize = 70;
const PARTICIPLE_REACH: usize = 30;

/// From how many words on a quotation behind a verb is taken for speech without further signs.
const SPEECH_WORDS: usize = 4;

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
    let mut at = cue.at + 1;
    while at < limit {
        if let Some(found) = clause_at(article, cue, at) {
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
            Kind::Word if closes_reach(article, cue, at) => return fallback,
            _ => {}
        }
        at += 1;
    }
    fallback
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

fn clause_at(article: &Article<'_>, cue: &CueWord, at: usize) -> Option<Complement> {
    let item = article.get(at).filter(|item| item.is_word())?;
    let verb = cue.verb;
    let behind_cue = at == cue.at + 1;
    if item.is(class::THAT) {
        let taken = verb.takes(takes::ANNA) && !guarded(article, cue, at);
        return (taken && !is_purpose(article, cue, at)).then(|| clause(at, at + 1));
    }
    if item.is(class::BI_THAT) && verb.takes(takes::BI) {
        return Some(clause(at, at + 1));
    }
    if let Some(bit) = preposition(article, at) {
        let that = article.is(at + 1, class::THAT) && article.same_sentence(at, at + 1);
        return (that && verb.takes(bit)).then(|| clause(at, at + 2));
    }
    let asks = verb.takes(takes::QUESTION) && item.is(class::QUESTION);
    (asks && !(behind_cue && item.is(class::WHAT))).then(|| question(article, at))
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
    const BITS: [(u64, u16); 4] = [
        (class::TO, takes::ILA),
        (class::ON, takes::ALA),
        (class::FROM, takes::MIN),
        (class::ABOUT, takes::AAN),
    ];
    BITS.iter().find(|&&(class, _)| article.is(at, class)).map(|&(_, takes)| takes)
}

/// The preposition that the verb of `cue` takes, before `limit`: «على» of «شدد فلان على أهمية».
/// The subject ends there.
pub(crate) fn own_preposition(article: &Article<'_>, cue: &CueWord, limit: usize) -> usize {
    (cue.at + 2..limit.min(cue.at + PARTICIPLE_REACH))
        .find(|&at| preposition(article, at).is_some_and(|bit| cue.verb.takes(bit)))
        .unwrap_or(limit)
}

/// Whether the word before أن takes it for itself: بعد أن (after), يجب أن (must).
fn guarded(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    let Some(before) = article.before(at).filter(|_| at - 1 > cue.at) else { return false };
    before.is(class::GUARD | class::PREP)
        || classes(without_clitic(&before.key)) & class::GUARD != 0
}

/// أن with an imperfect behind it is a purpose, not a report, unless the verb asks or promises.
fn is_purpose(article: &Article<'_>, cue: &CueWord, at: usize) -> bool {
    let written_in = article.get(at).is_some_and(|item| item.bare == "إن");
    let bare_that = article.key(at) == "ان" && at > cue.at + 1;
    let next = article.get(at + 1);
    let imperfect = next.is_some_and(|item| {
        item.is_word()
            && item.mention.is_none()
            && looks_imperfect(&item.key)
            && !ends_as_noun(&item.bare)
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
    let mut next = at + 1;
    while matches!(article.kind(next), Some(Kind::Dots | Kind::Dash | Kind::Colon)) {
        next += 1;
    }
    if let Some(pair) = article.marks.opening(next).or_else(|| bracketed(article, next)) {
        return Some(Complement { opening: Opening::Quotation(pair), at, start: next + 1 });
    }
    let that = article.is(next, class::THAT | class::BI_THAT);
    let start = if that { next + 1 } else { next };
    article.get(start)?;
    Some(Complement { opening: Opening::Colon, at, start })
}

/// Behind a colon, brackets quote too: «قال تعالى: (…)».
fn bracketed(article: &Article<'_>, at: usize) -> Option<Pair> {
    article.get(at).filter(|item| item.kind == Kind::Bracket && item.key == "(")?;
    let end = article.paragraph_end(at).min(at + BRACKETED);
    let close = (at + 1..end).find(|&i| article.get(i).is_some_and(|item| item.key == ")"));
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
    if names_something(article, pair) {
        return Found::Name;
    }
    let words = article.words_in(pair.open + 1, pair.end);
    let found =
        Complement { opening: Opening::Quotation(pair), at: pair.open, start: pair.open + 1 };
    if cue.verb.takes(takes::MARK) {
        let closes_clause = article.kind(pair.after()).is_none_or(|kind| kind != Kind::Word)
            || !article.same_sentence(pair.open, pair.after());
        let near = pair.open - cue.at <= NEAR;
        let speech = words >= SPEECH_WORDS || (words >= 2 && closes_clause && near);
        return if speech { Found::Speech(found) } else { Found::Name };
    }
    let reports = cue.verb.takes(takes::NOMINAL) && cue.form.tense != Tense::Imperfect;
    if reports && words >= SPEECH_WORDS {
        return Found::Perhaps(Complement { opening: Opening::Nominal, ..found });
    }
    Found::Name
}

/// The item behind a short remark in brackets: «(45 عاما)».
fn behind_bracket(article: &Article<'_>, at: usize) -> usize {
    const SHORT: usize = 8;
    let opens = article.get(at).is_some_and(|item| item.key == "(");
    let close = (at + 1..at + SHORT).find(|&i| article.get(i).is_some_and(|item| item.key == ")"));
    close.filter(|_| opens).map_or(at, |close| close + 1)
}

/// Whether the words before a quotation say that it is a name: a newspaper, a title, a slogan.
pub(crate) fn names_something(article: &Article<'_>, pair: Pair) -> bool {
    // «وقال المدير «سالم عواد»: …»: the words come behind the colon.
    if article.kind(behind_bracket(article, pair.after())) == Some(Kind::Colon) {
        return true;
    }
    let Some(before) = article.before(pair.open) else { return false };
    if before.is_clitic(article.text) || before.is(class::MEDIUM | class::TITLE_MARK) {
        return true;
    }
    let bare = without_clitic(without_article(&before.key));
    if classes(bare) & (class::MEDIUM | class::TITLE_MARK) != 0 {
        return true;
    }
    // All of it is a name that the text's names know.
    let inside = pair.open + 1..pair.end;
    let words = article.words_in(inside.start, inside.end);
    words <= SPEECH_WORDS
        && inside.clone().all(|at| article.get(at).is_some_and(|i| i.mention.is_some()))
}
