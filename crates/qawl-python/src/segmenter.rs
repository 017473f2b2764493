//! Words to clitics.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};
use qawl::segment::{Form, Scheme, Segmentation, Segmenter};

use crate::batch;
use crate::errors::{about, unknown};
use crate::segmentation::{Cut, PySegmentation};
use crate::text::with_text;

const FORMS: [&str; 3] = ["surface", "article", "restored"];

fn embedded() -> &'static Segmenter {
    static EMBEDDED: OnceLock<Segmenter> = OnceLock::new();
    EMBEDDED.get_or_init(Segmenter::embedded)
}

/// The form of that name.
pub(crate) fn form_of(name: &str) -> PyResult<Form> {
    match name {
        "surface" => Ok(Form::Surface),
        "article" => Ok(Form::Article),
        "restored" => Ok(Form::Restored),
        _ => Err(unknown("form", name, &FORMS)),
    }
}

/// Cuts words into clitics and stem.
///
/// The ``scheme`` says how finely: ``d1`` (conjunctions), ``d2`` (and prepositions, future), ``atb`` (and
/// pronouns), ``d3`` (and the article). ``form`` says how :meth:`plus` writes the pieces: ``surface`` as in
/// the word, ``restored`` as each is spelled alone, ``article`` as in the word but for the article.
///
/// >>> import qawl
/// >>> qawl.Segmenter("d3").plus("وللحكومة")  # "and to the government"
/// 'و+ل+ال+حكومة'
/// >>> [(piece.text, piece.role) for piece in qawl.Segmenter("atb").segment("وكتابهم")]  # "and their book"
/// [('و', 'conjunction'), ('كتاب', 'stem'), ('هم', 'pronoun')]
#[pyclass(frozen, module = "qawl", name = "Segmenter")]
#[derive(Debug)]
pub(crate) struct PySegmenter {
    scheme: Scheme,
    form: String,
}

impl PySegmenter {
    fn plus_of(&self, form: Form, word: &str) -> String {
        embedded().segment(word).plus(self.scheme, form).to_string()
    }

    fn cut(&self, form: Form, segmentation: &Segmentation<'_>) -> Cut {
        Cut::new(segmentation, self.scheme, form)
    }
}

#[pymethods]
impl PySegmenter {
    #[new]
    #[pyo3(signature = (scheme = "d3", *, form = "article"))]
    fn py_new(scheme: &str, form: &str) -> PyResult<Self> {
        form_of(form)?;
        Ok(Self { scheme: scheme.parse().map_err(about("scheme"))?, form: form.to_owned() })
    }

    /// How finely it cuts.
    #[getter]
    const fn scheme(&self) -> &'static str {
        self.scheme.as_str()
    }

    /// How :meth:`plus` writes the pieces.
    #[getter]
    fn form(&self) -> &str {
        &self.form
    }

    /// The word in pieces.
    fn segment(&self, word: &Bound<'_, PyString>) -> PyResult<PySegmentation> {
        let form = form_of(&self.form)?;
        let cut = with_text(word, |word| self.cut(form, &embedded().segment(word)))?;
        Ok(PySegmentation::new(word, cut))
    }

    /// The words in pieces, on several threads: see :meth:`Pipeline.annotate_all`.
    #[pyo3(signature = (words, *, threads = None))]
    fn segment_all<'py>(
        &self,
        words: &Bound<'py, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        let form = form_of(&self.form)?;
        let work = |word: &str| self.cut(form, &embedded().segment(word));
        batch::each(words, threads, work, |word, cut| {
            Ok(Bound::new(word.py(), PySegmentation::new(word, cut))?.into_any())
        })
    }

    /// The ``k`` best cuts of a word, the best first.
    fn n_best(&self, word: &Bound<'_, PyString>, k: usize) -> PyResult<Vec<PySegmentation>> {
        let form = form_of(&self.form)?;
        let cuts = with_text(word, |word| {
            let best = embedded().n_best(word, k);
            best.iter().map(|segmentation| self.cut(form, segmentation)).collect::<Vec<_>>()
        })?;
        Ok(cuts.into_iter().map(|cut| PySegmentation::new(word, cut)).collect())
    }

    /// The pieces of a word with a plus sign between them.
    fn plus(&self, word: &Bound<'_, PyString>) -> PyResult<String> {
        let form = form_of(&self.form)?;
        with_text(word, |word| self.plus_of(form, word))
    }

    /// The same for many words, on several threads.
    #[pyo3(signature = (words, *, threads = None))]
    fn plus_all<'py>(
        &self,
        words: &Bound<'py, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        let form = form_of(&self.form)?;
        batch::each(
            words,
            threads,
            |word| self.plus_of(form, word),
            |word, plus| Ok(PyString::new(word.py(), &plus).into_any()),
        )
    }

    fn __call__(&self, word: &Bound<'_, PyString>) -> PyResult<PySegmentation> {
        self.segment(word)
    }

    fn __repr__(&self) -> String {
        format!("Segmenter('{}', form='{}')", self.scheme, self.form)
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        (self.scheme, &self.form) == (other.get().scheme, &other.get().form)
    }

    fn __hash__(&self) -> u64 {
        crate::span::hash_of((self.scheme.as_str(), &self.form))
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<((&'static str,), Bound<'py, pyo3::types::PyDict>)> {
        let form = pyo3::types::PyDict::new(py);
        form.set_item("form", &self.form)?;
        Ok(((self.scheme.as_str(),), form))
    }
}

/// Puts pieces together again to the word that they are of; ``form`` is that of :class:`Segmenter`.
///
/// >>> import qawl
/// >>> qawl.desegment(["و", "ل", "ال", "حكومة"], form="restored")  # "and to the government"
/// 'وللحكومة'
#[pyfunction]
#[pyo3(signature = (pieces, *, form = "article"))]
pub(crate) fn desegment(pieces: Vec<String>, form: &str) -> PyResult<String> {
    Ok(qawl::segment::desegment(pieces.iter().map(String::as_str), form_of(form)?))
}
