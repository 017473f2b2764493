//! The full name behind a short one, where no list knows its words: «كير» is the end of «سلفا كير
//! ميارديت» further up; and the name in brackets behind a description.

use crate::article::Article;
use crate::items::Kind;
use crate::morphology::Shape;
use crate::name::{LONGEST_NAME, name_in};
use crate::phrase::{Phrase, is_name_like, is_title_like, is_verb};
use crate::word_map::hash;

/// How many words a longer run may have more than the short name, on either side.
const WIDER: usize = 3;

/// How far, in items, another place of a name is looked for.
pub(crate) const REACH: usize = 3000;

/// How many places of the short name are looked at.
const PLACES: usize = 12;

/// The best longer run of name words around another place of the name `start..end`, if one is
/// plainly a name.
pub(crate) fn longer_run(
    article: &Article<'_>,
    start: usize,
    end: usize,
) -> Option<(usize, usize)> {
    let first = article.key(start);
    if first.is_empty() || end - start > 1 {
        return None;
    }
    let near = start.saturating_sub(REACH)..article.items.len().min(start + REACH);
    let places = article.places_of(near, [hash(first)]);
    let places = places.filter(|&at| at != start && article.key(at) == first);
    places
        .take(PLACES)
        .filter_map(|at| run_around(article, at))
        .max_by_key(|&(score, run)| (score, std::cmp::Reverse(run.0)))
        .filter(|&(score, _)| score > 0)
        .map(|(_, run)| run)
}

/// The name in brackets behind a phrase: «أحد الشهود (سامي الحداد)» (one of the witnesses, Sami
/// al-Haddad).
pub(crate) fn bracketed(article: &Article<'_>, phrase: Phrase) -> Option<(usize, usize)> {
    let opens = article.kind(phrase.end) == Some(Kind::Bracket);
    let start = phrase.end + 1;
    let bracket = |&at: &usize| article.kind(at) == Some(Kind::Bracket);
    let end = (start..start + LONGEST_NAME).filter(|_| opens).find(bracket)?;
    let name = name_in(article, Phrase { start, end })?;
    (name.start == start && name.end == end && end - start >= 2).then_some((start, end))
}

/// The run of name words around `at`, scored by what stands before it.
fn run_around(article: &Article<'_>, at: usize) -> Option<(i32, (usize, usize))> {
    let mut start = at;
    while start > 0 && at - start < WIDER && joins(article, start - 1, start) {
        start -= 1;
    }
    let mut end = at + 1;
    while end - at <= WIDER && joins(article, end, at) && article.get(end)?.gap {
        end += 1;
    }
    (end - start > 1).then(|| (score(article, start), (start, end)))
}

/// Whether the word at `at` is an unknown word that can be part of the name beside it.
fn joins(article: &Article<'_>, at: usize, beside: usize) -> bool {
    article.same_sentence(at, beside)
        && is_name_like(article, at)
        && !is_verb(article, at)
        && article.get(at).is_some_and(|item| {
            (!item.has(Shape::ARTICLE) || item.name.is_some()) && !item.is_clitic()
        })
}

fn score(article: &Article<'_>, start: usize) -> i32 {
    let known = article.name(start).is_some();
    let before = article.before(start).filter(|_| article.same_sentence(start, start - 1));
    let place = match before {
        None => -2,
        Some(item) if matches!(item.kind, Kind::Comma | Kind::Mark(_)) => 1,
        Some(item) if item.mention.is_some() => 3,
        Some(item) if item.is_word() && is_title_like(article, start - 1) => 3,
        Some(item) if item.has(Shape::ARTICLE) => 2,
        // «قالت ناديا كورتسن»: right behind a reporting verb stands its subject.
        Some(_) if !article.cues_at(start - 1).is_empty() => 2,
        Some(_) => -1,
    };
    place + if known { 2 } else { 0 }
}
