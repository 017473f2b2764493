//! The Arabic signs inside numbers are written in ASCII, where they stand inside a number.

use qawl_core::letters::is_digit;

use crate::{NormalizeOptions, NumberSigns};

/// ARABIC PERCENT SIGN
const PERCENT: char = '\u{066A}';
/// ARABIC DECIMAL SEPARATOR
const DECIMAL: char = '\u{066B}';
/// ARABIC THOUSANDS SEPARATOR
const THOUSANDS: char = '\u{066C}';

/// Whether `c` is a sign that may change.
pub(crate) const fn is_contextual(c: char, options: &NormalizeOptions) -> bool {
    !matches!(options.number_signs, NumberSigns::Keep) && matches!(c, PERCENT | DECIMAL | THOUSANDS)
}

/// What `c` is written as between `before` and `after`: itself for all that is no such sign,
/// nothing where it only groups digits.
pub(crate) fn fold(
    c: char,
    before: Option<char>,
    after: Option<char>,
    options: &NormalizeOptions,
) -> Option<char> {
    if !is_contextual(c, options) || !before.is_some_and(is_digit) {
        return Some(c);
    }
    match c {
        PERCENT => Some('%'),
        DECIMAL if after.is_some_and(is_digit) => Some('.'),
        THOUSANDS if after.is_some_and(is_digit) => match options.number_signs {
            NumberSigns::AsciiUngrouped => None,
            _ => Some(','),
        },
        _ => Some(c),
    }
}
