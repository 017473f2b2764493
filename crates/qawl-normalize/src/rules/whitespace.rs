//! Exotic spaces are written U+0020. Newlines and tabs stay.

use crate::{NormalizeOptions, Whitespace};

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match c {
        // NO-BREAK SPACE, OGHAM SPACE MARK, EN QUAD..HAIR SPACE, NARROW NO-BREAK SPACE,
        // MEDIUM MATHEMATICAL SPACE, IDEOGRAPHIC SPACE
        '\u{00A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}'
            if !matches!(options.whitespace, Whitespace::Keep) =>
        {
            ' '
        }
        _ => c,
    }
}
