//! The full name of a body behind a short one: «الشركة» (the company) is «شركة النور» further up.

use crate::article::Article;
use crate::fullname::REACH;
use crate::items::Entity;
use crate::lexicon::{TitleClass, class};
use crate::marks::Pair;
use crate::morphology::{
    Shape, has_article, without_article, without_ba, without_clitic, without_lam,
};
use crate::name::COMMON;
use crate::phrase::Phrase;
use crate::quote::{Resolution, Speaker};
use crate::word_map::hash;

/// How many words of the name of a body are taken up.
const LONGEST_BODY: usize = 6;

/// «الشركة» (the company) is the one named before: «شركة النور», «الشركة الوطنية».
pub(crate) fn fuller_body(
    article: &Article<'_>,
    phrase: Phrase,
    how: Resolution,
) -> Option<Speaker> {
    let whole = article.key(phrase.start);
    let head = without_article(whole);
    if phrase.end - phrase.start != 1 || head == whole {
        return None;
    }
    let near = phrase.start.saturating_sub(REACH)..phrase.start;
    article.places_of(near, [hash(whole), hash(head)]).rev().find_map(|at| {
        let key = article.key(at);
        let bare = without_clitic(key);
        let same = bare == whole;
        if key != head && bare != head && !same {
            return None;
        }
        let end = body_end(article, at, same)?;
        let speaker = Speaker::standing(article, at, end, how);
        // «بجامعة الملك خالد»: the preposition is not the name's.
        let joined = key != bare && key != head;
        Some(if joined { speaker.without_first_letter() } else { speaker })
    })
}

/// The item behind the name of a body whose head stands at `at`; behind a `definite` head only
/// adjectives belong to it.
fn body_end(article: &Article<'_>, at: usize, definite: bool) -> Option<usize> {
    if is_marked(article, at + 1) {
        return article.marks.opening(at + 1).map(Pair::after);
    }
    // «جامعة الملك خالد»: a body that bears a person's name.
    let bears = !definite && article.title(at + 1) == Some(TitleClass::Honorific);
    if bears && article.is_person(at + 2) {
        return Some(article.mention_end(at + 2));
    }
    let mut end = at + 1;
    while end - at < LONGEST_BODY
        && article.get(end).is_some_and(|item| {
            let first = end == at + 1;
            item.is_word()
                && item.gap
                && (!(definite && first) || is_adjective(article, end))
                && !(definite && is_noun_apart(article, end))
                && (names_body(article, end) || (!first && is_field(article, end)))
                && item.classes & !(class::DOCUMENT | class::LAW | COMMON) == 0
        })
    {
        end += 1;
    }
    (end > at + 1).then_some(end)
}

/// Whether the definite word at `at` is an adjective: of origin, in the list, or by its ending.
pub(crate) fn is_adjective(article: &Article<'_>, at: usize) -> bool {
    article.get(at).filter(|item| item.has(Shape::ARTICLE)).is_some_and(|item| {
        item.has(Shape::ADJECTIVE)
            || item.entity() == Some(Entity::Origin)
            || item.has(Shape::RELATION_OR_PLURAL)
            || item.key.ends_with('ي')
    })
}

/// Whether the word at `at` can belong to the name of a body: a name or a definite word, no person
/// and no title of one.
fn names_body(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        let other = matches!(item.entity(), Some(Entity::Other | Entity::Person));
        let personal = item.title.is_some_and(|(class, _)| {
            matches!(class, TitleClass::Honorific | TitleClass::Rank | TitleClass::Office)
        });
        let known = item.entity() == Some(Entity::Body);
        let named = item.mention.is_some() || item.has(Shape::ARTICLE);
        // «التقرير الـ 51»: an article alone is no word.
        let word = item.is_word() && item.key.chars().count() > 2;
        word && (known || (!other && !personal && named))
    })
}

/// «وسيحاول الاتحاد البحري الحفاظ على» (the maritime federation will try to keep): a definite noun that is
/// no adjective, behind a definite head and its adjective, and not behind «لكرة» (of football).
fn is_noun_apart(article: &Article<'_>, at: usize) -> bool {
    let noun =
        article.get(at).is_some_and(|item| item.has(Shape::ARTICLE) && item.has(Shape::NOUN));
    noun && !is_adjective(article, at) && without_lam(article.key(at - 1)).is_none()
}

/// Whether a short name in marks opens at `at`.
fn is_marked(article: &Article<'_>, at: usize) -> bool {
    article.marks.opening(at).is_some_and(|pair| article.words_in(pair.open, pair.end) <= 4)
}

/// «الجمعية التونسية لحماية الطيور» (… for the protection of birds), «وزارة الزراعة والمياه» (the ministry of
/// agriculture and water), «اللجنة المعنية بالري» (the committee concerned with irrigation): what a body is
/// for, at `at`.
fn is_field(article: &Article<'_>, at: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let purpose = without_lam(item.key).is_some_and(|rest| rest.chars().count() >= 4)
        && article.has(at + 1, Shape::ARTICLE)
        && item.title.is_none();
    let second = item.has(Shape::AND) && item.has(Shape::JOINED_ARTICLE);
    let plain = item.title.is_none() && item.mention.is_none() && item.name.is_none();
    let concern = || without_ba(item.key).is_some_and(has_article) && is_charged(article, at);
    purpose || (second && plain) || concern()
}

/// «المعنية», «المكلفة»: whether a participle that governs «بـ» stands before `at`.
pub(crate) fn is_charged(article: &Article<'_>, at: usize) -> bool {
    article.before(at).is_some_and(|before| {
        before.key.starts_with("الم")
            && before.title.is_none()
            && before.mention.is_none()
            && !before.has(Shape::NOUN)
    })
}
