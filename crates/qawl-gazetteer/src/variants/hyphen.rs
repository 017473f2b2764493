//! Foreign names with a hyphen, written as one word too. That a space may stand for the hyphen is known
//! where names are matched.

use crate::variants::name::Name;

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    name.replace(|_, word| joined(word)).into_iter().collect()
}

fn joined(word: &str) -> Option<String> {
    let mut parts = word.split(['-', '\u{2010}', '\u{2011}']); // HYPHEN, NON-BREAKING HYPHEN
    let is_word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic);
    let several = parts.clone().count() > 1;
    (several && parts.clone().all(is_word)).then(|| parts.by_ref().collect())
}
