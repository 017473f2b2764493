//! A light stemmer that leaves names alone.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

#[cfg(feature = "entities")]
use qawl::Gazetteer;
use qawl::{Normalizer, Profile};
use tantivy_tokenizer_api::{TokenFilter, Tokenizer};

use crate::affixes::Affixes;
use crate::filtered::{Change, Filtered};

/// The article, which a name may have or have lost: «السودان» (Sudan).
const ARTICLE: &str = "ال";

/// Takes the article, endings of number and gender, and ي off the terms, so that «معلمون» ("teachers"),
/// «معلمات» and «المعلم» are one; leaves names alone.
///
/// A name loses what looks like an ending and becomes another word: «السودان» (Sudan) would be «سود»
/// ("black ones"), «عثمان» (Uthman) «عثم». What is a name is decided by the word alone, so that a query
/// agrees with every text: words of names of several words are stemmed, unless they are names
/// themselves.
///
/// Broken plurals are not undone («مدارس», "schools"), and words that only share a beginning may meet.
/// Use it in a field of its own where that matters. Behind [`WordTokenizer::cut`](crate::WordTokenizer::cut)
/// it takes off what cutting leaves; without, also «بالـ», «للـ» and the like, but no single letter in
/// front.
///
/// ```
/// use qawl::{Profile, Scheme};
/// use qawl_tantivy::{Keep, LightStem, WordTokenizer};
/// use tantivy::tokenizer::TextAnalyzer;
///
/// let words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::Stem);
/// let stem = LightStem::new(Profile::SEARCH).sparing(["السودان", "حمدان"]); // Sudan, Hamdan
/// let mut chain = TextAnalyzer::builder(words).filter(stem).build();
/// let mut terms = Vec::new();
/// // "the teachers and Hamdan are in Sudan"
/// chain.token_stream("المعلمون وحمدان بالسودان").process(&mut |token| terms.push(token.text.clone()));
/// assert_eq!(terms, ["معلم", "حمدان", "السودان"]);
/// ```
#[derive(Clone)]
pub struct LightStem {
    normalizer: Normalizer,
    affixes: Arc<Affixes>,
    spared: Arc<HashSet<String>>,
}

impl LightStem {
    /// For terms that are folded by `profile`; spares no word yet.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        let normalizer = profile.normalizer();
        let affixes = Arc::new(Affixes::new(&normalizer));
        Self { normalizer, affixes, spared: Arc::default() }
    }

    /// Leaves these words alone too, those with the article also without it, not the other way round: a name
    /// may lose its article, as «السودان» does in «للسودان» ("to Sudan"), and hardly takes one. See the example of
    /// [`LightStem`].
    #[must_use]
    pub fn sparing<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        let spared = Arc::make_mut(&mut self.spared);
        for word in words {
            let word = self.normalizer.normalize(word.as_ref());
            if let Some(bare) = word.strip_prefix(ARTICLE) {
                spared.insert(bare.to_owned());
            }
            spared.insert(word.into_owned());
        }
        self
    }

    /// Leaves the names of a gazetteer alone that are one word: places, people, bodies, and the given and
    /// family names of people. Not its adjectives of origin, titles, and words that the list itself
    /// calls common ones. Reads the whole list once.
    ///
    /// ```
    /// use qawl::{Gazetteer, Profile};
    /// use qawl_tantivy::{LightStem, WordTokenizer};
    /// use tantivy::tokenizer::TextAnalyzer;
    ///
    /// let stem = LightStem::new(Profile::SEARCH).sparing_names_of(Gazetteer::embedded());
    /// let mut chain = TextAnalyzer::builder(WordTokenizer::new(Profile::SEARCH)).filter(stem).build();
    /// let mut terms = Vec::new();
    /// // "Uthman, Sudan, the Sudanese, the Emirates, emirates"
    /// let text = "عثمان السودان السودانيون الإمارات";
    /// chain.token_stream(text).process(&mut |token| terms.push(token.text.clone()));
    /// assert_eq!(terms, ["عثمان", "السودان", "سودان", "الامارات"]);
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn sparing_names_of<D: AsRef<[u8]>>(self, gazetteer: &Gazetteer<D>) -> Self {
        self.sparing(crate::single_names::of(gazetteer))
    }
}

impl Change for LightStem {
    fn change(&self, term: &mut String, _scratch: &mut String) -> bool {
        if !self.spared.contains(term.as_str()) {
            self.affixes.strip(term);
        }
        true
    }
}

impl TokenFilter for LightStem {
    type Tokenizer<T: Tokenizer> = Filtered<T, Self>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Filtered<T, Self> {
        Filtered::new(tokenizer, self)
    }
}

impl fmt::Debug for LightStem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LightStem").field("spared", &self.spared.len()).finish_non_exhaustive()
    }
}
