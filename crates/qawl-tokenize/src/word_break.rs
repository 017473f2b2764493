//! What a character is to Unicode's word boundaries (UAX #29, section 4.1).

use crate::word_break_table::{PICTOGRAPHIC_RANGES, WORD_BREAK};

/// The values of the property Word_Break, in the words of Unicode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordBreak {
    /// None of the others, most of all punctuation, symbols and ideographs.
    Other,
    ALetter,
    Cr,
    DoubleQuote,
    Extend,
    ExtendNumLet,
    Format,
    HebrewLetter,
    Katakana,
    Lf,
    MidLetter,
    MidNum,
    MidNumLet,
    Newline,
    Numeric,
    RegionalIndicator,
    SingleQuote,
    WSegSpace,
    Zwj,
}

impl WordBreak {
    #[inline]
    pub(crate) fn of(c: char) -> WordBreak {
        match LOW.get(c as usize) {
            Some(value) => *value,
            None => WordBreak::of_any(u32::from(c)),
        }
    }

    fn of_any(code: u32) -> WordBreak {
        let index = WORD_BREAK.partition_point(|&(_, last, _)| last < code);
        match WORD_BREAK.get(index) {
            Some(&(first, _, value)) if first <= code => value,
            _ => WordBreak::Other,
        }
    }
}

/// Whether `c` is Extended_Pictographic: an emoji, or a symbol that may become one.
pub(crate) fn is_pictographic(c: char) -> bool {
    let code = u32::from(c);
    let index = PICTOGRAPHIC_RANGES.partition_point(|&(_, last)| last < code);
    PICTOGRAPHIC_RANGES.get(index).is_some_and(|&(first, _)| first <= code)
}

/// How many characters are looked up without a search: those of one or two bytes, with ASCII and
/// the Arabic block among them.
const LOW_END: usize = 0x800;

static LOW: [WordBreak; LOW_END] = {
    let mut values = [WordBreak::Other; LOW_END];
    let mut index = 0;
    while index < WORD_BREAK.len() {
        let (first, last, value) = WORD_BREAK[index];
        let mut code = first as usize;
        while code <= last as usize && code < LOW_END {
            values[code] = value;
            code += 1;
        }
        index += 1;
    }
    values
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_have_the_values_of_unicode() {
        let cases = [
            ('a', WordBreak::ALetter),
            ('\u{0628}', WordBreak::ALetter),
            ('\u{0640}', WordBreak::ALetter), // ARABIC TATWEEL
            ('\u{064B}', WordBreak::Extend),
            ('\u{0667}', WordBreak::Numeric),
            ('\u{066B}', WordBreak::Numeric), // ARABIC DECIMAL SEPARATOR
            ('\u{066C}', WordBreak::MidNum),  // ARABIC THOUSANDS SEPARATOR
            ('\u{060C}', WordBreak::MidNum),  // ARABIC COMMA
            ('\u{061B}', WordBreak::Other),   // ARABIC SEMICOLON
            ('\u{061F}', WordBreak::Other),
            ('\u{061C}', WordBreak::Format),  // ARABIC LETTER MARK
            ('\u{06DD}', WordBreak::Numeric), // ARABIC END OF AYAH
            ('\u{FEFC}', WordBreak::ALetter),
            ('\u{200C}', WordBreak::Extend), // ZERO WIDTH NON-JOINER
            ('\u{FF10}', WordBreak::Numeric),
            ('\u{10FFFF}', WordBreak::Other),
        ];
        for (c, value) in cases {
            assert_eq!(WordBreak::of(c), value, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn what_is_looked_up_is_what_is_searched() {
        for c in '\0'..='\u{1000}' {
            assert_eq!(WordBreak::of(c), WordBreak::of_any(u32::from(c)), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn a_letter_may_be_pictographic() {
        assert!(is_pictographic('\u{2139}') && is_pictographic('\u{1F600}'));
        assert_eq!(WordBreak::of('\u{2139}'), WordBreak::ALetter); // INFORMATION SOURCE
        // A digit, a flag's letter and a skin tone are emoji, but not pictographic.
        assert!(['7', '\u{1F1E6}', '\u{1F3FB}'].into_iter().all(|c| !is_pictographic(c)));
    }
}
