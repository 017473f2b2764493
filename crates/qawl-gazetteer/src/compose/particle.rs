//! Units that a particle begins: «بن سلمان», «أبو مازن», «عبد الله», «بن أبي طالب».

use crate::part::Part;

use super::LONGEST;
use super::unit::{Sort, Unit, closes};
use super::word::{Word, Words};

/// «أبو» in its cases: what stands behind it is a name of its own.
const FATHER: [&str; 3] = ["ابو", "ابا", "ابي"];
/// «أم» (mother), likewise.
const MOTHER: &str = "ام";
/// «عبد» (servant): what stands behind it is a name of God, and both are one given name.
const SERVANT: &str = "عبد";
/// «آل» (the house of) and «بني» (the sons of), folded: without a name before they are a family or a tribe.
const HOUSE: [&str; 4] = ["ال", "بني", "بنو", "اولاد"];

/// The unit of the `particle` at piece `at` and the name behind it, for which another particle may stand.
pub(super) fn unit_at(
    words: &mut Words<'_, '_, '_>,
    at: usize,
    particle: &Word<'_>,
    is_first: bool,
) -> Option<Unit> {
    let next = words.get(at + 1)?;
    if is_first && HOUSE.contains(&particle.text.as_ref()) {
        return None;
    }
    // A text may hold any number of them in a row.
    if next.roles.has(Part::Particle)
        && at < LONGEST
        && let Some(inner) = unit_at(words, at + 1, &next, is_first)
    {
        return Some(around(inner, particle, is_first));
    }
    if !may_govern(words, particle, &next, is_first) {
        return None;
    }
    let is_known = next.roles.is_name() && !is_first;
    let is_plain = particle.roles.is_plain(Part::Particle) || is_known;
    let pieces = if closes(words, at + 2) { 3 } else { 2 };
    Some(Unit { pieces, sort: sort(particle, is_first), is_plain })
}

/// The unit of a particle before another one: «بن أبي طالب».
fn around(inner: Unit, particle: &Word<'_>, is_first: bool) -> Unit {
    let sort = match sort(particle, is_first) {
        Sort::Lineage if is_first => inner.sort,
        sort => sort,
    };
    Unit { pieces: inner.pieces + 1, sort, is_plain: inner.is_plain }
}

/// Whether the word behind a particle can be its name. The first unit of a name must be known.
fn may_govern(
    words: &Words<'_, '_, '_>,
    particle: &Word<'_>,
    next: &Word<'_>,
    is_first: bool,
) -> bool {
    let text = particle.text.as_ref();
    let is_father = FATHER.contains(&text);
    if next.roles.is_name() || text == SERVANT && next.has_article() {
        return true;
    }
    if text == SERVANT {
        return false;
    }
    if is_first || !particle.roles.is_plain(Part::Particle) {
        return is_father && next.has_article() && !next.roles.is_taken();
    }
    // Behind «أبو» within a name stands anything: «إلياس أبو شبكة» (net).
    next.is_free() && (is_father || !words.is_common(&next.text))
}

fn sort(particle: &Word<'_>, is_first: bool) -> Sort {
    match particle.text.as_ref() {
        SERVANT => Sort::Given,
        MOTHER if is_first => Sort::Kunya,
        text if FATHER.contains(&text) => Sort::Kunya,
        _ => Sort::Lineage,
    }
}
