//! Persian and Urdu letters that look like an Arabic one and are typed for it.
//!
//! Letters with a sound of their own (peh, tcheh, jeh, gaf) stay.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    if !options.perso_arabic {
        return c;
    }
    match c {
        // FARSI YEH and YEH BARREE to YEH
        '\u{06CC}' | '\u{06D2}' => '\u{064A}',
        // YEH BARREE WITH HAMZA ABOVE to YEH WITH HAMZA ABOVE
        '\u{06D3}' => '\u{0626}',
        // KEHEH to KAF
        '\u{06A9}' => '\u{0643}',
        // HEH DOACHASHMEE, HEH GOAL and AE to HEH
        '\u{06BE}' | '\u{06C1}' | '\u{06D5}' => '\u{0647}',
        // TEH MARBUTA GOAL to TEH MARBUTA
        '\u{06C3}' => '\u{0629}',
        _ => c,
    }
}

/// A heh with a hamza has no counterpart among the Arabic letters: it becomes a heh and the mark,
/// as its canonical decomposition would.
pub(super) const fn split(c: char, options: &NormalizeOptions) -> (char, Option<char>) {
    match c {
        // HEH WITH YEH ABOVE and HEH GOAL WITH HAMZA ABOVE to HEH and HAMZA ABOVE
        '\u{06C0}' | '\u{06C2}' if options.perso_arabic => ('\u{0647}', Some('\u{0654}')),
        _ => (c, None),
    }
}
