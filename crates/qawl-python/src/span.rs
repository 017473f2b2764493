//! A stretch of a text, in characters.

use std::hash::{DefaultHasher, Hash, Hasher};

use pyo3::prelude::*;
use pyo3::types::{PySlice, PyString, PyTuple};

/// A stretch of a text: ``source[start:end]``, in characters.
///
/// What is found in a text is a span of it: tokens, names, cues. It unpacks into its two offsets, and two
/// spans are equal where offsets and texts are.
///
/// >>> import qawl
/// >>> text = "عاد الوفد. ثم مضى."  # "the delegation returned. Then it left."
/// >>> span = qawl.sentences(text)[1]
/// >>> span.text, span.start, span.end
/// ('ثم مضى.', 11, 18)
/// >>> start, end = span
/// >>> text[start:end] == span.text
/// True
#[pyclass(frozen, subclass, module = "qawl", name = "Span")]
#[derive(Debug)]
pub(crate) struct PySpan {
    pub(crate) source: Py<PyString>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl PySpan {
    pub(crate) fn new(source: &Bound<'_, PyString>, span: qawl::Span) -> Self {
        Self { source: source.clone().unbind(), start: span.start(), end: span.end() }
    }

    /// Offsets that stand in this order.
    pub(crate) fn checked(
        source: &Bound<'_, PyString>,
        start: usize,
        end: usize,
    ) -> PyResult<Self> {
        if end < start {
            let message = format!("end is {end}, expected an offset not before start, {start}");
            return Err(pyo3::exceptions::PyValueError::new_err(message));
        }
        Ok(Self::new(source, qawl::Span::new(start, end)))
    }

    pub(crate) fn range(&self) -> qawl::Span {
        qawl::Span::new(self.start, self.end)
    }

    /// The words that stand there.
    pub(crate) fn cut<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let bound = |offset| isize::try_from(offset).unwrap_or(isize::MAX);
        let slice = PySlice::new(py, bound(self.start), bound(self.end), 1);
        self.source.bind(py).get_item(slice)
    }

    /// The words as Python shows them.
    pub(crate) fn shown(&self, py: Python<'_>) -> PyResult<String> {
        Ok(self.cut(py)?.repr()?.to_string())
    }

    /// Whether both are the same stretch of the same text.
    pub(crate) fn is(&self, other: &Self, py: Python<'_>) -> PyResult<bool> {
        Ok(self.range() == other.range() && same_text(&self.source, &other.source, py)?)
    }

    pub(crate) fn hash(&self) -> u64 {
        hash_of(self.range())
    }
}

/// Whether two texts are equal; at once where they are the same object.
pub(crate) fn same_text(
    one: &Py<PyString>,
    other: &Py<PyString>,
    py: Python<'_>,
) -> PyResult<bool> {
    Ok(one.is(other) || one.bind(py).as_any().eq(other.bind(py))?)
}

pub(crate) fn hash_of(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// Spans of `source`, which are in characters, as a tuple.
pub(crate) fn spans<'py>(
    source: &Bound<'py, PyString>,
    spans: &[qawl::Span],
) -> PyResult<Bound<'py, PyTuple>> {
    let py = source.py();
    let made = spans.iter().map(|&span| Bound::new(py, PySpan::new(source, span)));
    PyTuple::new(py, made.collect::<PyResult<Vec<_>>>()?)
}

#[pymethods]
impl PySpan {
    #[new]
    fn py_new(source: &Bound<'_, PyString>, start: usize, end: usize) -> PyResult<Self> {
        Self::checked(source, start, end)
    }

    /// Where it starts, in characters.
    #[getter]
    const fn start(&self) -> usize {
        self.start
    }

    /// Where it ends, in characters: the offset behind the last one.
    #[getter]
    const fn end(&self) -> usize {
        self.end
    }

    /// What stands there: ``source[start:end]``.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.cut(py)
    }

    /// The whole text.
    #[getter]
    fn source(&self, py: Python<'_>) -> Py<PyString> {
        self.source.clone_ref(py)
    }

    fn __len__(&self) -> usize {
        self.end - self.start
    }

    // A span of nothing, where a verb's subject is left out, is still a span.
    const fn __bool__(&self) -> bool {
        true
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok((self.start, self.end).into_pyobject(py)?.try_iter()?.into_any())
    }

    fn __str__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.cut(py)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (text, start, end) = (self.shown(py)?, self.start, self.end);
        Ok(format!("Span(text={text}, start={start}, end={end})"))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        // What is more than a span is equal to its own kind only.
        Ok(other.is_exact_instance_of::<Self>() && self.is(other.get(), other.py())?)
    }

    fn __hash__(&self) -> u64 {
        self.hash()
    }

    fn __getnewargs__(&self, py: Python<'_>) -> (Py<PyString>, usize, usize) {
        (self.source.clone_ref(py), self.start, self.end)
    }
}
