//! Folding by letters: what a profile makes of words in which nothing but letters stands.
//!
//! The normalizer is fast on long texts and slow to start on a word. Most words of a text hold only
//! letters that it exchanges one for one, whatever stands beside them; those a table folds. All others,
//! with marks, tatweel or foreign letters, are left to the normalizer.

use std::borrow::Cow;

use qawl_core::letters::{TATWEEL, is_letter, is_mark};
use qawl_normalize::{AlefMaksura, Elongation, Normalizer};

#[cfg(any(test, not(feature = "simd")))]
use crate::codes::ByBytes;
use crate::codes::{Codes, VOWEL};
use crate::hash::Hasher;
use crate::row::Row;
use crate::sieve::Sieve;

/// What becomes of single letters.
#[derive(Clone)]
pub(crate) struct Letters {
    /// For each character of U+0600..=U+06FF the last byte of the letter of that block it becomes; 0
    /// where the table does not decide.
    codes: [u8; 256],
    /// The same of U+0620..=U+065F, by the last six bits of a letter, with [`VOWEL`] for marks that are
    /// deleted.
    block: [u8; 64],
    #[cfg(feature = "simd")]
    level: fearless_simd::Level,
    /// Whether the character is a mark that is deleted, wherever it stands.
    deleted: [bool; 256],
    /// Whether a character of ASCII stays.
    stays: [bool; 128],
}

impl Letters {
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        let becomes = |c: char| {
            let mut buffer = [0; 4];
            let folded = normalizer.normalize(c.encode_utf8(&mut buffer)).into_owned();
            let mut chars = folded.chars();
            chars.next().filter(|_| chars.next().is_none())
        };
        let code = |c: u32| {
            let c = char::from_u32(c).filter(|&c| is_letter(c) && c != TATWEEL)?;
            let letter = becomes(c).filter(|&letter| is_letter(letter))?;
            u8::try_from(u32::from(letter).checked_sub(0x600)?).ok()
        };
        // Behind a letter, where it might become one with it.
        let is_deleted = |c: u32| {
            let mark = char::from_u32(c).filter(|&c| is_mark(c));
            mark.is_some_and(|mark| normalizer.normalize(&format!("ب{mark}")) == "ب")
        };
        let (mut codes, mut deleted, mut stays) = ([0; 256], [false; 256], [false; 128]);
        if is_by_letters(normalizer) {
            (0x600..).zip(&mut codes).for_each(|(c, place)| *place = code(c).unwrap_or_default());
            (0x600..).zip(&mut deleted).for_each(|(c, place)| *place = is_deleted(c));
            ('\0'..).zip(&mut stays).for_each(|(c, place)| *place = becomes(c) == Some(c));
        }
        let block = std::array::from_fn(|six| {
            let c = if six < 0x20 { six + 0x40 } else { six };
            if deleted[c] { VOWEL } else { codes[c] }
        });
        Self {
            codes,
            block,
            #[cfg(feature = "simd")]
            level: fearless_simd::Level::new(),
            deleted,
            stays,
        }
    }

    /// Looks at the start of a text.
    pub(crate) fn look(&self, rest: &[u8], codes: &mut Codes) {
        #[cfg(feature = "simd")]
        crate::vectors::look(self.level, &self.block, rest, codes);
        #[cfg(not(feature = "simd"))]
        codes.look_by(self.by_bytes(), rest);
    }

    /// Reads the words of what was looked at.
    pub(crate) fn read(&self, row: &mut Row, codes: &Codes, sieve: &Sieve<'_>) {
        #[cfg(feature = "simd")]
        crate::vectors::read(self.level, row, codes, sieve);
        #[cfg(not(feature = "simd"))]
        row.read(codes, sieve);
    }

    /// Looks at one byte at a time.
    #[cfg(any(test, not(feature = "simd")))]
    pub(crate) const fn by_bytes(&self) -> ByBytes<'_> {
        ByBytes(&self.block)
    }

    /// The hash of a word, folded, if the table folds all of it.
    pub(crate) fn hash(&self, word: &[u8]) -> Option<u64> {
        self.hash_of(word, |_| false)
    }

    /// The same of a word in which marks stand that folding deletes.
    pub(crate) fn hash_marked(&self, word: &[u8]) -> Option<u64> {
        self.hash_of(word, |pair| self.is_deleted(pair))
    }

    fn hash_of(&self, word: &[u8], is_deleted: impl Fn([u8; 2]) -> bool) -> Option<u64> {
        let (pairs, []) = word.as_chunks::<2>() else { return None };
        let mut hash = Hasher::default();
        for &pair in pairs.iter().filter(|pair| !is_deleted(**pair)) {
            hash.add(Some(self.code(pair)).filter(|&code| code != 0)?);
        }
        hash.finish()
    }

    fn is_deleted(&self, [lead, trail]: [u8; 2]) -> bool {
        let index = (lead & 3) << 6 | trail & 0x3F;
        lead & 0xFC == 0xD8 && self.deleted[usize::from(index)]
    }

    /// The code of the letter whose two bytes these are; 0 where the table does not decide.
    #[inline]
    pub(crate) fn code(&self, [lead, trail]: [u8; 2]) -> u8 {
        let is_arabic = lead & 0xFC == 0xD8;
        let index = (lead & 3) << 6 | trail & 0x3F;
        if is_arabic { self.codes[usize::from(index)] } else { 0 }
    }

    /// A word, folded, if the table folds all of it.
    pub(crate) fn fold<'a>(&self, word: &'a str) -> Option<Cow<'a, str>> {
        let stays = |&[lead, trail]: &[u8; 2]| {
            let code = self.code([lead, trail]);
            code != 0 && code == (lead & 3) << 6 | trail & 0x3F
        };
        let (pairs, rest) = word.as_bytes().as_chunks::<2>();
        if rest.is_empty() && !pairs.is_empty() && pairs.iter().all(stays) {
            return Some(Cow::Borrowed(word));
        }
        let mut folded = String::new();
        self.fold_into(word, &mut folded).then_some(Cow::Owned(folded))
    }

    /// Appends a word, folded, if the table folds all of it. Whether it does.
    pub(crate) fn fold_into(&self, word: &str, out: &mut String) -> bool {
        if !self.folds(word.as_bytes()) {
            return false;
        }
        out.reserve(word.len());
        let letters =
            self.codes(word.as_bytes()).map(|code| char::from_u32(0x600 + u32::from(code)));
        out.extend(letters.flatten());
        true
    }

    /// Whether `name` is these words with single spaces between, all folded, if the table folds all of the
    /// name.
    pub(crate) fn writes(&self, name: &[u8], words: &[&str]) -> Option<bool> {
        match words {
            // As almost always.
            [word] if word.len() == name.len() && self.folds(name) => {
                let word = word.as_bytes();
                Some(word == name || self.codes(name).eq(self.codes(word)))
            }
            _ => self.writes_row(name, words),
        }
    }

    /// Whether the table folds all of a word.
    fn folds(&self, word: &[u8]) -> bool {
        !word.is_empty() && word.len().is_multiple_of(2) && self.codes(word).all(|code| code != 0)
    }

    /// The codes of what are letters, if anything, of two bytes each.
    fn codes<'w>(&self, word: &'w [u8]) -> impl Iterator<Item = u8> + use<'w, '_> {
        word.as_chunks().0.iter().map(|&pair| self.code(pair))
    }

    fn writes_row(&self, name: &[u8], words: &[&str]) -> Option<bool> {
        let mut words = words.iter();
        let mut is_same = true;
        for part in name.split(|&byte| byte == b' ') {
            let (pairs, []) = part.as_chunks::<2>() else { return None };
            let word = words.next().map_or(&[][..], |word| word.as_bytes());
            is_same &= word.len() == part.len();
            let wanted = word.as_chunks::<2>().0.iter().copied().chain(std::iter::repeat([0; 2]));
            for (&pair, wanted) in pairs.iter().zip(wanted) {
                let code = self.code(pair);
                is_same &= code == self.code(wanted);
                if code == 0 {
                    return None;
                }
            }
            if part.is_empty() {
                return None;
            }
        }
        Some(is_same && words.next().is_none())
    }

    /// Whether `text` is of ASCII and stays as it is.
    pub(crate) fn stays(&self, text: &[u8]) -> bool {
        text.iter().all(|&byte| self.stays.get(usize::from(byte)).copied().unwrap_or_default())
    }
}

/// Whether the rules look at no neighbours but marks.
fn is_by_letters(normalizer: &Normalizer) -> bool {
    let options = normalizer.options();
    options.elongation == Elongation::Keep && options.alef_maksura != AlefMaksura::FromFinalYeh
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;
    use qawl_tokenize::{TokenKind, tokens};

    use super::*;
    use crate::hash;

    /// The letters that the table decides about, with what it makes of them.
    fn decided(letters: &Letters) -> Vec<(char, char)> {
        let char_at = |code: usize| char::from_u32(0x600 + code as u32).unwrap();
        let codes = letters.codes.iter().enumerate().filter(|&(_, &code)| code != 0);
        codes.map(|(c, &code)| (char_at(c), char_at(code.into()))).collect()
    }

    /// The table is right if no letter cares about its neighbours; rules look at most at two.
    #[test]
    fn folds_as_the_normalizer_does() {
        for profile in Profile::ALL {
            let normalizer = profile.normalizer();
            let letters = Letters::new(&normalizer);
            let all = decided(&letters);
            assert!(all.len() > 30, "{profile}: {}", all.len());
            for &(a, folded_a) in &all {
                for &(b, folded_b) in &all {
                    for c in ['ا', 'ل', 'ه', 'ي'] {
                        let word: String = [a, b, b, c, a].into_iter().collect();
                        let (x, y, z) = (
                            folded_a,
                            folded_b,
                            normalizer.normalize(&c.to_string()).chars().next().unwrap(),
                        );
                        let want: String = [x, y, y, z, x].into_iter().collect();
                        assert_eq!(normalizer.normalize(&word), want, "{profile}");
                    }
                }
            }
        }
    }

    /// Two marks behind each letter: deleted, they leave what the letters alone become.
    #[test]
    fn deletes_marks_as_the_normalizer_does() {
        for profile in Profile::ALL {
            let normalizer = profile.normalizer();
            let letters = Letters::new(&normalizer);
            let is_deleted = |c: &char| letters.deleted[*c as usize - 0x600];
            let marks: Vec<char> = ('\u{600}'..='\u{6FF}').filter(is_deleted).collect();
            for (letter, folded) in decided(&letters) {
                for &first in &marks {
                    for &second in &marks {
                        let word: String = [first, letter, first, second, letter].iter().collect();
                        let want: String = [folded, folded].iter().collect();
                        assert_eq!(normalizer.normalize(&word), want, "{profile}");
                        assert_eq!(letters.hash_marked(word.as_bytes()), Some(hash::word(&want)));
                    }
                }
            }
        }
    }

    #[test]
    fn hashes_what_the_normalizer_makes() {
        let normalizer = Profile::SEARCH.normalizer();
        let letters = Letters::new(&normalizer);
        let words = ["إلى", "أ", "مدرسة", "المسؤولين", "آلالإأؤئىةء", "استقلاليتهمااستقلاليتهماآ"];
        let letters_of = |c: &char| letters.codes[*c as usize - 0x600] != 0;
        let all: String = ('\u{620}'..='\u{65F}').filter(letters_of).collect();
        let words = words.iter().copied().chain([all.as_str()]);
        for word in words {
            for before in ["", "في "] {
                for after in ["", " ", " من قبل ذلك اليوم"] {
                    let text = [before, word, after].concat();
                    let (start, end) = (before.len(), before.len() + word.len());
                    let want = Some(hash::word(&normalizer.normalize(word)));
                    assert_eq!(letters.hash(word.as_bytes()), want, "{word}");
                    assert_eq!(letters.fold(word), Some(normalizer.normalize(word)), "{word}");
                    let mut codes = Codes::EMPTY;
                    codes.look(text.as_bytes(), start, &letters);
                    if !after.is_empty() && word.len() <= 56 {
                        assert_eq!(codes.run(start), word.len(), "{word}");
                    }
                    assert_eq!(Some(codes.hash(start, end)), want, "{word}");
                }
            }
        }
        // ARABIC FATHA, ARABIC TATWEEL, ARABIC LETTER TEH ISOLATED FORM
        for word in [
            "ك\u{064E}تب",
            "ـ",
            "كتا\u{0640}ب",
            "3",
            "كتاب3",
            "ab",
            "\u{FE95}",
            "é",
            "١",
            "\u{671}",
            "بپ",
        ] {
            let mut codes = Codes::EMPTY;
            codes.look(format!("{word} ").as_bytes(), 0, &letters);
            assert_ne!(codes.run(0), word.len(), "{word}");
        }
        assert!(letters.stays(b"2015") && letters.stays(b"a-b.c"));
        assert!(!letters.stays("2015\u{200F}".as_bytes()));
    }

    /// Names of such letters and single blanks need no tokenizer.
    #[test]
    fn letters_make_one_word() {
        for (c, _) in decided(&Letters::new(&Profile::SEARCH.normalizer())) {
            let text = format!("{c}{c}ب{c} {c} م{c}");
            let kinds: Vec<_> = tokens(&text).map(|token| token.kind).collect();
            let (word, space) = (TokenKind::Word, TokenKind::Space);
            assert_eq!(kinds, [word, space, word, space, word], "{c:?}");
        }
    }

    #[test]
    fn ascii_stays_together_too() {
        for profile in Profile::ALL {
            let normalizer = profile.normalizer();
            let letters = Letters::new(&normalizer);
            let all: String = ('\0'..='\x7F').filter(|&c| letters.stays(&[c as u8])).collect();
            assert!(all.len() > 90 && normalizer.is_normalized(&all), "{profile}");
        }
    }
}
