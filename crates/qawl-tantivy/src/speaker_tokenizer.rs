//! Who speaks in a text, as words to be searched.

use std::fmt;

use qawl::{Pipeline, Span};
use tantivy_tokenizer_api::{TokenStream, Tokenizer};

use crate::places::{Found, PlaceStream, Places};
use crate::speaker_place;
use crate::word_tokenizer::WordTokenizer;

/// The words of the names of all speakers of a text, once for each quote, where the quote names them.
///
/// It is for a field that gets the whole text of an article: a search there finds the articles in which
/// somebody speaks, the more quotes the better, and highlights the name at the quote. The name is the
/// fullest that the text gives, also where the quote says «وأضاف» ("and he added"). The words of one name
/// stand at neighbouring positions, so that a phrase finds a full name; those of the next name stand
/// further on.
///
/// Queries are names and no articles: they are analysed by the words' own tokenizer. Give
/// [`for_queries`](Self::for_queries) to the query parser under the name of this tokenizer.
///
/// ```
/// use qawl::{Pipeline, Profile};
/// use qawl_tantivy::{SpeakerTokenizer, WordTokenizer};
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
///
/// let text = "قالت المديرة هدى سلمان إن العمل بدأ. وأضافت: «سنعود».";
/// // "The director Huda Salman said that work has begun. And she added: 'We shall return.'"
/// let mut speakers = SpeakerTokenizer::new(Pipeline::default(), WordTokenizer::new(Profile::NLP));
/// let mut found = Vec::new();
/// speakers.token_stream(text).process(&mut |token| {
///     found.push((token.text.clone(), &text[token.offset_from..token.offset_to]));
/// });
/// let expected = [
///     ("هدى", "هدى سلمان"), ("سلمان", "هدى سلمان"), ("هدى", "وأضافت"), ("سلمان", "وأضافت"),
/// ];
/// assert_eq!(found, expected.map(|(word, place)| (word.to_owned(), place)));
/// ```
///
/// Runs the layers of the pipeline over each text: see the figures of the read-me file. Leave out of the pipeline what is not needed:
/// [`without_tokens`](qawl::PipelineBuilder::without_tokens) and
/// [`without_sentences`](qawl::PipelineBuilder::without_sentences).
#[derive(Clone)]
pub struct SpeakerTokenizer {
    pipeline: Pipeline,
    words: WordTokenizer,
    work: Found,
}

/// How many positions stand empty between two names: a phrase does not reach over them.
const GAP: usize = 1;

impl SpeakerTokenizer {
    /// Finds speakers by `pipeline` and makes terms of their names by `words`.
    #[must_use]
    pub fn new(pipeline: Pipeline, words: WordTokenizer) -> Self {
        Self { pipeline, words, work: Found::default() }
    }

    /// The tokenizer for queries.
    ///
    /// ```
    /// use qawl::{Pipeline, Profile};
    /// use qawl_tantivy::{SpeakerTokenizer, WordTokenizer};
    ///
    /// let words = WordTokenizer::new(Profile::SEARCH);
    /// let speakers = SpeakerTokenizer::new(Pipeline::default(), words);
    /// assert_eq!(speakers.for_queries().name(), "qawl:SEARCH@1");
    /// ```
    #[must_use]
    pub fn for_queries(&self) -> WordTokenizer {
        self.words.for_queries()
    }
}

/// Adds the names of all speakers, in the order of the text.
fn find(pipeline: &Pipeline, words: &mut WordTokenizer, text: &str, places: &mut Places) {
    let document = pipeline.annotate(text);
    let mut spoken: Vec<(Span, &str)> = Vec::with_capacity(document.quotes().len());
    for quote in document.quotes() {
        let Some(speaker) = &quote.speaker else { continue };
        let place = speaker_place::of(text, quote, speaker);
        spoken.extend(place.map(|place| (place, &*speaker.name)));
    }
    // Quotes are in the order of their reporting words; a source may stand before or behind its own.
    spoken.sort_by_key(|(place, _)| *place);
    let mut position = 0;
    for (place, name) in spoken {
        position = add_name(words, name, place, position, places);
    }
}

/// Adds the words of a name from `position` on; the position behind it and the gap.
fn add_name(
    words: &mut WordTokenizer,
    name: &str,
    place: Span,
    position: usize,
    places: &mut Places,
) -> usize {
    let mut last = position;
    let mut stream = words.token_stream(name);
    while stream.advance() {
        let token = stream.token();
        last = position + token.position;
        places.push(&token.text, place, last);
    }
    last + 1 + GAP
}

impl fmt::Debug for SpeakerTokenizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SpeakerTokenizer")
            .field("pipeline", &self.pipeline)
            .field("words", &self.words)
            .finish_non_exhaustive()
    }
}

impl Tokenizer for SpeakerTokenizer {
    type TokenStream<'a> = PlaceStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PlaceStream<'a> {
        let Self { pipeline, words, work } = self;
        work.stream(|places| find(pipeline, words, text, places))
    }
}
