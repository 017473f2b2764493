//! What a word looks like, where nothing better is known of it.

use crate::clitics::LETTER;
use crate::weights as w;

/// Short stems are mostly accidents.
pub(crate) fn length(stem: &str) -> f32 {
    match stem.len() / LETTER {
        0 | 1 => w::ONE_LETTER,
        2 => w::TWO_LETTERS,
        _ => 0.0,
    }
}

pub(crate) fn begins_like_clitic(stem: &str) -> bool {
    stem.starts_with(['و', 'ف', 'ب', 'ل', 'س'])
}

pub(crate) fn begins_like_imperfect(stem: &str) -> bool {
    stem.starts_with(['ي', 'ت', 'ن', 'أ'])
}

/// Whether `word` begins with و as names seldom do. Those go on with و or ي: وولمار ("Wollmar"),
/// وينستون ("Winston").
pub(crate) fn begins_with_and(word: &str) -> bool {
    let mut letters = word.chars();
    word.len() >= 4 * LETTER
        && letters.next() == Some('و')
        && !matches!(letters.next(), Some('و' | 'ي'))
}

pub(crate) fn ends_with_pronoun(word: &str) -> bool {
    word.len() >= 4 * LETTER && ["ها", "هم", "ته"].iter().any(|end| word.ends_with(end))
}

/// Whether `word` looks as if it began with proclitics and the article.
pub(crate) fn hides_article(word: &str) -> bool {
    let long = |rest: &&str| rest.len() >= 3 * LETTER;
    let rest = word.strip_prefix(['و', 'ف']).filter(long).unwrap_or(word);
    let behind = rest.strip_prefix(['ب', 'ك']).filter(long).unwrap_or(rest);
    behind.strip_prefix("ال").or_else(|| rest.strip_prefix("لل")).is_some_and(|rest| long(&rest))
}
