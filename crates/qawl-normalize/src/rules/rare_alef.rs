//! Alefs with a wavy or a high hamza are written ا.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match c {
        // ALEF WITH WAVY HAMZA ABOVE, WITH WAVY HAMZA BELOW, HIGH HAMZA ALEF
        '\u{0672}' | '\u{0673}' | '\u{0675}' if options.rare_alef => 'ا',
        _ => c,
    }
}
