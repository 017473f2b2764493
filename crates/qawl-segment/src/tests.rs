//! Whole words, through the whole crate.

use crate::{Form, OpenError, Role, Scheme, Segmentation, Segmenter};

fn d3(word: &str) -> String {
    Segmenter::embedded().segment(word).plus(Scheme::D3, Form::Restored).to_string()
}

#[test]
fn words_that_only_look_cut_stay_whole() {
    let words = [
        "وزير",
        "وقت",
        "بلد",
        "بين",
        "لدى",
        "ليس",
        "كان",
        "في",
        "بيروت",
        "لندن",
        "الله",
        "التقى",
        "فلسطين",
        "بعيد",
        "لاعب",
        "سيارة",
        "كاليفورنيا",
        "كتاب",
        "بطاقة",
        "اتجاه",
        "وجهة",
        "ولي",
        "مكانا",
        "لكن",
        "فقط",
    ];
    for word in words {
        assert_eq!(d3(word), word);
    }
}

#[test]
fn clitics_are_cut_and_stems_restored() {
    let words = [
        ("والله", "و+الله"),
        ("لله", "ل+الله"),
        ("للغة", "ل+ال+لغة"),
        ("للحكومة", "ل+ال+حكومة"),
        ("وسيكتبونها", "و+س+يكتبون+ها"),
        ("به", "ب+ه"),
        ("له", "ل+ه"),
        ("مدرستها", "مدرسة+ها"),
        ("مستواه", "مستوى+ه"),
        ("أبنائه", "أبناء+ه"),
        ("إليهم", "إلى+هم"),
        ("والبحرين", "و+ال+بحرين"),
        ("وبالمدرسة", "و+ب+ال+مدرسة"),
        ("لأنها", "ل+أن+ها"),
        ("للذين", "ل+الذين"),
        ("وللجنة", "و+ل+ال+لجنة"),
        ("وقال", "و+قال"),
        ("فقد", "ف+قد"),
    ];
    for (word, want) in words {
        assert_eq!(d3(word), want);
    }
}

#[test]
fn a_stem_that_is_spelled_loosely_is_still_found() {
    assert_eq!(d3("والاردن"), "و+ال+اردن"); // Jordan, without hamza
    assert_eq!(d3("بالمدرسه"), "ب+ال+مدرسه"); // "in the school", with ه for ة
}

#[test]
fn marks_and_tatweel_stay_with_their_letters() {
    // "and her school": FATHA, FATHA, SUKUN, FATHA, FATHA, DAMMA, FATHA
    let word = "و\u{064E}م\u{064E}د\u{0652}ر\u{064E}س\u{064E}ت\u{064F}ه\u{064E}ا";
    let cut = Segmenter::embedded().segment(word);
    let surfaces: Vec<&str> = cut.pieces().iter().map(|piece| piece.surface).collect();
    let school = "م\u{064E}د\u{0652}ر\u{064E}س\u{064E}ت\u{064F}";
    assert_eq!(surfaces, ["و\u{064E}", school, "ه\u{064E}ا"]);
    assert_eq!(cut.plus(Scheme::D3, Form::Restored).to_string(), "و+مدرسة+ها");

    // "and the book", stretched by ARABIC TATWEEL
    let cut = Segmenter::embedded().segment("وا\u{0640}لكتاب");
    let surfaces: Vec<&str> = cut.pieces().iter().map(|piece| piece.surface).collect();
    assert_eq!(surfaces, ["و", "ا\u{0640}ل", "كتاب"]);
}

#[test]
fn what_is_not_arabic_letters_is_one_piece() {
    for word in ["2024", "Reuters", "وReuters", "«", "،", "\u{0663}", "ب5", "\u{064E}"] {
        let cut = Segmenter::embedded().segment(word);
        assert_eq!(cut.pieces().len(), 1, "{word}");
        assert_eq!(cut.pieces()[0].surface, word);
        assert_eq!(cut.pieces()[0].role, Role::Stem);
    }
    assert!(Segmenter::embedded().segment("").pieces().is_empty());
}

#[test]
fn a_cut_inside_a_ligature_falls_behind_it() {
    // ARABIC LIGATURE LAM WITH ALEF WITH HAMZA ABOVE ISOLATED FORM, NOON: "because"
    let cut = Segmenter::embedded().segment("\u{FEF7}ن");
    assert_tiled("\u{FEF7}ن", &cut);
    assert_eq!(cut.plus(Scheme::D3, Form::Restored).to_string(), "ل+أن");
}

#[test]
fn a_joined_piece_is_spelled_as_one_word() {
    let segmenter = Segmenter::embedded();
    let plus = |word, scheme| segmenter.segment(word).plus(scheme, Form::Restored).to_string();
    assert_eq!(plus("للغة", Scheme::D1), "للغة");
    assert_eq!(plus("للغة", Scheme::Atb), "ل+اللغة");
    assert_eq!(plus("ومدرستها", Scheme::D2), "و+مدرستها");
    assert_eq!(plus("لله", Scheme::D1), "لله");
    assert_eq!(plus("فبه", Scheme::D1), "ف+به");
    assert_eq!(plus("فبه", Scheme::D2), "ف+ب+ه");
}

#[test]
fn a_damaged_table_is_refused() {
    let bytes = include_bytes!("model.fst");
    assert!(Segmenter::open(&bytes[..]).is_ok());
    let mut damaged = bytes.to_vec();
    damaged[5_000] ^= 1;
    assert_eq!(Segmenter::open(damaged).err(), Some(OpenError::damaged()));
    let mut other = bytes.to_vec();
    other[8] ^= 1;
    assert_eq!(Segmenter::open(other).err(), Some(OpenError::other_version()));
}

fn assert_tiled(word: &str, cut: &Segmentation<'_>) {
    for scheme in Scheme::ALL {
        let mut end = 0;
        for piece in cut.in_scheme(scheme) {
            assert_eq!(piece.span.start(), end, "{word}");
            assert_eq!(piece.span.get(word), Some(piece.surface), "{word}");
            end = piece.span.end();
        }
        assert_eq!(end, word.len(), "{word}");
    }
}

/// The ends of the pieces of a scheme.
fn cuts(cut: &Segmentation<'_>, scheme: Scheme) -> Vec<usize> {
    cut.in_scheme(scheme).iter().map(|piece| piece.span.end()).collect()
}

/// A deterministic source of words (xorshift), heavy with clitics, marks and odd characters.
struct Words(u64);

impl Words {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }

    fn word(&mut self) -> String {
        let parts = [
            "و", "ف", "ب", "ل", "ك", "س", "ال", "لل", "ها", "هم", "ه", "نا", "ي", "ت", "ا", "ى",
            "ة", "ئ", "كتاب", "قال", "مدرس", "لغ", "\u{064E}", "\u{0651}", "\u{0640}", "\u{FEFB}",
            "\u{FDF2}", "\u{200F}", "ی", "x", "7", " ", "😀", "أ", "ن",
        ];
        (0..self.next(8)).map(|_| parts[self.next(parts.len())]).collect()
    }
}

#[test]
fn every_string_is_tiled_and_schemes_nest() {
    let segmenter = Segmenter::embedded();
    let mut words = Words(0x5EED);
    for _ in 0..40_000 {
        let word = words.word();
        let cut = segmenter.segment(&word);
        assert_tiled(&word, &cut);
        let [d1, d2, atb, d3] = Scheme::ALL.map(|scheme| cuts(&cut, scheme));
        let within = |some: &[usize], more: &[usize]| some.iter().all(|end| more.contains(end));
        assert!(within(&d1, &d2) && within(&d2, &atb) && within(&atb, &d3), "{word}");
        let joined: String = cut.pieces().iter().map(|piece| piece.surface).collect();
        assert_eq!(joined, word);
    }
}

/// Up to 60 letters a word is cut, from 61 on it is not.
#[test]
fn a_word_that_is_longer_than_any_is_not_cut() {
    let segmenter = Segmenter::embedded();
    // No word: "and", a letter again and again, "her".
    let word = |letters: usize| format!("و{}ها", "ب".repeat(letters - 3));
    assert!(segmenter.segment(&word(60)).pieces().len() > 1);
    assert_eq!(segmenter.segment(&word(61)).pieces().len(), 1);
    let marked = word(61).replace('ب', "ب\u{064E}"); // ARABIC FATHA
    assert_eq!(segmenter.segment(&marked).pieces().len(), 1);
}

#[test]
fn very_long_words_are_no_trouble() {
    let word = "وال".repeat(5_000);
    assert_tiled(&word, &Segmenter::embedded().segment(&word));
}
