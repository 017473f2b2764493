//! How far from a name a text may be.

use crate::edits::EDIT;

/// Longer words are compared exactly: no one writes such names, and distances cost by length.
const MOST_LETTERS: usize = 64;

/// The letters of the article say nothing about the word.
const ARTICLE: &str = "ال";

/// How many edits a fuzzy look-up bears in each word.
///
/// By default one from five letters on and two from nine, not counting the article ال, and the article
/// and the first letter behind it must be right: in shorter words an edit makes another word more often
/// than not. In running text, by default, a name of a single word bears no edit at all, only what is
/// half of one: most words of a text are some name's neighbours. What is not of letters alone is compared
/// exactly.
///
/// An edit is a letter put in, left out or exchanged, or two neighbours that changed places. What careless
/// writing confuses is half an edit: the seats of hamza with each other and with what is under them, ى
/// and ي, ة and ه, ء left out, and the pairs ض ظ, ذ د, ذ ز, س ص, ت ط. What the profile of the list folds
/// is none.
///
/// ```
/// use qawl_gazetteer::{Entry, Fuzzy, Gazetteer, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("محمود", "person")) // Mahmoud
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
/// let near = |name, fuzzy: Fuzzy| gazetteer.lookup(name, &fuzzy).len();
/// assert_eq!(near("محمد", Fuzzy::default()), 0); // Muhammad: a short word, another name
/// assert_eq!(near("محمد", Fuzzy::default().one_edit_from(4)), 1);
/// assert_eq!(near("محموظ", Fuzzy::default()), 1);
/// assert_eq!(near("حمود", Fuzzy::default().one_edit_from(4)), 0);
/// assert_eq!(near("حمود", Fuzzy::default().one_edit_from(4).any_first_letter()), 1);
/// assert_eq!(near("محموظ", Fuzzy::default().max_edits(0)), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fuzzy {
    max_edits: u8,
    one_from: usize,
    two_from: usize,
    any_first: bool,
    single_words: bool,
}

impl Fuzzy {
    /// At most so many edits in a word: 0 is exact, more than 2 is 2.
    #[must_use]
    pub const fn max_edits(self, edits: u8) -> Self {
        Self { max_edits: if edits > 2 { 2 } else { edits }, ..self }
    }

    /// One edit only in words of so many letters or more.
    #[must_use]
    pub const fn one_edit_from(self, letters: usize) -> Self {
        Self { one_from: letters, ..self }
    }

    /// Two edits only in words of so many letters or more.
    #[must_use]
    pub const fn two_edits_from(self, letters: usize) -> Self {
        Self { two_from: letters, ..self }
    }

    /// The first letter of a word may be wrong too, and the article. A search visits many times as many
    /// words of the list.
    #[must_use]
    pub const fn any_first_letter(self) -> Self {
        Self { any_first: true, ..self }
    }

    /// Names of a single word bear edits in running text too: for lists of rare words.
    #[must_use]
    pub const fn single_words(self) -> Self {
        Self { single_words: true, ..self }
    }

    /// Whether a text may be so far from a name of so many words.
    pub(crate) fn bears_in_text(&self, words: usize, distance: u32) -> bool {
        words > 1 || self.single_words || distance < EDIT.into()
    }

    /// How many letters at the start of a word must be alike.
    pub(crate) fn fixed(&self, word: &str) -> usize {
        match word.starts_with(ARTICLE) {
            _ if self.any_first => 0,
            true => 3,
            false => 1,
        }
    }

    /// How far a name's word may be from this `word` of a text.
    pub(crate) fn bound(&self, word: &str) -> u8 {
        let letters = word.strip_prefix(ARTICLE).unwrap_or(word).chars().count();
        let edits = u8::from(letters >= self.one_from) + u8::from(letters >= self.two_from);
        let edits = edits.min(self.max_edits);
        if edits == 0 || letters > MOST_LETTERS || !is_of_letters(word) { 0 } else { edits * EDIT }
    }
}

/// Whether nothing but letters and marks on letters stands in `word`.
pub(crate) fn is_of_letters(word: &str) -> bool {
    // Most are Arabic letters, which need no look into the tables of Unicode.
    word.chars().all(|c| matches!(c, 'ء'..='ي') || c.is_alphabetic())
}

impl Default for Fuzzy {
    fn default() -> Self {
        Self { max_edits: 2, one_from: 5, two_from: 9, any_first: false, single_words: false }
    }
}
