//! The tokens of a text, made into objects when they are looked at.

use std::sync::Arc;

use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyList, PySlice, PyString};
use qawl::Token;

use crate::pickle::{self, Pickled, pickled};
use crate::span::{hash_of, same_text};
use crate::text::{Cutter, encoded, strings, utf8};
use crate::token::{PyToken, token};

/// The tokens of a text: a sequence of :class:`Token`, made when they are looked at.
///
/// It takes 24 bytes a token. ``texts()``, ``spans()`` and ``kinds()`` give all at once, much faster than
/// going from token to token.
///
/// >>> import qawl
/// >>> tokens = qawl.tokenize("عاد الوفد!")  # "the delegation returned!"
/// >>> len(tokens), tokens[-1].kind, [token.text for token in tokens[:2]]
/// (3, 'punctuation', ['عاد', 'الوفد'])
/// >>> tokens.texts()
/// ['عاد', 'الوفد', '!']
#[pyclass(frozen, sequence, module = "qawl", name = "Tokens")]
#[derive(Debug)]
pub(crate) struct PyTokens {
    source: Py<PyString>,
    /// In characters.
    list: Arc<[Token]>,
}

impl PyTokens {
    pub(crate) fn new(source: &Bound<'_, PyString>, list: impl Into<Arc<[Token]>>) -> Self {
        Self { source: source.clone().unbind(), list: list.into() }
    }

    fn get<'py>(&self, py: Python<'py>, at: usize) -> PyResult<Option<Bound<'py, PyToken>>> {
        self.list.get(at).map(|&one| token(self.source.bind(py), one)).transpose()
    }

    fn holds(&self, at: usize, value: &Bound<'_, PyAny>) -> PyResult<bool> {
        self.get(value.py(), at)?.map_or(Ok(false), |token| token.as_any().eq(value))
    }

    fn slice<'py>(&self, slice: &Bound<'py, PySlice>) -> PyResult<Bound<'py, PyAny>> {
        let (py, len) = (slice.py(), isize::try_from(self.list.len())?);
        let range = slice.indices(len)?;
        let places = (0..range.slicelength).filter_map(|nth| {
            let at = range.start + isize::try_from(nth).ok()? * range.step;
            self.list.get(usize::try_from(at).ok()?).copied()
        });
        let list = places.collect::<Arc<[Token]>>();
        Ok(Bound::new(py, Self { source: self.source.clone_ref(py), list })?.into_any())
    }
}

#[pymethods]
impl PyTokens {
    /// The whole text.
    #[getter]
    fn source(&self, py: Python<'_>) -> Py<PyString> {
        self.source.clone_ref(py)
    }

    /// The texts of all, in one pass.
    fn texts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let bytes = encoded(self.source.bind(py))?;
        let text = utf8(&bytes);
        let mut cutter = Cutter::new(text);
        // A slice may go backwards, where each is sought from the start.
        let mut last = 0;
        let texts = self.list.iter().map(|token| {
            if token.span.start() < std::mem::replace(&mut last, token.span.end()) {
                cutter = Cutter::new(text);
            }
            cutter.cut(token.span.start(), token.span.end())
        });
        strings(py, text, texts)
    }

    /// The offsets of all: ``[(start, end), …]``.
    fn spans(&self) -> Vec<(usize, usize)> {
        self.list.iter().map(|token| (token.span.start(), token.span.end())).collect()
    }

    /// The kinds of all.
    fn kinds(&self) -> Vec<&'static str> {
        self.list.iter().map(|token| token.kind.as_str()).collect()
    }

    /// The place of the first token that is equal to ``value``; ``ValueError`` where there is none.
    #[pyo3(signature = (value, start = 0, stop = None))]
    fn index(
        &self,
        value: &Bound<'_, PyAny>,
        start: usize,
        stop: Option<usize>,
    ) -> PyResult<usize> {
        let stop = stop.unwrap_or(usize::MAX).min(self.list.len());
        for at in start..stop {
            if self.holds(at, value)? {
                return Ok(at);
            }
        }
        Err(PyValueError::new_err(format!("{} is not in these tokens", value.repr()?)))
    }

    /// How many tokens are equal to ``value``: one or none.
    fn count(&self, value: &Bound<'_, PyAny>) -> PyResult<usize> {
        let mut count = 0;
        for at in 0..self.list.len() {
            count += usize::from(self.holds(at, value)?);
        }
        Ok(count)
    }

    fn __len__(&self) -> usize {
        self.list.len()
    }

    fn __getitem__<'py>(&self, at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let py = at.py();
        if let Ok(slice) = at.cast::<PySlice>() {
            return self.slice(slice);
        }
        let asked: isize = at.extract()?;
        let from_end = isize::try_from(self.list.len())? + asked;
        let at = usize::try_from(if asked < 0 { from_end } else { asked }).ok();
        match at.map(|at| self.get(py, at)).transpose()?.flatten() {
            Some(token) => Ok(token.into_any()),
            None => {
                let message = format!("token {asked} of {}", self.list.len());
                Err(PyIndexError::new_err(message))
            }
        }
    }

    fn __iter__(slf: Py<Self>) -> TokensIter {
        TokensIter { tokens: slf, at: 0 }
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.list == other.list && same_text(&self.source, &other.source, py)?)
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.list)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let shown = (0..self.list.len().min(3)).map(|at| match self.get(py, at)? {
            Some(token) => Ok(token.repr()?.to_string()),
            None => Ok(String::new()),
        });
        let mut shown = shown.collect::<PyResult<Vec<_>>>()?;
        if self.list.len() > shown.len() {
            shown.push(format!("… {} in all", self.list.len()));
        }
        Ok(format!("Tokens([{}])", shown.join(", ")))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_tokens", &self.source, &&*self.list)
    }
}

/// The tokens that were pickled.
#[pyfunction(name = "_tokens")]
pub(crate) fn read(source: &Bound<'_, PyString>, list: &str) -> PyResult<PyTokens> {
    let list: Vec<Token> = pickle::read(list)?;
    Ok(PyTokens::new(source, list))
}

/// Goes from token to token.
#[pyclass(module = "qawl._qawl")]
#[derive(Debug)]
pub(crate) struct TokensIter {
    tokens: Py<PyTokens>,
    at: usize,
}

#[pymethods]
impl TokensIter {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyToken>>> {
        self.at += 1;
        self.tokens.get().get(py, self.at - 1)
    }

    fn __length_hint__(&self) -> usize {
        self.tokens.get().list.len().saturating_sub(self.at)
    }
}
