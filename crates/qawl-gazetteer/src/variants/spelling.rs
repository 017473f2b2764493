//! Words that have two spellings.

use crate::variants::name::{Name, fold};
use crate::variants::tables::SPELLINGS;

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    name.replace(|_, word| {
        let folded = fold(word);
        let place = SPELLINGS.binary_search_by_key(&&*folded, |&(known, _)| known).ok()?;
        SPELLINGS.get(place).map(|&(_, other)| other.to_owned())
    })
    .into_iter()
    .collect()
}
