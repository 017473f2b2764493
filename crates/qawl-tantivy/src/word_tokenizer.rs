//! The words of a text as tantivy wants them.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use qawl::tokenize::{Tokenizer as Tokens, Words};
use qawl::{Profile, Scheme};
use tantivy_tokenizer_api::{Token, TokenStream, Tokenizer};

use crate::analysis::Analysis;
use crate::keep::Keep;
use crate::terms::Memo;

/// Addresses and tags in parts, so that a search for a word finds it in `#word` too.
pub(crate) const TOKENS: Tokens = Tokens::NEWS.with_addresses(false).with_tags(false);

/// Words and numbers, folded by a profile, cut by a scheme or whole, at their bytes in the text.
///
/// ```
/// use qawl::{Profile, Scheme};
/// use qawl_tantivy::{Keep, WordTokenizer};
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
///
/// let text = "سافرت إلى مكّة وبالرياض استقرّت"; // "she went to Mecca and in Riyadh she settled"
/// let mut words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::Stem);
/// let mut terms = Vec::new();
/// words.token_stream(text).process(&mut |token| {
///     terms.push((token.text.clone(), text[token.offset_from..token.offset_to].to_owned()));
/// });
/// assert_eq!(terms[2], ("مكه".into(), "مكّة".into()));
/// assert_eq!(terms[3], ("الرياض".into(), "الرياض".into())); // without "and in"
/// ```
///
/// A term depends on the word alone, so a query becomes the terms that the text has. Positions count
/// words, or pieces under [`Keep::Pieces`]. Both offsets ascend, on character boundaries; the letters at
/// them fold to the term, unless the term is how a piece is spelled alone: «الحكومة» at «لحكومة» of
/// «للحكومة» ("to the government"), «مدرسة» at «مدرست» of «مدرستها» ("her school").
///
/// # Cost
/// Linear. Each spelling is analysed once and remembered, up to some ten megabytes for each clone that
/// is at work; a word that is remembered allocates nothing. A clone shares the settings (the table of the
/// segmenter among them) and remembers nothing yet, so it is cheap.
#[derive(Clone)]
pub struct WordTokenizer {
    analysis: Arc<Analysis>,
    work: Work,
}

/// What a tokenizer uses again from text to text.
#[derive(Default)]
struct Work {
    memo: Memo,
    token: Token,
}

impl Clone for Work {
    /// Nothing: memory is left to whoever works with it.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl WordTokenizer {
    /// Whole words, folded by `profile`; Latin letters are made small.
    ///
    /// ```
    /// use qawl::Profile;
    /// use qawl_tantivy::WordTokenizer;
    /// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
    ///
    /// let mut words = WordTokenizer::new(Profile::SEARCH);
    /// let mut stream = words.token_stream("قمّة G20"); // "the G20 summit"
    /// assert_eq!(stream.next().map(|token| &*token.text), Some("قمه"));
    /// assert_eq!(stream.next().map(|token| &*token.text), Some("g20"));
    /// ```
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self::of(Analysis::new(profile))
    }

    /// Cuts the words by `scheme` and indexes of them what `keep` says. For names the scheme `Atb` is
    /// best: it leaves the article, which tells «الرياض» (Riyadh) from «رياض» (Riyad, a man).
    ///
    /// ```
    /// use qawl::{Profile, Scheme};
    /// use qawl_tantivy::{Keep, WordTokenizer};
    /// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
    ///
    /// let mut words = WordTokenizer::new(Profile::NLP).cut(Scheme::D3, Keep::Pieces);
    /// let mut pieces = Vec::new();
    /// words.token_stream("وللمدينة").process(&mut |token| pieces.push(token.text.clone()));
    /// assert_eq!(pieces, ["و", "ل", "ال", "مدينة"]); // "and to the city"
    /// ```
    #[must_use]
    pub fn cut(self, scheme: Scheme, keep: Keep) -> Self {
        Self::of((*self.analysis).clone().cutting(scheme, keep))
    }

    fn of(analysis: Analysis) -> Self {
        Self { analysis: Arc::new(analysis), work: Work::default() }
    }

    /// The tokenizer for queries against what this one indexed: the same, but that it keeps the stem alone
    /// where this one keeps [word and stem](Keep::WordAndStem). Give it, under the same name, to the
    /// tokenizers of the query parser.
    ///
    /// ```
    /// use qawl::{Profile, Scheme};
    /// use qawl_tantivy::{Keep, WordTokenizer};
    /// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
    ///
    /// let count = |mut words: WordTokenizer| {
    ///     let mut count = 0;
    ///     words.token_stream("وبالرياض").process(&mut |_| count += 1); // "and in Riyadh"
    ///     count
    /// };
    /// let words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::WordAndStem);
    /// assert_eq!((count(words.for_queries()), count(words)), (1, 2));
    /// ```
    #[must_use]
    pub fn for_queries(&self) -> Self {
        let mut analysis = (*self.analysis).clone();
        if let Some(cut) = analysis.cut.as_mut().filter(|cut| cut.keep == Keep::WordAndStem) {
            cut.keep = Keep::Stem;
        }
        Self::of(analysis)
    }

    pub(crate) fn analysis(&self) -> &Analysis {
        &self.analysis
    }
}

impl fmt::Debug for WordTokenizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WordTokenizer").field(&self.name()).finish()
    }
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        let Work { memo, token } = &mut self.work;
        token.reset();
        let words = TOKENS.words(text);
        WordStream { text, words, analysis: &self.analysis, memo, token, word: 0, pending: 0..0 }
    }
}

/// The terms of a text, word by word; see [`WordTokenizer`].
///
/// ```
/// use qawl::Profile;
/// use qawl_tantivy::{WordStream, WordTokenizer};
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
///
/// let mut words = WordTokenizer::new(Profile::SEARCH);
/// let mut stream: WordStream<'_> = words.token_stream("عاد الوفد"); // "the delegation returned"
/// assert!(stream.advance() && stream.advance() && !stream.advance());
/// ```
#[derive(Debug)]
pub struct WordStream<'a> {
    text: &'a str,
    words: Words<'a>,
    analysis: &'a Analysis,
    memo: &'a mut Memo,
    token: &'a mut Token,
    /// Where the word starts whose terms are pending.
    word: usize,
    pending: Range<usize>,
}

impl WordStream<'_> {
    /// Puts the term of this number into the token.
    fn emit(&mut self, number: usize) -> bool {
        let Some((term, text)) = self.memo.term(number) else { return false };
        let token = &mut *self.token;
        token.text.clear();
        token.text.push_str(text);
        (token.offset_from, token.offset_to) =
            (self.word + term.span.start(), self.word + term.span.end());
        // A fresh token stands before position 0.
        token.position = token.position.wrapping_add(term.step);
        true
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        loop {
            if let Some(number) = self.pending.next() {
                return self.emit(number);
            }
            let Some(token) = self.words.next() else { return false };
            let word = token.span.get(self.text).unwrap_or_default();
            let analysis = self.analysis;
            self.word = token.span.start();
            self.pending = self.memo.terms_of(word, |word, terms| analysis.analyse(word, terms));
        }
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
