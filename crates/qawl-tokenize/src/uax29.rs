//! The default word boundaries of Unicode (UAX #29, section 4), a segment at a time. Each rule is
//! named by its number; WB1 and WB2 are the start and the end of the text.
//!
//! The rules ask what stands on both sides of a place. On the left none of them asks for more than
//! stands in the same segment, so that a segment depends on nothing before it.

use crate::word_break::{WordBreak, is_pictographic};

/// The length in bytes of the segment at the start of `rest`, which is a boundary.
///
/// What is read behind the segment is at most one mark with what WB4 adds to it, and the character
/// behind that. The next segment begins with the mark, so that no character is read for more than
/// three segments, and all of them together take linear time.
pub(crate) fn measure(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let Some((_, first)) = chars.next() else { return 0 };
    let mut before = WordBreak::of(first);
    if is_newline(before) {
        return newline(rest, first);
    }
    let mut left = Left::of(before);
    // Where the mark stands that waits for what it may join.
    let mut open = None;
    for (at, c) in chars {
        let class = WordBreak::of(c);
        // WB5, for most of all text.
        if class == WordBreak::ALetter && left == Left::ALetter && before != WordBreak::Zwj {
            before = class;
            continue;
        }
        let joined = match (before, class) {
            // WB3c. Where a mark waits, a pictograph that is no letter leaves it to the next segment.
            (WordBreak::Zwj, _) if !left.is_open() && is_pictographic(c) => Some(Left::of(class)),
            // WB3d.
            (WordBreak::WSegSpace, WordBreak::WSegSpace) => Some(left),
            // WB4.
            (_, WordBreak::Extend | WordBreak::Format | WordBreak::Zwj) => Some(left),
            _ => left.join(class),
        };
        let Some(joined) = joined else { return open.unwrap_or(at) };
        open = joined.is_open().then(|| open.unwrap_or(at));
        (before, left) = (class, joined);
    }
    open.unwrap_or(rest.len())
}

/// Whether it is a segment by itself, CR LF aside: WB3, WB3a, WB3b.
fn is_newline(class: WordBreak) -> bool {
    matches!(class, WordBreak::Cr | WordBreak::Lf | WordBreak::Newline)
}

/// The length of the line break `first` at the start of `rest`.
fn newline(rest: &str, first: char) -> usize {
    if rest.starts_with("\r\n") { 2 } else { first.len_utf8() }
}

/// What stands before a place, as far as WB5 to WB16 ask for it. What WB4 adds to a character is
/// passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    ALetter,
    HebrewLetter,
    /// A Hebrew letter and a single quote.
    HebrewQuote,
    Numeric,
    Katakana,
    ExtendNumLet,
    /// The first half of a flag.
    HalfFlag,
    /// A letter and a mark that joins it to a letter, if one follows.
    LetterMark,
    /// A Hebrew letter and a double quote, which joins it to a Hebrew letter, if one follows.
    HebrewDoubleQuote,
    /// A number and a mark that joins it to a number, if one follows.
    NumericMark,
    /// What joins nothing.
    Other,
}

impl Left {
    /// What stands before the place behind a character of `class`, if nothing before that counts.
    fn of(class: WordBreak) -> Left {
        match class {
            WordBreak::ALetter => Left::ALetter,
            WordBreak::HebrewLetter => Left::HebrewLetter,
            WordBreak::Numeric => Left::Numeric,
            WordBreak::Katakana => Left::Katakana,
            WordBreak::ExtendNumLet => Left::ExtendNumLet,
            WordBreak::RegionalIndicator => Left::HalfFlag,
            _ => Left::Other,
        }
    }

    /// Whether its mark is in the segment only if what follows joins it.
    fn is_open(self) -> bool {
        matches!(self, Left::LetterMark | Left::HebrewDoubleQuote | Left::NumericMark)
    }

    fn is_letter(self) -> bool {
        matches!(self, Left::ALetter | Left::HebrewLetter)
    }

    /// Whether any letter goes on with it: WB5, WB7, WB10, WB13b.
    fn joins_letter(self) -> bool {
        self.is_letter()
            || matches!(self, Left::HebrewQuote | Left::LetterMark)
            || matches!(self, Left::Numeric | Left::ExtendNumLet)
    }

    /// What stands before the place behind a character of class `right`, if nothing parts the two.
    fn join(self, right: WordBreak) -> Option<Left> {
        use Left as L;
        use WordBreak as R;
        Some(match right {
            R::ALetter if self.joins_letter() => L::ALetter,
            // The same rules, and WB7c.
            R::HebrewLetter if self.joins_letter() || self == L::HebrewDoubleQuote => {
                L::HebrewLetter
            }
            // WB7a, before WB6.
            R::SingleQuote if self == L::HebrewLetter => L::HebrewQuote,
            // WB7b.
            R::DoubleQuote if self == L::HebrewLetter => L::HebrewDoubleQuote,
            // WB6.
            R::MidLetter | R::MidNumLet | R::SingleQuote if self.is_letter() => L::LetterMark,
            // WB9; WB8, WB11, WB13b.
            R::Numeric if self.is_letter() => L::Numeric,
            R::Numeric if matches!(self, L::Numeric | L::NumericMark | L::ExtendNumLet) => {
                L::Numeric
            }
            // WB12.
            R::MidNum | R::MidNumLet | R::SingleQuote if self == L::Numeric => L::NumericMark,
            // WB13, WB13b.
            R::Katakana if matches!(self, L::Katakana | L::ExtendNumLet) => L::Katakana,
            // WB13a.
            R::ExtendNumLet if self.is_letter() => L::ExtendNumLet,
            R::ExtendNumLet if matches!(self, L::Numeric | L::Katakana | L::ExtendNumLet) => {
                L::ExtendNumLet
            }
            // WB15, WB16.
            R::RegionalIndicator if self == L::HalfFlag => L::Other,
            // WB3b, WB999.
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

    use super::*;

    fn segments(text: &str) -> Vec<&str> {
        let mut rest = text;
        let next = || {
            let (segment, behind) = rest.split_at(measure(rest));
            rest = behind;
            (!segment.is_empty()).then_some(segment)
        };
        let found: Vec<_> = core::iter::from_fn(next).collect();
        assert_eq!(found.concat(), text);
        found
    }

    #[test]
    fn arabic_words_keep_their_marks() {
        // FATHA and SUKUN.
        assert_eq!(
            segments("ق\u{064E}ال: ن\u{064E}ع\u{0652}"),
            ["ق\u{064E}ال", ":", " ", "ن\u{064E}ع\u{0652}"]
        );
        // Tatweel and ZERO WIDTH NON-JOINER.
        assert_eq!(
            segments("ك\u{0640}\u{0640}تاب می\u{200C}روم"),
            ["ك\u{0640}\u{0640}تاب", " ", "می\u{200C}روم"]
        );
        assert_eq!(segments("أ.ف.ب. هنا"), ["أ.ف.ب", ".", " ", "هنا"]); // "AFP. here"
        assert_eq!(segments("«نعم»؟"), ["«", "نعم", "»", "؟"]);
        // ARABIC LETTER MARK stays with what it stands behind.
        assert_eq!(segments("\u{061C}نعم\u{061C}!"), ["\u{061C}", "نعم\u{061C}", "!"]);
    }

    #[test]
    fn arabic_numbers_are_one_segment() {
        assert_eq!(segments("٣٫٥٪"), ["٣٫٥", "٪"]);
        assert_eq!(segments("١٬٠٠٠، ٢"), ["١٬٠٠٠", "،", " ", "٢"]);
        assert_eq!(segments("١،٢"), ["١،٢"]); // ARABIC COMMA is a MidNum
        assert_eq!(segments("5أ_ب"), ["5أ_ب"]);
    }

    #[test]
    fn a_mark_joins_only_what_stands_on_both_sides() {
        assert_eq!(segments("a.b"), ["a.b"]);
        assert_eq!(segments("a..b"), ["a", ".", ".", "b"]);
        assert_eq!(segments("a.\u{0301}\u{00AD}b"), ["a.\u{0301}\u{00AD}b"]);
        assert_eq!(segments("a.\u{0301}1"), ["a", ".\u{0301}", "1"]);
        assert_eq!(segments("1.a"), ["1", ".", "a"]);
        assert_eq!(segments("a."), ["a", "."]);
        assert_eq!(segments("1,\u{0301}"), ["1", ",\u{0301}"]);
    }

    #[test]
    fn quotes_behind_hebrew_letters_belong_to_them() {
        assert_eq!(segments("א' ב"), ["א'", " ", "ב"]);
        assert_eq!(segments("א'ב"), ["א'ב"]);
        assert_eq!(segments("א\"ב"), ["א\"ב"]);
        assert_eq!(segments("א\"a"), ["א", "\"", "a"]);
        assert_eq!(segments("א'1"), ["א'", "1"]);
    }

    #[test]
    fn spaces_and_line_breaks() {
        assert_eq!(segments("\r\n\n\r"), ["\r\n", "\n", "\r"]);
        assert_eq!(segments("\r\u{0301}a"), ["\r", "\u{0301}", "a"]);
        assert_eq!(segments("   a"), ["   ", "a"]);
        assert_eq!(segments(" \u{0301} "), [" \u{0301}", " "]);
        assert_eq!(segments("\t\t"), ["\t", "\t"]);
    }

    #[test]
    fn flags_are_pairs() {
        assert_eq!(segments("🇯🇴🇪🇬🇱"), ["🇯🇴", "🇪🇬", "🇱"]);
        assert_eq!(segments("🇯\u{200D}🇴🇪"), ["🇯\u{200D}🇴", "🇪"]);
    }

    /// A joiner joins a pictograph to whatever it stands behind, and the pictograph may be a letter.
    #[test]
    fn joiners_and_pictographs() {
        assert_eq!(segments("👩\u{200D}👧👦"), ["👩\u{200D}👧", "👦"]);
        assert_eq!(segments("ب\u{200D}👧"), ["ب\u{200D}👧"]);
        assert_eq!(segments("👧\u{200D}\u{2139}ب"), ["👧\u{200D}\u{2139}ب"]);
        assert_eq!(segments("a.\u{200D}👧"), ["a", ".\u{200D}👧"]);
        assert_eq!(segments("a.\u{200D}\u{2139}b"), ["a.\u{200D}\u{2139}b"]);
        assert_eq!(segments("1.\u{200D}\u{2139}"), ["1", ".\u{200D}\u{2139}"]);
    }

    /// A megabyte each, so that a loop that looks at the rest again and again is not overlooked.
    #[test]
    fn long_runs_take_linear_time() {
        const SIZE: usize = 1 << 20;
        let units = "a. a.. 1, 1,a א\" א' א'\" a\u{0301} a.\u{0301} 1'\u{200D} \u{0301} 🇯 🇯\u{0301} \
                     👩\u{200D} a.\u{200D}👩 \r\u{0301} \u{00A0}\u{0301} _ :\u{00AD} \u{2003}";
        for unit in units.split(' ') {
            let run = unit.repeat(SIZE / unit.len());
            for text in [format!("a{run}"), format!("a.{run}1,{run}א\"{run}a"), run] {
                assert_eq!(segments(&text).last().map(|last| text.ends_with(last)), Some(true));
            }
        }
    }
}
