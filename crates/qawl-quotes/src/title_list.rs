//! Titles of a caller's, beside the built-in ones.

use std::borrow::Cow;

use crate::fold::folded;
use crate::lexicon::Known;
use crate::list_error::{ListError, rows};
use crate::quote::Gender;
use crate::title_line::{GENDERS, TITLES, TitleLine};
use crate::word_map::WordMap;

/// What a title makes of who bears it.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TitleClass {
    /// `honorific`: said to a person's face: «السيدة» (Mrs), «الدكتور» (Dr).
    Honorific,
    /// `office`: what a person holds: «وزير» (minister).
    Office,
    /// `rank`: of an army, a police, a team: «عميد» (brigadier).
    Rank,
    /// `profession`: what a person does: «صحافية» (a journalist).
    Profession,
    /// `institution`: no person: «شركة» (company).
    Institution,
}

impl TitleClass {
    /// By its place in the list of classes.
    pub(crate) const fn decode(at: usize) -> Self {
        match at {
            0 => Self::Honorific,
            1 => Self::Office,
            2 => Self::Rank,
            3 => Self::Profession,
            _ => Self::Institution,
        }
    }
}

/// By its place in the list of genders.
pub(crate) const fn decode_gender(at: usize) -> Option<Gender> {
    match at {
        0 => Some(Gender::Masculine),
        1 => Some(Gender::Feminine),
        _ => None,
    }
}

/// Titles of a caller's, beside the built-in ones or in place of what these say of a word.
///
/// A title is given without its article, and known with it, with a conjunction or a preposition, and in the
/// accusative; feminine, dual and plural are titles of their own, as in `data/quotes/titles.tsv`. Whether one
/// or many bear it is told by its ending. Of a title of several words the first becomes one, wherever it
/// stands: «ربان السفينة» makes «ربان» a title, unless something is known of that as a title already.
///
/// ```
/// use qawl_quotes::{Attributor, Gender, TitleClass, TitleList};
///
/// // "ship's master", of a man and of a woman
/// let titles = TitleList::new()
///     .title("ربان", TitleClass::Rank, Some(Gender::Masculine))?
///     .title("ربانة", TitleClass::Rank, Some(Gender::Feminine))?;
/// let attributor = Attributor::default().with_titles(titles);
///
/// let text = "أكد زكوان فرهود ربان السفينة الجديدة أن الميناء جاهز.";
/// // "Zakwan Farhud, master of the new ship, stressed that the port is ready."
/// let speaker = |by: &Attributor| by.attribute(text, &[])[0].speaker.clone().unwrap().name;
/// assert_eq!(speaker(&attributor), "زكوان فرهود");
/// assert_eq!(speaker(&Attributor::default()), "زكوان فرهود ربان السفينة الجديدة"); // no title, so all is a name
/// # Ok::<(), qawl_quotes::ListError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleList {
    titles: Vec<Title>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Title {
    /// Folded.
    word: String,
    class: TitleClass,
    gender: Option<Gender>,
    /// Whether it is the first of several words: one alone counts more.
    is_part: bool,
}

impl TitleList {
    /// None. See the example of [`TitleList`] for this and what adds some.
    #[must_use]
    pub const fn new() -> Self {
        Self { titles: Vec::new() }
    }

    /// Reads a list in the form of `data/quotes/titles.tsv`: a line a title, with a tab between its three
    /// columns: the title, its class by a name of [`TitleClass`], and `m`, `f`, or `-` for either gender.
    /// Empty lines and lines that begin with `#` are passed over.
    ///
    /// # Errors
    /// Where a line has other columns, or its title no letter: the line, what it has, what was expected.
    ///
    /// ```
    /// use qawl_quotes::TitleList;
    ///
    /// let list = "# title\tclass\tgender\nربان\trank\tm\nربانة\trank\tf\n"; // "a ship's master"
    /// assert_eq!(TitleList::from_tsv(list)?.len(), 2);
    /// let error = TitleList::from_tsv("ربان\trank\tmale\n").unwrap_err();
    /// assert_eq!(error.to_string(), "line 1: \"male\" is none of m, f, -");
    /// # Ok::<(), qawl_quotes::ListError>(())
    /// ```
    pub fn from_tsv(text: &str) -> Result<Self, ListError> {
        rows(text).try_fold(Self::new(), |list, (line, columns)| {
            let read = TitleLine::read(&columns).map_err(|wrong| ListError::new(wrong).at(line))?;
            let (class, gender) = (TitleClass::decode(read.class), decode_gender(read.gender));
            list.title(read.title, class, gender).map_err(|error| error.at(line))
        })
    }

    /// The same with one more title. What is said of a word first counts.
    ///
    /// # Errors
    /// Where it has no letter.
    ///
    /// ```
    /// use qawl_quotes::{TitleClass, TitleList};
    ///
    /// assert!(TitleList::new().title(" ", TitleClass::Rank, None).is_err());
    /// ```
    pub fn title(
        mut self,
        title: &str,
        class: TitleClass,
        gender: Option<Gender>,
    ) -> Result<Self, ListError> {
        let mut words = title.split_whitespace();
        // Marks and tatweel, of which folding leaves nothing, count as alphabetic.
        let first = words.next().map(folded).filter(|word| word.chars().any(char::is_alphabetic));
        let Some(word) = first.map(Cow::into_owned) else {
            return Err(ListError::new(format!("{title:?}: expected a title, such as «كابتن»")));
        };
        self.titles.push(Title { word, class, gender, is_part: words.next().is_some() });
        Ok(self)
    }

    /// The same with the titles of another list behind its own.
    ///
    /// ```
    /// use qawl_quotes::{TitleClass, TitleList};
    ///
    /// let one = TitleList::new().title("ربان", TitleClass::Rank, None)?; // "a ship's master"
    /// assert_eq!(one.clone().and(one).len(), 2);
    /// # Ok::<(), qawl_quotes::ListError>(())
    /// ```
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.titles.extend(other.titles);
        self
    }

    /// How many lines there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.titles.len()
    }

    /// Whether there is none.
    ///
    /// ```
    /// assert!(qawl_quotes::TitleList::new().is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.titles.is_empty()
    }

    /// Notes them. The first of several words is a title only where nothing else says of which kind.
    pub(crate) fn note(&self, words: &mut WordMap<Known>) {
        // The tables list a title with its article where that is one too, which «العالم» (the world, not the
        // scholar) is not; of what they do not know it is.
        let definite = self.titles.iter().map(|title| (format!("ال{}", title.word), title));
        let (new, known): (Vec<_>, Vec<_>) =
            definite.partition(|(_, title)| !is_title(words, &title.word));
        let known =
            known.into_iter().filter(|(word, title)| !title.is_part && is_title(words, word));
        let known: Vec<_> = known.collect();
        let (parts, whole): (Vec<_>, Vec<_>) = self.titles.iter().partition(|title| title.is_part);
        let whole = whole.into_iter().map(|title| (title.word.clone(), title));
        // What is listed itself stands over what follows from another, the first over the later.
        for (word, title) in whole.chain(known).rev() {
            words.note(&word, |known| known.title = Some((title.class, title.gender)));
        }
        let parts = parts.into_iter().map(|title| (title.word.clone(), title));
        for (word, title) in parts.chain(new) {
            let own = (title.class, title.gender);
            words.note(&word, |known| known.title = known.title.or(Some(own)));
        }
    }
}

fn is_title(words: &WordMap<Known>, word: &str) -> bool {
    words.get(word).is_some_and(|known| known.title.is_some())
}

const _: () = assert!(TITLES.len() == TitleClass::Institution as usize + 1 && GENDERS.len() == 3);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cue_list::CueList;
    use crate::lexicon::Lexicon;

    /// What a list of titles, all feminine, makes of words.
    fn genders(titles: &[&str], words: &[&str]) -> Vec<Option<Option<Gender>>> {
        let own = titles.iter().fold(TitleList::new(), |list, title| {
            list.title(title, TitleClass::Profession, Some(Gender::Feminine)).unwrap()
        });
        let lexicon = Lexicon::with(&CueList::new(), &own);
        words.iter().map(|word| lexicon.title(word).map(|(_, gender)| gender)).collect()
    }

    #[test]
    fn a_known_title_is_another_with_its_article_too() {
        let words = ["وزير", "الوزير"]; // "minister", "the minister"
        assert_eq!(genders(&[], &words), [Some(Some(Gender::Masculine)); 2]);
        assert_eq!(genders(&["وزير"], &words), [Some(Some(Gender::Feminine)); 2]);
        // Of several words: the first is a title of the tables.
        assert_eq!(genders(&["وزير دولة"], &words), [Some(Some(Gender::Masculine)); 2]); // "state minister"
    }

    #[test]
    fn what_folding_leaves_nothing_of_is_no_title() {
        // TATWEEL, FATHA
        for nothing in ["", " ", "12", "\u{0640}", "\u{064E}", "\u{0640}\u{064E} ربان"] {
            assert!(
                TitleList::new().title(nothing, TitleClass::Rank, None).is_err(),
                "{nothing:?}"
            );
        }
    }

    /// «العالم» is rather the world than the scholar.
    #[test]
    fn what_is_no_title_with_its_article_becomes_none() {
        assert_eq!(genders(&["عالم"], &["عالم", "العالم"]), [Some(Some(Gender::Feminine)), None]);
        assert_eq!(genders(&["العالم"], &["العالم"]), [Some(Some(Gender::Feminine))]);
        assert_eq!(genders(&["ربان"], &["الربان"]), [Some(Some(Gender::Feminine))]); // "the master"
    }
}
