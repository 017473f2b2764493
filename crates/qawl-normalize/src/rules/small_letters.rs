//! The small waw and the small yeh of Quranic spelling are deleted.

use crate::NormalizeOptions;

pub(super) const fn deletes(c: char, options: &NormalizeOptions) -> bool {
    // ARABIC SMALL WAW, ARABIC SMALL YEH
    options.small_letters && matches!(c, '\u{06E5}' | '\u{06E6}')
}
