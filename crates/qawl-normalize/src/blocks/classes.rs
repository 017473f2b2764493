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

/// What happens to a character that is neither ASCII nor of the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Other {
    /// It stays, and joins nothing before it.
    Stays,
    /// It is deleted, wherever it stands. It is as many bytes long.
    Vanishes(usize),
    /// It needs the cluster engine.
    Special,
}

/// The same for the characters that Arabic text holds most of: U+0080..=U+00FF, where guillemets
/// stand, and U+2000..=U+207F, dashes, quotation marks and controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Others {
    /// A bit for each that stays.
    latin_stays: u128,
    general_stays: u128,
    /// A bit for each that is deleted.
    general_vanishes: u128,
}

impl Others {
    pub(crate) const NONE: Self = Self { latin_stays: 0, general_stays: 0, general_vanishes: 0 };

    pub(crate) const fn new(rules: &Rules) -> Self {
        let mut others = Self::NONE;
        let mut low = 0;
        while low < 128 {
            let bit = 1 << low;
            if let (Some(latin), Some(general)) =
                (char::from_u32(0x80 + low), char::from_u32(0x2000 + low))
            {
                if !rules.changes_letter(latin) && !rules.deletes(latin) {
                    others.latin_stays |= bit;
                }
                // EN QUAD and EM QUAD are canonically other characters; a joiner looks at its
                // neighbours.
                let is_special = match general {
                    '\u{2000}' | '\u{2001}' => rules.options().compose,
                    '\u{200D}' => rules.options().controls,
                    _ => false,
                };
                if is_special || rules.changes_letter(general) {
                } else if rules.deletes(general) {
                    others.general_vanishes |= bit;
                } else {
                    others.general_stays |= bit;
                }
            }
            low += 1;
        }
        others
    }

    #[inline]
    pub(crate) fn sort(&self, text: &str, at: usize, rules: &Rules) -> Other {
        let bytes = text.as_bytes();
        let byte = |offset: usize| bytes.get(at + offset).copied().unwrap_or_default();
        match (byte(0), byte(1)) {
            (lead @ (0xC2 | 0xC3), trail) => {
                let low = (lead & 1) << 6 | trail & 0x3F;
                if has(self.latin_stays, low) { Other::Stays } else { Other::Special }
            }
            (0xE2, second @ (0x80 | 0x81)) => {
                let low = (second & 1) << 6 | byte(2) & 0x3F;
                match (has(self.general_stays, low), has(self.general_vanishes, low)) {
                    (true, _) => Other::Stays,
                    (_, true) => Other::Vanishes(3),
                    _ => Other::Special,
                }
            }
            _ => {
                let c = text.get(at..).and_then(|rest| rest.chars().next());
                let stays = c.is_some_and(|c| rules.is_inert(c));
                if stays { Other::Stays } else { Other::Special }
            }
        }
    }
}

const fn has(set: u128, low: u8) -> bool {
    (set >> (low & 127)) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::NormalizeOptions;

    #[test]
    fn the_short_way_to_other_characters_agrees_with_the_rules() {
        for name in NormalizeOptions::NAMES {
            for compose in [false, true] {
                let options = NormalizeOptions::new().with_named(name).unwrap();
                let rules = Rules::new(options.with_compose(compose || options.compose));
                for c in ('\u{80}'..='\u{5FF}').chain('\u{700}'..='\u{2FFF}') {
                    let text: std::string::String = [c].into_iter().collect();
                    let is_deleted = rules.deletes(c) && c != '\u{200D}';
                    match rules.other(&text, 0) {
                        Other::Stays => assert!(rules.is_inert(c), "{name} {c:?}"),
                        Other::Vanishes(len) => assert!(is_deleted && len == text.len(), "{c:?}"),
                        Other::Special => assert!(!rules.is_inert(c), "{name} {c:?}"),
                    }
                }
            }
        }
    }
}
