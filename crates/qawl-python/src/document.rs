//! What was found in a text.

use std::fmt;

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyString, PyTuple};
use qawl::{Annotations, Document, OffsetUnit, Profile};

use crate::errors::{about, value_error};
use crate::json::Record;
use crate::mention::mention;
use crate::pickle::{self, Pickled, pickled};
use crate::quote::quotes;
use crate::span::{PySpan, same_text, spans};
use crate::speaker::PySpeakerEntry;
use crate::text::with_text;
use crate::tokens::PyTokens;
use crate::views::{at, quotes_within, within};

/// How many characters of a text its document shows.
const SHOWN: usize = 30;

/// A text with what the layers found in it.
///
/// All offsets are characters of the text, all lists in its order. Objects are made when a layer is first
/// looked at. Length, iteration and index go over the tokens.
///
/// >>> import qawl
/// >>> text = "قال المدير سامي حداد: «سنفتح المعرض غدا». وأضافت ليلى ناصر أن الدخول مجاني."
/// >>> # The director Sami Haddad said: "We open the fair tomorrow." Layla Nasser added that entry is free.
/// >>> document = qawl.annotate(text)
/// >>> [(quote.speaker.name, quote.text) for quote in document.quotes]
/// [('سامي حداد', 'سنفتح المعرض غدا'), ('ليلى ناصر', 'الدخول مجاني')]
/// >>> len(document.sentences), len(document)
/// (2, 18)
/// >>> document[0].text
/// 'قال'
#[pyclass(frozen, module = "qawl", name = "Document")]
pub(crate) struct PyDocument {
    text: Py<PyString>,
    found: Found,
    sentences: PyOnceLock<Py<PyTuple>>,
    tokens: PyOnceLock<Py<PyTokens>>,
    mentions: PyOnceLock<Py<PyTuple>>,
    quotes: PyOnceLock<Py<PyTuple>>,
}

/// What a thread finds in a text, counted in characters.
#[derive(Debug)]
pub(crate) struct Found {
    annotations: Annotations,
    profile: Profile,
}

impl Found {
    /// Counts what a document found: one pass over the text.
    pub(crate) fn of(document: &Document<'_>) -> Self {
        let annotations = document.offsets(OffsetUnit::Chars);
        Self { annotations, profile: document.profile() }
    }
}

impl fmt::Debug for PyDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PyDocument").field(&self.found).finish()
    }
}

impl PyDocument {
    pub(crate) fn new(text: &Bound<'_, PyString>, found: Found) -> Self {
        Self {
            text: text.clone().unbind(),
            found,
            sentences: PyOnceLock::new(),
            tokens: PyOnceLock::new(),
            mentions: PyOnceLock::new(),
            quotes: PyOnceLock::new(),
        }
    }

    fn found(&self) -> &Annotations {
        &self.found.annotations
    }

    /// Does something with what was found, in bytes.
    fn with_document<T: Send>(
        &self,
        py: Python<'_>,
        work: impl FnOnce(&Document<'_>) -> T + Send,
    ) -> PyResult<T> {
        let found = self.found().clone();
        let result = with_text(self.text.bind(py), |text| {
            Document::new(text, found).map(|document| work(&document))
        });
        result?.map_err(value_error)
    }
}

#[pymethods]
impl PyDocument {
    /// The text that was given.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// The sentences as :class:`Span`, each with its final mark, without the white space around it.
    #[getter]
    fn sentences(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let text = self.text.bind(py);
        let made = || Ok::<_, PyErr>(spans(text, &self.found().sentences)?.unbind());
        Ok(self.sentences.get_or_try_init(py, made)?.clone_ref(py))
    }

    /// The tokens, all but white space: see :class:`Tokens`.
    #[getter]
    fn tokens(&self, py: Python<'_>) -> PyResult<Py<PyTokens>> {
        let made = || Py::new(py, PyTokens::new(self.text.bind(py), &*self.found().tokens));
        Ok(self.tokens.get_or_try_init(py, made)?.clone_ref(py))
    }

    /// The names as :class:`Mention`, none overlapping another.
    #[getter]
    fn mentions(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let text = self.text.bind(py);
        let made = || {
            let made = self.found().mentions.iter().map(|found| mention(text, found.clone()));
            Ok::<_, PyErr>(PyTuple::new(py, made.collect::<PyResult<Vec<_>>>()?)?.unbind())
        };
        Ok(self.mentions.get_or_try_init(py, made)?.clone_ref(py))
    }

    /// Who said what, as :class:`Quote`, in the order of the reporting words.
    #[getter]
    fn quotes(&self, py: Python<'_>) -> PyResult<Py<PyTuple>> {
        let text = self.text.bind(py);
        let made =
            || Ok::<_, PyErr>(PyTuple::new(py, quotes(text, &self.found().quotes)?)?.unbind());
        Ok(self.quotes.get_or_try_init(py, made)?.clone_ref(py))
    }

    /// The profile that names the version of all that this document says: ``NLP@1``.
    #[getter]
    fn profile(&self) -> String {
        self.found.profile.to_string()
    }

    /// The speakers, each once, as :class:`SpeakerEntry`. Gathered at each call.
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let text = self.text.bind(py);
        let speakers = self.with_document(py, |document| {
            let map = qawl::OffsetMap::new(document.text());
            let speakers = document.speakers();
            let entries = speakers.iter().cloned().map(|mut entry| {
                let chars = |span: &mut qawl::Span| *span = map.to_chars(*span).into();
                entry.mentions.iter_mut().for_each(chars);
                entry
            });
            entries.collect::<Vec<_>>()
        })?;
        let made =
            speakers.into_iter().map(|entry| Bound::new(py, PySpeakerEntry::new(text, entry)));
        PyTuple::new(py, made.collect::<PyResult<Vec<_>>>()?)
    }

    /// The sentence in which a span starts; ``None`` between sentences. A binary search.
    ///
    /// >>> import qawl
    /// >>> document = qawl.annotate("عاد الوفد. ثم زار لندن.")  # "the delegation returned. Then it visited London."
    /// >>> document.sentence_of(document.mentions[0]).text
    /// 'ثم زار لندن.'
    fn sentence_of(&self, span: &Bound<'_, PySpan>) -> Option<PySpan> {
        let found = at(&self.found().sentences, span.get().start)?;
        Some(PySpan::new(self.text.bind(span.py()), found))
    }

    /// The tokens that lie in a span as a whole: see :class:`Tokens`. Two binary searches.
    ///
    /// >>> import qawl
    /// >>> document = qawl.annotate("عاد الوفد. ثم مضى.")  # "the delegation returned. Then it left."
    /// >>> document.tokens_in(document.sentences[1]).texts()
    /// ['ثم', 'مضى', '.']
    fn tokens_in(&self, span: &Bound<'_, PySpan>) -> PyTokens {
        let tokens = &self.found().tokens;
        let range = within(tokens, span.get().range(), |token| token.span);
        PyTokens::new(self.text.bind(span.py()), tokens.get(range).unwrap_or_default())
    }

    /// The names that lie in a span as a whole. Two binary searches.
    fn mentions_in<'py>(&self, span: &Bound<'py, PySpan>) -> PyResult<Bound<'py, PyTuple>> {
        let range = within(&self.found().mentions, span.get().range(), |mention| mention.span);
        Ok(self.mentions(span.py())?.bind(span.py()).get_slice(range.start, range.end))
    }

    /// The quotes whose reporting words start in a span; of one with no reporting word, what is said. Two binary
    /// searches.
    ///
    /// >>> import qawl
    /// >>> document = qawl.annotate("قال سامي حداد إن الطريق مفتوح. ثم مضى. وأضاف أن العمل انتهى.")
    /// >>> # "Sami Haddad said the road is open. Then he left. He added that work has ended."
    /// >>> [len(document.quotes_in(sentence)) for sentence in document.sentences]
    /// [1, 0, 1]
    fn quotes_in<'py>(&self, span: &Bound<'py, PySpan>) -> PyResult<Bound<'py, PyTuple>> {
        let range = quotes_within(&self.found().quotes, span.get().range());
        Ok(self.quotes(span.py())?.bind(span.py()).get_slice(range.start, range.end))
    }

    /// One line of JSON, as the command ``qawl annotate --format json`` writes it, under this name.
    ///
    /// ``offsets`` is ``chars`` (Python), ``bytes`` (of UTF-8) or ``utf16`` (JavaScript, Java).
    ///
    /// >>> import qawl
    /// >>> qawl.annotate("نعم").to_json("answer")  # "yes"
    /// '{"schema":"qawl/1","doc":"answer","offset_unit":"chars","profile":"NLP@1","sentences":[[0,3]],"tokens":[{"span":[0,3],"kind":"word"}],"mentions":[],"quotes":[]}'
    #[pyo3(signature = (doc = "", *, offsets = "chars"))]
    fn to_json(&self, py: Python<'_>, doc: &str, offsets: &str) -> PyResult<String> {
        let unit: OffsetUnit = offsets.parse().map_err(about("offsets"))?;
        let profile = self.found.profile;
        if unit == OffsetUnit::Chars {
            return pickle::written(&Record::new(doc, profile, self.found()));
        }
        let found = self.with_document(py, |document| document.offsets(unit))?;
        pickle::written(&Record::new(doc, profile, &found))
    }

    /// The same as a ``dict``.
    ///
    /// >>> import qawl
    /// >>> qawl.annotate("نعم").to_dict()["tokens"]  # "yes"
    /// [{'span': [0, 3], 'kind': 'word'}]
    #[pyo3(signature = (doc = "", *, offsets = "chars"))]
    fn to_dict<'py>(
        &self,
        py: Python<'py>,
        doc: &str,
        offsets: &str,
    ) -> PyResult<Bound<'py, PyAny>> {
        let json = self.to_json(py, doc, offsets)?;
        py.import("json")?.call_method1("loads", (json,))
    }

    /// What a notebook shows: the text from right to left with names and quotes marked, and who said what.
    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("qawl._notebook")?.call_method1("html", (slf,))?.extract()
    }

    fn __len__(&self) -> usize {
        self.found().tokens.len()
    }

    // A text without tokens is still a document.
    const fn __bool__(&self) -> bool {
        true
    }

    fn __getitem__<'py>(&self, at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        self.tokens(at.py())?.bind(at.py()).get_item(at)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.tokens(py)?.bind(py).try_iter()?.into_any())
    }

    fn __str__(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let text = PySpan::new(self.text.bind(py), qawl::Span::new(0, SHOWN));
        let more = if self.text.bind(py).len()? > SHOWN { "…" } else { "" };
        let found = self.found();
        Ok(format!(
            "Document({}{more}, sentences={}, tokens={}, mentions={}, quotes={})",
            text.shown(py)?,
            found.sentences.len(),
            found.tokens.len(),
            found.mentions.len(),
            found.quotes.len(),
        ))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.found() == other.found() && same_text(&self.text, &other.text, py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.text.bind(py).hash()
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_document", &self.text, self.found())
    }
}

/// The document that was pickled.
#[pyfunction(name = "_document")]
pub(crate) fn read(text: &Bound<'_, PyString>, found: &str) -> PyResult<PyDocument> {
    let found: Annotations = pickle::read(found)?;
    let found = with_text(text, |text| Document::new(text, found).map(|found| Found::of(&found)))?;
    Ok(PyDocument::new(text, found.map_err(value_error)?))
}
