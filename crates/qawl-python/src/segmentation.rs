//! A word in pieces.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use qawl::Span;
use qawl::segment::{Form, Scheme, Segmentation};
use serde::{Deserialize, Serialize};

use crate::names;
use crate::offsets::Chars;
use crate::pickle::{self, Pickled, pickled};
use crate::span::{PySpan, hash_of, same_text};

/// What a thread finds in a word, counted in characters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Cut {
    pieces: Vec<Piece>,
    score: f32,
    /// None where no other cut is possible.
    margin: Option<f32>,
    plus: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Piece {
    span: Span,
    form: String,
    role: String,
}

impl Cut {
    pub(crate) fn new(segmentation: &Segmentation<'_>, scheme: Scheme, form: Form) -> Self {
        let mut chars = Chars::new(segmentation.word());
        let pieces = segmentation.in_scheme(scheme).into_iter().map(|piece| Piece {
            span: chars.of(piece.span),
            // Roles are written by names, which cannot fail.
            role: names::name_of(piece.role).unwrap_or_default(),
            form: piece.form.into_owned(),
        });
        Self {
            pieces: pieces.collect(),
            score: segmentation.score(),
            margin: Some(segmentation.margin()).filter(|margin| margin.is_finite()),
            plus: segmentation.plus(scheme, form).to_string(),
        }
    }
}

/// A word in pieces. Length, iteration and index go over them, each a :class:`Piece`; they tile the word.
///
/// >>> import qawl
/// >>> word = qawl.Segmenter().segment("وبالبيت")  # "and in the house"
/// >>> str(word), len(word), word.stem.text
/// ('و+ب+ال+بيت', 4, 'بيت')
/// >>> [piece.role for piece in word]
/// ['conjunction', 'preposition', 'article', 'stem']
#[pyclass(frozen, module = "qawl", name = "Segmentation")]
#[derive(Debug)]
pub(crate) struct PySegmentation {
    word: Py<PyString>,
    cut: Cut,
}

impl PySegmentation {
    pub(crate) fn new(word: &Bound<'_, PyString>, cut: Cut) -> Self {
        Self { word: word.clone().unbind(), cut }
    }

    fn piece<'py>(&self, py: Python<'py>, piece: &Piece) -> PyResult<Bound<'py, PyPiece>> {
        let base = PyClassInitializer::from(PySpan::new(self.word.bind(py), piece.span));
        let (form, role) = (piece.form.clone(), piece.role.clone());
        Bound::new(py, base.add_subclass(PyPiece { form, role }))
    }
}

#[pymethods]
impl PySegmentation {
    /// The word that was given.
    #[getter]
    fn word(&self, py: Python<'_>) -> Py<PyString> {
        self.word.clone_ref(py)
    }

    /// The pieces.
    #[getter]
    fn pieces<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let pieces = self.cut.pieces.iter().map(|piece| self.piece(py, piece));
        PyTuple::new(py, pieces.collect::<PyResult<Vec<_>>>()?)
    }

    /// The piece that is no clitic; ``None`` in a word of clitics alone.
    #[getter]
    fn stem<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyPiece>>> {
        let stem = self.cut.pieces.iter().find(|piece| piece.role == "stem");
        stem.map(|piece| self.piece(py, piece)).transpose()
    }

    /// How likely this cut is, in nats; to be compared with other cuts of the same word.
    #[getter]
    const fn score(&self) -> f32 {
        self.cut.score
    }

    /// How much better than the next cut, in nats; infinite where there is no other.
    #[getter]
    fn margin(&self) -> f32 {
        self.cut.margin.unwrap_or(f32::INFINITY)
    }

    /// The word and its pieces by names, spans as lists of two offsets.
    ///
    /// >>> import qawl
    /// >>> qawl.Segmenter().segment("بها").to_dict()["pieces"]  # "with her"
    /// [{'span': [0, 1], 'form': 'ب', 'role': 'preposition'}, {'span': [1, 3], 'form': 'ها', 'role': 'pronoun'}]
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let pieces = self.cut.pieces.iter().map(|piece| {
            let dict = PyDict::new(py);
            dict.set_item("span", [piece.span.start(), piece.span.end()])?;
            dict.set_item("form", &piece.form)?;
            dict.set_item("role", &piece.role)?;
            Ok(dict)
        });
        let dict = PyDict::new(py);
        dict.set_item("word", &self.word)?;
        dict.set_item("pieces", pieces.collect::<PyResult<Vec<_>>>()?)?;
        dict.set_item("score", self.score())?;
        // As the layer keeps it: JSON has no infinity.
        dict.set_item("margin", self.cut.margin)?;
        Ok(dict)
    }

    fn __len__(&self) -> usize {
        self.cut.pieces.len()
    }

    fn __getitem__<'py>(&self, at: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        self.pieces(at.py())?.as_any().get_item(at)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.pieces(py)?.try_iter()?.into_any())
    }

    fn __str__(&self) -> &str {
        &self.cut.plus
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Segmentation({})", self.cut.plus.as_str().into_pyobject(py)?.repr()?))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (other, py) = (other.get(), other.py());
        Ok(self.cut == other.cut && same_text(&self.word, &other.word, py)?)
    }

    fn __hash__(&self) -> u64 {
        hash_of(&self.cut.plus)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Pickled<'py>> {
        pickled(py, "_segmentation", &self.word, &self.cut)
    }
}

/// The word in pieces that was pickled.
#[pyfunction(name = "_segmentation")]
pub(crate) fn read(word: &Bound<'_, PyString>, cut: &str) -> PyResult<PySegmentation> {
    Ok(PySegmentation::new(word, pickle::read(cut)?))
}

/// A piece of a word: a :class:`Span` of it with what it is and how it is spelled alone.
///
/// >>> import qawl
/// >>> qawl.Segmenter().segment("للبيت")[1]  # "to the house": the article, of which ل is written
/// Piece(text='ل', start=1, end=2, form='ال', role='article')
#[pyclass(frozen, extends = PySpan, module = "qawl", name = "Piece")]
#[derive(Debug)]
pub(crate) struct PyPiece {
    form: String,
    role: String,
}

#[pymethods]
impl PyPiece {
    #[new]
    fn py_new(
        source: &Bound<'_, PyString>,
        start: usize,
        end: usize,
        form: String,
        role: String,
    ) -> PyResult<PyClassInitializer<Self>> {
        let base = PyClassInitializer::from(PySpan::checked(source, start, end)?);
        Ok(base.add_subclass(Self { form, role }))
    }

    /// How it is spelled alone.
    #[getter]
    fn form(&self) -> &str {
        &self.form
    }

    /// ``conjunction``, ``preposition``, ``article``, ``stem``, ``pronoun``, ``future`` or ``interrogative``.
    #[getter]
    fn role(&self) -> &str {
        &self.role
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        let (span, piece) = (slf.as_super().get(), slf.get());
        let (text, start, end) = (span.shown(slf.py())?, span.start, span.end);
        let (form, role) = (piece.form().into_pyobject(slf.py())?.repr()?, piece.role());
        Ok(format!("Piece(text={text}, start={start}, end={end}, form={form}, role='{role}')"))
    }

    fn __eq__(slf: &Bound<'_, Self>, other: &Bound<'_, Self>) -> PyResult<bool> {
        let (one, two) = (slf.get(), other.get());
        Ok((&one.form, &one.role) == (&two.form, &two.role)
            && slf.as_super().get().is(other.as_super().get(), slf.py())?)
    }

    fn __hash__(slf: &Bound<'_, Self>) -> u64 {
        slf.as_super().get().hash()
    }

    fn __getnewargs__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let (span, piece) = (slf.as_super().get(), slf.get());
        let source = span.source.clone_ref(slf.py());
        let args = (source, span.start, span.end, piece.form(), piece.role());
        Ok(args.into_pyobject(slf.py())?.into_any())
    }
}
