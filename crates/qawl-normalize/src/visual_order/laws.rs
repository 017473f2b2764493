//! The laws, on generated lines. The generator is a plain linear congruence: the same lines each
//! time.

use std::string::String;
use std::vec::Vec;

use super::{Brackets, Marks, ReorderOptions, lines, reorder, reorder_with, repair};

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn text(&mut self, alphabet: &[char], longest: usize) -> String {
        (0..self.below(longest + 1)).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }

    fn pick<'t>(&mut self, choices: &[&'t str]) -> &'t str {
        choices[self.below(choices.len())]
    }
}

/// Letters of both directions, digits of both rows, spaces and line ends.
const PLAIN: &str =
    "ابتثجحدرسعقلمنهويةىءأإabcXY\u{E9}0123456789\u{660}\u{663}\u{666}    \t\n\r\u{C}";

/// What else a line may hold, in the worst order.
const TRAPS: &str = "ابةab12\u{662}()[]{}<>\u{AB}\u{BB}.,:/%-\u{66A}\u{66B}\u{60C}\u{61F}\"\u{A0}\
    \u{64E}\u{651}\u{301}\u{FEFB}\u{FEDF}\u{200F}\u{200C}\u{640}\u{5D0}\u{1F468}\u{FE0F} \t\r\n";

#[test]
fn turning_letters_and_digits_twice_is_turning_never() {
    let plain: Vec<char> = PLAIN.chars().collect();
    let mut random = Random(1);
    for _ in 0..200_000 {
        let text = random.text(&plain, 24);
        assert_eq!(reorder(&reorder(&text)), text, "{:?}", reorder(&text));
    }
}

#[test]
fn turning_keeps_every_character_but_brackets_and_every_line_end() {
    let traps: Vec<char> = TRAPS.chars().collect();
    let mut random = Random(2);
    for _ in 0..100_000 {
        let text = random.text(&traps, 16);
        for marks in [Marks::BeforeLetter, Marks::AfterLetter] {
            let options = ReorderOptions::new().with_marks(marks).with_brackets(Brackets::Typed);
            let turned = reorder_with(&text, &options);
            let spans = |text: &str| lines(text).map(|line| line.span).collect::<Vec<_>>();
            assert_eq!(spans(&turned), spans(&text), "{text:?}");
            for (before, after) in lines(&text).zip(lines(&turned)) {
                assert_eq!(sorted(before.text), sorted(after.text), "{text:?}");
            }
        }
        assert_eq!(reorder(&text).chars().count(), text.chars().count(), "{text:?}");
    }
}

#[test]
fn lines_lie_where_they_say_and_leave_only_line_ends() {
    let traps: Vec<char> = TRAPS.chars().chain(['\u{2028}', '\u{85}']).collect();
    let mut random = Random(3);
    for _ in 0..20_000 {
        let text = random.text(&traps, 16);
        let mut at = 0;
        for line in lines(&text) {
            assert_eq!(line.span.get(&text), Some(line.text), "{text:?}");
            assert!(line.span.start() - at <= 3, "{text:?}"); // LINE SEPARATOR has three bytes
            at = line.span.end();
        }
        let _ = repair(&text);
    }
}

fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}

/// A piece of a generated line: as it is read, and as it is painted.
struct Piece {
    logical: String,
    painted: String,
}

const WORDS: [&str; 8] = ["من", "المدينة", "إلى", "كتاب", "وقالت", "ماء", "ة", "سؤال"];
const NUMBERS: [&str; 8] =
    ["7", "2024", "3.5%", "1,250", "10:30", "27/5/2023", "\u{661}\u{66B}\u{662}", "٤٥"];
const LATIN: [&str; 6] =
    ["UNESCO", "Blue River Systems", "G20", "Windows 11", "R&D (Paris)", "a 1 2 b, c"];

impl Piece {
    /// Letters that run from right to left, and neutrals.
    fn right(logical: &str) -> Self {
        let painted = logical.chars().rev().map(other_bracket).collect();
        Self { logical: logical.to_owned(), painted }
    }

    /// What is painted as it is read.
    fn left(logical: &str) -> Self {
        Self { logical: logical.to_owned(), painted: logical.to_owned() }
    }

    /// Words and neutrals, with a number or a Latin run in every third place at most, so that no two
    /// of these meet.
    fn random(random: &mut Random, place: usize) -> Self {
        match random.below(6) {
            0 if place % 3 == 1 => Self::left(random.pick(&NUMBERS)),
            1 if place % 3 == 1 => Self::left(random.pick(&LATIN)),
            2 if place % 3 != 1 => Self::right(random.pick(&["(كتاب)", "«من هنا»", "[و]", "{لا}"])),
            3 if place % 3 != 1 => {
                Self::right(random.pick(&["قال:", "نعم،", "لا.", "متى؟", "\"ما\""]))
            }
            _ => Self::right(random.pick(&WORDS)),
        }
    }
}

fn other_bracket(c: char) -> char {
    let pairs = ["()", "[]", "{}", "«»"];
    let other = |pair: &&str| {
        let (left, right) = (pair.chars().next().unwrap(), pair.chars().last().unwrap());
        (c == left).then_some(right).or_else(|| (c == right).then_some(left))
    };
    pairs.iter().find_map(other).unwrap_or(c)
}

#[test]
fn a_painted_line_turns_into_the_line() {
    let mut random = Random(4);
    for _ in 0..50_000 {
        let pieces: Vec<Piece> =
            (0..1 + random.below(12)).map(|place| Piece::random(&mut random, place)).collect();
        let logical: Vec<&str> = pieces.iter().map(|piece| piece.logical.as_str()).collect();
        let painted: Vec<&str> = pieces.iter().rev().map(|piece| piece.painted.as_str()).collect();
        let options = ReorderOptions::new().with_brackets(Brackets::Painted);
        assert_eq!(reorder_with(&painted.join(" "), &options), logical.join(" "));
    }
}

#[test]
fn long_lines_take_linear_time() {
    let many = 300_000;
    let brackets = "(".repeat(many) + "a" + &")".repeat(many) + "ب";
    assert_eq!(reorder(&brackets).chars().count(), 2 * many + 2);
    let marks = "ب".to_owned() + &"\u{64E}".repeat(many);
    assert_eq!(reorder(&marks).len(), marks.len());
    let numbers = "1.".repeat(many) + "ب";
    assert!(reorder(&numbers).starts_with("ب.1.1"));
    let ends = "\n".repeat(many);
    assert_eq!(repair(&ends), ends);
    let stretches = "a ب ".repeat(many);
    assert_eq!(reorder(&reorder(&stretches)), stretches);
}
