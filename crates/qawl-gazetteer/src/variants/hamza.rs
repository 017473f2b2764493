//! The seat of a hamza before a long u: «شؤون» by the rule of most, «شئون» and «رءوف» in Egypt.

use crate::variants::name::Name;

/// Letters that join no letter behind them, so that no seat can stand there.
const UNJOINED: &str = "اأإآدذرزوؤةىء";

const ON_WAW: &str = "ؤو";
const ON_YEH: &str = "ئو";
const ALONE: &str = "ءو";

/// «مئوي» (of a hundred) has no long u.
const HUNDREDS: &str = "ئوي";

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    let to_waw = name.replace(|_, word| {
        let on_waw = word.replace(ON_YEH, ON_WAW).replace(ALONE, ON_WAW);
        Some(on_waw).filter(|other| other != word && !word.contains(HUNDREDS))
    });
    to_waw.into_iter().chain(name.replace(|_, word| from_waw(word))).collect()
}

fn from_waw(word: &str) -> Option<String> {
    let (before, behind) = word.split_once(ON_WAW)?;
    let last = before.chars().next_back()?;
    let seat = if UNJOINED.contains(last) { ALONE } else { ON_YEH };
    Some([before, seat, behind].concat())
}
