//! What a list says about a name.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use qawl::Entry;
use qawl::gazetteer::{ListError, jsonl, spacy, tsv};

use crate::errors::{about, unknown};
use crate::options::keywords;

/// One name of one thing, as a list gives it.
///
/// ``canonical`` is the name by which the thing is known, where that is another one. Conditions of a match:
/// ``exact`` (written letter by letter as here), ``no_clitic`` (not behind a proclitic), ``context`` (only
/// where a rule licenses it), ``whole`` (nothing is joined to it), ``inner_clitics`` (also with «و» in front
/// of later words). ``payload`` is JSON that is kept beside it.
///
/// >>> import qawl
/// >>> qawl.Entry("لندن", "city", id="GN:2643743")  # London
/// Entry(name='لندن', type='city', id='GN:2643743')
#[pyclass(frozen, eq, hash, module = "qawl", name = "Entry")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PyEntry {
    pub(crate) entry: Entry,
}

#[pymethods]
impl PyEntry {
    #[new]
    #[pyo3(signature = (
        name, r#type, id = None, *, canonical = None, exact = false, no_clitic = false,
        context = false, whole = false, inner_clitics = false, payload = None
    ))]
    #[expect(clippy::too_many_arguments, clippy::fn_params_excessive_bools, reason = "keywords")]
    fn py_new(
        name: String,
        r#type: String,
        id: Option<String>,
        canonical: Option<String>,
        exact: bool,
        no_clitic: bool,
        context: bool,
        whole: bool,
        inner_clitics: bool,
        payload: Option<String>,
    ) -> Self {
        let mut entry = Entry::new(name, r#type);
        (entry.id, entry.canonical, entry.payload) = (id, canonical, payload);
        entry.flags.exact = exact;
        entry.flags.no_clitic = no_clitic;
        entry.flags.context = context;
        entry.flags.whole = whole;
        entry.flags.inner_clitics = inner_clitics;
        Self { entry }
    }

    /// The name to look for, written as usual.
    #[getter]
    fn name(&self) -> &str {
        &self.entry.name
    }

    /// What the thing is.
    #[getter]
    fn r#type(&self) -> &str {
        &self.entry.kind
    }

    /// The list's identifier of the thing.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.entry.id.as_deref()
    }

    /// The name by which the thing is known, where that is another one.
    #[getter]
    fn canonical(&self) -> Option<&str> {
        self.entry.canonical.as_deref()
    }

    /// Found only where the text writes it letter by letter like this.
    #[getter]
    const fn exact(&self) -> bool {
        self.entry.flags.exact
    }

    /// Not found behind a proclitic in the same word.
    #[getter]
    const fn no_clitic(&self) -> bool {
        self.entry.flags.no_clitic
    }

    /// Found only where a rule of its type licenses it.
    #[getter]
    const fn context(&self) -> bool {
        self.entry.flags.context
    }

    /// Found only where nothing is joined to it.
    #[getter]
    const fn whole(&self) -> bool {
        self.entry.flags.whole
    }

    /// Found too where the text writes «و» in front of later words.
    #[getter]
    const fn inner_clitics(&self) -> bool {
        self.entry.flags.inner_clitics
    }

    /// JSON that is kept beside it.
    #[getter]
    fn payload(&self) -> Option<&str> {
        self.entry.payload.as_deref()
    }

    /// What it says by the names of the arguments, so that ``Entry(**entry.to_dict())`` is the same entry.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("name", self.name())?;
        dict.set_item("type", self.r#type())?;
        dict.set_item("id", self.id())?;
        dict.set_item("canonical", self.canonical())?;
        dict.set_item("exact", self.exact())?;
        dict.set_item("no_clitic", self.no_clitic())?;
        dict.set_item("context", self.context())?;
        dict.set_item("whole", self.whole())?;
        dict.set_item("inner_clitics", self.inner_clitics())?;
        dict.set_item("payload", self.payload())?;
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (_, more) = self.__getnewargs_ex__(py)?;
        let args = PyDict::new(py);
        args.set_item("name", self.name())?;
        args.set_item("type", self.r#type())?;
        args.update(more.as_mapping())?;
        Ok(format!("Entry({})", keywords(&args)?))
    }

    /// Name and type, and by keyword what is said beside.
    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<((&str, &str), Bound<'py, PyDict>)> {
        let more = PyDict::new(py);
        for (name, value) in
            [("id", self.id()), ("canonical", self.canonical()), ("payload", self.payload())]
        {
            if let Some(value) = value {
                more.set_item(name, value)?;
            }
        }
        let flags = [
            ("exact", self.exact()),
            ("no_clitic", self.no_clitic()),
            ("context", self.context()),
            ("whole", self.whole()),
            ("inner_clitics", self.inner_clitics()),
        ];
        for (name, _) in flags.into_iter().filter(|&(_, is_set)| is_set) {
            more.set_item(name, true)?;
        }
        Ok(((self.name(), self.r#type()), more))
    }
}

/// An entry out of one of ours, or a tuple of name, type and perhaps identifier.
pub(crate) fn entry(at: usize, given: &Bound<'_, PyAny>) -> PyResult<Entry> {
    if let Ok(entry) = given.cast::<PyEntry>() {
        return Ok(entry.get().entry.clone());
    }
    let tuple = given.cast::<PyTuple>().ok();
    if let Some((name, kind)) = tuple.and_then(|tuple| tuple.extract::<(String, String)>().ok()) {
        return Ok(Entry::new(name, kind));
    }
    let three = tuple.and_then(|tuple| tuple.extract::<(String, String, Option<String>)>().ok());
    let Some((name, kind, id)) = three else {
        let message = format!(
            "entries[{at}] is {}, expected an Entry or a tuple of name, type and perhaps id",
            given.repr()?
        );
        return Err(PyTypeError::new_err(message));
    };
    Ok(Entry { id, ..Entry::new(name, kind) })
}

/// Reads the entries of a list from its text: ``tsv``, ``jsonl`` or ``spacy`` (patterns of its entity ruler).
///
/// >>> import qawl
/// >>> qawl.read_entries("لندن\tcity\tGN:2643743\t-\t-\tgeonames\n", format="tsv")  # London
/// [Entry(name='لندن', type='city', id='GN:2643743')]
#[pyfunction]
#[pyo3(signature = (text, *, format = "tsv"))]
pub(crate) fn read_entries(text: &str, format: &str) -> PyResult<Vec<PyEntry>> {
    let read: fn(&str) -> Result<Vec<Entry>, ListError> = match format {
        "tsv" => tsv::read,
        "jsonl" => jsonl::read,
        "spacy" => spacy::read,
        _ => return Err(unknown("format", format, &["tsv", "jsonl", "spacy"])),
    };
    let entries = read(text).map_err(about(format))?;
    Ok(entries.into_iter().map(|entry| PyEntry { entry }).collect())
}
