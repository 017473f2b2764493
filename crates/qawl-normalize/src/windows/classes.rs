//! What the rules do to each character of the block U+0600..=U+06FF, as windows ask for it.

use super::pairs;
use crate::rules::{Action, Rules};

/// Keys in a row: the first of them, and how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Stretch {
    first: u8,
    count: u8,
}

impl Stretch {
    #[inline(always)]
    pub(crate) const fn contains(self, key: u8) -> bool {
        key.wrapping_sub(self.first) < self.count
    }

    /// The characters around U+0600 + `low` to which the same happens, if that is this. U+0600 is
    /// not among them: its key stands for others, too.
    const fn around(rules: &Rules, low: u8, action: Action) -> Self {
        let (mut start, mut end) = (low, low);
        if !happens(rules, low, action) {
            return Self { first: 0, count: 0 };
        }
        while start > 1 && happens(rules, start - 1, action) {
            start -= 1;
        }
        while end < 0x80 && happens(rules, end, action) {
            end += 1;
        }
        Self { first: 0x80 | start, count: end - start }
    }
}

/// Whether this happens to U+0600 + `low`.
const fn happens(rules: &Rules, low: u8, action: Action) -> bool {
    rules.action(low) as u8 == action as u8
}

/// The tables. What is in none of the stretches is looked at one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Classes {
    /// Letters that stay: of U+0600..=U+063F, and of U+0640..=U+067F.
    pub(crate) front: Stretch,
    pub(crate) back: Stretch,
    /// Marks that are deleted, of U+0640..=U+067F.
    pub(crate) deleted: Stretch,
    /// For each low byte that of what the character becomes, if that is another of the block; else
    /// its own.
    letters: [u8; 256],
    /// What each key stands for in a pair.
    pub(crate) symbols: [u16; 256],
}

impl Classes {
    pub(crate) const NONE: Self = {
        let none = Stretch { first: 0, count: 0 };
        Self { front: none, back: none, deleted: none, letters: [0; 256], symbols: [0; 256] }
    };

    pub(crate) const fn new(rules: &Rules) -> Self {
        let mut classes = Self {
            front: Stretch::around(rules, 0x33, Action::Stays),
            back: Stretch::around(rules, 0x44, Action::Stays),
            deleted: Stretch::around(rules, 0x4E, Action::Vanishes),
            letters: [0; 256],
            symbols: [0; 256],
        };
        let mut low = 0;
        while low < 256 {
            classes.letters[low] = letter(rules, low as u8);
            low += 1;
        }
        classes.symbols = pairs::symbols(&classes.letters);
        classes
    }

    /// Whether U+0600 + `low` becomes another character of the block.
    #[inline]
    pub(crate) const fn exchanges(&self, low: u8) -> bool {
        self.letters[low as usize] != low
    }

    /// What `c` becomes, if both are of the block; else `c`.
    #[inline]
    pub(crate) fn letter(&self, c: char) -> char {
        match u32::from(c) {
            code @ 0x600..=0x6FF => block(self.letters[(code & 0xFF) as usize]),
            _ => c,
        }
    }
}

/// U+0600 + `low`.
const fn block(low: u8) -> char {
    match char::from_u32(0x600 + low as u32) {
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    }
}

const fn letter(rules: &Rules, low: u8) -> u8 {
    let letter = rules.fold(block(low)) as u32;
    if matches!(rules.action(low), Action::Becomes) && letter >> 8 == 6 {
        letter as u8
    } else {
        low
    }
}
