//! Digits in one row.

use crate::{Digits, NormalizeOptions};

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
