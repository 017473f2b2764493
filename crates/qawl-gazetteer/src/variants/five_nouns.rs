//! Nouns that show their case by a long vowel, before the name that they govern.

use crate::variants::name::Name;

/// Nominative, and what it becomes in the accusative and the genitive. The last two have one form for
/// both.
const CASES: [(&str, [&str; 2]); 5] = [
    ("أبو", ["أبا", "أبي"]),
    ("ابو", ["ابا", "ابي"]),
    ("ذو", ["ذا", "ذي"]),
    ("بنو", ["بني", "بني"]),
    ("أولو", ["أولي", "أولي"]),
];

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    let last = name.words.len().saturating_sub(1);
    let case = |case: usize| {
        name.replace(|i, word| {
            let (_, forms) = CASES.iter().find(|&&(noun, _)| noun == word && i < last)?;
            forms.get(case).map(|&form| form.to_owned())
        })
    };
    case(0).into_iter().chain(case(1)).collect()
}
