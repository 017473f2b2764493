//! Unicode's default word boundaries, against Unicode's own cases, against the rules written down
//! naively, and against `unicode-segmentation`.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, TestRunner};
use qawl_tests::word_bounds::{self, CHARACTERS, Character, character, peer_errs};
use qawl_tests::{config, laws, workspace};
use qawl_tokenize::{TokenKind, Tokenizer};
use unicode_segmentation::UnicodeSegmentation;

fn segments(text: &str) -> Vec<&str> {
    Tokenizer::UAX29.tokens(text).filter_map(|token| token.span.get(text)).collect()
}

#[test]
fn unicodes_own_cases() {
    let path = workspace::root().join("tests/fixtures/tokenize/word_break_test.txt");
    let cases = workspace::read(&path);
    let cases: Vec<&str> = cases.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(cases.len(), 1944);
    for case in cases {
        let pieces = case.trim_matches(['÷', ' ']).split('÷');
        let want: Vec<String> = pieces
            .map(|piece| piece.split('×').map(|hex| character(hex.trim())).collect())
            .collect();
        assert_eq!(segments(&want.concat()), want, "{case}");
        assert_eq!(word_bounds::segments(&want.concat()), want, "{case}");
    }
}

/// `unicode-segmentation` 1.13.3 takes a pictograph behind a joiner (WB3c) for the end of everything
/// before it: that it is a letter, and that a mark waits for one, is forgotten.
#[test]
fn where_the_peer_errs() {
    let cases: [(&str, &[&str], &[&str]); 3] = [
        // U+2139 INFORMATION SOURCE is ALetter: WB5.
        ("a\u{200D}\u{2139}b", &["a\u{200D}\u{2139}b"], &["a\u{200D}\u{2139}", "b"]),
        // WB6, WB12: what follows is no letter and no number.
        ("a.\u{200D}👩", &["a", ".\u{200D}👩"], &["a.\u{200D}👩"]),
        ("1.\u{200D}👩", &["1", ".\u{200D}👩"], &["1.\u{200D}👩"]),
    ];
    for (text, want, peers) in cases {
        assert!(peer_errs(text));
        assert_eq!(segments(text), want);
        assert_eq!(word_bounds::segments(text), want);
        assert_eq!(peer(text), peers);
    }
}

/// Alone, and beside characters that show what it is.
#[test]
fn every_character() {
    for c in '\0'..=char::MAX {
        let between = [("", ""), ("a", "b"), ("1", "2"), ("א\"", ""), ("א", "\"א"), ("א", "")];
        let behind = [" ", "_", "カ", "🇯", "\u{200D}", "\r", "\u{1F3FB}"].map(|left| (left, ""));
        for (left, right) in between.into_iter().chain(behind) {
            let text = format!("{left}{c}{right}");
            assert_eq!(segments(&text), peer(&text), "{}", text.escape_unicode());
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 20_000, ..config() })]

    #[test]
    fn any_text(text in text()) {
        laws::word_boundaries_are_those_of_unicode(&text);
    }

    /// A segment depends on nothing before it.
    #[test]
    fn the_rest_is_cut_alike(text in text()) {
        let found = segments(&text);
        let mut start = 0;
        for (at, segment) in found.iter().enumerate() {
            prop_assert_eq!(&segments(&text[start..]), &found[at..]);
            start += segment.len();
        }
    }
}

/// Files of the folder that `QAWL_CORPUS` names. Without it there is nothing to do.
#[test]
fn real_text() {
    let Some(folder) = std::env::var_os("QAWL_CORPUS") else {
        println!("QAWL_CORPUS names no folder: no real text was read");
        return;
    };
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let text = workspace::read(&path);
        let found = segments(&text);
        println!("{}: {} segments", path.display(), found.len());
        assert_same(&found, &word_bounds::segments(&text));
        assert_same(&found, &peer(&text));
    }
}

/// Without the whole text where they differ.
fn assert_same(found: &[&str], want: &[&str]) {
    let at = found.iter().zip(want).take_while(|(found, want)| found == want).count();
    assert_eq!(found.get(at), want.get(at), "segment {at}");
}

fn peer(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

/// Pieces of every kind that the rules know, ignored characters and joiners most of all.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => one_of_a_kind(),
        2 => select(IGNORABLE).prop_map(str::to_owned),
        2 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

const IGNORABLE: &[&str] = &["\u{200D}", "\u{0301}", "\u{064E}", "\u{00AD}", "\u{200D}\u{0301}"];

#[rustfmt::skip]
const PIECES: &[&str] = &[
    "قال", "ا\u{0640}", "a", "א", "カ", "1", "٣", ".", ",", ":", "'", "\"", "_", "،", "٫", " ",
    "\r\n", "\n", "👩", "🇯", "🇴", "\u{1F3FB}", "\u{2139}", "❤\u{FE0F}", "👩\u{200D}👧",
];

/// A character of any value, each value as likely as another.
fn one_of_a_kind() -> impl Strategy<Value = String> {
    static KINDS: LazyLock<Vec<Vec<&'static Character>>> = LazyLock::new(|| {
        let kind = |c: &Character| (c.value.clone(), c.is_pictographic);
        let mut kinds = BTreeMap::<_, Vec<_>>::new();
        for range in CHARACTERS.iter() {
            kinds.entry(kind(range)).or_default().push(range);
        }
        kinds.into_values().collect()
    });
    let range = select(KINDS.as_slice()).prop_flat_map(select);
    range.prop_flat_map(|range| prop::char::range(range.first, range.last).prop_map(String::from))
}

/// Emoji with all that belongs to them, whole: extended grapheme clusters.
#[test]
fn emoji_are_grapheme_clusters() {
    const PARTS: &[&str] = &[
        "👩",
        "👍",
        "❤",
        "\u{1F3FB}",
        "\u{1F3FF}",
        "\u{200D}",
        "\u{200D}",
        "\u{FE0F}",
        "\u{20E3}",
        "🇯",
        "🇴",
        "🏴",
        "\u{E0067}",
        "\u{E007F}",
        "👦",
        "🌈",
        "\u{0301}",
    ];
    let text = prop::collection::vec(select(PARTS), 1..10).prop_map(|parts| parts.concat());
    let emoji = text.prop_filter("begins with an emoji", |text| {
        Tokenizer::NEWS.tokens(text).next().is_some_and(|token| token.kind == TokenKind::Emoji)
    });
    let mut runner = TestRunner::new(Config { cases: 20_000, ..config() });
    let law = |text: String| {
        let first = Tokenizer::NEWS.tokens(&text).next().and_then(|token| token.span.get(&text));
        prop_assert_eq!(first, text.graphemes(true).next());
        Ok(())
    };
    runner.run(&emoji, law).unwrap();
}
