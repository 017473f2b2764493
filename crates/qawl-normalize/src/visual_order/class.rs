//! What a character is to the order of a line: the bidirectional classes of UAX #9, cut to what
//! turning a line asks for.

use qawl_core::letters::{is_digit, is_mark};
use unicode_normalization::char::is_combining_mark;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter of a right-to-left script or its mark, and the punctuation that UAX #9 counts with
    /// Arabic letters (AL).
    Right,
    /// A letter or number of any other script (L).
    Left,
    /// A European digit (EN), which joins a left-to-right run.
    European,
    /// An Arabic digit (AN), which joins none.
    ArabicIndic,
    /// What no run reaches across: the tab between columns (S), a mark of direction (R, AL).
    Barrier,
    /// Everything else: it goes with what is around it.
    Neutral,
}

impl Class {
    pub(super) fn of(c: char) -> Self {
        match c {
            // Most of what is asked for: the common letters and marks.
            '\u{620}'..='\u{65F}' => Self::Right,
            '0'..='9' => Self::European,
            // RIGHT-TO-LEFT MARK, ARABIC LETTER MARK
            '\t' | '\u{200F}' | '\u{61C}' => Self::Barrier,
            'A'..='Z' | 'a'..='z' => Self::Left,
            '\0'..='\u{7F}' => Self::Neutral,
            _ if is_digit(c) => Self::ArabicIndic,
            _ if is_right(c) => Self::Right,
            _ if c.is_alphanumeric() && !is_in_right_block(c) && !is_combining_mark(c) => {
                Self::Left
            }
            _ => Self::Neutral,
        }
    }
}

/// Whether `c` is a mark of a right-to-left script.
pub(super) fn is_right_mark(c: char) -> bool {
    is_mark(c) || (is_in_right_block(c) && is_combining_mark(c))
}

/// Whether `c` is a mark that always stands behind what it is written on.
pub(super) fn is_other_mark(c: char) -> bool {
    c >= '\u{300}' && !is_right_mark(c) && is_combining_mark(c)
}

/// Whether `c` holds a number together if it stands alone between two digits (CS of UAX #9, and the
/// Arabic separators, which it counts with digits).
pub(super) const fn is_number_separator(c: char) -> bool {
    matches!(
        c,
        '.' | ',' | ':' | '/'
        | '\u{A0}' // NO-BREAK SPACE
        | '\u{202F}' // NARROW NO-BREAK SPACE
        | '\u{60C}' // ARABIC COMMA
        | '\u{66B}' | '\u{66C}'
    ) // ARABIC DECIMAL SEPARATOR, ARABIC THOUSANDS SEPARATOR
}

/// Whether `c` is a percent sign.
pub(super) const fn is_percent(c: char) -> bool {
    matches!(c, '%' | '\u{66A}') // ARABIC PERCENT SIGN
}

fn is_right(c: char) -> bool {
    // ARABIC SEMICOLON, ARABIC QUESTION MARK, ARABIC FULL STOP
    is_right_mark(c)
        || matches!(c, '\u{61B}' | '\u{61F}' | '\u{6D4}')
        || (is_in_right_block(c) && c.is_alphabetic())
}

/// The blocks whose unassigned characters are right-to-left (`DerivedBidiClass.txt`).
const fn is_in_right_block(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
}
