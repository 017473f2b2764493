//! Abbreviations of the caller's, and what a full stop behind one does.

use alloc::string::String;
use alloc::vec::Vec;

use qawl_core::letters;

/// What an abbreviation does with the full stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Abbreviation {
    /// The stop is its own: «أ.د. سالم» (Prof. Dr. Salem).
    Title,
    /// The stop is its own before a number: «ص.ب. 12» (P.O. box 12).
    Label,
    /// It may be the last word of a sentence, whose stop then is its own: «9 كم.» (9 km.).
    Closing,
    /// It counts what follows, at the start of a sentence: «أولا. الماء» (first, water).
    Ordinal,
    /// It is one token with its stop, which ends the sentence too: «إلخ.» (etc.).
    Dotted,
}

/// Abbreviations of one's own, beside the built-in ones or in place of what these say of a word.
///
/// A word is known with a conjunction before it too, and whatever its marks. A stop at the end of a
/// line ends the sentence in any case.
///
/// ```
/// use qawl_tokenize::{Abbreviations, SentenceOptions, sentences_with};
///
/// // "Prs." (president), "ext." (before a number), "qn." (of grain)
/// let own = Abbreviations::new().title("رئ").label("تحويلة").unit("قن");
/// let options = SentenceOptions::new().with_abbreviations(&own);
/// let count = |text| sentences_with(text, options).count();
///
/// assert_eq!(count("وصل رئ. الاتحاد"), 1); // "the Prs. of the union arrived"
/// assert_eq!(count("اتصل على تحويلة. 12"), 1); // "call ext. 12"
/// assert_eq!(count("لا تحويلة. الخط مشغول"), 2); // "there is no ext. The line is busy"
/// assert_eq!(count("وزنه 9 قن. تقريبا"), 1); // "it weighs 9 qn. or so"
/// assert_eq!(count("وزنه 9 قن. وأضاف"), 2); // "it weighs 9 qn. He added"
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Abbreviations {
    /// Sorted, without marks.
    words: Vec<(String, Abbreviation)>,
}

impl Abbreviations {
    /// None. See the example of [`Abbreviations`] for this and what adds some.
    #[must_use]
    pub const fn new() -> Self {
        Self { words: Vec::new() }
    }

    /// The same with a word whose full stop ends no sentence, as that of a title does not.
    #[must_use]
    pub fn title(self, word: &str) -> Self {
        self.with(word, Abbreviation::Title)
    }

    /// The same with a word whose full stop ends no sentence before a number.
    #[must_use]
    pub fn label(self, word: &str) -> Self {
        self.with(word, Abbreviation::Label)
    }

    /// The same with a word whose full stop, behind a number, ends a sentence only where another
    /// plainly begins: a unit or an era.
    #[must_use]
    pub fn unit(self, word: &str) -> Self {
        self.with(word, Abbreviation::Closing)
    }

    /// How many there are.
    ///
    /// ```
    /// use qawl_tokenize::Abbreviations;
    ///
    /// let own: Abbreviations = ["رئ", "عض", "رئ"].into_iter().collect(); // "Prs.", "Mbr."
    /// assert_eq!(own.len(), 2);
    /// ```
    #[must_use]
    pub const fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    ///
    /// ```
    /// assert!(qawl_tokenize::Abbreviations::new().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// What `word` does, marks aside.
    pub(crate) fn get(&self, word: &str) -> Option<Abbreviation> {
        look_up(&self.words, word)
    }

    /// What is said of a word last counts.
    fn with(mut self, word: &str, does: Abbreviation) -> Self {
        let word: String = bare(word.strip_suffix('.').unwrap_or(word)).collect();
        match self.words.binary_search_by(|(known, _)| known.as_str().cmp(&word)) {
            Ok(at) => self.words.get_mut(at).into_iter().for_each(|known| known.1 = does),
            Err(at) => self.words.insert(at, (word, does)),
        }
        self
    }
}

/// As [titles](Abbreviations::title).
impl<S: AsRef<str>> FromIterator<S> for Abbreviations {
    fn from_iter<I: IntoIterator<Item = S>>(words: I) -> Self {
        words.into_iter().fold(Self::new(), |all, word| all.title(word.as_ref()))
    }
}

/// What `word` does by a sorted list, marks aside.
pub(crate) fn look_up<S: AsRef<str>>(
    list: &[(S, Abbreviation)],
    word: &str,
) -> Option<Abbreviation> {
    let found = list.binary_search_by(|(known, _)| known.as_ref().chars().cmp(bare(word))).ok()?;
    list.get(found).map(|&(_, does)| does)
}

fn bare(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().filter(|&c| !letters::is_mark(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_counts_marks_and_the_stop_do_not() {
        // "ton", with ARABIC DAMMA; «طن» again as a title.
        let own = Abbreviations::new().unit("ط\u{064F}ن.").title("كغ");
        assert_eq!(own.get("طن"), Some(Abbreviation::Closing));
        assert_eq!(own.get("ك\u{064E}غ"), Some(Abbreviation::Title));
        assert_eq!(own.get("طنا"), None);
        let own = own.title("طن");
        assert_eq!((own.len(), own.get("طن")), (2, Some(Abbreviation::Title)));
    }
}
