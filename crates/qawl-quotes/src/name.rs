//! The proper name within a noun phrase.

use crate::article::Article;
use crate::items::{Entity, Kind};
use crate::lexicon::{NameClass, TitleClass, class};
use crate::phrase::{Phrase, is_name_like, is_title_like};

/// The longest name, in words.
const LONGEST: usize = 7;

/// A run of words that can be a name, and how much speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Zero where nothing but its place speaks for it.
    pub(crate) evidence: u32,
}

/// The best run of name words in a phrase; of two equal ones the later, since titles stand first.
pub(crate) fn name_in(article: &Article<'_, '_>, phrase: Phrase) -> Option<Name> {
    let mut best: Option<Name> = None;
    let mut at = phrase.start;
    while at < phrase.end {
        let Some(name) = run_at(article, at, phrase) else {
            at += 1;
            continue;
        };
        at = name.end.max(at + 1);
        if best.is_none_or(|best| name.evidence >= best.evidence) {
            best = Some(name);
        }
    }
    best
}

/// The run of name words that begins at `start`, if it is more than a lone word with the article.
fn run_at(article: &Article<'_, '_>, start: usize, phrase: Phrase) -> Option<Name> {
    if !continues(article, phrase.start, start) {
        return None;
    }
    let mut end = start;
    while end < phrase.end && end - start < LONGEST && continues(article, start, end) {
        end += 1;
    }
    let start = first_given(article, start, end);
    let evidence = evidence(article, phrase, start, end);
    let lone = end - start == 1;
    let with_article = article.key(start).starts_with("ال");
    if with_article && evidence < if lone { 3 } else { 2 } {
        return None;
    }
    Some(Name { start, end, evidence })
}

/// Whether the word at `at` goes on with a name that began at `start`.
fn continues(article: &Article<'_, '_>, start: usize, at: usize) -> bool {
    if is_name_like(article, at) {
        return true;
    }
    // A family name with the article closes a name: «خالد الحربي».
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    let family = item.key.starts_with("ال")
        && item.entity().is_none_or(|entity| entity == Entity::Other)
        && item.classes & !class::NAME_WORD == 0
        && item.title.is_none();
    let unseen = family && item.name.is_none();
    let behind_name = at > start
        && is_name_like(article, at - 1)
        && !article.key(at - 1).starts_with("ال")
        && article.name(at - 1).is_some();
    family && (behind_name || !unseen || (at == start && behind_title(article, start_of(at), at)))
}

/// As much of the text before `at` as a title can take.
fn start_of(at: usize) -> Phrase {
    Phrase { start: at.saturating_sub(3), end: at }
}

/// Words before the first given name belong to a place or a body that no list knows: «صحة تبوك
/// محمد الطويلعي».
fn first_given(article: &Article<'_, '_>, start: usize, end: usize) -> usize {
    let known = |at: usize| {
        matches!(article.name(at), Some(NameClass::Given | NameClass::Kunya))
            || article.get(at).is_some_and(|i| i.entity() == Some(Entity::Person))
    };
    let particle = |at: usize| article.name(at) == Some(NameClass::Particle);
    let Some(given) = (start..end).find(|&at| known(at)) else { return start };
    // A particle before it is its own: «أبو محمد», «عبد الله».
    if given > start && particle(given - 1) {
        return given - 1;
    }
    // One unknown word before a known one may be a rarer given name.
    if given == start + 1 && end - given >= 1 && article.words_in(given, end) == 1 {
        start
    } else {
        given
    }
}

fn evidence(article: &Article<'_, '_>, phrase: Phrase, start: usize, end: usize) -> u32 {
    let mut evidence = 0;
    for at in start..end {
        if article.get(at).is_some_and(|item| item.entity() == Some(Entity::Person)) {
            evidence += 3;
        }
        evidence += match article.name(at) {
            Some(NameClass::Given | NameClass::Kunya) => 2,
            Some(NameClass::Family) => 1,
            _ => 0,
        };
    }
    if behind_title(article, phrase, start) {
        evidence += 3;
    }
    evidence + u32::from(end - start >= 2)
}

/// Whether a title that wants a name stands before it: «الدكتور», «العميد», «د.».
pub(crate) fn behind_title(article: &Article<'_, '_>, phrase: Phrase, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1).filter(|&b| b >= phrase.start) else { return false };
    if matches!(article.kind(before), Some(Kind::Stop | Kind::Other)) && before > phrase.start {
        before -= 1;
    }
    article.title(before).is_some_and(|class| matches!(class, TitleClass::Honorific | TitleClass::Rank))
        && is_title_like(article, before)
}
