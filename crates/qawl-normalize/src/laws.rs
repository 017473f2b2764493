//! The laws, on generated text and options. The generator is a plain linear congruence: the same
//! texts each time.

use std::borrow::Cow;
use std::string::String;
use std::vec::Vec;

use qawl_core::Span;
use unicode_normalization::UnicodeNormalization;

use crate::{NormalizeOptions, Normalizer, Profile};

/// Characters that meet badly: letters and their hamzas, marks of every class, what is deleted,
/// what is contextual, forms, and some that other scripts compose.
const TRAPS: &str = "\
    \u{0627}\u{0627}\u{0627}\u{0622}\u{0623}\u{0625}\u{0671}\u{0648}\u{0624}\u{064A}\u{0626}\
    \u{0649}\u{06CC}\u{06D2}\u{06D3}\u{06C0}\u{06C1}\u{06C2}\u{06C3}\u{06D5}\u{06A9}\u{06BE}\
    \u{0647}\u{0629}\u{0644}\u{0643}\u{0621}\
    \u{0653}\u{0653}\u{0654}\u{0654}\u{0654}\u{0654}\u{0655}\u{0655}\
    \u{064B}\u{064E}\u{0650}\u{0651}\u{0652}\u{0670}\u{0656}\u{065C}\u{0610}\u{06DA}\u{06E3}\
    \u{08F0}\u{08D9}\u{0640}\u{0640}\u{200D}\u{200C}\u{200F}\u{00AD}\u{FEFF}\
    \u{0661}\u{06F2}3\u{066A}\u{066B}\u{066C}.,%\
    \u{060C}\u{061B}\u{061F}\u{06D4}\u{00AB}\u{2019}\u{00A0}\u{2003}\u{2000} \n\
    \u{FEFB}\u{FEF5}\u{FEF7}\u{FEF9}\u{FE70}\u{FE77}\u{FC5E}\u{FCF2}\u{FDF2}\u{FDFC}\u{FDFA}\
    \u{FBA4}\u{FBFC}\u{FE84}\u{FE8A}\u{FEF0}\u{1F468}\u{2764}\u{FE0F}\
    ae<\u{0301}\u{0308}\u{0338}\u{0327}\u{0344}\u{212B}\u{1E69}\u{037E}\u{1100}\u{1161}\u{11A8}\
    \u{0958}\u{09C7}\u{09BE}\u{FB1D}\u{05B4}\u{1D15E}\u{2ADC}\u{219A}";

pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    pub(crate) fn text(&mut self, alphabet: &[char], longest: usize) -> String {
        (0..self.below(longest + 1)).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }

    pub(crate) fn options(&mut self) -> NormalizeOptions {
        // Half of the sets compose: that is where rules meet.
        let mut options = NormalizeOptions::new().with_compose(self.below(2) == 0);
        let odds = 1 + self.below(4);
        for name in &NormalizeOptions::NAMES[1..] {
            if self.below(odds + 1) == 0 {
                options = options.with_named(name).unwrap();
            }
        }
        options
    }

    /// Mostly news, with as many marks and traps as chance will have it.
    pub(crate) fn news(&mut self, traps: &[char], longest: usize) -> String {
        let (news, marks): (Vec<_>, Vec<_>) = (NEWS.chars().collect(), MARKS.chars().collect());
        let (marked, trapped) = (self.below(4), [0, 1, 4, 40][self.below(4)]);
        let mut text = String::new();
        for _ in 0..self.below(longest) {
            text.push(news[self.below(news.len())]);
            if self.below(4) < marked {
                text.push(marks[self.below(marks.len())]);
            }
            if self.below(100) < trapped {
                text.push(traps[self.below(traps.len())]);
            }
        }
        text
    }
}

/// Letters that news is made of, so that windows without a trap are met too.
const NEWS: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ةىأإآءؤئ \n.،:()0123«»\u{2013}ab";
const MARKS: &str = "\u{064E}\u{064F}\u{0650}\u{0651}\u{0652}\u{064B}\u{064D}\u{0640}\u{0670}";

pub(crate) fn traps() -> Vec<char> {
    TRAPS.chars().collect()
}

fn assert_laws(options: NormalizeOptions, text: &str) {
    let normalizer = Normalizer::new(options);
    let once = normalizer.normalize(text);
    let context = || std::format!("{options:?}\n{:?} -> {:?}", codes(text), codes(&once));
    let twice = normalizer.normalize(&once);
    assert_eq!(once, twice, "not stable: {}\n-> {:?}", context(), codes(&twice));
    assert!(normalizer.is_normalized(&once), "{}", context());
    assert_eq!(matches!(once, Cow::Borrowed(_)), once == text, "{}", context());
    assert_eq!(normalizer.is_normalized(text), once == text, "{}", context());
    let mut written = String::from("old");
    normalizer.normalize_into(text, &mut written);
    assert_eq!(written, once, "{}", context());
    assert_eq!(normalizer.chars(text).collect::<String>(), once, "{}", context());
    assert_eq!(normalizer.changes(text).total() > 0, once != text, "{}", context());
    assert_alignment(normalizer, text, &once);
}

fn assert_alignment(normalizer: Normalizer, text: &str, want: &str) {
    let normalized = normalizer.normalize_aligned(text);
    let alignment = normalized.alignment();
    let context = || std::format!("{:?}\n{:?}\n{alignment:?}", normalizer.options(), codes(text));
    assert_eq!(normalized.as_str(), want, "{}", context());
    assert_eq!(alignment.original_len(), text.len(), "{}", context());
    assert_eq!(alignment.normalized_len(), want.len(), "{}", context());
    assert_eq!(alignment.to_original(Span::new(0, want.len())), Span::new(0, text.len()));
    for span in spans(want) {
        let back = alignment.to_original(span);
        assert!(back.get(text).is_some(), "{span:?} {back:?} {}", context());
    }
    for span in spans(text) {
        let there = alignment.to_normalized(span);
        assert!(there.get(want).is_some(), "{span:?} {there:?} {}", context());
        let back = alignment.to_original(there);
        assert!(back.contains(span), "{span:?} {there:?} {back:?} {}", context());
    }
}

fn spans(text: &str) -> impl Iterator<Item = Span> {
    let chars = text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8()));
    let pairs = text.char_indices().zip(text.char_indices().skip(1));
    chars.chain(pairs.map(|((a, _), (b, c))| Span::new(a, b + c.len_utf8())))
}

/// All characters but the far planes, where only compatibility ideographs decompose.
fn characters() -> impl Iterator<Item = char> {
    ('\0'..='\u{1FFFF}').chain('\u{2F7F0}'..='\u{2FA2F}').chain('\u{E0000}'..='\u{E01FF}')
}

fn codes(text: &str) -> String {
    text.escape_unicode().collect()
}

fn nfc_with_two_pairs(text: &str) -> String {
    let nfc: String = text.nfc().collect();
    // In NFC the pair stands together but for marks of a lower class between.
    let mut out: Vec<char> = Vec::new();
    let mut base: Option<usize> = None;
    for c in nfc.chars() {
        let class = unicode_normalization::char::canonical_combining_class(c);
        let last =
            out.last().map_or(0, |c| unicode_normalization::char::canonical_combining_class(*c));
        let at = base.filter(|at| matches!(out[*at], '\u{0649}' | '\u{06CC}') && last < 230);
        match at {
            Some(at) if c == '\u{0654}' => out[at] = '\u{0626}',
            _ => {
                out.push(c);
                if class == 0 {
                    base = Some(out.len() - 1);
                }
            }
        }
    }
    out.into_iter().collect()
}

#[test]
fn the_laws_hold_for_any_options_on_trap_text() {
    let (traps, mut random) = (traps(), Random(1));
    for _ in 0..60_000 {
        let options = random.options();
        let text = random.text(&traps, 12);
        assert_laws(options, &text);
    }
}

#[test]
fn the_laws_hold_for_profiles_on_trap_text() {
    let (traps, mut random) = (traps(), Random(2));
    for _ in 0..4_000 {
        let text = random.text(&traps, 20);
        for profile in Profile::ALL {
            assert_laws(profile.options(), &text);
        }
    }
}

/// Every pair and triple of the letters and marks that compose in Arabic, for the options that meet
/// composition.
#[test]
fn the_laws_hold_for_every_arabic_cluster() {
    let bases = "\u{0627}\u{0622}\u{0671}\u{0648}\u{0624}\u{064A}\u{0649}\u{06CC}\u{06D2}\u{06C1}\
                 \u{06D5}\u{06C0}\u{06D3}\u{FEF7}";
    let marks = "\u{0653}\u{0654}\u{0655}\u{064E}\u{0610}\u{0640}\u{FE70}\u{06E3}";
    let names = [
        "alef",
        "hamza_seats",
        "perso_arabic",
        "marks.MADDA_HAMZA",
        "marks.QURANIC",
        "tatweel",
        "presentation_forms",
        "alef_maksura.ToYeh",
    ];
    for set in 0..1_u32 << names.len() {
        let mut options = NormalizeOptions::new().with_compose(true);
        for (bit, name) in names.iter().enumerate() {
            if set >> bit & 1 == 1 {
                options = options.with_named(name).unwrap();
            }
        }
        let normalizer = Normalizer::new(options);
        for base in bases.chars() {
            for first in marks.chars() {
                for second in marks.chars() {
                    let text: String = [base, first, second, '\u{0654}'].into_iter().collect();
                    let once = normalizer.normalize(&text);
                    assert!(normalizer.is_normalized(&once), "{options:?} {:?}", codes(&text));
                }
            }
        }
    }
}

#[test]
fn the_laws_hold_for_every_character_alone_and_between_letters() {
    let all = NormalizeOptions::NAMES
        .iter()
        .fold(NormalizeOptions::new(), |options, name| options.with_named(name).unwrap());
    for c in characters() {
        let letters: String = ['\u{0627}', c, '\u{0654}', '\u{0628}'].into_iter().collect();
        // ARABIC PERCENT SIGN and ZERO WIDTH JOINER look at their neighbours.
        let numbers: String = ['1', '\u{066A}', c, '\u{200D}', '2'].into_iter().collect();
        for options in [all, Profile::SEARCH.options(), all.with_compose(false)] {
            assert_laws(options, &letters);
            assert_laws(options, &numbers);
        }
    }
}

#[test]
fn composition_alone_is_nfc_but_for_two_pairs() {
    let normalizer = Normalizer::new(NormalizeOptions::new().with_compose(true));
    let (traps, mut random) = (traps(), Random(3));
    for _ in 0..60_000 {
        let text = random.text(&traps, 8);
        assert_eq!(normalizer.normalize(&text), nfc_with_two_pairs(&text), "{:?}", codes(&text));
    }
    for c in '\0'..=char::MAX {
        // By itself, and between letters, vowels, marks and syllables that may take it or its parts.
        let text = std::format!(
            "{c} {c}\u{0327} a\u{0301}{c}\u{0327}a \u{0627}{c}\u{0327}\u{0627} \
             \u{1100}{c}\u{0327}\u{1100} \u{09C7}{c}\u{0300}\u{09C7}"
        );
        assert_eq!(normalizer.normalize(&text), nfc_with_two_pairs(&text), "{c:?}");
    }
}

#[test]
fn the_fast_scan_agrees_with_unicode_about_the_arabic_block() {
    for c in '\u{0600}'..='\u{06FF}' {
        let text: String = [c].into_iter().collect();
        let class = unicode_normalization::char::canonical_combining_class(c);
        let quick = unicode_normalization::is_nfc_quick(text.chars());
        let boundary = class == 0 && quick == unicode_normalization::IsNormalized::Yes;
        assert_eq!(boundary, !qawl_core::letters::is_mark(c), "{c:?}");
    }
}

#[test]
fn long_runs_of_marks_and_of_deleted_characters_take_linear_time() {
    let search = Profile::SEARCH.normalizer();
    let hamzas = "\u{0627}".to_owned() + &"\u{0654}".repeat(200_000);
    assert_eq!(search.normalize(&hamzas), "ا");
    let separators = "1\u{066B}\u{200F}".repeat(100_000);
    assert!(search.normalize(&separators).starts_with("1.1.1"));
    assert_eq!(search.normalize(&"\u{0640}".repeat(400_000)), "");
}
