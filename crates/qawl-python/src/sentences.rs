//! Sentences alone.

use pyo3::prelude::*;
use pyo3::types::PyString;
use qawl::tokenize::{SentenceOptions, sentences_with};

use crate::offsets::Chars;
use crate::options::{PySentenceOptions, abbreviations as read};
use crate::span::PySpan;
use crate::text::with_text;

/// Cuts a text into sentences, as a list of :class:`Span`, each with its final mark, without the white
/// space around it.
///
/// ``abbreviations`` are those of :class:`Pipeline`.
///
/// >>> import qawl
/// >>> text = "وصل د. سالم. واستقبله الوزير!"  # "Dr. Salem arrived. The minister received him!"
/// >>> [sentence.text for sentence in qawl.sentences(text)]
/// ['وصل د. سالم.', 'واستقبله الوزير!']
/// >>> text = "وصل رئ. الاتحاد."  # "the Prs. of the union arrived"
/// >>> len(qawl.sentences(text)), len(qawl.sentences(text, abbreviations=["رئ"]))
/// (2, 1)
#[pyfunction]
#[pyo3(signature = (text, options = None, *, abbreviations = None))]
pub(crate) fn sentences<'py>(
    text: &Bound<'py, PyString>,
    options: Option<&Bound<'py, PySentenceOptions>>,
    abbreviations: Option<&Bound<'py, PyAny>>,
) -> PyResult<Vec<PySpan>> {
    let options = options.map_or_else(SentenceOptions::new, |options| options.get().options);
    let own = abbreviations.map(read).transpose()?;
    let found = with_text(text, |text| {
        let options = match &own {
            Some(own) => options.with_abbreviations(own),
            None => options,
        };
        let mut chars = Chars::new(text);
        let spans = sentences_with(text, options).map(|sentence| sentence.span);
        spans.filter(|span| !span.is_empty()).map(|span| chars.of(span)).collect::<Vec<_>>()
    })?;
    Ok(found.into_iter().map(|span| PySpan::new(text, span)).collect())
}
