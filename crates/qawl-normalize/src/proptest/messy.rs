//! Text as it is met on the web.

use std::borrow::ToOwned;
use std::string::String;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::{elongated_word, number, presentation_word, word};

/// What text from the web brings along.
const LITTER: &[&str] = &[
    // Spaces and lines: NO-BREAK SPACE, EM SPACE, EN QUAD, NARROW NO-BREAK SPACE, LINE SEPARATOR,
    // NEXT LINE.
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u{00A0}",
    "\u{2003}",
    "\u{2000}",
    "\u{202F}",
    "\u{2028}",
    "\u{0085}",
    // Joiners and controls: ZERO WIDTH NON-JOINER, JOINER, LEFT-TO-RIGHT MARK, RIGHT-TO-LEFT MARK,
    // EMBEDDING, POP DIRECTIONAL FORMATTING, RIGHT-TO-LEFT ISOLATE, ZERO WIDTH NO-BREAK SPACE, SOFT
    // HYPHEN.
    "\u{200C}",
    "\u{200D}",
    "\u{200E}",
    "\u{200F}",
    "\u{202B}",
    "\u{202C}",
    "\u{2067}",
    "\u{FEFF}",
    "\u{00AD}",
    // ARABIC TATWEEL, and marks on nothing: FATHA, SHADDA and KASRA, SUPERSCRIPT ALEF, HAMZA ABOVE,
    // COMBINING ACUTE ACCENT.
    "\u{0640}",
    "\u{0640}\u{0640}\u{0640}",
    "\u{064E}",
    "\u{0651}\u{0650}",
    "\u{0670}",
    "\u{0654}",
    "\u{0301}",
    // Emoji: MAN and WOMAN joined, a flag, HEAVY BLACK HEART and VARIATION SELECTOR-16.
    "😀",
    "\u{1F468}\u{200D}\u{1F469}",
    "\u{1F1F1}\u{1F1E7}",
    "\u{2764}\u{FE0F}",
    "\u{2764}\u{FE0F}\u{200D}\u{1F525}",
    // Numbers, with ARABIC DECIMAL, THOUSANDS SEPARATOR and PERCENT SIGN.
    "3.5",
    "٣\u{066B}٥",
    "١٢\u{066C}٣٤٥",
    "12,345",
    "10:30",
    "2024/5/1",
    "٥٠\u{066A}",
    "\u{066A}",
    // Addresses, markup, abbreviations, other scripts (in HEBREW LETTERS "peace"),
    // REPLACEMENT CHARACTER.
    "https://example.org/a_b?c=(d)",
    "www.example.com.",
    "a.b@example.org",
    "#خبر_عاجل",
    "@user_1",
    "أ.ف.ب",
    "&nbsp;",
    "<b>",
    "</p>",
    "G20",
    "é",
    "e\u{0301}",
    "中文",
    "\u{05E9}\u{05DC}\u{05D5}\u{05DD}",
    "…",
    "\u{FFFD}",
    // Punctuation and quotation marks, with ARABIC FULL STOP.
    "،",
    "؛",
    "؟",
    "\u{06D4}",
    ",",
    ";",
    "?",
    ".",
    "!",
    ":",
    "«",
    "»",
    "\"",
    "\u{201C}",
    "\u{201D}",
    "\u{2019}",
    "(",
    ")",
    "- ",
    // SIGN SALLALLAHOU ALAYHE WASSALLAM, LIGATURES ALLAH, MOHAMMAD, JALLAJALALOUHOU, ALAYHI
    // AS-SALAAM, BISMILLAH; RIAL SIGN.
    "\u{FDFA}",
    "\u{FDF2}",
    "\u{FDF4}",
    "\u{FDFB}",
    "\u{FD47}",
    "\u{FDFD}",
    "\u{FDFC}",
    // END OF AYAH, START OF RUB EL HIZB, PLACE OF SAJDAH; ARABIC NUMBER SIGN.
    "\u{06DD}١",
    "\u{06DE}",
    "\u{06E9}",
    "\u{0600}",
    // Persian, with FARSI YEH, ZERO WIDTH NON-JOINER, KEHEH, GAF: "I go", "book", "big".
    "م\u{06CC}\u{200C}روم",
    "\u{06A9}تاب",
    "بزر\u{06AF}",
    // "Ali", "on", "thing", "school", "official", "God", "Moses" and "this" with SUPERSCRIPT ALEF.
    "علي",
    "على",
    "شيء",
    "مدرسة",
    "مسؤول",
    "الله",
    "موسى\u{0670}",
    "ه\u{0670}ذا",
];

/// One thing that text from the web brings along: a space or a control, a mark on nothing, an emoji,
/// a number, an address, markup, another script, a quotation mark, an honorific, a Persian word, a
/// word whose spelling is folded.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::litter;
///
/// proptest!(|(piece in litter())| {
///     prop_assert!(!piece.is_empty());
/// });
/// ```
pub fn litter() -> BoxedStrategy<String> {
    select(LITTER).prop_map(ToOwned::to_owned).boxed()
}

/// Text as it is met on the web: [words](word), [in presentation forms](presentation_word) and
/// [drawn out](elongated_word) too, [numbers](number) and [litter] in any order, up to 24 of them.
/// Often empty space is missing between them.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::{laws, messy};
///
/// let search = qawl_normalize::Profile::SEARCH.normalizer();
/// proptest!(|(text in messy())| {
///     laws::borrows_iff_unchanged(|text| search.normalize(text), &text)?;
/// });
/// ```
pub fn messy() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        4 => word(),
        1 => presentation_word(),
        1 => elongated_word(),
        1 => number(),
        7 => litter(),
    ];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat()).boxed()
}
