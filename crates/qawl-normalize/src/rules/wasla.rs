//! The alef wasla of vocalized text is written ا.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match c {
        // ARABIC LETTER ALEF WASLA
        '\u{0671}' if options.wasla => 'ا',
        _ => c,
    }
}
