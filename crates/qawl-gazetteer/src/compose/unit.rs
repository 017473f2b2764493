//! A part of a name with what belongs to it: «بن سلمان», «عبد الله», «نصر الله».

use crate::part::Part;

use super::particle;
use super::word::{Word, Words};

/// What a unit can be in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A name that may begin a chain and go on with it.
    Given,
    /// A name that closes a chain, or goes on with a family's.
    Family,
    /// A name of father or family behind a particle: «بن سلمان», «آل سعود».
    Lineage,
    /// «أبو مازن», the name of a person by itself.
    Kunya,
    /// A word that no list knows, behind a given name.
    Unknown,
}

/// A unit, in pieces of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) pieces: usize,
    pub(crate) sort: Sort,
    /// Whether it can hardly be anything but a name.
    pub(crate) is_plain: bool,
}

/// The unit that begins at piece `at`. The first one of a name must be known better than the next.
pub(crate) fn unit_at(
    words: &mut Words<'_, '_, '_>,
    at: usize,
    before: Option<Unit>,
) -> Option<Unit> {
    let word = words.get(at)?;
    if word.roles.has(Part::Particle)
        && let Some(unit) = particle::unit_at(words, at, &word, before.is_none())
    {
        return Some(unit);
    }
    let unit = named(&word).or_else(|| unknown(words, &word, before))?;
    if at > 0 && is_title(words, at, &word) {
        return None;
    }
    Some(with_closing(words, at, unit))
}

/// A name that the list knows.
fn named(word: &Word<'_>) -> Option<Unit> {
    let roles = word.roles;
    let (sort, part) = if roles.has(Part::Kunya) {
        (Sort::Kunya, Part::Kunya)
    } else if roles.has(Part::Given) {
        (Sort::Given, Part::Given)
    } else if roles.has(Part::Family) {
        (Sort::Family, Part::Family)
    } else {
        return None;
    };
    let is_plain = roles.is_plain(part) && !roles.is_place && !roles.is_other;
    Some(Unit { pieces: 1, sort, is_plain })
}

/// A word that no list knows, behind a given name that is beyond doubt: «محمد الطويلعي», «خالد مرغلاني».
fn unknown(words: &Words<'_, '_, '_>, word: &Word<'_>, before: Option<Unit>) -> Option<Unit> {
    let before = before.filter(|before| before.is_plain)?;
    let behind_given = matches!(before.sort, Sort::Given | Sort::Lineage | Sort::Kunya);
    // «المصري» (the Egyptian) is as common as any word, and a family.
    let is_rare = || word.roles.is_origin || !words.is_common(&word.text);
    let fits = behind_given && word.is_free() && !word.is_inflected() && is_rare();
    fits.then_some(Unit { pieces: 1, sort: Sort::Unknown, is_plain: false })
}

/// A title is no part of the name before it: «محمد أمين عام الحزب» (Muhammad, secretary general of the
/// party), «أحمد الشيخ محمد».
fn is_title(words: &mut Words<'_, '_, '_>, at: usize, word: &Word<'_>) -> bool {
    if !word.roles.has(Part::Title) {
        return false;
    }
    let next = words.get(at + 1);
    if word.has_article() {
        return next.is_some_and(|next| next.roles.has(Part::Given));
    }
    next.is_some_and(|next| !next.roles.is_name() && !next.roles.has(Part::Particle))
}

/// The unit with the word that closes it, which makes a given name of what stands before: «نصر الله»,
/// «صلاح الدين».
fn with_closing(words: &mut Words<'_, '_, '_>, at: usize, unit: Unit) -> Unit {
    let may_close = matches!(unit.sort, Sort::Given | Sort::Kunya);
    if may_close && closes(words, at + unit.pieces) {
        return Unit { pieces: unit.pieces + 1, sort: Sort::Given, is_plain: true };
    }
    unit
}

/// Whether the piece at `at` closes a compound name.
pub(super) fn closes(words: &mut Words<'_, '_, '_>, at: usize) -> bool {
    words.get(at).is_some_and(|word| word.roles.has(Part::Closing))
}
