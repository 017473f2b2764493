//! A name in a text.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use qawl::Mention;

use crate::span::{PySpan, spans};

/// A name found in a text: a :class:`Span` with what the list says of it.
///
/// Its clitics stand in front of it in the same word and are spans of their own.
///
/// >>> import qawl
/// >>> text = "اجتمعوا بلندن"  # "they met in London"
/// >>> london = qawl.annotate(text).mentions[0]
/// >>> london.text, london.type, london.id
/// ('لندن', 'city', 'GN:2643743')
/// >>> [clitic.text for clitic in london.clitics]  # "in"
/// ['ب']
///
/// One that was found elsewhere can be made, to be given to :func:`quotes`:
///
/// >>> qawl.Mention(text, 9, 13, "city")
/// Mention(text='لندن', start=9, end=13, type='city', name='لندن', id=None)
#[pyclass(frozen, extends = PySpan, module = "qawl", name = "Mention")]
#[derive(Debug)]
pub(crate) struct PyMention {
    /// In characters.
    pub(crate) mention: Mention<'static>,
}

pub(crate) fn mention<'py>(
    source: &Bound<'py, PyString>,
    mention: Mention<'static>,
) -> PyResult<Bound<'py, PyMention>> {
    let base = PyClassInitializer::from(PySpan::new(source, mention.span));
    Bound::new(source.py(), base.add_subclass(PyMention { mention }))
}

#[pymethods]
impl PyMention {
    #[new]
    #[pyo3(signature = (source, start, end, r#type, name = None, id = None, clitics = Vec::new()))]
    fn py_new(
        source: &Bound<'_, PyString>,
        start: usize,
        end: usize,
        r#type: String,
        name: Option<String>,
        id: Option<String>,
        clitics: Vec<(usize, usize)>,
    ) -> PyResult<PyClassInitializer<Self>> {
        let span = PySpan::checked(source, start, end)?;
        let name = match name {
            Some(name) => name,
            None => span.cut(source.py())?.extract()?,
        };
        let mut mention = Mention::new(span.range(), r#type, name);
        mention.id = id.map(Cow::Owned);
        mention.clitics = clitics.into_iter().map(|(start, end)| (start..end).into()).collect();
        Ok(PyClassInitializer::from(span).add_subclass(Self { mention }))
    }

    /// What the thing is: ``city``, ``person``, ``organization``, or a word of the list's own.
    #[getter]
    fn r#type(&self) -> &str {
        &self.mention.kind
    }

    /// The list's identifier of the thing.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.mention.id.as_deref()
    }

    /// The name by which the list knows the thing.
    #[getter]
    fn name(&self) -> &str {
        &self.mention.name
    }

    /// The proclitics in front of it in the same word, in reading order.
    #[getter]
    fn clitics<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyTuple>> {
        spans(slf.as_super().get().source.bind(slf.py()), &slf.get().mention.clitics)
    }

    /// The keys of a mention in the JSON of a document.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let (dict, mention) = (PyDict::new(py), &self.mention);
        let clitics: Vec<_> =
            mention.clitics.iter().map(|span| [span.start(), span.end()]).collect();
        dict.set_item("span", [mention.span.start(), mention.span.end()])?;
        dict.set_item("type", self.r#type())?;
        dict.set_item("id", self.id())?;
        dict.set_item("name", self.name())?;
        dict.set_item("clitics", clitics)?;
        Ok(dict)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (py, span, mention) = (slf.py(), slf.as_super().get(), slf.get());
        let (text, start, end) = (span.shown(py)?, span.start, span.end);
        let shown = |name: Option<&str>| -> PyResult<String> {
            Ok(name.into_pyobject(py)?.repr()?.to_string())
        };
        let (kind, name) = (shown(Some(mention.r#type()))?, shown(Some(mention.name()))?);
        let id = shown(mention.id())?;
        Ok(format!(
            "Mention(text={text}, start={start}, end={end}, type={kind}, name={name}, id={id})"
        ))
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<bool> {
        Ok(slf.get().mention == other.get().mention
            && slf.as_super().get().is(other.as_super().get(), slf.py())?)
    }

    fn __hash__(slf: &Bound<'_, Self>) -> u64 {
        slf.as_super().get().hash()
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let (py, span, mention) = (slf.py(), slf.as_super().get(), slf.get());
        let clitics: Vec<_> =
            mention.mention.clitics.iter().map(|span| (span.start(), span.end())).collect();
        let (kind, name, id) = (mention.r#type(), mention.name(), mention.id());
        let args = (span.source.clone_ref(py), span.start, span.end, kind, name, id, clitics);
        Ok(args.into_pyobject(py)?.into_any())
    }
}
