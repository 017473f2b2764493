//! What stands before a name: a title, and what may stand between the two.

use crate::clitic::cuts;
use crate::filter::Marks;
use crate::part::Part;
use crate::window::Place;

use super::word::{Roles, Words};

/// What the words before a name say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// A title: «الدكتور», «وزير الخارجية».
    Title,
    /// A title, with a place or an attribute between: «وزير الخارجية الأميركي», «رئيس مصر».
    Hint,
    Nothing,
    /// A word that makes another name of it, with a title between or none: «مستشفى الملك فهد» (King Fahd
    /// Hospital).
    Refused,
}

/// How many words may stand between a title and the name.
const BETWEEN: usize = 2;

/// What stands before the first of `words`. A proclitic on it sets it apart from any title.
pub(crate) fn before(words: &mut Words<'_, '_, '_>) -> Before {
    if !words.cut().is_bare() {
        return Before::Nothing;
    }
    if words.refuses(1) {
        return Before::Refused;
    }
    for between in 0..=BETWEEN {
        if let Some(title) = title_behind(words, between + 1) {
            return match between {
                _ if words.refuses(between + title + 1) => Before::Refused,
                0 => Before::Title,
                _ => Before::Hint,
            };
        }
        let Some(word) = words.place_behind(between + 1) else { break };
        let roles = words.roles_at(word);
        if !(roles.is_origin || roles.is_place || roles.has(Part::Attribute)) {
            break;
        }
    }
    Before::Nothing
}

/// How many pieces has the title that ends `back` places before the name.
fn title_behind(words: &mut Words<'_, '_, '_>, back: usize) -> Option<usize> {
    let last = words.place_behind(back)?;
    let first = words.place_behind(back + 1);
    // The full stop of «د.» is a piece of its own.
    if words.source(last) == "." {
        return reads_as_title(words, first?, None).then_some(2);
    }
    // Behind «رئيس مصر» a title without its article is one; alone it governs the name.
    let governs = back > 1;
    if reads_as(words, last, None, |roles| is_title(roles, governs)) {
        return Some(1);
    }
    reads_as_title(words, first?, Some(last)).then_some(2)
}

fn is_title(roles: Roles, governs: bool) -> bool {
    roles.is_plain(Part::Title) || governs && roles.has(Part::Title)
}

fn reads_as_title(words: &Words<'_, '_, '_>, first: Place, second: Option<Place>) -> bool {
    reads_as(words, first, second, |roles| is_title(roles, false))
}

/// Whether `first`, behind proclitics of its own or none, and the `second` word are what is wanted.
fn reads_as(
    words: &Words<'_, '_, '_>,
    first: Place,
    second: Option<Place>,
    is_wanted: impl Fn(Roles) -> bool,
) -> bool {
    // With most words no name begins, whatever is cut off: those need not be folded.
    let marks = words.marks(first);
    let bare = if second.is_some() { Marks::LONGER } else { Marks::NAME };
    if !marks.has(bare) && !marks.has(Marks::CUT) {
        return false;
    }
    let first = words.fold(first);
    let second = second.map(|second| words.fold(second));
    cuts(&first).any(|cut| {
        let word = cut.name(&first);
        let roles = || match &second {
            Some(second) => words.roles_of(&[&word, second]),
            None => words.roles_of(&[&word]),
        };
        (cut.is_bare() || word.chars().nth(1).is_some()) && is_wanted(roles())
    })
}
