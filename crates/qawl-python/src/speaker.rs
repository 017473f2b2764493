//! Who said it.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use qawl::Speaker;
use qawl::quotes::SpeakerEntry;

use crate::names;
use crate::pickle::{self, Pickled, pickled};
use crate::span::{PySpan, hash_of, same_text, spans};

/// Who said it.
///
/// >>> import qawl
/// >>> text = "قالت وزيرة النقل هدى سلمان إن الخط جاهز. وأضافت أن القطار وصل."
/// >>> # Transport minister Huda Salman said that the line is ready. She added that the train has arrived.
/// >>> speaker = qawl.quotes(text)[1].speaker
/// >>> speaker.name, speaker.how, speaker.gender, speaker.number
/// ('هدى سلمان', 'implied', 'feminine', 'singular')
/// >>> speaker.mention.text
/// 'هدى سلمان'
#[pyclass(frozen, module = "qawl", name = "Speaker")]
#[derive(Debug)]
pub(crate) struct PySpeaker {
    text: Py<PyString>,
    speaker: Speaker,
}

impl PySpeaker {
    pub(crate) fn new(text: &Bound<'_, PyString>, speaker: Speaker) -> Self {
        Self { text: text.clone().unbind(), speaker }
    }
}

#[pymethods]
impl PySpeaker {
    /// The fullest name that the text gives, without titles; the description where it gives none.
    #[getter]
    fn name(&self) -> &str {
        &self.speaker.name
    }

    /// Where the text gives that name, which may be far from the quote.
    #[getter]
    fn mention(&self, py: Python<'_>) -> Option<PySpan> {
        self.speaker.mention.map(|span| PySpan::new(self.text.bind(py), span))
    }

    /// How it was found: ``named``, ``described``, ``implied``, ``pronoun``, ``institution``, ``unnamed``.
    #[getter]
    fn how(&self) -> PyResult<String> {
        names::name_of(self.speaker.how)
    }

    /// ``masculine`` or ``feminine``, as words are; ``None`` where nothing tells.
    #[getter]
    fn gender(&self) -> Option<&'static str> {
        self.speaker.gender.map(qawl::quotes::Gender::as_str)
    }

    /// ``singular``, ``dual`` or ``plural``; ``None`` where nothing tells.
    #[getter]
    fn number(&self) -> PyResult<Option<String>> {
        self.speaker.number.map(names::name_of).transpose()
    }

    fn __str__(&self) -> &str {
        &self.speaker.name
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let name = self.name().into_pyobject(py)?.repr()?.to_string();
        Ok(format!("Speaker(name={name}, how='{}')", self.how()?))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.speaker == other.speaker && same_text(&self.text, &other.text, py)?)
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.speaker.name)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_speaker", &self.text, &self.speaker)
    }
}

/// The speaker that was pickled.
#[pyfunction(name = "_speaker")]
pub(crate) fn read(text: &Bound<'_, PyString>, speaker: &str) -> PyResult<PySpeaker> {
    Ok(PySpeaker::new(text, pickle::read(speaker)?))
}

/// One speaker of a text, with all that the text shows of them.
///
/// >>> import qawl
/// >>> text = "قالت وزيرة النقل هدى سلمان إن الخط جاهز. وأكدت الوزيرة أن القطار وصل."
/// >>> # Transport minister Huda Salman said the line is ready. The minister stressed that the train has arrived.
/// >>> huda = qawl.annotate(text).speakers()[0]
/// >>> huda.name, huda.titles, huda.quotes  # "transport minister", "the minister"
/// ('هدى سلمان', ('وزيرة النقل', 'الوزيرة'), (1, 2))
#[pyclass(frozen, module = "qawl", name = "SpeakerEntry")]
#[derive(Debug)]
pub(crate) struct PySpeakerEntry {
    text: Py<PyString>,
    /// In characters.
    entry: SpeakerEntry,
}

impl PySpeakerEntry {
    pub(crate) fn new(text: &Bound<'_, PyString>, entry: SpeakerEntry) -> Self {
        Self { text: text.clone().unbind(), entry }
    }
}

#[pymethods]
impl PySpeakerEntry {
    /// The fullest name that the text gives, without titles; the description where it gives none.
    #[getter]
    fn name(&self) -> &str {
        &self.entry.name
    }

    /// What names the speaker best anywhere in the text: ``named``, ``institution`` and so on.
    #[getter]
    fn how(&self) -> PyResult<String> {
        names::name_of(self.entry.how)
    }

    /// Where the text shows the speaker, in order.
    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        spans(self.text.bind(py), &self.entry.mentions)
    }

    /// The titles and descriptions, as written, in order.
    #[getter]
    fn titles<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.entry.titles)
    }

    /// ``masculine`` or ``feminine``; ``None`` where the quotes do not agree on one.
    #[getter]
    fn gender(&self) -> Option<&'static str> {
        self.entry.gender.map(qawl::quotes::Gender::as_str)
    }

    /// ``singular``, ``dual`` or ``plural``, as far as the phrases tell.
    #[getter]
    fn number(&self) -> PyResult<Option<String>> {
        self.entry.number.map(names::name_of).transpose()
    }

    /// The numbers of the quotes.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, &self.entry.quotes)
    }

    /// What it says by names, spans as lists of two offsets.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let (dict, entry) = (PyDict::new(py), &self.entry);
        let mentions: Vec<_> =
            entry.mentions.iter().map(|span| [span.start(), span.end()]).collect();
        dict.set_item("name", &entry.name)?;
        dict.set_item("how", self.how()?)?;
        dict.set_item("gender", self.gender())?;
        dict.set_item("number", self.number()?)?;
        dict.set_item("titles", &entry.titles)?;
        dict.set_item("mentions", mentions)?;
        dict.set_item("quotes", &entry.quotes)?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let name = self.name().into_pyobject(py)?.repr()?.to_string();
        let (titles, quotes) = (self.titles(py)?.repr()?.to_string(), self.quotes(py)?.repr()?);
        Ok(format!("SpeakerEntry(name={name}, titles={titles}, quotes={quotes})"))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.entry == other.entry && same_text(&self.text, &other.text, py)?)
    }

    fn __hash__(&self) -> u64 {
        hash_of((&self.entry.name, &self.entry.quotes))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_speaker_entry", &self.text, &self.entry)
    }
}

/// The entry that was pickled.
#[pyfunction(name = "_speaker_entry")]
pub(crate) fn read_entry(text: &Bound<'_, PyString>, entry: &str) -> PyResult<PySpeakerEntry> {
    Ok(PySpeakerEntry::new(text, pickle::read(entry)?))
}
