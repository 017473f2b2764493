//! Any text at all.

use std::string::String;
use std::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::words::one_of;
use super::{letter, mark, messy, mixed_directions, word};

/// Characters that meet badly: letters and their hamzas, lookalikes, what is invisible, signs that
/// depend on their neighbours, forms, emoji, and what other scripts compose.
const TRAPS: &str = "\
    \u{0627}\u{0622}\u{0623}\u{0625}\u{0671}\u{0672}\u{0648}\u{0624}\u{064A}\u{0626}\u{0649}\
    \u{06CC}\u{06D2}\u{06D3}\u{06C0}\u{06C1}\u{06C2}\u{06C3}\u{06D5}\u{06A9}\u{06BE}\u{0647}\
    \u{0629}\u{0644}\u{0643}\u{0621}\u{06E5}\u{06E6}\
    \u{0653}\u{0654}\u{0655}\u{064B}\u{064E}\u{0650}\u{0651}\u{0652}\u{0670}\u{0656}\u{065C}\
    \u{0610}\u{06DA}\u{06E3}\u{08F0}\u{08D9}\u{0640}\
    \u{200D}\u{200C}\u{200F}\u{200B}\u{2067}\u{2060}\u{00AD}\u{061C}\u{FEFF}\
    \u{0661}\u{06F2}3\u{066A}\u{066B}\u{066C}.,%;?\u{060C}\u{061B}\u{061F}\u{06D4}\
    \u{00AB}\u{00BB}\u{2019}\u{201D}\"\u{00A0}\u{2003}\u{2000}\u{3000}\t \n\
    \u{06DD}\u{06DE}\u{06E9}\u{0600}\
    \u{FEFB}\u{FEF5}\u{FEF7}\u{FEF9}\u{FE70}\u{FE77}\u{FC5E}\u{FCF2}\u{FDF2}\u{FDFC}\u{FDFA}\
    \u{FDF4}\u{FD47}\u{FBA4}\u{FBFC}\u{FE84}\u{FE8A}\u{FEF0}\u{FEF2}\u{FE80}\u{FBDD}\
    \u{1F468}\u{2764}\u{FE0F}\
    ae<\u{0301}\u{0308}\u{0338}\u{0327}\u{0344}\u{212B}\u{1E69}\u{037E}\u{1100}\u{1161}\u{11A8}\
    \u{0958}\u{09C7}\u{09BE}\u{FB1D}\u{05B4}\u{1D15E}\u{2ADC}\u{219A}";

/// A few characters, out of those that rules of spelling and of Unicode look at, up to 16 times in
/// any order: what no one writes, and what finds the two rules that do not fit together.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::{jumble, laws, options};
/// use qawl_normalize::Normalizer;
///
/// proptest!(|(text in jumble(), options in options())| {
///     let normalizer = Normalizer::new(options);
///     let result = normalizer.normalize_aligned(&text);
///     laws::alignment_covers(&text, result.as_str(), result.alignment())?;
/// });
/// ```
pub fn jumble() -> BoxedStrategy<String> {
    let c = prop_oneof![8 => one_of(TRAPS), 1 => letter(), 1 => mark()];
    vec(c, 1..7)
        .prop_flat_map(|few: Vec<char>| vec(select(few), 0..16))
        .prop_map(String::from_iter)
        .boxed()
}

/// Any text at all: [words](word), [messy] text, [both directions](mixed_directions), a [jumble], or
/// characters from the whole of Unicode.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::{anything, laws};
///
/// let nlp = qawl_normalize::Profile::NLP.normalizer();
/// proptest!(|(text in anything())| {
///     laws::idempotent(|text| nlp.normalize(text).into_owned(), &text)?;
/// });
/// ```
pub fn anything() -> BoxedStrategy<String> {
    prop_oneof![
        4 => messy(),
        1 => mixed_directions(),
        3 => jumble(),
        2 => any::<String>(),
        1 => word(),
    ]
    .boxed()
}
