//! Digits in one row. Their separators change only inside a number.

use qawl_core::letters::is_digit;

use crate::{Digits, NormalizeOptions};

/// ARABIC PERCENT SIGN
const PERCENT: char = '\u{066A}';
/// ARABIC DECIMAL SEPARATOR
const DECIMAL: char = '\u{066B}';
/// ARABIC THOUSANDS SEPARATOR
const THOUSANDS: char = '\u{066C}';

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match options.digits {
        Digits::Keep => c,
        Digits::Ascii => in_row(c, '0'),
        Digits::ArabicIndic => in_row(c, '\u{0660}'), // ARABIC-INDIC DIGIT ZERO
    }
}

/// The digit `c` in the row that begins with `zero`.
const fn in_row(c: char, zero: char) -> char {
    let from = match c {
        '0'..='9' => '0',
        '\u{0660}'..='\u{0669}' => '\u{0660}', // ARABIC-INDIC
        '\u{06F0}'..='\u{06F9}' => '\u{06F0}', // EXTENDED ARABIC-INDIC
        _ => return c,
    };
    match char::from_u32(zero as u32 + (c as u32 - from as u32)) {
        Some(digit) => digit,
        None => c,
    }
}

/// Whether `c` is a separator that may change.
pub(super) const fn is_separator(c: char, options: &NormalizeOptions) -> bool {
    matches!(options.digits, Digits::Ascii) && matches!(c, PERCENT | DECIMAL | THOUSANDS)
}

/// What the separator `c` is written as between `before` and `after`; `c` itself for all else.
pub(crate) fn separator(
    c: char,
    before: Option<char>,
    after: Option<char>,
    options: &NormalizeOptions,
) -> char {
    if !is_separator(c, options) || !before.is_some_and(is_digit) {
        return c;
    }
    match c {
        PERCENT => '%',
        DECIMAL if after.is_some_and(is_digit) => '.',
        THOUSANDS if after.is_some_and(is_digit) => ',',
        _ => c,
    }
}
