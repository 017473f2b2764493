//! Reported speech.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use qawl::Quote;

use crate::cue::{PyCue, cue};
use crate::json::QuoteRecord;
use crate::pickle::{self, Pickled, pickled};
use crate::span::{PySpan, hash_of, same_text, spans};
use crate::speaker::PySpeaker;

/// One act of reported speech: who said what, by which word.
///
/// >>> import qawl
/// >>> text = "قال المدير سامي حداد: «سنفتح المعرض غدا»."
/// >>> # The director Sami Haddad said: "We open the fair tomorrow."
/// >>> quote = qawl.quotes(text)[0]
/// >>> quote.type, quote.text
/// ('direct', 'سنفتح المعرض غدا')
/// >>> quote.speaker.name, quote.source.text, quote.cue.lemma
/// ('سامي حداد', 'المدير سامي حداد', 'قال')
/// >>> start, end = quote.content[0]
/// >>> text[start:end]
/// 'سنفتح المعرض غدا'
#[pyclass(frozen, module = "qawl", name = "Quote")]
#[derive(Debug)]
pub(crate) struct PyQuote {
    text: Py<PyString>,
    /// In characters.
    quote: Quote,
}

impl PyQuote {
    pub(crate) fn new(text: &Bound<'_, PyString>, quote: Quote) -> Self {
        Self { text: text.clone().unbind(), quote }
    }

    fn spoken(&self, py: Python<'_>) -> PyResult<String> {
        let pieces = spans(self.text.bind(py), &self.quote.content)?;
        let pieces = pieces.iter().map(|piece| Ok(piece.str()?.to_string_lossy().into_owned()));
        Ok(pieces.collect::<PyResult<Vec<_>>>()?.join(" \u{2026} "))
    }
}

/// Makes objects of quotes of `text`, which count characters.
pub(crate) fn quotes<'py>(
    text: &Bound<'py, PyString>,
    quotes: &[Quote],
) -> PyResult<Vec<Bound<'py, PyQuote>>> {
    quotes.iter().map(|quote| Bound::new(text.py(), PyQuote::new(text, quote.clone()))).collect()
}

#[pymethods]
impl PyQuote {
    /// Its number in the text, from 1, in the order of the cues.
    #[getter]
    const fn id(&self) -> usize {
        self.quote.id
    }

    /// ``direct`` for the speaker's own words, ``indirect`` for a clause, ``mixed`` for a clause of which a
    /// part is in quotation marks.
    #[getter]
    const fn r#type(&self) -> &'static str {
        self.quote.kind.as_str()
    }

    /// The reported words, as spans: more than one where something stands between.
    #[getter]
    fn content<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        spans(self.text.bind(py), &self.quote.content)
    }

    /// The reported words; between pieces stands U+2026 HORIZONTAL ELLIPSIS.
    #[getter]
    fn text(&self, py: Python<'_>) -> PyResult<String> {
        self.spoken(py)
    }

    /// The word that reports, a :class:`Cue`.
    #[getter]
    fn cue<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyCue>>> {
        self.quote.cue.as_ref().map(|found| cue(self.text.bind(py), found.clone())).transpose()
    }

    /// The whole phrase that names the speaker here, titles included; ``None`` where the subject is implied.
    #[getter]
    fn source(&self, py: Python<'_>) -> Option<PySpan> {
        self.quote.source.map(|span| PySpan::new(self.text.bind(py), span))
    }

    /// Who it is, a :class:`Speaker`; ``None`` where the text does not tell.
    #[getter]
    fn speaker(&self, py: Python<'_>) -> Option<PySpeaker> {
        let speaker = self.quote.speaker.clone()?;
        Some(PySpeaker::new(self.text.bind(py), speaker))
    }

    /// The number of the quote in whose content this one stands.
    #[getter]
    const fn within(&self) -> Option<usize> {
        self.quote.within
    }

    /// The rule that found it: ``verb-subject``, ``prepositional`` and so on.
    #[getter]
    const fn rule(&self) -> &'static str {
        self.quote.rule.as_str()
    }

    /// From 0 to 1: how often quotes by this rule were right where the rules were made. A figure of the rule,
    /// not of this quote, and higher than on other texts.
    #[getter]
    const fn confidence(&self) -> f32 {
        self.quote.confidence
    }

    /// Whether its quotation marks close: ``none``, ``closed``, ``unclosed``, ``unopened``.
    #[getter]
    const fn balance(&self) -> &'static str {
        self.quote.balance.as_str()
    }

    /// Why it is so: a ``dict`` with the pattern, what opened the words and who could have been the speaker;
    /// ``None`` where ``reasons=True`` did not ask for it.
    #[getter]
    fn why<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.to_dict(py)?.get_item("why")
    }

    /// The keys of a quote in the JSON of a document.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let json = pickle::written(&QuoteRecord::new(&self.quote))?;
        Ok(py.import("json")?.call_method1("loads", (json,))?.cast_into()?)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let shown = |text: Option<&str>| -> PyResult<String> {
            Ok(text.into_pyobject(py)?.repr()?.to_string())
        };
        let speaker = shown(self.quote.speaker.as_ref().map(|speaker| &*speaker.name))?;
        let (id, kind, text) = (self.quote.id, self.r#type(), shown(Some(&self.spoken(py)?))?);
        Ok(format!("Quote(id={id}, type='{kind}', speaker={speaker}, text={text})"))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.quote == other.quote && same_text(&self.text, &other.text, py)?)
    }

    fn __hash__(&self) -> u64 {
        hash_of((self.quote.id, &self.quote.content))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_quote", &self.text, &self.quote)
    }
}

/// The quote that was pickled.
#[pyfunction(name = "_quote")]
pub(crate) fn read(text: &Bound<'_, PyString>, quote: &str) -> PyResult<PyQuote> {
    Ok(PyQuote::new(text, pickle::read(quote)?))
}
