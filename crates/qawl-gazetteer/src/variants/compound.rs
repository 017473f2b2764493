//! Annexations of which the press makes one word: «عبد الله» and «عبدالله».

use crate::variants::name::{Name, fold, letters};
use crate::variants::tables::COMPOUNDS;

/// Behind عبد stands a name of God with the article; «عبد ربه» alone has none.
const SERVANT: &str = "عبد";
const HIS_LORD: &str = "ربه";

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    let split = name.replace(|_, word| split(word));
    split.into_iter().chain(name.join(is_compound)).collect()
}

/// Whether two words are a compound name.
pub(super) fn is_compound(first: &str, second: &str) -> bool {
    let first = fold(first);
    let is_listed = || COMPOUNDS.iter().any(|&(head, tail)| head == first && tail == second);
    if first == SERVANT { is_lord(second) } else { is_listed() }
}

/// Of a compound name in one word, the two.
fn split(word: &str) -> Option<String> {
    if let Some(lord) = word.strip_prefix(SERVANT).filter(|lord| is_lord(lord)) {
        return Some([SERVANT, lord].join(" "));
    }
    COMPOUNDS.iter().find_map(|&(head, second)| {
        let first = word.strip_suffix(second)?;
        (fold(first) == head).then(|| [first, second].join(" "))
    })
}

/// «عبدالي» is no compound: a name of God has two letters at least behind the article.
fn is_lord(word: &str) -> bool {
    (word.starts_with("ال") && letters(word) >= 4) || word == HIS_LORD
}
