//! The article of a person's last name: «بشار الأسد» and «بشار أسد».

use crate::variants::name::{Name, fold, letters};

const ARTICLE: &str = "ال";

/// The fewest letters of a last name without the article.
const LEAST: usize = 3;

/// What governs the word behind it, so that its article is not free.
const GOVERNING: [&str; 8] = ["بن", "ابن", "بنت", "ابو", "ابي", "ال", "عبد", "ام"];

/// Last words that have no free article, whatever stands before: «صلاح الدين» (Saladin).
const BOUND: [&str; 3] = ["الله", "الدين", "العابدين"];

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    let last = name.words.len().saturating_sub(1);
    let (before, word) = (name.before(last), name.word(last));
    let is_governed = GOVERNING.contains(&&*fold(before)) || BOUND.contains(&word);
    if !name.is_person() || last == 0 || is_governed {
        return Vec::new();
    }
    name.replace(|i, word| if i == last { other(word) } else { None }).into_iter().collect()
}

fn other(word: &str) -> Option<String> {
    match word.strip_prefix(ARTICLE) {
        Some(bare) => (letters(bare) >= LEAST).then(|| bare.to_owned()),
        None => {
            let folded = fold(word);
            let is_bound = folded.starts_with(ARTICLE) || folded.starts_with("عبد");
            let is_free = letters(word) >= LEAST && !is_bound;
            is_free.then(|| [ARTICLE, word].concat())
        }
    }
}
