//! Words that have two spellings.

use crate::variants::name::{Name, fold};
use crate::variants::tables::SPELLINGS;

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    name.replace(|_, word| {
        let folded = fold(word);
        let place = SPELLINGS.binary_search_by_key(&&*folded, |&(known, _)| known).ok()?;
        let &(_, other) = SPELLINGS.get(place)?;
        Some(other).filter(|other| !is_adjective(word, other)).map(str::to_owned)
    })
    .into_iter()
    .collect()
}

/// «موسيقي» (musical), which folding makes one with «موسيقى» (music), is not «موسيقا».
fn is_adjective(word: &str, other: &str) -> bool {
    word.ends_with('ي') && other.ends_with('ا')
}
