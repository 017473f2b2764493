//! Plurals that show their case by their ending: «الحوثيون» and «الحوثيين». What a noun governs has one
//! case alone: «جماعة الحوثيين» (the group of the Houthis) stays.

use crate::variants::name::{Name, letters};

const NOMINATIVE: &str = "ون";
const OBLIQUE: &str = "ين";
const ARTICLE: &str = "ال";

/// Of television («تلفزيون», «تليفزيون»), squares («ميادين»), millions («ملايين») and scales («موازين»), which
/// end so and are no such plurals.
const OTHERS: [&str; 4] = ["فزيون", "ميادين", "ملايين", "موازين"];
/// Participles that names hold do not begin so, but foreign names do: «ماراثون» (marathon), «ماكلارين» (McLaren).
const FOREIGN: &str = "ما";

pub(super) fn respell(name: &Name<'_>) -> Vec<String> {
    if name.is_person() {
        return Vec::new();
    }
    let oblique = name.replace(|i, word| other(word, NOMINATIVE, OBLIQUE, governs(name, i)));
    let nominative = name.replace(|i, word| {
        let is_free = name.words.iter().take(i).all(|before| before.starts_with(ARTICLE));
        other(word, OBLIQUE, NOMINATIVE, governs(name, i)).filter(|_| is_free)
    });
    oblique.into_iter().chain(nominative).collect()
}

/// Whether something stands behind the first word that it may govern.
fn governs(name: &Name<'_>, index: usize) -> bool {
    index == 0 && name.words.len() > 1
}

fn other(word: &str, old: &str, new: &str, is_governing: bool) -> Option<String> {
    let stem = word.strip_suffix(old).filter(|_| is_plural(word, old, is_governing))?;
    Some([stem, new].concat())
}

/// A definite participle or relative noun («المسلمون», «الحوثيون»), or a participle that governs what
/// follows («مراسلون بلا حدود»: reporters without borders). A passive participle of five letters
/// («مضمون») has the ن in its root.
fn is_plural(word: &str, ending: &str, is_governing: bool) -> bool {
    let bare = word.strip_prefix(ARTICLE);
    let is_definite = bare.is_some();
    let bare = bare.unwrap_or(word);
    if OTHERS.iter().any(|other| bare.ends_with(other)) {
        return false;
    }
    let is_participle = bare.starts_with('م') && !bare.starts_with(FOREIGN) && letters(bare) >= 6;
    let stem = bare.strip_suffix(ending).and_then(|stem| stem.strip_suffix('ي'));
    let is_relative = stem.is_some_and(|stem| letters(stem) >= 3);
    (is_definite && (is_participle || is_relative)) || (is_governing && is_participle)
}
