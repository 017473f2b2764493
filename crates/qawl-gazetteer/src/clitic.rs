//! Proclitics at the front of a word: و ف, then ب ل ك, then the name.

use std::borrow::Cow;

/// The bytes of one proclitic: a basic Arabic letter.
const LETTER: usize = 2;

/// The fewest letters that a name of one word must keep behind a cut: «بقم» is not ب + قم (Qom).
pub(crate) const LEAST_LETTERS: usize = 3;

/// The fewest behind ك (like), which governs names so seldom that a short rest is mostly a word:
/// «كسول» (lazy) is not ك + سول.
const LEAST_BEHIND_KAF: usize = 4;

/// One way to read a word: so many bytes of proclitics, and a name behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Bytes of و or ف in front.
    pub(crate) conjunction: usize,
    /// Bytes of ب, ل or ك behind them.
    pub(crate) preposition: usize,
    /// Letters of the name that writing drops behind ل: «للأمم» is ل + «الأمم», «لليكود» is
    /// ل + «الليكود».
    pub(crate) dropped: &'static str,
}

impl Cut {
    /// The reading that cuts nothing.
    pub(crate) const BARE: Cut = Cut { conjunction: 0, preposition: 0, dropped: "" };

    /// Bytes in front of the name.
    pub(crate) const fn len(self) -> usize {
        self.conjunction + self.preposition
    }

    pub(crate) const fn is_bare(self) -> bool {
        self.len() == 0
    }

    /// Less than that of the readings that [`cuts`] gives later.
    pub(crate) const fn order(self) -> [usize; 3] {
        [self.preposition, self.conjunction, self.dropped.len()]
    }

    /// What `word` has of the name.
    pub(crate) fn rest(self, word: &str) -> &str {
        word.get(self.len()..).unwrap_or_default()
    }

    /// The name, with the letters that writing dropped.
    pub(crate) fn name(self, word: &str) -> Cow<'_, str> {
        // Almost no reading has any.
        match self.dropped {
            "" => Cow::Borrowed(self.rest(word)),
            dropped => Cow::Owned([dropped, self.rest(word)].concat()),
        }
    }

    /// Whether a name of a single word may stand behind this cut of `word`.
    pub(crate) fn leaves_enough(self, word: &str) -> bool {
        let governed_by = word.get(self.conjunction..self.len()).unwrap_or_default();
        let least = if governed_by == "ك" { LEAST_BEHIND_KAF } else { LEAST_LETTERS };
        self.is_bare()
            || self.dropped.chars().chain(self.rest(word).chars()).nth(least - 1).is_some()
    }
}

/// Every way to read the folded `word`, the bare word first, then by number of proclitics.
pub(crate) fn cuts(word: &str) -> impl Iterator<Item = Cut> + use<> {
    let joined = usize::from(word.starts_with(['و', 'ف']));
    let governed = prepositions(word);
    let behind = word.get(joined * LETTER..).filter(|_| joined > 0);
    let both = behind.map_or(0, prepositions);
    // The last are those of a preposition behind the conjunction.
    (0..1 + joined + governed + both).map(move |number| match number.checked_sub(1 + joined) {
        None => Cut { conjunction: number * LETTER, ..Cut::BARE },
        Some(at) if at < governed => governed_cut(0, at),
        Some(at) => governed_cut(LETTER, at - governed),
    })
}

/// In how many ways a preposition may stand at the start of `word`.
fn prepositions(word: &str) -> usize {
    let Some(rest) = word.strip_prefix(['ب', 'ل', 'ك']) else { return 0 };
    if word.starts_with('ل') && rest.starts_with('ل') { 3 } else { 1 }
}

/// One of those ways, behind `conjunction` bytes.
const fn governed_cut(conjunction: usize, way: usize) -> Cut {
    let dropped = match way {
        0 => "",
        1 => "ا",
        _ => "ال",
    };
    Cut { conjunction, preposition: LETTER, dropped }
}

/// A cut, told by letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LetterCut {
    /// How many are cut off.
    pub(crate) letters: usize,
    /// The codes of those that writing drops behind ل, as [`Cut::dropped`].
    pub(crate) dropped: &'static [u8],
}

impl LetterCut {
    /// How many letters the name has at the least, of a word of so many.
    pub(crate) const fn leaves(self, letters: usize) -> usize {
        letters + self.dropped.len() - self.letters
    }

    /// The dropped letters, in front of a block of codes.
    pub(crate) fn dropped_codes(self) -> u128 {
        self.dropped.iter().rev().fold(0, |codes, &code| codes << 16 | u128::from(code))
    }
}

/// The cuts of a word whose first letters are `codes`, a letter in each two bytes: those of [`cuts`]
/// but the bare one.
#[inline(always)]
pub(crate) fn letter_cuts(codes: u128, mut take: impl FnMut(LetterCut)) {
    let code = |i: usize| (codes >> (16 * i)) as u8;
    let mut prepositions = |at: usize| {
        if !matches!(code(at), BEH | LAM | KAF) {
            return;
        }
        let letters = at + 1;
        let (alef, article): (&[u8], &[u8]) = (&[ALEF], &[ALEF, LAM]);
        take(LetterCut { letters, dropped: &[] });
        if code(at) == LAM && code(at + 1) == LAM {
            take(LetterCut { letters, dropped: alef });
            take(LetterCut { letters, dropped: article });
        }
    };
    prepositions(0);
    if matches!(code(0), WAW | FEH) {
        prepositions(1);
        take(LetterCut { letters: 1, dropped: &[] });
    }
}

/// The last bytes of code points.
const ALEF: u8 = 0x27;
const BEH: u8 = 0x28;
const FEH: u8 = 0x41;
const KAF: u8 = 0x43;
const LAM: u8 = 0x44;
const WAW: u8 = 0x48;

/// Every way to write the folded first word of a name, with and without proclitics: what
/// [`cuts`] takes apart.
pub(crate) fn surfaces(word: &str) -> Vec<String> {
    let mut surfaces = Vec::new();
    for conjunction in ["", "و", "ف"] {
        for preposition in ["", "ب", "ل", "ك"] {
            surfaces.push([conjunction, preposition, word].concat());
        }
        for dropped in ["ا", "ال"] {
            if let Some(rest) = word.strip_prefix(dropped).filter(|rest| rest.starts_with('ل')) {
                surfaces.push([conjunction, "ل", rest].concat());
            }
        }
    }
    surfaces
}

/// Whether `word` is nothing but proclitics: a word for itself where a tatweel or a mark cuts it
/// off its name, as in «لـ"داعش"».
pub(crate) fn is_proclitic(word: &str) -> bool {
    let rest = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let rest = rest.strip_prefix(['ب', 'ل', 'ك']).unwrap_or(rest);
    rest.is_empty() && !word.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn readings(word: &str) -> Vec<String> {
        cuts(word).map(|cut| format!("{}{}", cut.dropped, cut.rest(word))).collect()
    }

    #[test]
    fn the_bare_word_comes_first() {
        assert_eq!(readings("بغداد"), ["بغداد", "غداد"]);
        assert_eq!(readings("وبالرياض"), ["وبالرياض", "بالرياض", "الرياض"]);
        assert_eq!(readings("كنت"), ["كنت", "نت"]);
        assert_eq!(readings("قطر"), ["قطر"]);
        assert!(cuts("وللامم").is_sorted_by_key(Cut::order));
    }

    #[test]
    fn a_doubled_lam_may_hide_the_article() {
        assert_eq!(readings("للامم"), ["للامم", "لامم", "الامم", "اللامم"]);
        assert_eq!(readings("ولليكود").last().map(String::as_str), Some("الليكود"));
    }

    #[test]
    fn surfaces_and_cuts_agree() {
        for name in ["الامم", "الليكود", "لندن", "قطر", "واشنطن", "ليبيا"]
        {
            for surface in surfaces(name) {
                assert!(readings(&surface).iter().any(|r| r == name), "{surface} of {name}");
            }
        }
    }

    #[test]
    fn cuts_by_letters_are_the_same() {
        let letters = ['و', 'ف', 'ب', 'ل', 'ك', 'ا', 'م'];
        for word in (0..7 * 7 * 7).map(|i| [letters[i % 7], letters[i / 7 % 7], letters[i / 49]]) {
            let codes = word.iter().rev().fold(0, |codes, &c| codes << 16 | (c as u128 - 0x600));
            let mut by_letters = Vec::new();
            letter_cuts(codes, |cut| by_letters.push((2 * cut.letters, cut.dropped.to_vec())));
            let word: String = word.iter().collect();
            let codes = |text: &str| text.chars().map(|c| (c as u32 - 0x600) as u8).collect();
            let cuts = cuts(&word).filter(|cut| !cut.is_bare());
            let mut cuts: Vec<(_, Vec<u8>)> = cuts.map(|c| (c.len(), codes(c.dropped))).collect();
            [&mut by_letters, &mut cuts].into_iter().for_each(|cuts| cuts.sort());
            assert_eq!(by_letters, cuts, "{word}");
        }
    }

    #[test]
    fn short_rests_are_refused() {
        let cut = Cut { preposition: LETTER, ..Cut::BARE };
        assert!(!cut.leaves_enough("بقم"));
        assert!(!cut.leaves_enough("كسول"));
        assert!(cut.leaves_enough("بدبي"));
        assert!(Cut::BARE.leaves_enough("قم"));
    }

    #[test]
    fn proclitics_stand_alone() {
        assert!(["و", "ل", "ول", "فب"].iter().all(|word| is_proclitic(word)));
        assert!(!["", "لو", "ال", "بو"].iter().any(|word| is_proclitic(word)));
    }
}
