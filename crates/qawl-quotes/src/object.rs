//! Where, behind the subject of a verb, its object begins.

use crate::article::Article;
use crate::boundary::ends_name;
use crate::items::{Entity, Item};
use crate::lexicon::{NameClass, TitleClass, class};
use crate::morphology::Shape;
use crate::phrase::{is_joined_adverb, is_name_like, is_owned};

/// Nouns that stand for what is said or done, and so for an object.
const OBJECTS: u64 = class::NOUN | class::DOCUMENT | class::STATEMENT;

/// Whether another phrase, an object, begins at `at`. A definite noun takes adjectives, a name or a
/// preposition behind it, but no further noun: «الوزير المغربي موقف نقابته» (the Moroccan minister
/// [affirmed] his union's position), «نقيب الصيادلة القضية».
pub(crate) fn begins_object(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    if article.is(at - 1, class::ADJECTIVE) && at >= start + 2 {
        return is_behind_indefinite(article, at);
    }
    let named = ends_name(article, start, at) || ends_unknown_name(article, start, at);
    let definite = is_definite(article, at - 1);
    if !(definite || named) {
        return false;
    }
    let owned = is_owned(item)
        && item.title.is_none()
        && (article.title(at - 1).is_none() || article.has(at - 1, Shape::ARTICLE));
    let noun = if item.has(Shape::ARTICLE) {
        (definite || is_whole_name(article, start, at)) && item.has(Shape::NOUN)
    } else {
        is_bare_object(article, item) && !is_name_like(article, at)
    };
    let body =
        definite && article.title(at) == Some(TitleClass::Institution) && item.has(Shape::TITLE);
    let some = is_some_of(article, item);
    let withheld = article.is(at + 1, class::WITHHELD) && !item.has(Shape::TITLE);
    (noun && item.name.is_none())
        || owned
        || body
        || some
        || withheld
        || is_of_document(article, start, at)
}

/// «المهندسون أحد أكبر الجسور» (the engineers [call it] one of the largest …): what heads a phrase of its
/// own, unless it is coordinated («الشرطة وشهود»).
fn is_some_of(article: &Article<'_>, item: &Item<'_>) -> bool {
    let body = article.whole(item).classes & class::BODY != 0;
    body && item.title.is_none() && !item.has(Shape::ARTICLE)
}

/// «مصدر مطلع الصحيفة» (an informed source [told] the paper): behind an indefinite adjective.
fn is_behind_indefinite(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        let told = article.title(at) == Some(TitleClass::Institution) || item.is(class::BODY);
        let noun = item.is(class::NOUN) && is_bare_object(article, item);
        noun || (told && item.has(Shape::ARTICLE))
    })
}

/// «حداد التأكيد» (Haddad [repeated] the assurance): a family name closes its name.
fn is_whole_name(article: &Article<'_>, start: usize, at: usize) -> bool {
    article.name(at - 1) == Some(NameClass::Family)
        || (at >= start + 2 && ends_name(article, start, at - 1))
}

/// Whether the word is such a noun itself: «وموقف» (and a position) is coordinated, it begins nothing.
fn is_bare_object(article: &Article<'_>, item: &Item<'_>) -> bool {
    article.whole(item).classes & OBJECTS != 0 && item.is(OBJECTS)
}

/// «التقرير لمعدل الاستهلاك» (the report [expects] of the rate …).
fn is_of_document(article: &Article<'_>, start: usize, at: usize) -> bool {
    at == start + 1
        && article.is(start, class::DOCUMENT)
        && article.has(start, Shape::ARTICLE)
        && is_joined_adverb(article, at)
}

/// «التقت الوكالة سامي حداد» (the agency met Sami Haddad): a lone body bears no person's name.
pub(crate) fn is_behind_body(article: &Article<'_>, start: usize, at: usize) -> bool {
    at == start + 1
        && article.has(start, Shape::ARTICLE)
        && article.title(start) == Some(TitleClass::Institution)
        && (article.is_person(at)
            || (article.name(at) == Some(NameClass::Given) && article.name(at + 1).is_some()))
}

/// «السويد مجلس الأمن» (Sweden [called on] the Security Council): a country that opens a phrase has
/// no further name behind it.
pub(crate) fn is_behind_country(article: &Article<'_>, start: usize, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let named = matches!(item.entity(), Some(Entity::Place | Entity::Body | Entity::Person));
    let body = article.title(at) == Some(TitleClass::Institution) || item.is(class::NOUN);
    article.is_place(start)
        && article.mention_end(start) == at
        && (named || body)
        && !item.has(Shape::CONJUNCTION)
}

/// Whether two words that no list knows and that can be a name stand before `at`, behind the start
/// or a definite word: «كيرا نولمان».
fn ends_unknown_name(article: &Article<'_>, start: usize, at: usize) -> bool {
    at >= start + 2
        && is_name_like(article, at - 1)
        && is_name_like(article, at - 2)
        && (at == start + 2 || article.has(at - 3, Shape::ARTICLE))
}

/// Whether a noun is definite of itself: by the article, or as a place, a body or an adjective of
/// origin.
fn is_definite(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.has(Shape::ARTICLE) && item.is_word()
            || matches!(item.entity(), Some(Entity::Body | Entity::Place))
    })
}
