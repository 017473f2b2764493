//! The marks on a text: whether it has any, the text without them, how much of it is vocalized, and
//! whether two spellings may be the same vocalized word.
//!
//! A mark is what [`qawl_core::letters::is_mark`] says, but for U+0653..=U+0655: combining maddah
//! and hamza are parts of letters. By the canonical decompositions of the Unicode Character
//! Database أ (U+0623) is ا with U+0654, and so are آ, إ, ؤ and ئ made: to take the hamza away
//! would be to write another letter.
//!
//! ```
//! use qawl_normalize::marks;
//!
//! // "he wrote", with ARABIC FATHA three times
//! let wrote = "ك\u{064E}ت\u{064E}ب\u{064E}";
//! assert_eq!(marks::strip(wrote), "كتب");
//! assert!(marks::compatible("كت\u{064E}ب", wrote));
//! assert!(!marks::compatible("ك\u{064F}تب", wrote)); // with ARABIC DAMMA, as in "books"
//! ```
//!
//! Presentation forms are taken as they are: [`Profile::QURAN_SAFE`](crate::Profile::QURAN_SAFE)
//! writes them, and marks among them, in the characters that are meant here.

use alloc::borrow::Cow;
use alloc::string::String;
use core::str::Chars;

use qawl_core::letters::{self, TATWEEL};
use unicode_normalization::char::decompose_canonical;

use crate::MarkSet;

/// Whether [`strip`] would remove a mark. Linear, allocates nothing, stops at the first mark.
///
/// ```
/// use qawl_normalize::marks;
///
/// assert!(marks::has("ذهب\u{064C}")); // "gold", with ARABIC DAMMATAN
/// assert!(!marks::has("ذهب"));
/// assert!(!marks::has("ا\u{0654}سد")); // "lion", its ARABIC HAMZA ABOVE part of the first letter
/// ```
#[must_use]
pub fn has(text: &str) -> bool {
    text.chars().any(is_removable)
}

/// The text without its marks, borrowed exactly if it has none. Combining hamza and maddah stay,
/// being parts of letters, and so does the tatweel, which is no mark. Linear.
///
/// ```
/// use qawl_normalize::marks;
///
/// // "this is a question": SUPERSCRIPT ALEF; DAMMA, FATHA, DAMMATAN
/// let text = "ه\u{0670}ذا س\u{064F}ؤ\u{064E}ال\u{064C}";
/// assert_eq!(marks::strip(text), "هذا سؤال");
/// // with ARABIC HAMZA ABOVE behind waw
/// assert_eq!(marks::strip("س\u{064F}و\u{0654}ال"), "سو\u{0654}ال");
/// ```
#[must_use]
pub fn strip(text: &str) -> Cow<'_, str> {
    if !has(text) {
        return Cow::Borrowed(text);
    }
    let mut stripped = String::with_capacity(text.len());
    stripped.extend(text.chars().filter(|&c| !is_removable(c)));
    Cow::Owned(stripped)
}

/// Which share of the Arabic letters of `text` carries a mark of vocalization, from 0.0 to 1.0; 0.0
/// where there is no letter. Linear, allocates nothing.
///
/// Letters are those of [`qawl_core::letters::is_letter`] without the tatweel, a ligature counted
/// once. Marks of vocalization are harakat and sukun (U+064B..=U+0650, U+0652), shadda (U+0651), the
/// dagger alef (U+0670), and the signs of the Quran for the same: open tanwin (U+08F0..=U+08F2) and
/// the sukun U+06E1. A mark counts for the letter before it, also across a tatweel. Fully vocalized
/// text stays below 1.0, because letters of lengthening and the alef of the article are often bare.
///
/// ```
/// use qawl_normalize::marks;
///
/// assert_eq!(marks::ratio("كتب"), 0.0); // "he wrote"
/// assert_eq!(marks::ratio("ك\u{064E}ت\u{064E}ب\u{064E}"), 1.0); // FATHA, three times
/// assert_eq!(marks::ratio("ك\u{0650}ت\u{064E}اب 12"), 0.5); // "book", KASRA, FATHA
/// assert_eq!(marks::ratio("12"), 0.0);
/// ```
#[must_use]
pub fn ratio(text: &str) -> f32 {
    let (mut all, mut vocalized) = (0_usize, 0_usize);
    for position in Positions::new(text) {
        if position.base.is_some_and(letters::is_letter) {
            all += 1;
            vocalized += usize::from(position.marks.is_vocalization());
        }
    }
    if all == 0 { 0.0 } else { vocalized as f32 / all as f32 }
}

/// Whether two spellings may be the same vocalized word: they have the same letters, and no letter
/// carries marks that contradict each other.
///
/// | letter | in the other spelling | fit | because |
/// | --- | --- | --- | --- |
/// | any marks | no marks | yes | partial vocalization leaves out any |
/// | a vowel or tanwin | the same | yes | |
/// | a vowel or tanwin | another, or sukun | no | |
/// | shadda | a vowel or tanwin | yes | partial vocalization leaves out the shadda, or the vowel |
/// | shadda and a vowel | a vowel or tanwin | as the vowels do | |
/// | shadda | sukun without shadda | no | a doubled letter has a vowel, unless both are written |
/// | dagger alef | fatha, dagger alef | yes | the dagger alef writes a long a |
/// | dagger alef | any other vowel, tanwin, sukun | no | |
/// | two vowels | one of them | yes | dictionaries write two where both are right |
///
/// It does not matter in which order the marks of a letter stand, how often one is written, or
/// whether a hamza or maddah is composed with its letter. Tatweels are passed over; a mark on one
/// goes to the letter before it. Signs of recitation and marks of other languages
/// ([`MarkSet::QURANIC`] and [`MarkSet::EXTENDED`]) are passed over too, but for those of the Quran
/// that mean the same: open tanwin (U+08F0..=U+08F2) and the sukun U+06E1.
///
/// Characters that are not Arabic must be the same. Nothing else is folded: أ and ا are different
/// letters, ٱ (U+0671) and ا also. The relation is symmetric, and not transitive: two words that
/// contradict each other both fit their letters without marks. Linear, allocates nothing.
///
/// ```
/// use qawl_normalize::marks::compatible;
///
/// let taught = "ع\u{064E}ل\u{0651}\u{064E}م\u{064E}"; // FATHA, SHADDA and FATHA, FATHA
/// assert!(compatible("علم", taught));
/// assert!(compatible("ع\u{064E}ل\u{064E}\u{0651}م", taught)); // FATHA before SHADDA
/// assert!(compatible("عل\u{064E}م", taught)); // without the SHADDA
/// assert!(!compatible("ع\u{0650}ل\u{0652}م", taught)); // "knowledge", KASRA, SUKUN
/// assert!(!compatible("عمل", taught)); // "work"
///
/// // "this", with SUPERSCRIPT ALEF, on a TATWEEL, or with FATHA
/// assert!(compatible("ه\u{0670}ذا", "ه\u{0640}\u{0670}ذا"));
/// assert!(compatible("ه\u{0670}ذا", "ه\u{064E}ذا"));
/// // "lion", with FATHA, and with HAMZA ABOVE behind alef
/// assert!(compatible("أ\u{064E}سد", "ا\u{0654}سد"));
/// ```
#[must_use]
pub fn compatible(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (Positions::new(a), Positions::new(b));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.fits(b) => {}
            _ => return false,
        }
    }
}

/// Whether `c` is a mark and no part of a letter.
const fn is_removable(c: char) -> bool {
    letters::is_mark(c) && !MarkSet::MADDA_HAMZA.contains_mark(c)
}

/// The characters of a text with the marks on them, tatweels left out. The first position is that
/// of marks before any character.
struct Positions<'a> {
    next: Option<Position>,
    rest: Chars<'a>,
}

impl<'a> Positions<'a> {
    fn new(text: &'a str) -> Self {
        Self { next: Some(Position::default()), rest: text.chars() }
    }
}

impl Iterator for Positions<'_> {
    type Item = Position;

    fn next(&mut self) -> Option<Position> {
        let mut position = self.next.take()?;
        for c in self.rest.by_ref() {
            if letters::is_mark(c) {
                position.marks = position.marks.union(Marks::of(c));
            } else if c != TATWEEL {
                self.next = Some(Position { base: Some(c), marks: Marks::default() });
                break;
            }
        }
        Some(position)
    }
}

#[derive(Clone, Copy, Default)]
struct Position {
    /// A character that is not a mark, as it is written.
    base: Option<char>,
    marks: Marks,
}

impl Position {
    fn fits(self, other: Self) -> bool {
        self.letter() == other.letter() && self.marks.fit(other.marks)
    }

    /// The letter taken apart: what hamza or maddah stands on, and which.
    fn letter(self) -> (Option<char>, Marks) {
        let (mut base, mut parts) = (self.base, self.marks.intersection(Marks::PARTS));
        if let Some(letter) = base.filter(|&c| letters::is_letter(c)) {
            decompose_canonical(letter, |c| match letters::is_mark(c) {
                true => parts = parts.union(Marks::of(c)),
                false => base = Some(c),
            });
        }
        (base, parts)
    }
}

/// The marks on one character, a bit for each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Marks(u16);

impl Marks {
    const FATHATAN: Self = Self(1);
    const DAMMATAN: Self = Self(1 << 1);
    const KASRATAN: Self = Self(1 << 2);
    const FATHA: Self = Self(1 << 3);
    const DAMMA: Self = Self(1 << 4);
    const KASRA: Self = Self(1 << 5);
    const SUKUN: Self = Self(1 << 6);
    const SHADDA: Self = Self(1 << 7);
    const DAGGER: Self = Self(1 << 8);
    const MADDAH: Self = Self(1 << 9);
    const HAMZA_ABOVE: Self = Self(1 << 10);
    const HAMZA_BELOW: Self = Self(1 << 11);

    /// Of which a letter has one: the bits up to the sukun.
    const VOWELS: Self = Self((1 << 7) - 1);
    const PARTS: Self = Self(Self::MADDAH.0 | Self::HAMZA_ABOVE.0 | Self::HAMZA_BELOW.0);

    /// The mark `c`; nothing for signs of recitation and marks of other languages.
    const fn of(c: char) -> Self {
        match c {
            // Behind the bar the open tanwin, and the jazm of the Quran: ARABIC OPEN FATHATAN,
            // DAMMATAN, KASRATAN, ARABIC SMALL HIGH DOTLESS HEAD OF KHAH.
            '\u{064B}' | '\u{08F0}' => Self::FATHATAN,
            '\u{064C}' | '\u{08F1}' => Self::DAMMATAN,
            '\u{064D}' | '\u{08F2}' => Self::KASRATAN,
            '\u{064E}' => Self::FATHA,
            '\u{064F}' => Self::DAMMA,
            '\u{0650}' => Self::KASRA,
            '\u{0652}' | '\u{06E1}' => Self::SUKUN,
            '\u{0651}' => Self::SHADDA,
            '\u{0670}' => Self::DAGGER,
            letters::MADDAH_ABOVE => Self::MADDAH,
            letters::HAMZA_ABOVE => Self::HAMZA_ABOVE,
            letters::HAMZA_BELOW => Self::HAMZA_BELOW,
            _ => Self(0),
        }
    }

    const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    const fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    const fn is_vocalization(self) -> bool {
        self.0 & !Self::PARTS.0 != 0
    }

    /// Whether the marks do not contradict each other.
    const fn fit(self, other: Self) -> bool {
        let (a, b) = (self.vowels(), other.vowels());
        let agree = a.0 == 0 || b.0 == 0 || a.has(b);
        agree && !self.is_doubled_against(other) && !other.is_doubled_against(self)
    }

    /// The vowels and the sukun. A dagger alef goes with a fatha, written or not.
    const fn vowels(self) -> Self {
        let vowels = self.intersection(Self::VOWELS);
        if vowels.0 == 0 && self.has(Self::DAGGER) { Self::FATHA } else { vowels }
    }

    /// Whether a shadda without a vowel here stands against a sukun without shadda there. A shadda
    /// with a vowel needs no rule of its own.
    const fn is_doubled_against(self, other: Self) -> bool {
        self.has(Self::SHADDA)
            && self.vowels().0 == 0
            && !other.has(Self::SHADDA)
            && other.vowels().0 == Self::SUKUN.0
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::string::String;
    use std::vec::Vec;

    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[track_caller]
    fn assert_fit(a: &str, b: &str, want: bool) {
        assert_eq!(compatible(a, b), want, "{} {}", a.escape_unicode(), b.escape_unicode());
        assert_eq!(compatible(b, a), want, "{} {}", b.escape_unicode(), a.escape_unicode());
    }

    #[test]
    fn missing_marks_fit_and_other_vowels_do_not() {
        let wrote = "ك\u{064E}ت\u{064E}ب\u{064E}"; // FATHA, three times
        for fits in ["كتب", "كت\u{064E}ب", "ك\u{064E}تب\u{064E}", wrote] {
            assert_fit(fits, wrote, true);
        }
        // DAMMA; KASRA; SUKUN; DAMMATAN; FATHATAN
        for other in ["ك\u{064F}تب", "كت\u{0650}ب", "كتب\u{0652}", "كتب\u{064C}", "كتب\u{064B}"]
        {
            assert_fit(other, wrote, false);
        }
        assert_fit("كتبت", wrote, false);
        assert_fit("", wrote, false);
        assert_fit("", "", true);
    }

    /// The marks on one letter, in two spellings.
    #[test]
    fn marks_on_a_letter() {
        let (fatha, kasra, sukun, shadda, dagger) =
            ("\u{064E}", "\u{0650}", "\u{0652}", "\u{0651}", "\u{0670}");
        let both = |a: &str, b: &str, want| {
            assert_fit(&["ق", a, "ل"].concat(), &["ق", b, "ل"].concat(), want);
        };
        both(shadda, fatha, true);
        both(shadda, sukun, false);
        both("\u{0651}\u{0652}", sukun, true); // SHADDA with SUKUN, at a pause
        both("\u{0651}\u{0652}", shadda, true);
        both("\u{0651}\u{064E}", "\u{064E}\u{0651}", true); // SHADDA and FATHA in both orders
        both("\u{0651}\u{064E}", fatha, true);
        both("\u{0651}\u{064E}", kasra, false);
        both("\u{0651}\u{064E}", sukun, false);
        both("\u{0651}\u{064E}", "\u{0651}\u{0650}", false); // SHADDA and KASRA
        both(dagger, fatha, true);
        both(dagger, "\u{064E}\u{0670}", true); // FATHA and SUPERSCRIPT ALEF
        both(dagger, kasra, false);
        both(dagger, sukun, false);
        both(dagger, shadda, true);
        both("\u{0651}\u{0670}", sukun, false); // SHADDA and SUPERSCRIPT ALEF
        both("\u{064E}\u{0650}", kasra, true); // FATHA and KASRA: either is right
        both("\u{064E}\u{0650}", sukun, false);
        both("\u{08F0}", "\u{064B}", true); // ARABIC OPEN FATHATAN, ARABIC FATHATAN
        both("\u{06E1}", sukun, true); // ARABIC SMALL HIGH DOTLESS HEAD OF KHAH
        both("\u{06E1}", fatha, false);
        both("\u{06DA}", fatha, true); // ARABIC SMALL HIGH JEEM, a sign of pause
        both("\u{0657}", fatha, true); // ARABIC INVERTED DAMMA, not of Arabic: passed over
    }

    #[test]
    fn fathatan_may_stand_on_the_alef_or_before_it() {
        assert_fit("كتاب\u{064B}ا", "كتابا\u{064B}", true); // "a book", FATHATAN
        // With a fatha before it the second way contradicts the first, though the word is the
        // same: the rule looks at one letter at a time.
        assert_fit("كتاب\u{064B}ا", "كتاب\u{064E}ا\u{064B}", false);
    }

    #[test]
    fn hamza_and_maddah_are_parts_of_letters_wherever_they_stand() {
        assert_fit("أ\u{064E}سد", "ا\u{064E}\u{0654}سد", true); // FATHA, HAMZA ABOVE
        assert_fit("أ\u{064E}سد", "ا\u{0640}\u{0654}سد", true); // across a TATWEEL
        assert_fit("إلى", "ا\u{0655}لى", true); // HAMZA BELOW
        assert_fit("آن", "ا\u{0653}ن", true); // MADDAH ABOVE
        assert_fit("مسئول", "مسي\u{0654}ول", true); // HAMZA ABOVE behind yeh
        assert_fit("\u{06C0}", "\u{06D5}\u{0654}", true); // HEH WITH YEH ABOVE
        assert_fit("أسد", "اسد", false);
        assert_fit("أسد", "ا\u{0655}سد", false);
        assert_fit("ب\u{0654}", "ب", false); // no letter of Unicode, yet not beh
        assert_fit("\u{0671}لله", "الله", false); // ALEF WASLA is another letter
    }

    #[test]
    fn tatweel_is_passed_over_and_its_mark_goes_back() {
        assert_fit("كت\u{0640}\u{0640}ب", "كتب", true);
        assert_fit("كت\u{0640}\u{064E}ب", "كت\u{064E}ب", true); // FATHA on a TATWEEL
        assert_fit("كت\u{0640}\u{064E}ب", "كت\u{0650}ب", false); // KASRA
        assert_fit("\u{0640}", "", true);
    }

    #[test]
    fn marks_alone_and_other_text() {
        assert_fit("\u{064E}", "", true); // FATHA
        assert_fit("\u{064E}", "\u{0650}", false); // KASRA
        assert_fit("\u{064E}ب", "ب", true);
        assert_fit("قال IBM", "ق\u{064E}ال IBM", true); // "IBM said"
        assert_fit("قال IBM", "قال ibm", false);
        assert_fit("a\u{0301}", "á", false); // COMBINING ACUTE ACCENT: as it is written
    }

    /// All short texts of characters that meet badly.
    fn texts() -> Vec<String> {
        let alphabet = [
            '\u{0627}', '\u{0623}', '\u{0628}', '\u{0640}', // ALEF, with HAMZA, BEH, TATWEEL
            '\u{064E}', '\u{0650}', '\u{0651}', '\u{0652}', // FATHA, KASRA, SHADDA, SUKUN
            '\u{0654}', '\u{0655}', '\u{0670}', '\u{06DA}', // HAMZAS, SUPERSCRIPT ALEF, JEEM
        ];
        let mut texts = Vec::from([String::new()]);
        let mut last = 0;
        for _ in 0..3 {
            let end = texts.len();
            for at in last..end {
                for c in alphabet {
                    let mut text = texts[at].clone();
                    text.push(c);
                    texts.push(text);
                }
            }
            last = end;
        }
        texts
    }

    #[test]
    fn compatible_is_symmetric_and_every_text_fits_itself_in_every_form() {
        let texts = texts();
        for (a, b) in texts.iter().zip(texts.iter().rev()) {
            assert_eq!(compatible(a, b), compatible(b, a));
        }
        for text in &texts {
            assert_fit(text, text, true);
            assert_fit(text, &strip(text), true);
            assert_fit(text, &text.nfc().collect::<String>(), true);
            assert_fit(text, &text.nfd().collect::<String>(), true);
            assert_fit(text, &text.replace(TATWEEL, ""), true);
        }
    }

    #[test]
    fn what_fits_has_the_same_letters() {
        let bare = |text: &str| strip(&text.replace(TATWEEL, "")).nfc().collect::<String>();
        // A hamza written twice on a letter counts once, which composition does not say.
        let hamzas =
            |text: &str| text.nfd().filter(|c| matches!(c, '\u{0654}' | '\u{0655}')).count();
        let mut texts = texts();
        texts.retain(|text| text.chars().count() < 3 && hamzas(text) < 2);
        for a in &texts {
            for b in &texts {
                assert!(!compatible(a, b) || bare(a) == bare(b), "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn strip_borrows_what_has_no_mark_and_leaves_none() {
        for text in texts() {
            let stripped = strip(&text);
            assert_eq!(matches!(stripped, Cow::Borrowed(_)), !has(&text));
            assert_eq!(has(&text), stripped != text);
            assert!(!has(&stripped));
        }
    }

    #[test]
    fn every_mark_is_stripped_but_hamza_and_maddah() {
        for c in ('\0'..=char::MAX).filter(|&c| letters::is_mark(c)) {
            let part = matches!(c, '\u{0653}'..='\u{0655}');
            assert_eq!(has(&String::from(c)), !part, "{c:?}");
        }
    }

    #[test]
    fn ratio_counts_letters_once() {
        assert_eq!(ratio(""), 0.0);
        assert_eq!(ratio("\u{064E}"), 0.0); // FATHA on nothing
        assert_eq!(ratio("١\u{064E}"), 0.0); // on a digit
        assert_eq!(ratio("ب\u{0651}\u{064E}"), 1.0); // SHADDA, FATHA
        assert_eq!(ratio("ب\u{0640}\u{064E}"), 1.0); // on a TATWEEL
        assert_eq!(ratio("\u{0640}\u{064E}"), 0.0); // on a TATWEEL behind no letter
        assert_eq!(ratio("ا\u{0654}\u{0653}"), 0.0); // HAMZA and MADDAH are parts of it
        assert_eq!(ratio("ب\u{06DA}"), 0.0); // a sign of recitation
        assert_eq!(ratio("ب\u{08F0}\u{0657}ب"), 0.5); // OPEN FATHATAN, INVERTED DAMMA
        assert_eq!(ratio("ا\u{064E}\u{0654}ب IBM"), 0.5); // FATHA, HAMZA ABOVE
    }
}
