//! The rules, one a file, and the order in which they apply.
//!
//! Each rule speaks of single characters. What needs neighbours (composition, number separators)
//! is asked for by the cluster engine once all single characters are decided.

use alloc::vec::Vec;

use qawl_core::letters;

use crate::NormalizeOptions;

mod alef;
mod alef_maksura;
pub(crate) mod compose;
mod controls;
pub(crate) mod digits;
mod hamza_seats;
mod marks;
mod perso_arabic;
mod presentation_forms;
mod punctuation;
mod quotes;
mod tatweel;
mod teh_marbuta;
mod wasla;
mod whitespace;
mod zwnj;

/// The options, and what they mean for each character of the block U+0600..=U+06FF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Rules {
    options: NormalizeOptions,
    /// A bit for each character of the block that a rule may change or that may join another.
    active: [u64; 4],
    /// A bit for each of those that belong to the character before them: deleted ones and marks.
    joins: [u64; 4],
    /// A bit for each of those that are deleted wherever they stand.
    deleted: [u64; 4],
}

impl Rules {
    pub(crate) const fn new(options: NormalizeOptions) -> Self {
        let mut rules = Self { options, active: [0; 4], joins: [0; 4], deleted: [0; 4] };
        let mut low = 0;
        while low < 256 {
            if let Some(c) = char::from_u32(0x600 + low) {
                let (word, bit) = ((low / 64) as usize, 1 << (low % 64));
                let deleted = rules.deletes(c, None);
                let joins = deleted || (options.compose && letters::is_mark(c));
                if deleted {
                    rules.deleted[word] |= bit;
                }
                if joins {
                    rules.joins[word] |= bit;
                }
                if joins || rules.changes_letter(c) || digits::is_separator(c, &options) {
                    rules.active[word] |= bit;
                }
            }
            low += 1;
        }
        rules
    }

    pub(crate) const fn options(&self) -> NormalizeOptions {
        self.options
    }

    /// Whether U+0600 + `low` may change or join another character.
    pub(crate) fn is_active(&self, low: u8) -> bool {
        bit(&self.active, low)
    }

    /// Whether U+0600 + `low`, an active character, belongs to the character before it.
    pub(crate) fn joins(&self, low: u8) -> bool {
        bit(&self.joins, low)
    }

    /// Whether U+0600 + `low` is deleted wherever it stands.
    pub(crate) fn is_deleted(&self, low: u8) -> bool {
        bit(&self.deleted, low)
    }

    /// Whether ASCII digits change. Nothing else in ASCII ever does.
    pub(crate) const fn changes_ascii_digits(&self) -> bool {
        digits::fold('0', &self.options) != '0'
    }

    /// Whether `c` neither changes nor joins what stands before it, whatever that is.
    pub(crate) fn is_inert(&self, c: char) -> bool {
        let form = self.presentation(c).is_some();
        let stays = !form && !self.changes_letter(c) && !self.deletes(c, None);
        stays && (!self.options.compose || compose::is_inert(c))
    }

    /// Whether a cluster may begin with `c`.
    pub(crate) fn is_boundary(&self, c: char) -> bool {
        !self.options.compose || compose::is_boundary(c)
    }

    /// Writes what `c` becomes by itself behind `out`: nothing, itself or other characters. The
    /// character before it is `before` where `out` is empty.
    pub(crate) fn map(&self, c: char, before: Option<char>, out: &mut Vec<char>) {
        match self.presentation(c) {
            Some(letters) => letters.chars().for_each(|c| self.map_letter(c, before, out)),
            None => self.map_letter(c, before, out),
        }
    }

    /// What the single character `c` is written as. Applying it twice is applying it once.
    pub(crate) const fn fold(&self, c: char) -> char {
        let options = &self.options;
        let c = zwnj::fold(c, options);
        let c = perso_arabic::fold(c, options);
        let c = wasla::fold(c, options);
        let c = alef::fold(c, options);
        let c = hamza_seats::fold(c, options);
        let c = teh_marbuta::fold(c, options);
        let c = alef_maksura::fold(c, options);
        let c = digits::fold(c, options);
        let c = punctuation::fold(c, options);
        let c = quotes::fold(c, options);
        whitespace::fold(c, options)
    }

    /// Whether `c` is a combining hamza or maddah that is deleted if no letter takes it.
    pub(crate) const fn deletes_leftover(&self, c: char) -> bool {
        marks::deletes_leftover(c, &self.options)
    }

    fn map_letter(&self, c: char, before: Option<char>, out: &mut Vec<char>) {
        let (letter, mark) = perso_arabic::split(c, &self.options);
        for c in [Some(letter), mark].into_iter().flatten() {
            if !self.deletes(c, out.last().copied().or(before)) {
                out.push(self.fold(c));
            }
        }
    }

    const fn deletes(&self, c: char, before: Option<char>) -> bool {
        let options = &self.options;
        marks::deletes(c, options)
            || tatweel::deletes(c, options)
            || controls::deletes(c, before, options)
            || zwnj::deletes(c, options)
    }

    const fn changes_letter(&self, c: char) -> bool {
        self.fold(c) != c || perso_arabic::split(c, &self.options).1.is_some()
    }

    fn presentation(&self, c: char) -> Option<&'static str> {
        presentation_forms::letters(c, &self.options)
    }
}

fn bit(set: &[u64; 4], low: u8) -> bool {
    set.get(usize::from(low >> 6)).is_some_and(|word| (word >> (low & 63)) & 1 == 1)
}
