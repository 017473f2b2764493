//! Arabic punctuation is written in ASCII. The other direction looks at neighbours and is a matter of
//! [`context`](crate::context).

use crate::{NormalizeOptions, Punctuation};

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    if !matches!(options.punctuation, Punctuation::Ascii) {
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
