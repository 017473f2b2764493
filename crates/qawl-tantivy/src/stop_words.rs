//! Words that carry no search.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::sync::Arc;

use qawl::Profile;
use tantivy_tokenizer_api::{TokenFilter, Tokenizer};

use crate::data;
use crate::filtered::{Change, Filtered};

/// Word, class, twin.
static LIST: &str = include_str!("../data/stop_words.tsv");

/// Drops the words of the closed classes: prepositions, pronouns, particles, auxiliaries. The positions of
/// the other words stay, so that phrases keep their distances.
///
/// The list is the crate's own (`data/stop_words.tsv`). A word that the profile folds to the letters of a
/// name or of a word of weight is not dropped: under `SEARCH`, «على» ("on") has the letters of «علي»
/// (Ali), and «أمام» ("in front of") those of «إمام» ("imam").
///
/// ```
/// use qawl::{Profile, Scheme};
/// use qawl_tantivy::{Keep, StopWords, WordTokenizer};
/// use tantivy::tokenizer::TextAnalyzer;
///
/// let words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::Stem);
/// let mut chain = TextAnalyzer::builder(words).filter(StopWords::new(Profile::SEARCH)).build();
/// let mut left = Vec::new();
/// // "and the minister met those who are in Ali's house"
/// chain.token_stream("والتقى الوزير الذين هم في بيت علي").process(&mut |token| {
///     left.push((token.text.clone(), token.position));
/// });
/// let expected = [("التقي", 0), ("الوزير", 1), ("بيت", 5), ("علي", 6)];
/// assert_eq!(left, expected.map(|(word, position)| (word.to_owned(), position)));
/// ```
#[derive(Clone, Debug)]
pub struct StopWords {
    words: Arc<HashSet<String>>,
}

impl StopWords {
    /// The list of the crate, for terms that are folded by `profile`.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        let normalizer = profile.normalizer();
        let words = data::entries::<3>(LIST).filter_map(|[word, _class, twin]| {
            let folded = normalizer.normalize(word);
            (folded != normalizer.normalize(twin)).then(|| folded.into_owned())
        });
        Self { words: Arc::new(words.collect()) }
    }

    /// A list of your own, for terms that are folded by `profile`.
    ///
    /// ```
    /// use qawl::Profile;
    /// use qawl_tantivy::{StopWords, WordTokenizer};
    /// use tantivy::tokenizer::TextAnalyzer;
    ///
    /// let own = StopWords::of(["صحيفة"], Profile::SEARCH); // "newspaper"
    /// let words = WordTokenizer::new(Profile::SEARCH);
    /// let mut chain = TextAnalyzer::builder(words).filter(own).build();
    /// let mut stream = chain.token_stream("صحيفة المساء"); // "the newspaper Al-Masa"
    /// assert_eq!(stream.next().map(|token| &*token.text), Some("المساء"));
    /// assert!(stream.next().is_none());
    /// ```
    #[must_use]
    pub fn of<W: Borrow<str>>(words: impl IntoIterator<Item = W>, profile: Profile) -> Self {
        let normalizer = profile.normalizer();
        let folded = words.into_iter().map(|word| normalizer.normalize(word.borrow()).into_owned());
        Self { words: Arc::new(folded.collect()) }
    }
}

impl Change for StopWords {
    fn change(&self, term: &mut String, _scratch: &mut String) -> bool {
        !self.words.contains(term.as_str())
    }
}

impl TokenFilter for StopWords {
    type Tokenizer<T: Tokenizer> = Filtered<T, Self>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Filtered<T, Self> {
        Filtered::new(tokenizer, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_line_is_read() {
        let words: Vec<_> = data::entries::<3>(LIST).map(|[word, _, _]| word).collect();
        let lines = LIST.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(words.len(), lines);
        assert!(words.is_sorted_by(|left, right| left < right));
        let normalizer = Profile::NLP.normalizer();
        assert!(words.iter().all(|word| normalizer.is_normalized(word)));
    }

    #[test]
    fn twins_decide_by_the_profile() {
        let drops = |profile, word: &str| {
            !StopWords::new(profile).change(&mut word.to_owned(), &mut String::new())
        };
        assert!(drops(Profile::NLP, "على") && !drops(Profile::NLP, "علي")); // "on", Ali
        assert!(!drops(Profile::SEARCH, "علي"));
        assert!(drops(Profile::SEARCH, "الي") && !drops(Profile::SEARCH, "امام"));
    }
}
