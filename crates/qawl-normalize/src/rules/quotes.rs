//! Quotation marks are written in ASCII. Which mark opens and which closes is lost.

use crate::NormalizeOptions;

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    if !options.quotes {
        return c;
    }
    match c {
        // Guillemets. The single ones are set for the double ones in the Arabic press.
        '\u{00AB}' | '\u{00BB}' | '\u{2039}' | '\u{203A}'
        // LEFT, RIGHT, LOW-9 and HIGH-REVERSED-9 DOUBLE QUOTATION MARK
        | '\u{201C}'..='\u{201F}'
        // HEAVY DOUBLE COMMA ORNAMENTS, FULLWIDTH QUOTATION MARK
        | '\u{275D}' | '\u{275E}' | '\u{FF02}' => '"',
        // LEFT, RIGHT, LOW-9 and HIGH-REVERSED-9 SINGLE QUOTATION MARK
        '\u{2018}'..='\u{201B}'
        // HEAVY SINGLE COMMA ORNAMENTS, FULLWIDTH APOSTROPHE
        | '\u{275B}' | '\u{275C}' | '\u{FF07}' => '\'',
        _ => c,
    }
}
