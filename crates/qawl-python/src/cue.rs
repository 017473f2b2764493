//! The word that reports.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyString;
use qawl::quotes::Cue;

use crate::names;
use crate::pickle::{self, Pickled, pickled};
use crate::span::PySpan;

/// The word that reports: a :class:`Span` with its verb and what kind of saying it is.
///
/// >>> import qawl
/// >>> text = "نفى الوزير أن الطريق مغلق."  # "the minister denied that the road is closed"
/// >>> cue = qawl.quotes(text)[0].cue
/// >>> cue.text, cue.lemma, cue.word_class, cue.act
/// ('نفى', 'نفى', 'verb', 'deny')
#[pyclass(frozen, extends = PySpan, module = "qawl", name = "Cue")]
#[derive(Debug)]
pub(crate) struct PyCue {
    cue: Cue,
}

pub(crate) fn cue<'py>(text: &Bound<'py, PyString>, cue: Cue) -> PyResult<Bound<'py, PyCue>> {
    let base = PyClassInitializer::from(PySpan::new(text, cue.span));
    Bound::new(text.py(), base.add_subclass(PyCue { cue }))
}

#[pymethods]
impl PyCue {
    /// The verb it is a form of, third person singular masculine of the past; for other words the word itself.
    #[getter]
    fn lemma(&self) -> Cow<'static, str> {
        self.cue.lemma.clone()
    }

    /// ``verb``, ``participle``, ``noun`` or ``preposition``.
    #[getter]
    fn word_class(&self) -> PyResult<String> {
        names::name_of(self.cue.class)
    }

    /// What kind of saying it is: ``say``, ``deny``, ``ask`` and so on.
    #[getter]
    const fn act(&self) -> &'static str {
        self.cue.act.as_str()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (span, cue) = (slf.as_super().get(), slf.get());
        let (text, start, end) = (span.shown(slf.py())?, span.start, span.end);
        let (lemma, act) = (cue.lemma(), cue.act());
        Ok(format!("Cue(text={text}, start={start}, end={end}, lemma='{lemma}', act='{act}')"))
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<bool> {
        Ok(slf.get().cue == other.get().cue
            && slf.as_super().get().is(other.as_super().get(), slf.py())?)
    }

    fn __hash__(slf: &Bound<'_, Self>) -> u64 {
        slf.as_super().get().hash()
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Pickled<'py>> {
        pickled(slf.py(), "_cue", &slf.as_super().get().source, &slf.get().cue)
    }
}

/// The cue that was pickled.
#[pyfunction(name = "_cue")]
pub(crate) fn read<'py>(text: &Bound<'py, PyString>, json: &str) -> PyResult<Bound<'py, PyCue>> {
    cue(text, pickle::read(json)?)
}
