//! Unicode's default word boundaries (UAX #29, section 4) as simple as can be: every place between
//! two characters by itself, rule by rule in the words of the standard.
//!
//! It shares no rule with the crate, and takes what a character is from `data/`, not from the table.

use std::sync::LazyLock;

use crate::workspace;

/// The segments of `text`.
#[must_use]
pub fn segments(text: &str) -> Vec<&str> {
    let characters: Vec<&Character> = text.chars().map(Character::of).collect();
    let mut found = Vec::new();
    let mut start = 0;
    for (at, (offset, _)) in text.char_indices().enumerate().skip(1) {
        if is_boundary(&characters, at) {
            found.push(&text[start..offset]);
            start = offset;
        }
    }
    found.extend((!text.is_empty()).then(|| &text[start..]));
    found
}

/// A range of characters that are the same to the rules.
#[derive(Debug)]
pub struct Character {
    /// The first of them.
    pub first: char,
    /// The last of them.
    pub last: char,
    /// Their value of Word_Break, in the words of Unicode.
    pub value: String,
    /// Whether they are Extended_Pictographic.
    pub is_pictographic: bool,
}

impl Character {
    /// The range of `c`.
    #[must_use]
    pub fn of(c: char) -> &'static Character {
        static OTHER: LazyLock<Character> =
            LazyLock::new(|| Character::new(['\0', char::MAX], "Other"));
        let at = CHARACTERS.partition_point(|range| range.last < c);
        CHARACTERS.get(at).filter(|range| range.first <= c).unwrap_or(&OTHER)
    }

    fn new([first, last]: [char; 2], value: &str) -> Character {
        let (value, is_pictographic) =
            value.strip_suffix("+pictographic").map_or((value, false), |value| (value, true));
        Character { first, last, value: value.to_owned(), is_pictographic }
    }

    /// Whether their value is one of `values`.
    #[must_use]
    pub fn is(&self, values: &[&str]) -> bool {
        values.contains(&self.value.as_str())
    }
}

/// All ranges of `data/tokenize/word_break.tsv`, sorted.
pub static CHARACTERS: LazyLock<Vec<Character>> = LazyLock::new(|| {
    let table = workspace::read(&workspace::root().join("data/tokenize/word_break.tsv"));
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            Character::new([character(columns[0]), character(columns[1])], columns[2])
        })
        .collect()
});

/// The character that `hex` names.
#[must_use]
pub fn character(hex: &str) -> char {
    char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()
}

const NEWLINE: &[&str] = &["Newline", "CR", "LF"];

/// What WB4 passes over.
pub const IGNORED: &[&str] = &["Extend", "Format", "ZWJ"];
/// What WB5 to WB13 call AHLetter.
pub const LETTER: &[&str] = &["ALetter", "Hebrew_Letter"];
/// What joins nothing by itself, but may join what stands on both sides.
pub const MARK: &[&str] = &["MidLetter", "MidNum", "MidNumLet", "Single_Quote", "Double_Quote"];

const MID_LETTER: &[&str] = &["MidLetter", "MidNumLet", "Single_Quote"];
const MID_NUM: &[&str] = &["MidNum", "MidNumLet", "Single_Quote"];
const HEBREW: &[&str] = &["Hebrew_Letter"];
const NUMERIC: &[&str] = &["Numeric"];
const KATAKANA: &[&str] = &["Katakana"];
const JOINT: &[&str] = &["ExtendNumLet"];
const INDICATOR: &[&str] = &["Regional_Indicator"];

/// Whether a boundary is before the character at `at`, which is not the first.
fn is_boundary(all: &[&Character], at: usize) -> bool {
    let (before, behind) = (all[at - 1], all[at]);
    // WB3, WB3a, WB3b.
    if before.is(NEWLINE) || behind.is(NEWLINE) {
        return !(before.is(&["CR"]) && behind.is(&["LF"]));
    }
    // WB3c, WB3d, WB4.
    let is_joined = before.is(&["ZWJ"]) && behind.is_pictographic
        || before.is(&["WSegSpace"]) && behind.is(&["WSegSpace"])
        || behind.is(IGNORED);
    !is_joined && !is_joined_by_neighbours(&all[..at], &all[at..])
}

/// WB5 to WB16, for which WB4 hides what is ignored.
fn is_joined_by_neighbours(left: &[&Character], right: &[&Character]) -> bool {
    let mut left = left.iter().rev().filter(|c| !c.is(IGNORED));
    let indicators = left.clone().take_while(|c| c.is(INDICATOR)).count();
    let (l, before) = (left.next(), left.next());
    let mut right = right.iter().filter(|c| !c.is(IGNORED));
    let (r, next) = (right.next(), right.next());
    let is = |c: Option<&&Character>, values: &[&str]| c.is_some_and(|c| c.is(values));
    let pair = |a: &[&str], b: &[&str]| is(l, a) && is(r, b);
    let words = pair(LETTER, LETTER) // WB5
        || pair(LETTER, MID_LETTER) && is(next, LETTER) // WB6
        || is(before, LETTER) && pair(MID_LETTER, LETTER) // WB7
        || pair(HEBREW, &["Single_Quote"]) // WB7a
        || pair(HEBREW, &["Double_Quote"]) && is(next, HEBREW) // WB7b
        || is(before, HEBREW) && pair(&["Double_Quote"], HEBREW); // WB7c
    let numbers = pair(NUMERIC, NUMERIC) // WB8
        || pair(LETTER, NUMERIC) // WB9
        || pair(NUMERIC, LETTER) // WB10
        || is(before, NUMERIC) && pair(MID_NUM, NUMERIC) // WB11
        || pair(NUMERIC, MID_NUM) && is(next, NUMERIC); // WB12
    let joints = pair(KATAKANA, KATAKANA) // WB13
        || [LETTER, NUMERIC, KATAKANA, JOINT].into_iter().any(|l| pair(l, JOINT)) // WB13a
        || [LETTER, NUMERIC, KATAKANA].into_iter().any(|r| pair(JOINT, r)); // WB13b
    let flags = pair(INDICATOR, INDICATOR) && indicators % 2 == 1; // WB15, WB16
    words || numbers || joints || flags
}

/// Whether `text` may meet a fault of `unicode-segmentation` 1.13.3: it holds a joiner and a pictograph that
/// is a letter, or that stands behind a mark.
#[must_use]
pub fn peer_errs(text: &str) -> bool {
    let joiners = text.match_indices('\u{200D}');
    joiners.map(|(at, joiner)| text.split_at(at + joiner.len())).any(|(left, right)| {
        let pictograph = right.chars().next().map(Character::of).filter(|c| c.is_pictographic);
        let before = left.chars().map(Character::of).rfind(|c| !c.is(IGNORED));
        pictograph.is_some_and(|c| c.is(LETTER) || before.is_some_and(|c| c.is(MARK)))
    })
}
