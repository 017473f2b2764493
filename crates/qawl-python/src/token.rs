//! One token.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use qawl::TokenKind;
use qawl::tokenize::Script;

use crate::names::{name_of, named};
use crate::span::PySpan;

/// A token: a :class:`Span` with a kind and a script.
///
/// ``kind`` is one of ``word``, ``number``, ``punctuation``, ``symbol``, ``emoji``, ``url``, ``email``,
/// ``hashtag``, ``mention``, ``space``, ``control``; ``script`` one of ``arabic``, ``latin``, ``other``,
/// ``common``.
///
/// >>> import qawl
/// >>> token = qawl.tokenize("بلغ ٣٫٥ أمتار")[1]  # "it reached 3.5 metres"
/// >>> token
/// Token(text='٣٫٥', start=4, end=7, kind='number')
#[pyclass(frozen, extends = PySpan, module = "qawl", name = "Token")]
#[derive(Debug)]
pub(crate) struct PyToken {
    kind: TokenKind,
    script: Script,
}

pub(crate) fn token<'py>(
    source: &Bound<'py, PyString>,
    token: qawl::Token,
) -> PyResult<Bound<'py, PyToken>> {
    let more = PyToken { kind: token.kind, script: token.script };
    let base = PyClassInitializer::from(PySpan::new(source, token.span));
    Bound::new(source.py(), base.add_subclass(more))
}

#[pymethods]
impl PyToken {
    #[new]
    #[pyo3(signature = (source, start, end, kind = "word", script = "arabic"))]
    fn py_new(
        source: &Bound<'_, PyString>,
        start: usize,
        end: usize,
        kind: &str,
        script: &str,
    ) -> PyResult<PyClassInitializer<Self>> {
        let more = Self { kind: named("kind", kind)?, script: named("script", script)? };
        let base = PyClassInitializer::from(PySpan::checked(source, start, end)?);
        Ok(base.add_subclass(more))
    }

    /// What it is: ``word``, ``number``, ``punctuation`` and so on.
    #[getter]
    const fn kind(&self) -> &'static str {
        self.kind.as_str()
    }

    /// The script of its letters: ``arabic``, ``latin``, ``other``, or ``common`` where it has none.
    #[getter]
    fn script(&self) -> PyResult<String> {
        name_of(self.script)
    }

    /// ``{"span": [start, end], "kind": …}``, as in the JSON of a document.
    fn to_dict<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(slf.py());
        let span = slf.as_super().get();
        dict.set_item("span", [span.start, span.end])?;
        dict.set_item("kind", slf.get().kind())?;
        Ok(dict)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (span, kind) = (slf.as_super().get(), slf.get().kind());
        let (text, start, end) = (span.shown(slf.py())?, span.start, span.end);
        Ok(format!("Token(text={text}, start={start}, end={end}, kind='{kind}')"))
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (one, two) = (slf.get(), other.get());
        Ok((one.kind, one.script) == (two.kind, two.script)
            && slf.as_super().get().is(other.as_super().get(), slf.py())?)
    }

    fn __hash__(slf: &Bound<'_, Self>) -> u64 {
        slf.as_super().get().hash()
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let (span, token) = (slf.as_super().get(), slf.get());
        let source = span.source.clone_ref(slf.py());
        let args = (source, span.start, span.end, token.kind(), token.script()?);
        Ok(args.into_pyobject(slf.py())?.into_any())
    }
}
