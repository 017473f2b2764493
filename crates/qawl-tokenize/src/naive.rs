//! The tokens a character at a time, as the oracle, and the texts that try the fast way.

use std::string::String;
use std::vec::Vec;

use qawl_core::Span;

use crate::address::Seen;
use crate::class::Class;
use crate::tokens::measure_at;
use crate::{Token, TokenKind, tokens, words};

/// Every token measured from its first character on.
fn naive(text: &str) -> Vec<Token> {
    let (mut found, mut at, mut seen) = (Vec::new(), 0, Seen::NOTHING);
    while let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let class = Class::of(first);
        let (len, kind) = measure_at(text, at, first, class, &mut seen);
        found.push(Token { span: Span::new(at, at + len), kind, script: class.script() });
        at += len;
    }
    found
}

fn assert_same(text: &str) {
    let want = naive(text);
    let got: Vec<_> = tokens(text).collect();
    if got != want {
        let at = got.iter().zip(&want).take_while(|(got, want)| got == want).count();
        panic!("{:?}\ngot  {:?}\nwant {:?}", text, got.get(at), want.get(at));
    }
    let want: Vec<_> = want.into_iter().filter(is_word).collect();
    assert_eq!(words(text).collect::<Vec<_>>(), want, "{text:?}");
}

fn is_word(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Word | TokenKind::Number)
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// What tokens are made of, and what makes them go on where they seem to end.
const PIECES: &[&str] = &[
    "قال",
    "و",
    "أ",
    "ب",
    "ا\u{064E}",
    "\u{0640}",
    "\u{0670}",
    "\u{06CC}",
    "\u{200C}",
    "\u{200D}",
    "\u{FEFB}",
    "\u{0752}",
    "\u{08A0}",
    "word",
    "W",
    "x",
    "http://",
    "www.",
    ".com",
    "user@host.org",
    "@",
    "@user",
    "#",
    "#وسم_طويل",
    "_",
    "-",
    "+",
    "%",
    "*",
    "*\u{FE0F}\u{20E3}",
    "1\u{20E3}",
    "1",
    "23",
    "٤",
    "٥٦",
    "\u{06F7}",
    "\u{066A}",
    "\u{066B}",
    "\u{066C}",
    ".",
    ".",
    "..",
    "…",
    ",",
    "/",
    ":",
    "://",
    "،",
    "؛",
    "؟",
    "!",
    "?",
    "(",
    ")",
    "\"",
    "'",
    "«",
    "»",
    "\u{201C}",
    "\u{2019}",
    "\u{2013}",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{00A0}",
    "\u{2003}",
    "\u{0085}",
    "\u{200F}",
    "\u{061C}",
    "\u{0600}",
    "\u{00AD}",
    "\u{0}",
    "\u{7F}",
    "é",
    "e\u{0301}",
    "\u{0301}",
    "中文",
    "שלום",
    "😀",
    "\u{1F468}\u{200D}\u{1F469}",
    "\u{1F1F1}\u{1F1E7}",
    "\u{2764}\u{FE0F}",
    "€",
    "$",
    "~",
    "أ.ف.ب",
    "د.",
    "إلخ.",
    "G20",
    "20th",
    "ال",
    "3.5",
    "10:30",
    "2024/5/1",
    "٣٫٥",
    "12٬345",
];

fn text(random: &mut Random, longest: usize) -> String {
    // Some texts of few kinds of pieces, so that runs get long.
    let (from, kinds) = (random.below(PIECES.len()), 1 + random.below(PIECES.len()));
    let mut text = String::new();
    for _ in 0..random.below(longest) {
        text.push_str(PIECES[(from + random.below(kinds)) % PIECES.len()]);
    }
    text
}

#[test]
fn tokens_are_those_of_the_naive_way() {
    let mut random = Random(1);
    for _ in 0..40_000 {
        assert_same(&text(&mut random, 60));
    }
    for _ in 0..400 {
        assert_same(&text(&mut random, 2_000));
    }
}

/// A window may begin and end at every byte of a text.
#[test]
fn tokens_are_the_same_in_every_part_of_a_text() {
    let text = "قالت «أ.ف.ب» إن 3.5% من\u{00A0}ال\u{064E}ناس زاروا www.example.org/a?b=c. و٤٥٬٦ أو #وسم_طويل! ".repeat(2);
    let starts = || text.char_indices().map(|(at, _)| at);
    for start in starts().take(90) {
        for end in starts().filter(|end| *end >= start) {
            assert_same(text.get(start..end).unwrap());
        }
    }
}

#[test]
fn every_character_alone_and_between_others() {
    for c in '\0'..=char::MAX {
        for around in ["ا", "a", "1", " ", ".", "*"] {
            let text: String = [around, &String::from(c), around].concat();
            assert_same(&text);
        }
    }
}

/// Every level of the processor sees the same in every part of a text.
#[cfg(feature = "simd")]
#[test]
fn every_level_cuts_alike() {
    use crate::sorter::Sorter;
    use crate::tokens::{Tokens, Words};
    use fearless_simd::Level;

    let best = Level::new();
    let mut levels = std::vec![best];
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    levels.extend(
        [
            best.as_sse2().map(Level::Sse2),
            best.as_sse4_2().map(Level::Sse4_2),
            best.as_avx2().map(Level::Avx2),
        ]
        .into_iter()
        .flatten(),
    );
    let mut random = Random(2);
    for _ in 0..10_000 {
        let text = text(&mut random, 200);
        let want = naive(&text);
        for &level in &levels {
            let got: Vec<_> = Tokens::new(&text, Sorter { level }).collect();
            assert!(got == want, "{level:?} {text:?}");
            let words = want.iter().filter(|token| is_word(token));
            assert!(Words::new(&text, Sorter { level }).eq(words.copied()), "{level:?} {text:?}");
        }
    }
}
