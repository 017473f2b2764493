//! A normalized text that knows where it came from.

use pyo3::prelude::*;
use pyo3::types::PyString;
use qawl::{Alignment, Normalizer, Span};

use crate::offsets::Indexed;
use crate::pickle::{self, Pickled, pickled};
use crate::span::{PySpan, hash_of, same_text};
use crate::text::{encoded, string, utf8};

/// A normalized text with the way back to its source, both ways in characters.
///
/// >>> import qawl
/// >>> source = "فت\u0651حت المدرس\u0640ة"  # "it opened the school", with SHADDA and TATWEEL
/// >>> normalized = qawl.Normalizer("SEARCH").normalize_aligned(source)
/// >>> normalized.text
/// 'فتحت المدرسه'
/// >>> normalized.to_original(5, 12)
/// Span(text='المدرسـة', start=6, end=14)
/// >>> normalized.to_normalized(6, 14).text
/// 'المدرسه'
#[pyclass(frozen, module = "qawl", name = "Normalized")]
#[derive(Debug)]
pub(crate) struct PyNormalized {
    source: Py<PyString>,
    text: Py<PyString>,
    from: Indexed,
    to: Indexed,
    alignment: Alignment,
}

impl PyNormalized {
    pub(crate) fn new(
        source: &Bound<'_, PyString>,
        utf8: &str,
        normalizer: Normalizer,
    ) -> PyResult<Self> {
        let (text, alignment) = normalizer.normalize_aligned(utf8).into_parts();
        Self::of(source, utf8, &text, alignment)
    }

    fn of(
        source: &Bound<'_, PyString>,
        utf8: &str,
        text: &str,
        alignment: Alignment,
    ) -> PyResult<Self> {
        let is_same = alignment.is_identity() && utf8 == text;
        let made = if is_same { source.clone() } else { string(source.py(), text)? };
        Ok(Self {
            source: source.clone().unbind(),
            text: made.unbind(),
            from: Indexed::new(utf8),
            to: Indexed::new(text),
            alignment,
        })
    }
}

#[pymethods]
impl PyNormalized {
    /// The normalized text.
    #[getter]
    fn text(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    /// The text that was given.
    #[getter]
    fn source(&self, py: Python<'_>) -> Py<PyString> {
        self.source.clone_ref(py)
    }

    /// Where these characters of the normalized text came from, as a :class:`Span` of the source.
    fn to_original(&self, py: Python<'_>, start: usize, end: usize) -> PySpan {
        let span = self.alignment.to_original(self.to.to_bytes(start, end));
        PySpan::new(self.source.bind(py), self.from.to_chars(span))
    }

    /// What became of these characters of the source, as a :class:`Span` of the normalized text.
    fn to_normalized(&self, py: Python<'_>, start: usize, end: usize) -> PySpan {
        let span: Span = self.alignment.to_normalized(self.from.to_bytes(start, end));
        PySpan::new(self.text.bind(py), self.to.to_chars(span))
    }

    fn __str__(&self, py: Python<'_>) -> Py<PyString> {
        self.text.clone_ref(py)
    }

    fn __len__(&self, py: Python<'_>) -> PyResult<usize> {
        self.text.bind(py).len()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Normalized({})", self.text.bind(py).repr()?))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.alignment == other.alignment
            && self.to.text == other.to.text
            && same_text(&self.source, &other.source, py)?)
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.to.text)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_normalized", &self.source, &(&*self.to.text, &self.alignment))
    }
}

/// The normalized text that was pickled.
#[pyfunction(name = "_normalized")]
pub(crate) fn read(source: &Bound<'_, PyString>, state: &str) -> PyResult<PyNormalized> {
    let (text, alignment): (String, Alignment) = pickle::read(state)?;
    let bytes = encoded(source)?;
    PyNormalized::of(source, utf8(&bytes), &text, alignment)
}
