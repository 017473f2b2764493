//! Words.

use std::string::String;
use std::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// The letters of Arabic, those with a hamza or a tail among them.
const LETTERS: &str = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";

/// Letters that are typed for one of those, or belong to another language or to the Quran: PEH,
/// TCHEH, VEH, GAF; KEHEH, FARSI YEH, YEH BARREE, with HAMZA; HEH DOACHASHMEE, HEH GOAL, with
/// HAMZA, AE, HEH WITH YEH ABOVE, TEH MARBUTA GOAL; ALEF WASLA, alefs with WAVY and HIGH HAMZA;
/// SMALL WAW, SMALL YEH; YEH WITH SMALL V.
const OTHER_LETTERS: &str = "\u{067E}\u{0686}\u{06A4}\u{06AF}\u{06A9}\u{06CC}\u{06D2}\u{06D3}\
    \u{06BE}\u{06C1}\u{06C2}\u{06D5}\u{06C0}\u{06C3}\u{0671}\u{0672}\u{0673}\u{0675}\
    \u{06E5}\u{06E6}\u{06CE}";

/// The marks of vocalized text, FATHATAN to SUKUN and SUPERSCRIPT ALEF, and the combining MADDAH
/// ABOVE, HAMZA ABOVE and HAMZA BELOW.
const MARKS: &str = "\u{064B}\u{064C}\u{064D}\u{064E}\u{064F}\u{0650}\u{0651}\u{0652}\u{0670}\
    \u{0653}\u{0654}\u{0655}";

/// Marks of the Quran and of other languages: SIGN SALLALLAHOU ALAYHE WASSALLAM, SMALL HIGH
/// LIGATURE SAD WITH LAM WITH ALEF MAKSURA, SMALL HIGH JEEM, SMALL HIGH DOTLESS HEAD OF KHAH, SMALL
/// LOW SEEN, EMPTY CENTRE LOW STOP; SUBSCRIPT ALEF, VOWEL SIGN DOT BELOW; OPEN FATHATAN, SMALL HIGH
/// FARSI YEH, PEPET.
const OTHER_MARKS: &str = "\u{0610}\u{06D6}\u{06DA}\u{06E1}\u{06E3}\u{06EA}\u{0656}\u{065C}\
    \u{08F0}\u{08CF}\u{0897}";

/// An Arabic letter: of Arabic, or sometimes of another language or of the Quran.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::letter;
///
/// proptest!(|(letter in letter())| {
///     prop_assert!(qawl_core::letters::is_letter(letter));
/// });
/// ```
pub fn letter() -> BoxedStrategy<char> {
    prop_oneof![6 => one_of(LETTERS), 1 => one_of(OTHER_LETTERS)].boxed()
}

/// A mark of the Arabic script: of vocalization, a combining hamza or maddah, or sometimes a sign of
/// the Quran or of another language.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::mark;
///
/// proptest!(|(mark in mark())| {
///     prop_assert!(qawl_core::letters::is_mark(mark));
/// });
/// ```
pub fn mark() -> BoxedStrategy<char> {
    prop_oneof![5 => one_of(MARKS), 1 => one_of(OTHER_MARKS)].boxed()
}

/// One to eight [letters](letter), about half of them bare, the others with up to three
/// [marks](mark) in any order, and tatweels between them.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_core::letters::is_word_char;
/// use qawl_normalize::proptest::word;
///
/// proptest!(|(word in word())| {
///     prop_assert!(!word.is_empty() && word.chars().all(is_word_char));
/// });
/// ```
pub fn word() -> BoxedStrategy<String> {
    vec(cluster(), 1..9).prop_map(|clusters| clusters.concat()).boxed()
}

/// A word in positional forms and ligatures, as files made for print have it: characters of the
/// blocks U+FB50 and U+FE70, honorifics among them, with marks between.
///
/// ```
/// use proptest::prelude::*;
/// use qawl_core::letters::is_mark;
/// use qawl_normalize::proptest::presentation_word;
///
/// let is_form = |c| is_mark(c) || c >= '\u{FB50}';
/// proptest!(|(word in presentation_word())| {
///     prop_assert!(word.chars().all(is_form));
/// });
/// ```
pub fn presentation_word() -> BoxedStrategy<String> {
    let forms = ('\u{FB50}'..='\u{FDFF}').chain('\u{FE70}'..='\u{FEFC}');
    let forms: Vec<char> = forms.filter(|c| !matches!(c, '\u{FDD0}'..='\u{FDEF}')).collect();
    vec(prop_oneof![4 => select(forms), 1 => mark()], 1..8).prop_map(String::from_iter).boxed()
}

/// A word with one letter drawn out for emphasis: three to six times the same, as in «جمييييل»
/// ("beautiful").
///
/// ```
/// use proptest::prelude::*;
/// use qawl_normalize::proptest::elongated_word;
/// use qawl_normalize::{Elongation, NormalizeOptions, Normalizer};
///
/// let options = NormalizeOptions::new().with_elongation(Elongation::ToTwo);
/// let normalizer = Normalizer::new(options);
/// proptest!(|(word in elongated_word())| {
///     prop_assert!(normalizer.normalize(&word).len() < word.len());
/// });
/// ```
pub fn elongated_word() -> BoxedStrategy<String> {
    let letters = || vec(one_of(LETTERS), 0..4).prop_map(String::from_iter);
    let drawn_out = (one_of(LETTERS), 3..7_usize)
        .prop_map(|(letter, times)| std::iter::repeat_n(letter, times).collect::<String>());
    (letters(), drawn_out, letters())
        .prop_map(|(before, drawn_out, behind)| before + &drawn_out + &behind)
        .boxed()
}

fn cluster() -> impl Strategy<Value = String> {
    let marks = prop_oneof![3 => Just(Vec::new()).boxed(), 2 => vec(mark(), 1..4).boxed()];
    let tatweel = prop_oneof![9 => Just(""), 1 => Just("\u{0640}")];
    (letter(), marks, tatweel).prop_map(|(letter, marks, tatweel)| {
        std::iter::once(letter).chain(marks).chain(tatweel.chars()).collect()
    })
}

/// One of the characters of a list.
pub(super) fn one_of(list: &str) -> impl Strategy<Value = char> + use<> {
    select(list.chars().collect::<Vec<_>>())
}
