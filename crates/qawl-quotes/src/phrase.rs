//! The noun phrase that names a source.

use crate::article::Article;
use crate::cue::plain_verb_at;
use crate::items::{Entity, Item, Kind};
use crate::lexicon::{NameClass, TitleClass, class, classes, name_part, title};
use crate::morphology::{
    has_article, has_joined_article, has_lam_and_article, has_possessive, is_adjective_or_plural,
    is_feminine, looks_imperfect, may_be_accusative, may_have_preposition, without_ba,
    without_clitic, without_lam, without_preposition,
};
use crate::name::OF_NAMES;

/// The longest phrase, in items.
const LONGEST: usize = 24;

/// The longest apposition behind a comma, in items.
const APPOSITION: usize = 12;

/// Words that head no phrase that could speak.
const NO_HEAD: u64 = class::RELATIVE
    | class::THAT
    | class::BI_THAT
    | class::PREP
    | class::SPEECH_NOUN
    | class::PRONOUN
    | class::NEGATION;

/// A noun phrase: the items `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The phrase behind the cue at `cue`, before `limit`: the subject of a verb, the object of a
/// preposition. None where the verb's subject is implied.
pub(crate) fn phrase_after(article: &Article<'_>, cue: usize, limit: usize) -> Option<Phrase> {
    let start = skip_to_subject(article, cue + 1, limit)?;
    let end = phrase_end(article, start, limit.min(start + LONGEST));
    let end = without_adverbs(article, start, end);
    (article.words_in(start, end) > 0).then_some(Phrase { start, end })
}

/// Passes over adverbs, «به», and the one who is told: «لـ«الديوان»» (to Al-Diwan).
fn skip_to_subject(article: &Article<'_>, mut at: usize, limit: usize) -> Option<usize> {
    while at < limit {
        let item = article.get(at)?;
        if let Some(after) = hearer_end(article, at) {
            at = after;
        } else if has_lam_and_article(&item.key) && item.title.is_none() && item.mention.is_none() {
            // «للحضور» (to those present).
            at += 1;
        } else if item.is(class::ADVERB) && item.mention.is_none() || item.kind == Kind::Comma {
            at += 1;
        } else if item.is(class::ADJUNCT | class::PREP) && item.mention.is_none() {
            at = behind_adjunct(article, at, limit)?;
        } else {
            break;
        }
    }
    let begins = article.get(at).is_some_and(|item| match item.kind {
        Kind::Word => {
            let told = item.is(class::STATEMENT) && !item.is(class::DOCUMENT);
            !told && !item.is(NO_HEAD) && !is_accusative(article, at)
        }
        Kind::Number => true,
        Kind::Mark(_) => article.marks.opening(at).is_some_and(|pair| pair.end < limit),
        _ => false,
    });
    (begins && at < limit).then_some(at)
}

/// The item behind a medium or person who is told: «لرويترز», «لصحيفة "…"», «لـ«…»».
fn hearer_end(article: &Article<'_>, at: usize) -> Option<usize> {
    let item = article.get(at).filter(|item| item.is_word())?;
    let rest = without_lam(&item.key)?;
    if item.is_clitic(article.text) {
        if let Some(pair) = article.marks.opening(at + 1) {
            return Some(pair.after());
        }
        return Some(at + 2);
    }
    let medium = classes(rest) & class::MEDIUM != 0;
    let named = item.entity() == Some(Entity::Body) && item.title.is_none();
    if !(medium || named) {
        return None;
    }
    let number = item.mention.map(|(number, _)| number);
    let mut end = at + 1;
    while number.is_some() && article.get(end).and_then(|i| i.mention).map(|m| m.0) == number {
        end += 1;
    }
    if medium {
        end = behind_name(article, end);
    }
    Some(end)
}

/// The item behind a name, in marks or known to the mentions.
fn behind_name(article: &Article<'_>, at: usize) -> usize {
    if let Some(pair) = article.marks.opening(at) {
        return pair.after();
    }
    let number = article.get(at).and_then(|item| item.mention).map(|m| m.0);
    let mut end = at;
    while number.is_some() && article.get(end).and_then(|i| i.mention).map(|m| m.0) == number {
        end += 1;
    }
    end
}

/// Behind «في تصريح صحفي» (in a press statement) a subject may still stand: a title or a name.
fn behind_adjunct(article: &Article<'_>, at: usize, limit: usize) -> Option<usize> {
    const REACH: usize = 8;
    let statement = (at + 1..limit.min(at + 3)).any(|i| article.is(i, class::STATEMENT));
    if !statement {
        return None;
    }
    (at + 2..limit.min(at + REACH)).find(|&i| {
        let Some(item) = article.get(i) else { return false };
        let named = item.entity() == Some(Entity::Person) && without_lam(&item.key).is_none();
        named || item.title.is_some_and(|(class, _)| class != TitleClass::Institution)
    })
}

fn phrase_end(article: &Article<'_>, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit && article.same_sentence(start, at) {
        let Some(item) = article.get(at) else { break };
        match item.kind {
            Kind::Word if at > start && ends_phrase(article, start, at, limit) => break,
            Kind::Comma => match apposition_end(article, at, limit) {
                Some(end) => {
                    at = end;
                    continue;
                }
                None => break,
            },
            Kind::Mark(_) => match article.marks.opening(at).filter(|pair| pair.after() <= limit) {
                Some(pair) => {
                    at = pair.after();
                    continue;
                }
                None => break,
            },
            Kind::Word => {}
            // «د.» and initials keep their full stop.
            Kind::Stop if article.before(at).is_some_and(is_initial) => {}
            Kind::Other if item.key == "/" => {}
            Kind::Number if at == start => {}
            _ => break,
        }
        at += 1;
    }
    at
}

fn is_initial(item: &Item<'_>) -> bool {
    item.is_word() && (item.key.chars().count() == 1 || item.key.contains('.'))
}

/// Whether the word at `at` is behind the phrase that began at `start`.
fn ends_phrase(article: &Article<'_>, start: usize, at: usize, limit: usize) -> bool {
    let Some(item) = article.get(at) else { return true };
    let marked = item.is_clitic(article.text) && article.marks.opening(at + 1).is_some();
    if hearer_end(article, at).is_some()
        && (marked || ends_name(article, start, at) || tells_medium(article, start, at))
    {
        return true;
    }
    if item.mention.is_some() && !item.is(class::ADJUNCT) {
        return false;
    }
    // «صحيفة لا ناسيون»: a paper's name is whatever it is.
    if article.get(at - 1).is_some_and(|before| before.is(class::MEDIUM)) {
        return false;
    }
    if item.is(class::RELATIVE
        | class::THAT
        | class::BI_THAT
        | class::ADJUNCT
        | class::ACCORDING
        | class::SPEECH_NOUN
        | class::MAIN_CLAUSE
        | class::EULOGY
        | class::PRONOUN
        | class::NEGATION)
    {
        return true;
    }
    let told = item.is(class::STATEMENT) && !item.is(class::DOCUMENT) && is_owned(item);
    if told || is_manner(article, at) {
        return true;
    }
    if item.is(class::ADVERB) {
        // «مدير التعليم سابقا والمحاضر فلان»: the titles go on.
        let next = article.get(at + 1);
        return !next.is_some_and(|next| next.title.is_some() || has_joined_article(&next.key));
    }
    if item.is(class::PREP) {
        let inner = item.is(class::INNER);
        let closed = at - 1 > start && !inner && is_closed(article, at - 1);
        // «كتبت الرواحية في دفتر الزيارة»: a lone word that no list knows is a name.
        let lone = at - 1 == start
            && article.get(start).is_some_and(|first| first.title.is_none() && first.classes == 0);
        let behind_name = ends_name(article, start, at) || closed || lone;
        let framed = class::STATEMENT | class::ADVERB | class::THAT | class::FRAME;
        // «في تفسيرها» (in her explanation): what hangs on the subject is no part of it.
        let owned = article.get(at + 1).is_some_and(|next| next.title.is_none() && is_owned(next));
        let purpose = article.is(at + 1, framed) || owned;
        return behind_name || purpose || at + 1 >= limit;
    }
    if item.title.is_some() || item.name.is_some() {
        return false;
    }
    // «زيد الشمري بما تحقق»: a preposition joined to its word, behind a name.
    if may_have_preposition(&item.key)
        && ends_name(article, start, at)
        && !is_unknown_family(article, start, at)
    {
        return true;
    }
    // God is asked, he does not join the name before him, unless it is one of his servants'.
    if item.is(class::GOD) && article.get(at - 1).is_some_and(|before| before.title.is_some()) {
        return true;
    }
    is_verb(article, at) || is_accusative(article, at)
}

/// «أندرياس كوبلمان»: behind a lone given name, a word that begins like a preposition but hides no
/// word behind it is a family name.
fn is_unknown_family(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let Some(rest) = without_preposition(&item.key) else { return false };
    let given = article.before(at).is_some_and(|before| before.name == Some(NameClass::Given));
    let lone = at < start + 2 || article.name(at - 2).is_none();
    let hides_a_word = title(rest).is_some() || classes(rest) != 0 || name_part(rest).is_some();
    given
        && lone
        && !hides_a_word
        && rest.chars().count() >= 3
        && item.mention.is_none()
        && item.classes == 0
        && !has_joined_article(&item.key)
        && !is_owned(item)
}

/// «بنبرات الفخر» (in tones of pride): behind a definite word, a preposition on a word that is no
/// place and no body, and that governs another.
fn is_manner(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let Some(rest) = without_ba(&item.key) else { return false };
    let known = item.title.is_some() || item.name.is_some() || item.mention.is_some();
    let governs = article.get(at + 1).is_some_and(|next| has_article(&next.key));
    let settled = article.before(at).is_some_and(|before| has_article(&before.key));
    !known
        && governs
        && settled
        && item.classes == 0
        && rest.chars().count() >= 4
        && !has_article(rest)
        && title(rest).is_none()
        && classes(rest) == 0
}

/// Whether a pronoun of the third person hangs on the word.
pub(crate) fn is_owned(item: &Item<'_>) -> bool {
    item.name.is_none() && has_possessive(&item.bare)
}

/// Whether the word is an indefinite accusative: an object or an adverb, never a subject
/// («بيانا», «ضاحكا»). Written with its tanwin, or behind a definite word.
fn is_accusative(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let known = item.mention.is_some() || item.name.is_some() || item.title.is_some();
    if known || item.is(class::ADVERB) {
        return false;
    }
    // U+064B ARABIC FATHATAN
    let tanwin = item.span.get(article.text).is_some_and(|word| word.contains('\u{064B}'));
    let long = may_be_accusative(&item.bare);
    let settled = article.before(at).is_some_and(|before| {
        has_article(&before.key) || !article.cues_at(at - 1).is_empty() || before.mention.is_some()
    });
    // «السنغالية أمينتا ديالو»: with another unknown word behind it, it is a foreign name.
    let named = article.get(at + 1).is_some_and(|next| {
        next.is_word()
            && next.classes == 0
            && next.title.is_none()
            && !has_article(&next.key)
            && article.cues_at(at + 1).is_empty()
    });
    tanwin || (long && settled && !named)
}

/// «قالت المتحدثة لصحيفة»: a medium is told; «مراسل لوكالة» is one of its own.
fn tells_medium(article: &Article<'_>, start: usize, at: usize) -> bool {
    let definite = at - 1 > start || has_article(article.key(start));
    definite && without_lam(article.key(at)).is_some_and(|rest| classes(rest) & class::MEDIUM != 0)
}

/// Whether the word at `at` closes a noun phrase that only «في» (in) would go on with: a name, or
/// an adjective with the article.
fn is_closed(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        matches!(item.entity(), Some(Entity::Body | Entity::Place))
            || (has_article(&item.key) && item.title.is_none())
    })
}

/// Whether a known name ends right before `at`.
fn ends_name(article: &Article<'_>, start: usize, at: usize) -> bool {
    let known = |at: usize| {
        at >= start
            && (article.get(at).is_some_and(|i| i.entity() == Some(Entity::Person))
                || ((article.name(at).is_some() || article.is(at, class::NAME_WORD))
                    && is_name_like(article, at)))
    };
    let Some(last) = at.checked_sub(1) else { return false };
    known(last) || (has_article(article.key(last)) && last.checked_sub(1).is_some_and(known))
}

/// Whether the word at `at` can only be a verb here.
pub(crate) fn is_verb(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word() && item.mention.is_none()) else {
        return false;
    };
    // «مراد يلدز»: behind an adjective of origin stands a name.
    let named = article.before(at).is_some_and(|b| b.entity() == Some(Entity::Origin))
        || article.before(at).is_some_and(|b| b.name == Some(NameClass::Given));
    let imperfect = !named && looks_imperfect(&item.key) && item.name.is_none();
    imperfect
        || !article.cues_at(at).is_empty()
        || (plain_verb_at(article, at).is_some() && item.name.is_none())
}

/// The end of a title or name that a comma ties to the phrase: «سامح شكري، وزير الخارجية،».
fn apposition_end(article: &Article<'_>, comma: usize, limit: usize) -> Option<usize> {
    let first = article.get(comma + 1).filter(|item| item.is_word())?;
    let titled = first.title.is_some_and(|(class, _)| class != TitleClass::Institution)
        || first.entity() == Some(Entity::Person)
        || (first.classes & !OF_NAMES == 0
            && first.name.is_some_and(|class| class != NameClass::Family));
    if !titled || is_verb(article, comma + 1) {
        return None;
    }
    let limit = limit.min(comma + 1 + APPOSITION);
    let mut at = comma + 1;
    while at < limit {
        match article.kind(at)? {
            Kind::Word if at > comma + 1 && ends_phrase(article, comma + 1, at, limit) => break,
            Kind::Comma => return Some(at),
            Kind::Word => at += 1,
            _ => break,
        }
    }
    Some(at)
}

fn without_adverbs(article: &Article<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && article.get(end - 1).is_some_and(|item| {
            item.kind == Kind::Comma
                || (item.is(class::ADVERB | class::CONNECTIVE | class::AUXILIARY)
                    && item.mention.is_none())
                || item.entity() == Some(Entity::Other) && end - 1 > start
        })
    {
        end -= 1;
    }
    end
}

/// Whether the word at `at` can be a part of a personal name.
pub(crate) fn is_name_like(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    match item.entity() {
        Some(Entity::Person) => return true,
        Some(Entity::Body | Entity::Place | Entity::Origin) => return false,
        _ => {}
    }
    // «للمصدرين» (of the exporters): a preposition or conjunction, and the article.
    if item.name.is_none() && has_joined_article(&item.key) {
        return false;
    }
    // «اسمه» (his name): a pronoun hangs on it.
    if is_owned(item) || is_title_like(article, at) || item.classes & !OF_NAMES != 0 {
        return false;
    }
    !has_article(&item.key) || item.name == Some(NameClass::Family)
}

/// Whether the word at `at` belongs to a title, an office or an institution rather than a name.
pub(crate) fn is_title_like(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    let key = item.key.as_ref();
    if title(key).is_some() || title(without_clitic(key)).is_some() {
        return true;
    }
    if name_part(key).is_some() {
        return false;
    }
    is_adjective_or_plural(key) || is_feminine(&item.bare)
}
