//! Numbers.

use std::string::String;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The first digits of the rows: ASCII, ARABIC-INDIC, EXTENDED ARABIC-INDIC.
const ZEROS: [char; 3] = ['0', '\u{0660}', '\u{06F0}'];

/// What stands in a number and behind it: nothing, Arabic decimal and thousands separators, percent
/// and per mille sign, date separator; ASCII ones.
const SIGNS: [&str; 15] = [
    "", "", "", "\u{066B}", "\u{066C}", "\u{066A}", "\u{0609}", "\u{060D}", ".", ",", "%", ":",
    "/", "-", "\u{060C}",
];

/// A number in digits of one row or, sometimes, of two, with Arabic or ASCII signs in it and behind
/// it. It may have two signs in a row.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_core::letters::is_digit;
/// use qawl_normalize::proptest::number;
///
/// proptest!(|(number in number())| {
///     prop_assert!(number.starts_with(is_digit));
/// });
/// ```
pub fn number() -> BoxedStrategy<String> {
    let sign = || prop_oneof![12 => select(&SIGNS[..]), 1 => Just("\u{066B}\u{066B}")];
    let digits = |zero| vec(digit(zero), 1..4).prop_map(String::from_iter);
    (select(&ZEROS[..]), prop_oneof![6 => Just(None), 1 => select(&ZEROS[..]).prop_map(Some)])
        .prop_flat_map(move |(first, second)| {
            let group = (digits(first), sign(), digits(second.unwrap_or(first)), sign());
            vec(group, 1..3)
        })
        .prop_map(|groups| {
            let parts = groups.iter().flat_map(|(a, sign, b, end)| [a.as_str(), sign, b, end]);
            parts.collect()
        })
        .boxed()
}

/// A digit of the row that begins with `zero`.
fn digit(zero: char) -> impl Strategy<Value = char> {
    (0..10_u32).prop_map(move |digit| char::from_u32(u32::from(zero) + digit).unwrap_or(zero))
}
