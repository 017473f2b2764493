//! Units in a row, and whether they name a person.

use crate::part::Part;

use super::LONGEST;
use super::before::{Before, before};
use super::unit::{Sort, Unit, unit_at};
use super::word::Words;

/// Units that follow one another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain {
    first: Unit,
    last: Unit,
    pieces: usize,
    units: usize,
    plain: usize,
}

impl Chain {
    /// The chain that begins at the first word, if it names a person. There a list holds a person of
    /// `whole` words. With what stands before it.
    pub(crate) fn read(
        words: &mut Words<'_, '_, '_>,
        whole: Option<usize>,
    ) -> Option<(Self, Before)> {
        let roles = words.first()?.roles;
        let is_doubtful = roles.is_place || roles.is_other;
        let mut first = Self::first(words, whole)?;
        let before = before(words);
        first.is_plain |= before == Before::Title && !is_doubtful;
        let mut chain = Self::of(first);
        while chain.pieces < LONGEST {
            let Some(next) = unit_at(words, chain.pieces, Some(chain.proven())) else { break };
            let is_whole = whole.is_some_and(|whole| whole > 1 && whole == chain.pieces);
            if !chain.goes_on(next, is_whole) {
                break;
            }
            chain.add(next);
        }
        // «سمو أمير المنطقة» (His Highness the Emir of the region) names no one.
        let is_title = chain.units == 1 && roles.has(Part::Title);
        let is_title = is_title && !roles.is_plain(Part::Given);
        (!is_title && chain.is_person(before, is_doubtful)).then_some((chain, before))
    }

    /// The unit with which the chain begins: what a list holds, if a line of fathers follows.
    fn first(words: &mut Words<'_, '_, '_>, whole: Option<usize>) -> Option<Unit> {
        if let Some(pieces) = whole {
            let listed = Unit { pieces, sort: Sort::Given, is_plain: true };
            let next = unit_at(words, pieces, Some(listed));
            if next.is_some_and(|next| next.sort == Sort::Lineage) {
                return Some(listed);
            }
        }
        let word = words.first()?;
        let is_title = word.roles.has(Part::Title) && word.has_article();
        let hides = !words.cut().is_bare() && words.is_common_whole();
        if is_title || hides { None } else { unit_at(words, 0, None) }
    }

    pub(crate) const fn pieces(&self) -> usize {
        self.pieces
    }

    /// Whether it begins with a father's name, so that the name itself stands before it, unknown:
    /// «هذلول بن عبدالعزيز».
    pub(crate) fn lacks_given(&self) -> bool {
        self.first.sort == Sort::Lineage
    }

    /// The last unit, beyond doubt where the chain is: «ضياء الدين سعيد بامخرمة».
    fn proven(&self) -> Unit {
        Unit { is_plain: self.last.is_plain || self.units > 1 && self.plain > 0, ..self.last }
    }

    const fn of(first: Unit) -> Self {
        let plain = first.is_plain as usize;
        Self { first, last: first, pieces: first.pieces, units: 1, plain }
    }

    const fn add(&mut self, unit: Unit) {
        self.last = unit;
        self.pieces += unit.pieces;
        self.units += 1;
        self.plain += unit.is_plain as usize;
    }

    /// Whether `next` belongs to the same name. Behind a family name, or a `whole` name that a list holds,
    /// another given name is another person's: «جون كيري محمد جواد ظريف».
    fn goes_on(&self, next: Unit, is_whole: bool) -> bool {
        match next.sort {
            Sort::Given | Sort::Kunya => {
                !is_whole && !matches!(self.last.sort, Sort::Family | Sort::Unknown)
            }
            Sort::Family => !is_whole || next.is_plain,
            Sort::Unknown => !is_whole,
            Sort::Lineage => true,
        }
    }

    /// Whether enough speaks for a person.
    fn is_person(&self, before: Before, is_doubtful: bool) -> bool {
        let begins = match self.first.sort {
            Sort::Given | Sort::Kunya => !is_doubtful,
            Sort::Lineage => self.first.is_plain,
            Sort::Family | Sort::Unknown => false,
        };
        match before {
            Before::Title => self.plain > 0 || self.units > 1 || !is_doubtful,
            Before::Hint => self.plain > 0 && (begins || self.units > 1),
            Before::Nothing | Before::Refused if self.units == 1 => {
                self.first.is_plain && matches!(self.first.sort, Sort::Kunya | Sort::Lineage)
            }
            Before::Nothing | Before::Refused => begins && self.plain > 0,
        }
    }
}
