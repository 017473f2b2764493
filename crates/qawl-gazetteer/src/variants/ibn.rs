//! The alef of ابن between two names, which stands at the start of a line or of a name only.

use crate::variants::name::{Name, fold};

const SHORT: &str = "بن";
const LONG: &str = "ابن";

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    let last = name.words.len().saturating_sub(1);
    let all = |old: &'static str, new: &str| {
        let is_old = |i, word| i > 0 && i < last && fold(word) == old;
        name.replace(|i, word| is_old(i, word).then(|| new.to_owned()))
    };
    // «جامعة ابن سينا» (Avicenna University) has no name before it.
    let short = if name.is_person() { all(LONG, SHORT) } else { None };
    short.into_iter().chain(all(SHORT, LONG)).collect()
}
