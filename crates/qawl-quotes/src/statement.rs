//! Whose a statement is: «بيان للوزارة» (a statement of the ministry's), «البيان الذي أصدرته الوزارة» (the statement
//! that it issued).

use crate::article::Article;
use crate::items::Entity;
use crate::lexicon::{TitleClass, class};
use crate::morphology::{without_article, without_object};
use crate::phrase::{Phrase, phrase_after, phrase_at};

/// How near to a statement its issuer is told of: «بيان صحفي صادر عن» (a press statement issued by).
const REACH: usize = 3;

/// What a statement is said to be, or to have, from its issuer: «صادر عن», «صدر عن».
const ISSUED: [&str; 4] = ["صادر", "صادره", "صدر", "صدرت"];

/// What an issuer does, without the pronoun that takes up the statement: «أصدره», «أصدرته».
const ISSUES: [&str; 2] = ["اصدر", "اصدرت"];

/// The phrase of the body that issued the statement which a phrase names, where it stands beside it.
pub(crate) fn issuer_of(article: &Article<'_>, phrase: Phrase) -> Option<Phrase> {
    let head = article.get(phrase.start)?;
    if !is_statement(article.stem(head).classes) {
        return None;
    }
    let limit = article.sentence_end(phrase.start);
    let behind = phrase.start + 1;
    let told = (behind..limit.min(behind + REACH)).find_map(|at| {
        let key = article.key(at);
        if without_object(key).is_some_and(|verb| ISSUES.contains(&verb)) {
            phrase_after(article, at, limit)
        } else if ISSUED.contains(&without_article(key)) && article.is(at + 1, class::ABOUT) {
            phrase_at(article, at + 2, limit)
        } else {
            None
        }
    });
    let own = Phrase { start: behind, end: phrase.end };
    let issuer = told.or(Some(own).filter(|own| own.start < own.end))?;
    is_body(article, issuer.start).then_some(issuer)
}

/// Whether a word with these classes is one for what a body gives out in words of its own.
pub(crate) const fn is_statement(classes: u64) -> bool {
    const BOTH: u64 = class::STATEMENT | class::DOCUMENT;
    classes & BOTH == BOTH
}

fn is_body(article: &Article<'_>, at: usize) -> bool {
    article.get(at).is_some_and(|item| {
        item.entity() == Some(Entity::Body)
            || (item.is(class::BODY) && item.name.is_none())
            || matches!(item.title, Some((TitleClass::Institution, _)))
    })
}
