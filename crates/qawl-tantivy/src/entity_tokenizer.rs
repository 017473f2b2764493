//! What a text names and who speaks in it, as facets.

use std::fmt;

use qawl::{Document, Pipeline, Profile, Span};
use tantivy_tokenizer_api::Tokenizer;

use crate::facet::{self, Paths};
use crate::places::{Found, PlaceStream, Places};
use crate::speaker_place;

/// The names of a text by their identifiers, and its speakers, as the paths of facets.
///
/// A name is `/TYPE/ID`, and `/TYPE/NAME` where the list gives no identifier; a speaker is `/speaker/NAME`.
/// As a tokenizer, for a text field that gets the whole text of an article, it emits at each name its path
/// and the path above it, in small letters, so that `/city/gn:108410` and `/city` are terms, and snippets
/// highlight the name, however it is written. [`facets`](Self::facets) gives the paths for a field of
/// tantivy's facets, to be counted.
///
/// ```
/// use qawl::{Pipeline, Profile};
/// use qawl_tantivy::EntityTokenizer;
/// use tantivy_tokenizer_api::{TokenStream, Tokenizer};
///
/// let text = "قالت هدى سلمان إن القطار عاد من لندن وبلندن محطة"; // "Huda Salman said the train is back
/// // from London, and in London is a station"
/// let mut entities = EntityTokenizer::new(Pipeline::default(), Profile::NLP);
/// let mut found = Vec::new();
/// entities.token_stream(text).process(&mut |token| {
///     if token.text.starts_with("/city/") {
///         found.push((token.text.clone(), &text[token.offset_from..token.offset_to]));
///     }
/// });
/// let london = ("/city/gn:2643743".to_owned(), "لندن");
/// assert_eq!(found, [london.clone(), london]);
/// assert!(entities.facets(text).contains(&"/speaker/هدى سلمان".to_owned()));
/// ```
///
/// Each name takes a position, both of its paths the same one. A query is the term of a
/// path, not a text to be analysed; [`term_of_speaker`](Self::term_of_speaker) makes one of a name.
///
/// Runs the layers of the pipeline over each text.
#[derive(Clone)]
pub struct EntityTokenizer {
    pipeline: Pipeline,
    paths: Paths,
    work: Found,
}

impl EntityTokenizer {
    /// Finds names and speakers by `pipeline`; names that stand in paths are folded by `profile`, so that
    /// spellings of one name are one facet. Lists of your own are added to the pipeline; see
    /// [`open_gazetteer`](crate::open_gazetteer).
    #[must_use]
    pub fn new(pipeline: Pipeline, profile: Profile) -> Self {
        let paths = Paths::new(profile.normalizer());
        Self { pipeline, paths, work: Found::default() }
    }

    /// The paths of all names and speakers in `text`, each once, sorted.
    ///
    /// ```
    /// use qawl::{Pipeline, Profile};
    /// use qawl_tantivy::EntityTokenizer;
    /// use tantivy::schema::Facet;
    ///
    /// let entities = EntityTokenizer::new(Pipeline::default(), Profile::NLP);
    /// let paths = entities.facets("من لندن إلى لندن"); // "from London to London"
    /// assert_eq!(paths, ["/city/GN:2643743"]);
    /// assert_eq!(Facet::from_text(&paths[0])?, Facet::from_path(["city", "GN:2643743"]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn facets(&self, text: &str) -> Vec<String> {
        let document = self.pipeline.annotate(text);
        let mut paths: Vec<String> = named(&document, &self.paths).map(|(_, path)| path).collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// The term by which the quotes of a speaker are found.
    ///
    /// ```
    /// use qawl::{Pipeline, Profile};
    /// use qawl_tantivy::EntityTokenizer;
    ///
    /// let entities = EntityTokenizer::new(Pipeline::default(), Profile::SEARCH);
    /// assert_eq!(entities.term_of_speaker("هدى سلمان"), "/speaker/هدي سلمان"); // Huda Salman
    /// ```
    #[must_use]
    pub fn term_of_speaker(&self, name: &str) -> String {
        self.paths.of_speaker(name).to_lowercase()
    }
}

/// Every name and every quote's speaker with its path, in no order.
fn named<'d>(document: &'d Document<'_>, paths: &'d Paths) -> impl Iterator<Item = (Span, String)> {
    let mentions = document.mentions().iter();
    let names = mentions.map(|mention| (mention.span, paths.of_mention(mention)));
    let speakers = document.quotes().iter().filter_map(|quote| {
        let speaker = quote.speaker.as_ref()?;
        let place = speaker_place::of(document.text(), quote, speaker)?;
        Some((place, paths.of_speaker(&speaker.name)))
    });
    names.chain(speakers)
}

/// Adds both paths of everything that is named, in the order of the text.
fn find(pipeline: &Pipeline, paths: &Paths, text: &str, places: &mut Places) {
    let document = pipeline.annotate(text);
    let mut found: Vec<(Span, String)> = named(&document, paths).collect();
    found.sort_unstable();
    for (position, (span, path)) in found.iter().enumerate() {
        let term = path.to_lowercase();
        places.push(facet::above(&term), *span, position);
        places.push(&term, *span, position);
    }
}

impl fmt::Debug for EntityTokenizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EntityTokenizer")
            .field("pipeline", &self.pipeline)
            .field("paths", &self.paths)
            .finish_non_exhaustive()
    }
}

impl Tokenizer for EntityTokenizer {
    type TokenStream<'a> = PlaceStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PlaceStream<'a> {
        let Self { pipeline, paths, work } = self;
        work.stream(|places| find(pipeline, paths, text, places))
    }
}
