//! The proper name within a noun phrase.

use crate::article::Article;
use crate::items::{Entity, Kind};
use crate::lexicon::{NameClass, TitleClass, class};
use crate::morphology::has_article;
use crate::phrase::{Phrase, is_name_like, is_title_like};

/// Classes of words that names are made of.
pub(crate) const OF_NAMES: u64 = class::NAME_WORD | class::LINEAGE | class::GOD;

/// The longest name, in words.
pub(crate) const LONGEST_NAME: usize = 7;

/// From how much evidence on a run is a name beyond doubt.
const KNOWN: u32 = 3;

/// A run of words that can be a name, and how much speaks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Zero where nothing but its place speaks for it.
    pub(crate) evidence: u32,
}

/// The best run of name words in a phrase; of two good ones the later, since titles stand first.
pub(crate) fn name_in(article: &Article<'_>, phrase: Phrase) -> Option<Name> {
    let mut best: Option<Name> = None;
    let mut at = phrase.start;
    while at < phrase.end {
        let Some(name) = run_at(article, at, phrase) else {
            at += 1;
            continue;
        };
        at = name.end.max(at + 1);
        // A known name nearer to the end is the person's; one before it belongs to a body or a
        // place that bears it: «مدير مطار الملك عبدالله حامد غريبي».
        if best.is_none_or(|best| name.evidence >= best.evidence.min(KNOWN)) {
            best = Some(name);
        }
    }
    best
}

/// The run of name words that begins at `start`, if it is more than a lone word with the article.
fn run_at(article: &Article<'_>, start: usize, phrase: Phrase) -> Option<Name> {
    if !continues(article, phrase.start, start) {
        return None;
    }
    let end = run_end(article, start, phrase.end);
    let start = first_given(article, start, end);
    let evidence = evidence(article, phrase, start, end);
    let lone = end - start == 1;
    let with_article = has_article(article.key(start));
    if with_article && evidence < if lone { 3 } else { 2 } {
        return None;
    }
    Some(Name { start, end, evidence })
}

/// The end of a run of name words. Words that no list knows make up foreign names; beside a known
/// name one of them at most is its own.
fn run_end(article: &Article<'_>, start: usize, limit: usize) -> usize {
    let (mut known, mut unknown) = (0, 0);
    let mut end = start;
    while end < limit
        && end - start < LONGEST_NAME
        && (continues(article, start, end) || closes_unknown(article, start, end, limit))
    {
        // Behind a mention with the article, a family's, stands no part of the name: «الحوثي نجاح».
        let family = end > start && has_article(article.key(end - 1)) && ends_person(article, end);
        if family && !is_in_mention(article, end) {
            break;
        }
        let listed = article.name(end).is_some()
            || article
                .get(end)
                .is_some_and(|item| item.mention.is_some() || item.is(class::NAME_WORD));
        if listed {
            known += 1;
        } else {
            unknown += 1;
        }
        if !listed && known > 0 && unknown > 1 {
            break;
        }
        end += 1;
    }
    end
}

fn is_in_mention(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| item.mention.is_some())
}

/// Whether the mention of a person ends before `at`.
fn ends_person(article: &Article<'_>, at: usize) -> bool {
    let last = at.checked_sub(1).and_then(|last| article.get(last));
    last.is_some_and(|last| last.entity() == Some(Entity::Person))
}

/// Whether the last word of a phrase, with the article, closes a name of unknown words behind a row
/// of titles: «النائبة بمجلس الشعب منية الطرابلسي».
fn closes_unknown(article: &Article<'_>, start: usize, at: usize, limit: usize) -> bool {
    let behind_titles = article
        .before(start)
        .is_some_and(|before| has_article(&before.key) || before.mention.is_some());
    at == start + 1
        && at + 1 == limit
        && behind_titles
        && article
            .get(at)
            .is_some_and(|item| has_article(&item.key) && item.title.is_none() && item.classes == 0)
}

/// Whether the word at `at` goes on with a name that began at `start`.
fn continues(article: &Article<'_>, start: usize, at: usize) -> bool {
    if is_name_like(article, at) {
        return true;
    }
    // Behind «الدكتور» stands a name, whatever it looks like: «الدكتور باناعمة».
    let titled = at == start
        && behind_title(article, start_of(at), at)
        && article.get(at).is_some_and(|item| {
            item.is_word() && item.title.is_none() && item.classes == 0 && item.entity().is_none()
        });
    if titled || is_name_by_place(article, at) {
        return true;
    }
    // «الله», «الدين» close compound names: «دخل الله», «نور الدين».
    if at > start && article.is(at, class::NAME_WORD) && is_name_like(article, at - 1) {
        return true;
    }
    // A family name with the article closes a name: «خالد الحربي».
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    let family = has_article(&item.key)
        && item.entity().is_none_or(|entity| matches!(entity, Entity::Other | Entity::Origin))
        && item.classes & !OF_NAMES == 0
        && (item.title.is_none() || is_family_by_place(article, at));
    let unseen = family && item.name.is_none();
    let behind_name = at > start
        && is_name_like(article, at - 1)
        && !has_article(article.key(at - 1))
        && article.name(at - 1).is_some();
    let origin = item.entity() == Some(Entity::Origin) && !behind_name;
    family
        && !origin
        && (behind_name || !unseen || (at == start && behind_title(article, start_of(at), at)))
}

/// A title right behind a given name, with no other word of its own phrase behind it, is a family
/// name: «ريم القاضي».
pub(crate) fn is_family_by_place(article: &Article<'_>, at: usize) -> bool {
    let profession = article.title(at).is_some_and(|class| {
        matches!(class, TitleClass::Profession | TitleClass::Office | TitleClass::Rank)
    });
    let behind = article
        .before(at)
        .is_some_and(|before| before.name == Some(NameClass::Given) || before.is(class::NAME_WORD))
        || (at >= 2 && article.name(at - 2) == Some(NameClass::Particle));
    let next = article.get(at + 1);
    let ends = next
        .is_none_or(|next| !has_article(&next.key) && next.title.is_none() && next.name.is_none());
    profession && behind && ends
}

/// A title without the article, behind a given name and with nothing behind it that it could
/// govern, is a name: «أنور حمه أمين».
fn is_name_by_place(article: &Article<'_>, at: usize) -> bool {
    let office = article
        .title(at)
        .is_some_and(|class| matches!(class, TitleClass::Profession | TitleClass::Office));
    let bare = !has_article(article.key(at));
    let behind = at
        .checked_sub(1)
        .is_some_and(|before| is_name_like(article, before) && article.name(before).is_some());
    let governs = article.get(at + 1).is_some_and(|next| {
        next.is_word() && !next.is(class::THAT | class::BI_THAT | class::PREP | class::ADJUNCT)
    });
    office && bare && behind && !governs
}

/// As much of the text before `at` as a title can take.
fn start_of(at: usize) -> Phrase {
    Phrase { start: at.saturating_sub(3), end: at }
}

/// Words before the first given name belong to a place or a body that no list knows: «صحة تبوك
/// محمد الطويلعي».
fn first_given(article: &Article<'_>, start: usize, end: usize) -> usize {
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
    if given == start + 1 && article.words_in(given, end) == 1 { start } else { given }
}

fn evidence(article: &Article<'_>, phrase: Phrase, start: usize, end: usize) -> u32 {
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
    // «مدير المصالح الفلاحية بوعلام زروقي»: unknown words that close a row of titles.
    let titled = start > phrase.start
        && end == phrase.end
        && article.title(phrase.start).is_some_and(|class| class != TitleClass::Institution);
    evidence + u32::from(end - start >= 2) * if titled { 2 } else { 1 }
}

/// Whether a title that wants a name stands before it: «الدكتور», «العميد», «د.».
pub(crate) fn behind_title(article: &Article<'_>, phrase: Phrase, at: usize) -> bool {
    let Some(mut before) = at.checked_sub(1).filter(|&b| b >= phrase.start) else { return false };
    if matches!(article.kind(before), Some(Kind::Stop | Kind::Other)) && before > phrase.start {
        before -= 1;
    }
    article
        .title(before)
        .is_some_and(|class| matches!(class, TitleClass::Honorific | TitleClass::Rank))
        && is_title_like(article, before)
}
