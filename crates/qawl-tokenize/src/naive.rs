//! The tokens a character at a time, as the oracle, and the texts that try the fast way.

use std::string::String;
use std::vec::Vec;

use crate::measure::Measure;
use crate::{Token, TokenKind, Tokenizer};

/// Every token measured from its first character on.
fn naive(text: &str, tokenizer: Tokenizer) -> Vec<Token> {
    let mut measure = Measure::new(tokenizer);
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(token) = measure.token(text, at) {
        at = token.span.end();
        found.push(token);
    }
    found
}

fn assert_same(text: &str) {
    assert_same_by(text, Tokenizer::NEWS);
}

fn assert_same_by(text: &str, tokenizer: Tokenizer) {
    let want = naive(text, tokenizer);
    let got: Vec<_> = tokenizer.tokens(text).collect();
    if got != want {
        let at = got.iter().zip(&want).take_while(|(got, want)| got == want).count();
        panic!("{tokenizer:?} {text:?}\ngot  {:?}\nwant {:?}", got.get(at), want.get(at));
    }
    let want: Vec<_> = want.into_iter().filter(is_word).collect();
    let got: Vec<_> = tokenizer.words(text).collect();
    if got != want {
        let at = got.iter().zip(&want).take_while(|(got, want)| got == want).count();
        panic!("{tokenizer:?} {text:?}\ngot  {:?}\nwant {:?}", got.get(at), want.get(at));
    }
}

/// The presets, and each option turned alone and with the others.
fn tokenizers() -> Vec<Tokenizer> {
    let turned = |bits: u32| {
        let bit = |at: u32| bits >> at & 1 == 1;
        Tokenizer::NEWS
            .with_addresses(bit(0))
            .with_tags(bit(1))
            .with_abbreviations(bit(2))
            .with_joined_digits(bit(3))
            .with_non_joiner_inside(bit(4))
            .with_emoticons(bit(5))
            .with_runs_of_marks(bit(6))
    };
    (0..128).map(turned).chain([Tokenizer::UAX29]).collect()
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
    "إلخ",
    "إ\u{064E}ل\u{064E}خ\u{0652}.", // with FATHA, FATHA, SUKUN
    "الخ.",
    "G20",
    "20th",
    "ال",
    "3.5",
    "10:30",
    "2024/5/1",
    "٣٫٥",
    "12٬345",
    ":)",
    ":-D",
    "<3",
    "^_^",
    "!!",
    "؟؟",
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

#[test]
fn every_set_of_options_gives_the_tokens_of_the_naive_way() {
    let mut random = Random(3);
    for tokenizer in tokenizers() {
        for _ in 0..200 {
            assert_same_by(&text(&mut random, 100), tokenizer);
        }
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
    use crate::{Tokens, Words};
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
        let want = naive(&text, Tokenizer::NEWS);
        for &level in &levels {
            let got: Vec<_> = Tokens::new(&text, Sorter { level }, Tokenizer::NEWS).collect();
            assert!(got == want, "{level:?} {text:?}");
            let words = want.iter().filter(|token| is_word(token));
            assert!(
                Words::new(&text, Sorter { level }, Tokenizer::NEWS).eq(words.copied()),
                "{level:?} {text:?}"
            );
        }
    }
}

/// Every file of the folder that `QAWL_CORPUS` names, as it is. Without it there is nothing to do.
#[test]
fn real_text_is_cut_as_the_naive_way_does() {
    let Some(folder) = std::env::var_os("QAWL_CORPUS") else {
        std::println!("QAWL_CORPUS names no folder: no real text was read");
        return;
    };
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for tokenizer in [Tokenizer::NEWS, Tokenizer::SOCIAL] {
            let (naive, fast) = (naive(&text, tokenizer), tokenizer.tokens(&text));
            assert!(fast.eq(naive.iter().copied()));
            let words = naive.iter().filter(|token| is_word(token)).copied();
            assert!(tokenizer.words(&text).eq(words));
        }
    }
}

/// A text may end at every character.
#[test]
fn every_prefix_is_cut_as_the_naive_way_does() {
    let mut random = Random(4);
    for _ in 0..200 {
        let text = text(&mut random, 120);
        for (end, _) in text.char_indices() {
            assert_same(text.get(..end).unwrap());
        }
    }
}
