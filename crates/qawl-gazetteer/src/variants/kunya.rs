//! The أبو of a kunya, alone or joined to what follows: «أبو ظبي» and «أبوظبي».

use crate::variants::name::{Name, fold, letters};

/// In both spellings of the hamza.
const FATHER: [&str; 2] = ["أبو", "ابو"];

/// The fewest letters behind a joined أبو: «أبوجا» (Abuja) and «أبواب» (gates) hold none.
const LEAST_BEHIND: usize = 3;

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    let split = name.replace(|_, word| split(word));
    split.into_iter().chain(name.join(joins)).collect()
}

/// «أبو عبد الله» is not joined: the second word has a bond of its own.
fn joins(first: &str, second: &str) -> bool {
    FATHER.contains(&first)
        && letters(second) >= LEAST_BEHIND
        && second.chars().all(char::is_alphabetic)
        && !fold(second).starts_with("عبد")
}

fn split(word: &str) -> Option<String> {
    let split = |father| Some((father, word.strip_prefix(father)?));
    let (father, rest) = FATHER.into_iter().find_map(split)?;
    (letters(rest) >= LEAST_BEHIND).then(|| [father, rest].join(" "))
}
