//! Texts of the words that reports are made of: a byte for each, so that a change of a byte is another word
//! in a text that stays one.

use std::sync::LazyLock;

use qawl_tests::text::{CUES, NAMES, QUOTING, WORDS};

/// What stands between words, and what opens what was said.
const JOINTS: [&str; 12] =
    [" ", " ", " ", "، ", ". ", ".\n", "\n\n", ": ", " إن ", " أن ", " إلى أن ", " بأن "];

/// What scraped text has besides: marks on letters, controls, another script, numbers, dashes.
const LITTER: [&str; 14] = [
    "\u{64E}", "\u{651}", "\u{640}", "\u{200F}", "\u{202B}", "\u{200C}", "\u{FEFB}", "\u{FDFA}",
    "Reuters", "2.5%", "- ", "... ", "\u{A0}", "#وسم ",
];

static PIECES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let all = [&CUES[..], &JOINTS, &NAMES, &QUOTING, &JOINTS, &WORDS, &LITTER];
    all.concat()
});

/// A text with a piece for each byte.
pub fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| PIECES[usize::from(byte) % PIECES.len()]).collect()
}
