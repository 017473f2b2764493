//! What the rules do to characters that are neither ASCII nor of the block U+0600..=U+06FF.

use crate::rules::Rules;

/// What happens to one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Other {
    /// It stays, and joins nothing before it.
    Stays,
    /// It is deleted, wherever it stands. It is as many bytes long.
    Vanishes(usize),
    /// It needs the cluster engine.
    Special,
}

/// The same for those that Arabic text holds most of: U+0080..=U+00FF, where guillemets
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
