//! Which words head no phrase that could speak.

use crate::article::Article;
use crate::items::Item;
use crate::lexicon::{NameClass, TitleClass, class};
use crate::morphology::{
    Shape, has_ba_and_article, has_lam_and_hamza, looks_active, with_teh_marbuta,
    without_possessive,
};
use crate::phrase::is_owned;

/// Classes of words that stand for somebody or something that can speak.
const VOICES: u64 = class::BODY | class::DOCUMENT | class::HONOUR | class::MEDIUM | class::GOD;

/// Whether the word at `at`, behind a verb and before `limit`, is an object, an adverbial or a state,
/// and no subject.
pub(crate) fn is_no_subject(article: &Article<'_>, at: usize, limit: usize) -> bool {
    let Some(item) = article.get(at).filter(|item| item.is_word()) else { return false };
    if item.is(class::WHAT) || has_lam_and_hamza(item.bare) {
        return true;
    }
    let known = item.title.is_some() || item.mention.is_some() || item.name.is_some();
    if known || item.is(VOICES) {
        return false;
    }
    let thing =
        is_owned(item) && !is_of_person(article, item.key) && !leads_to_person(article, at, limit);
    has_ba_and_article(item.key) || thing || is_state(article, at, limit)
}

/// «متحدثها» (its spokesman), «محاميته» (his lawyer): a person with a pronoun.
fn is_of_person(article: &Article<'_>, key: &str) -> bool {
    let speaks = |stem: &str| {
        let known = article.lexicon.known(stem);
        known.title.is_some() || known.classes & VOICES != 0
    };
    without_possessive(key).any(|stem| speaks(stem) || speaks(&with_teh_marbuta(stem)))
}

/// «تلميذته السابقة المهندسة …» (his former pupil, the engineer …): titles or names follow.
fn leads_to_person(article: &Article<'_>, at: usize, limit: usize) -> bool {
    const REACH: usize = 5;
    let personal = |at: usize| {
        article.title(at).is_some_and(|class| class != TitleClass::Institution)
            || article.is_person(at)
            || article.name(at) == Some(NameClass::Given)
    };
    let goes_on =
        |at: &usize| article.get(*at).is_some_and(|item| item.is_word() && !item.is(class::PREP));
    (at + 1..limit.min(at + REACH)).take_while(goes_on).any(personal)
}

/// «قالت باسمة: …» (she said, smiling): a feminine participle alone, with no article.
fn is_state(article: &Article<'_>, at: usize, limit: usize) -> bool {
    let Some(item) = article.get(at) else { return false };
    let alone = at + 1 >= limit || !article.get(at + 1).is_some_and(Item::is_word);
    alone && item.has(Shape::FEMININE) && !item.has(Shape::ARTICLE) && looks_active(item.key)
}
