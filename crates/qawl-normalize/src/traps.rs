//! Texts that normalizers are known to get wrong, one test a trap.

use std::string::String;

use qawl_core::Span;

use crate::{NormalizeOptions, Normalizer, Profile};

fn assert_normal(options: &[&str], text: &str, want: &str) {
    let options = options
        .iter()
        .fold(NormalizeOptions::new(), |options, name| options.with_named(name).unwrap());
    assert_eq!(Normalizer::new(options).normalize(text), want, "{options:?}");
}

#[test]
fn no_hamza_is_lost_with_the_marks() {
    // "the official", "thing", "Ahmad", "to", "security"
    for word in ["المسؤول", "شيء", "أحمد", "إلى", "الأمن"] {
        assert!(Profile::NLP.normalizer().is_normalized(word), "{word}");
    }
    // ARABIC HAMZA ABOVE behind waw
    assert_eq!(Profile::NLP.normalizer().normalize("المسو\u{0654}ول"), "المسؤول");
}

#[test]
fn alef_maksura_never_becomes_alef() {
    assert_eq!(Profile::SEARCH_LOOSE.normalizer().normalize("إلى"), "الي"); // "to"
}

#[test]
fn all_eight_lam_alef_forms_are_two_letters() {
    let forms: String = ('\u{FEF5}'..='\u{FEFC}').collect();
    assert_normal(&["presentation_forms"], &forms, "لآلآلألألإلإلالا");
    assert_normal(&["presentation_forms", "alef"], &forms, "لالالالالالالالا");
}

#[test]
fn forms_of_marks_bring_neither_space_nor_tatweel() {
    for form in
        ('\u{FE70}'..='\u{FE7F}').chain('\u{FC5E}'..='\u{FC63}').chain('\u{FCF2}'..='\u{FCF4}')
    {
        let text: String = ['ب', form].into_iter().collect();
        let normalized = Profile::QURAN_SAFE.normalizer().normalize(&text).into_owned();
        assert!(!normalized.contains([' ', '\u{0640}']), "{form:?}");
    }
}

#[test]
fn signs_become_words_and_honorifics_stay() {
    assert_normal(&["presentation_forms"], "\u{FDF2}", "الله"); // "God"
    assert_normal(&["presentation_forms"], "\u{FDFC}", "ر\u{064A}ال"); // "rial", ARABIC LETTER YEH
    assert_normal(&["presentation_forms"], "\u{FDFA}\u{FDFD}", "\u{FDFA}\u{FDFD}");
}

#[test]
fn what_is_deleted_does_not_part_a_hamza_from_its_alef() {
    // TATWEEL; RIGHT-TO-LEFT MARK; ARABIC SIGN SALLALLAHOU ALAYHE WASSALLAM
    assert_normal(&["compose", "tatweel"], "ا\u{0640}\u{0654}", "أ");
    assert_normal(&["compose", "controls"], "ا\u{200F}\u{0654}", "أ");
    assert_normal(&["compose", "marks.QURANIC"], "ا\u{0610}\u{0654}", "أ");
    assert_normal(&["compose"], "ا\u{0610}\u{0654}", "ا\u{0610}\u{0654}");
}

#[test]
fn a_folded_alef_takes_the_hamza_behind_it() {
    assert_normal(&["compose", "alef"], "آ\u{0654}\u{0654}", "ا");
    assert_normal(&["compose", "hamza_seats"], "ؤ\u{0654}", "و");
}

#[test]
fn yehs_of_other_keyboards_take_a_hamza() {
    // ALEF MAKSURA, FARSI YEH, each with HAMZA ABOVE, the second behind KASRA
    assert_normal(&["compose"], "\u{0649}\u{0654}", "ئ");
    assert_normal(&["compose"], "\u{06CC}\u{0650}\u{0654}", "ئ\u{0650}");
}

#[test]
fn empty_text_and_marks_alone() {
    let nlp = Profile::NLP.normalizer();
    assert_eq!(nlp.normalize(""), "");
    let marks = nlp.normalize_aligned("\u{064E}\u{0651}"); // FATHA, SHADDA
    assert_eq!(marks.as_str(), "");
    assert_eq!(marks.to_original(Span::empty(0)), Span::new(0, 4));
}

#[test]
fn separators_change_only_inside_numbers() {
    // ARABIC DECIMAL SEPARATOR, THOUSANDS SEPARATOR, PERCENT SIGN
    assert_normal(
        &["digits.Ascii", "number_signs.Ascii"],
        "١٢\u{066C}٣٤٥\u{066B}٦\u{066A}",
        "12,345.6%",
    );
    // ANGSTROM SIGN, always rewritten, is no part of the number
    assert_normal(
        &["digits.Ascii", "number_signs.Ascii", "compose"],
        "٥٠\u{066A}\u{212B}",
        "50%\u{00C5}",
    );
    assert_normal(
        &["digits.Ascii", "number_signs.Ascii"],
        "ب\u{066B}\u{066C}\u{066A}",
        "ب\u{066B}\u{066C}\u{066A}",
    );
}

#[test]
fn emoji_keep_their_joiners() {
    // MAN, ZERO WIDTH JOINER, WOMAN; beh, ZERO WIDTH JOINER
    assert_normal(&["controls"], "\u{1F468}\u{200D}\u{1F469}", "\u{1F468}\u{200D}\u{1F469}");
    assert_normal(&["controls"], "ب\u{200D}", "ب");
}

#[test]
fn marks_of_different_length_that_change_places_are_one_piece() {
    // FATHA in two bytes, ARABIC OPEN FATHATAN in three
    let text = "ب\u{064E}\u{08F0}";
    let normalized = Profile::DISPLAY.normalizer().normalize_aligned(text);
    assert_eq!(normalized.as_str(), "ب\u{08F0}\u{064E}");
    assert_eq!(normalized.to_original(Span::new(2, 5)), Span::new(2, 7));
}
