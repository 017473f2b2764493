//! What the rules do to each character of the block U+0600..=U+06FF, as tables for look-ups of 16
//! bytes at once.
//!
//! The low byte of a character is cut in two: its low half chooses a byte of a table, its high half,
//! the row, a bit of that byte or the table itself.

use crate::rules::{Action, Rules};

/// A set of characters of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct CharSet {
    /// For each low half, a bit for each of the rows 0 to 7.
    pub(crate) front: [u8; 16],
    /// The same for the rows 8 to 15.
    pub(crate) back: [u8; 16],
}

impl CharSet {
    const NONE: Self = Self { front: [0; 16], back: [0; 16] };

    const fn insert(&mut self, low: u8) {
        let (row, half) = (low >> 4, (low & 15) as usize);
        if row < 8 {
            self.front[half] |= 1 << row;
        } else {
            self.back[half] |= 1 << (row - 8);
        }
    }
}

/// The tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Classes {
    /// Every character that does not simply stay, the sets below together.
    pub(crate) active: CharSet,
    /// What is deleted wherever it stands.
    pub(crate) deleted: CharSet,
    /// What needs the cluster engine.
    pub(crate) special: CharSet,
    /// Marks that stay and whose order matters.
    pub(crate) joining: CharSet,
    /// The vowels and the tanwin among them, which come before the shadda in canonical order.
    pub(crate) vowels: CharSet,
    pub(crate) shadda: CharSet,
    /// Whether there are any.
    pub(crate) has_joining: bool,
    /// What becomes an ASCII character.
    pub(crate) narrowed: CharSet,
    /// What is exchanged, also for an ASCII character.
    pub(crate) exchanged: CharSet,
    /// For each row the low bytes of what its characters become.
    pub(crate) rows: [[u8; 16]; 16],
    /// A bit for each row in which something is exchanged.
    pub(crate) exchanged_rows: u16,
}

impl Classes {
    pub(crate) const NONE: Self = Self {
        active: CharSet::NONE,
        deleted: CharSet::NONE,
        special: CharSet::NONE,
        joining: CharSet::NONE,
        vowels: CharSet::NONE,
        shadda: CharSet::NONE,
        has_joining: false,
        narrowed: CharSet::NONE,
        exchanged: CharSet::NONE,
        rows: [[0; 16]; 16],
        exchanged_rows: 0,
    };

    pub(crate) const fn new(rules: &Rules) -> Self {
        let mut classes = Self::NONE;
        let mut low = 0;
        while low < 256 {
            classes.sort(low as u8, rules);
            low += 1;
        }
        classes
    }

    const fn sort(&mut self, low: u8, rules: &Rules) {
        let Some(c) = char::from_u32(0x600 + low as u32) else { return };
        let (row, half) = ((low >> 4) as usize, (low & 15) as usize);
        self.rows[row][half] = low;
        match rules.action(low) {
            Action::Stays => return,
            Action::Vanishes => self.deleted.insert(low),
            Action::Joins if rules.composes(c) => self.special.insert(low),
            Action::Joins => self.join(low),
            Action::Becomes => self.exchange(low, rules.fold(c) as u32),
            Action::Changes => self.special.insert(low),
        }
        self.active.insert(low);
    }

    const fn join(&mut self, low: u8) {
        self.has_joining = true;
        self.joining.insert(low);
        match low {
            0x4B..=0x50 => self.vowels.insert(low), // ARABIC FATHATAN to ARABIC KASRA
            0x51 => self.shadda.insert(low),        // ARABIC SHADDA
            _ => {}
        }
    }

    /// Anything but a letter of the block and ASCII is longer or has another first byte.
    const fn exchange(&mut self, low: u8, letter: u32) {
        let (row, half) = ((low >> 4) as usize, (low & 15) as usize);
        if letter >= 0x80 && letter >> 8 != 6 {
            return self.special.insert(low);
        }
        self.exchanged.insert(low);
        self.exchanged_rows |= 1 << row;
        self.rows[row][half] = letter as u8;
        if letter < 0x80 {
            self.narrowed.insert(low);
        }
    }
}
