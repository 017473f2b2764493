//! Text in both directions.

use std::borrow::ToOwned;
use std::string::String;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{number, word};

/// The controls that steer direction: LEFT-TO-RIGHT, RIGHT-TO-LEFT and ARABIC LETTER MARK; the
/// embeddings and overrides and their POP; the isolates and theirs.
const CONTROLS: [&str; 12] = [
    "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}", "\u{202C}",
    "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
];

/// Openers with what closes them: embeddings and overrides, isolates, and signs that are mirrored.
const PAIRS: [[&str; 2]; 9] = [
    ["\u{202A}", "\u{202C}"],
    ["\u{202B}", "\u{202C}"],
    ["\u{202E}", "\u{202C}"],
    ["\u{2066}", "\u{2069}"],
    ["\u{2067}", "\u{2069}"],
    ["\u{2068}", "\u{2069}"],
    ["(", ")"],
    ["«", "»"],
    ["[", "]"],
];

/// Words from left to right.
const LATIN: [&str; 8] = ["Qatar", "IBM", "COVID-19", "v2.0", "café", "a_b", "Москва", "C++"];

/// What stands between words of either direction.
const BETWEEN: [&str; 8] = [" ", " ", " ", "", " - ", ", ", "/", ": "];

/// Arabic and Latin words and numbers in one line, with bidirectional controls: around a word and
/// closed again, or alone.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_core::letters::is_format_control;
/// use qawl_normalize::proptest::{laws, mixed_directions};
///
/// let display = qawl_normalize::Profile::DISPLAY.normalizer();
/// proptest!(|(text in mixed_directions())| {
///     laws::removes(|text| display.normalize(text), is_format_control, &text)?;
/// });
/// ```
pub fn mixed_directions() -> BoxedStrategy<String> {
    let plain = prop_oneof![
        4 => word(),
        3 => select(&LATIN[..]).prop_map(ToOwned::to_owned),
        2 => number(),
    ]
    .boxed();
    let enclosed = (select(&PAIRS[..]), plain.clone())
        .prop_map(|([opener, closer], word)| [opener, &word, closer].concat());
    let control = select(&CONTROLS[..]).prop_map(ToOwned::to_owned);
    let piece = prop_oneof![4 => plain, 2 => enclosed, 1 => control];
    vec((piece, select(&BETWEEN[..])), 0..12)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [piece.as_str(), gap]).collect())
        .boxed()
}
