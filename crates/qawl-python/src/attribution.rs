//! Who said what, alone.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::types::PyString;
use qawl::{
    Annotations, Attributor, Document, DocumentError, Mention, OffsetUnit, Pipeline, Quote,
    QuoteOptions,
};

use crate::errors::value_error;
use crate::mention::PyMention;
use crate::options::PyQuoteOptions;
use crate::quote::{self, PyQuote};
use crate::text::{encoded, utf8};

/// Finds who said what: a list of :class:`Quote`.
///
/// Names help to tell speakers; those of the embedded list are sought, unless ``mentions`` gives others, a
/// list of :class:`Mention` of this text from anywhere. For many texts, and more than quotes, use a
/// :class:`Pipeline`.
///
/// >>> import qawl
/// >>> text = "قالت ليلى منصور إن الطريق مفتوح."  # "Layla Mansour said that the road is open"
/// >>> qawl.quotes(text)
/// [Quote(id=1, type='indirect', speaker='ليلى منصور', text='الطريق مفتوح')]
#[pyfunction]
#[pyo3(signature = (text, mentions = None, *, options = None))]
pub(crate) fn quotes<'py>(
    text: &Bound<'py, PyString>,
    mentions: Option<Vec<Bound<'py, PyMention>>>,
    options: Option<&Bound<'py, PyQuoteOptions>>,
) -> PyResult<Vec<Bound<'py, PyQuote>>> {
    let options = options.map(|options| options.get().options.clone());
    let given = mentions.map(|all| {
        all.iter().map(|one| one.get().mention.clone()).collect::<Vec<Mention<'static>>>()
    });
    let bytes = encoded(text)?;
    let utf8 = utf8(&bytes);
    let quotes = text.py().detach(|| match given {
        Some(given) => by_mentions(utf8, given, options),
        None => Ok(by_pipeline(utf8, options)),
    });
    quote::quotes(text, &quotes.map_err(value_error)?)
}

/// By the names of the embedded list.
fn by_pipeline(text: &str, options: Option<QuoteOptions>) -> Vec<Quote> {
    static DEFAULT: OnceLock<Pipeline> = OnceLock::new();
    let quotes_only =
        || Pipeline::builder().without_sentences().without_tokens().without_segmentation();
    let own = options.map(|options| quotes_only().quote_options(options).build());
    let pipeline = own.as_ref().unwrap_or_else(|| DEFAULT.get_or_init(|| quotes_only().build()));
    pipeline.annotate(text).offsets(OffsetUnit::Chars).quotes
}

/// By these names, which count characters. Those that are none of the text are an error.
fn by_mentions(
    text: &str,
    given: Vec<Mention<'static>>,
    options: Option<QuoteOptions>,
) -> Result<Vec<Quote>, DocumentError> {
    let mut found = Annotations::default();
    (found.unit, found.mentions) = (OffsetUnit::Chars, given);
    let mut found = Document::new(text, found)?.into_annotations();
    let attributor = Attributor::new(options.unwrap_or_default());
    found.quotes = attributor.attribute(text, &found.mentions);
    Ok(Document::new(text, found)?.offsets(OffsetUnit::Chars).quotes)
}
