//! Arabic punctuation is written in ASCII.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    if !options.punctuation {
        return c;
    }
    match c {
        '\u{060C}' => ',', // ARABIC COMMA
        '\u{061B}' => ';', // ARABIC SEMICOLON
        '\u{061F}' => '?', // ARABIC QUESTION MARK
        '\u{06D4}' => '.', // ARABIC FULL STOP
        _ => c,
    }
}
