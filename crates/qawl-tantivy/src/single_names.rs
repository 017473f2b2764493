//! The names of a gazetteer that are one word.

use std::collections::HashSet;

use qawl::gazetteer::{EntryView, Part, When};
use qawl::{Gazetteer, UNREPORTED};

/// The names of one word in `gazetteer` that are no common words.
pub(crate) fn of<D: AsRef<[u8]>>(gazetteer: &Gazetteer<D>) -> impl Iterator<Item = &str> {
    let other = other_kinds(gazetteer);
    gazetteer
        .entries()
        .filter(move |entry| !entry.flags().context && !other.contains(entry.kind()))
        .map(EntryView::name)
        .filter(|name| !name.contains(char::is_whitespace))
}

/// The types whose entries name nothing: adjectives of origin, and what surrounds the names of people.
fn other_kinds<D: AsRef<[u8]>>(gazetteer: &Gazetteer<D>) -> HashSet<String> {
    let around = gazetteer
        .rules()
        .filter(|rule| matches!(rule.when, When::Part(Part::Title | Part::Attribute)));
    let unreported = UNREPORTED.iter().map(|&kind| kind.to_owned());
    around.map(|rule| rule.kind).chain(unreported).collect()
}
