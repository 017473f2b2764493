//! The laws, on every covered character and every pair of them, and words whose spelling in each
//! scheme is known.

use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use super::Scheme;

fn covered(scheme: Scheme) -> Vec<char> {
    ('\0'..=char::MAX).filter(|&c| scheme.latin(c).is_some()).collect()
}

#[test]
fn all_schemes_cover_what_the_documentation_says() {
    let documented = ('\u{0621}'..='\u{063A}').chain('\u{0640}'..='\u{0652}');
    let documented = documented.chain("\u{0670}\u{0671}\u{067E}\u{0686}\u{06A4}\u{06AF}".chars());
    let documented: Vec<char> = documented.collect();
    assert_eq!(documented.len(), 51);
    for &scheme in Scheme::ALL {
        assert_eq!(covered(scheme), documented, "{scheme}");
    }
}

#[test]
fn every_pair_of_covered_characters_comes_back() {
    for &scheme in Scheme::ALL {
        let covered = covered(scheme);
        for &first in &covered {
            for &second in &covered {
                let text: String = [first, second].into_iter().collect();
                let latin = scheme.to_latin(&text);
                assert_eq!(latin.chars().count(), 2);
                assert_eq!(scheme.to_arabic(&latin), text, "{scheme}: {latin}");
            }
        }
    }
}

#[test]
fn lossless_is_what_comes_back_and_borrowed_what_did_not_change() {
    for &scheme in Scheme::ALL {
        for c in '\0'..='\u{FFFF}' {
            let text: String = ['\u{0628}', c, ' '].into_iter().collect(); // BEH
            let back = scheme.to_arabic(&scheme.to_latin(&text)).into_owned();
            assert_eq!(scheme.is_lossless_for(&text), back == text, "{scheme}: {c:?}");
            let alone = String::from(c);
            let latin = scheme.to_latin(&alone);
            assert_eq!(matches!(latin, Cow::Borrowed(_)), latin == alone, "{scheme}: {c:?}");
            let arabic = scheme.to_arabic(&alone);
            assert_eq!(matches!(arabic, Cow::Borrowed(_)), arabic == alone, "{scheme}: {c:?}");
        }
    }
}

#[test]
fn writing_into_a_buffer_is_the_same() {
    let text = "قال: \u{0671}لله ١٢ IBM \u{1F468}."; // "he said: God 12 IBM", ALEF WASLA, MAN
    let mut out = String::from("old");
    for &scheme in Scheme::ALL {
        scheme.to_latin_into(text, &mut out);
        assert_eq!(out, scheme.to_latin(text));
        scheme.to_arabic_into(text, &mut out);
        assert_eq!(out, scheme.to_arabic(text));
    }
}

#[test]
fn each_scheme_writes_the_characters_it_promises() {
    let written = |scheme: Scheme| -> String {
        covered(scheme).into_iter().filter_map(|c| scheme.latin(c)).collect()
    };
    assert!(written(Scheme::BUCKWALTER).chars().all(|c| c.is_ascii_graphic()));
    assert!(!written(Scheme::XML_BUCKWALTER).contains(['<', '>', '&', '"']));
    let safe = written(Scheme::SAFE_BUCKWALTER);
    assert!(safe.chars().all(|c| c.is_ascii_alphabetic() || c == '_' || c == '~'));
    let hsb = written(Scheme::HSB);
    assert!(hsb.chars().all(|c| c.is_alphabetic() || "'_~.".contains(c)));
    for latin in [safe, hsb] {
        assert!(unicode_normalization::is_nfc(&latin));
    }
}

#[test]
fn only_two_characters_of_hsb_are_read_and_not_written() {
    for &scheme in Scheme::ALL {
        let read = ('\0'..=char::MAX).filter(|&c| scheme.arabic(c).is_some());
        let only_read = read.filter(|&c| scheme.arabic(c).and_then(|a| scheme.latin(a)) != Some(c));
        let want = if scheme == Scheme::HSB { "\u{00B7}\u{0102}" } else { "" };
        assert_eq!(only_read.collect::<String>(), want, "{scheme}");
    }
}

/// A text in Arabic, Buckwalter, safe Buckwalter, XML Buckwalter, HSB.
const KNOWN: [[&str; 5]; 7] = [
    // The alphabet in its old order.
    [
        "أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ",
        ">bjd hwz HTy klmn sEfS qr$t vx* DZg",
        "Objd hwz HTy klmn sEfS qrct vxV DZg",
        "Objd hwz HTy klmn sEfS qr$t vx* DZg",
        "Âbjd hwz HTy klmn s\u{03C2}fS qršt θxð DĎ\u{03B3}",
    ],
    // "in the name of God": KASRA, SUKUN, KASRA; ALEF WASLA, SHADDA, FATHA, KASRA.
    [
        "ب\u{0650}س\u{0652}م\u{0650} \u{0671}لل\u{0651}\u{064E}ه\u{0650}",
        "bisomi {ll~ahi",
        "bisomi Lll~ahi",
        "bisomi {ll~ahi",
        "bis.mi Äll~ahi",
    ],
    // "he wrote", "books": FATHA; DAMMA, DAMMATAN.
    [
        "ك\u{064E}ت\u{064E}ب\u{064E} ك\u{064F}ت\u{064F}ب\u{064C}",
        "kataba kutubN",
        "kataba kutubN",
        "kataba kutubN",
        "kataba kutubũ",
    ],
    // "a responsibility to the President, now": KASRATAN, SUPERSCRIPT ALEF.
    [
        "مسؤولية\u{064D} إلى\u{0670} الرئيس الآن",
        "ms&wlypK <lY` Alr}ys Al|n",
        "msWwlypK IlYe AlrQys AlMn",
        "msWwlypK IlY` Alr}ys Al|n",
        "msŵwlyħĩ \u{01CD}lýá Alrŷys AlĀn",
    ],
    // "thanks for a thing": DAMMA, SUKUN, FATHATAN.
    [
        "ش\u{064F}ك\u{0652}ر\u{064B}ا لشيء",
        "$ukorFA l$y'",
        "cukorFA lcyC",
        "$ukorFA l$y'",
        "šuk.rãA lšy'",
    ],
    // Letters of foreign words, PEH, TCHEH, VEH, GAF, and TATWEEL.
    [
        "\u{067E} \u{0686} \u{06A4} \u{06AF} \u{0640}",
        "P J V G _",
        "P J B G _",
        "P J V G _",
        "p c v g _",
    ],
    // What no scheme covers: ARABIC COMMA, QUESTION MARK, DIGITS; HAMZA ABOVE behind ALEF.
    [
        "، ؟ ١٢٣ 45 (ا\u{0654})",
        "، ؟ ١٢٣ 45 (A\u{0654})",
        "، ؟ ١٢٣ 45 (A\u{0654})",
        "، ؟ ١٢٣ 45 (A\u{0654})",
        "، ؟ ١٢٣ 45 (A\u{0654})",
    ],
];

#[test]
fn known_words_both_ways() {
    for [arabic, latin @ ..] in KNOWN {
        for (&scheme, latin) in Scheme::ALL.iter().zip(latin) {
            assert_eq!(scheme.to_latin(arabic), latin, "{scheme}");
            assert_eq!(scheme.to_arabic(latin), arabic, "{scheme}");
            assert!(scheme.is_lossless_for(arabic), "{scheme}");
        }
    }
}

#[test]
fn names_find_their_schemes() {
    for &scheme in Scheme::ALL {
        assert_eq!(Scheme::by_name(scheme.name()), Some(scheme));
    }
}
