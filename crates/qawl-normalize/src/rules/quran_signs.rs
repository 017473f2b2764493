//! The signs between the words of a Quran are deleted.

use crate::NormalizeOptions;

pub(super) const fn deletes(c: char, options: &NormalizeOptions) -> bool {
    // ARABIC END OF AYAH, START OF RUB EL HIZB, PLACE OF SAJDAH
    options.quran_signs && matches!(c, '\u{06DD}' | '\u{06DE}' | '\u{06E9}')
}
