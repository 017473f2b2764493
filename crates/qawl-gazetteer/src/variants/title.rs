//! Titles in front of a person's name.

use crate::variants::compound::is_compound;
use crate::variants::name::{Name, fold};
use crate::variants::tables::TITLES;

/// The titles that are left out, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Titles {
    rows: Vec<Vec<String>>,
}

impl Default for Titles {
    fn default() -> Self {
        Self::of(TITLES)
    }
}

impl Titles {
    pub(super) fn of<T: AsRef<str>>(titles: impl IntoIterator<Item = T>) -> Self {
        let words = |title: T| -> Vec<String> {
            title.as_ref().split_whitespace().map(|word| fold(word).into_owned()).collect()
        };
        Self { rows: titles.into_iter().map(words).filter(|row| !row.is_empty()).collect() }
    }

    /// How many of `words` the longest title takes that they begin with.
    fn len(&self, words: &[String]) -> usize {
        let fits = |row: &&Vec<String>| words.starts_with(row);
        self.rows.iter().filter(fits).map(Vec::len).max().unwrap_or(0)
    }
}

/// Two words must be left, so that they are a name of their own: «الملك سلمان» (King Salman) stays whole,
/// and so does «الملك عبد العزيز» (King Abdulaziz), whose two words are one given name.
/// «الرئيس المصري محمد مرسي» stays too: what the adjective belongs to is the title.
pub(super) fn respell(name: &Name<'_>, titles: &Titles) -> Vec<String> {
    if !name.is_person() {
        return Vec::new();
    }
    let folded: Vec<String> = name.words.iter().map(|word| fold(word).into_owned()).collect();
    let rest = name.words.get(titles.len(&folded)..).unwrap_or_default();
    let is_name = match rest {
        [] | [_] => false,
        [first, second] if is_compound(first, second) => false,
        [first, ..] => may_begin(first),
    };
    let is_shorter = rest.len() < name.words.len();
    if is_name && is_shorter { vec![rest.join(" ")] } else { Vec::new() }
}

/// Whether a name can begin with a word: not a mark, not a definite adjective.
fn may_begin(word: &str) -> bool {
    let word = fold(word);
    let is_adjective = word.starts_with("ال") && (word.ends_with('ي') || word.ends_with("يه"));
    word.starts_with(char::is_alphabetic) && !is_adjective
}
