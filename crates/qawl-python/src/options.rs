//! What is wanted of sentences and quotes.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use qawl::QuoteOptions;
use qawl::quotes::Unclosed;
use qawl::tokenize::{Abbreviations, Newlines, SentenceOptions};

use crate::errors::unknown;

const NEWLINES: [(&str, Newlines); 3] =
    [("hard", Newlines::Hard), ("paragraph", Newlines::Paragraph), ("ignore", Newlines::Ignore)];

const UNCLOSED: [(&str, Unclosed); 3] = [
    ("to-paragraph", Unclosed::ToParagraph),
    ("to-sentence", Unclosed::ToSentence),
    ("drop", Unclosed::Drop),
];

/// The value of that name.
fn one_of<T: Copy>(what: &str, name: &str, known: &[(&str, T)]) -> PyResult<T> {
    let value = known.iter().find(|(known, _)| *known == name).map(|&(_, value)| value);
    value.ok_or_else(|| {
        let names: Vec<_> = known.iter().map(|&(name, _)| name).collect();
        unknown(what, name, &names)
    })
}

/// The name of that value.
fn name_in<T: PartialEq>(value: &T, known: &[(&'static str, T)]) -> &'static str {
    known.iter().find(|(_, known)| known == value).map_or("", |&(name, _)| name)
}

/// How sentences are cut.
///
/// ``newlines`` says what a line break does: ``hard`` ends the sentence, ``paragraph`` only an empty line,
/// ``ignore`` nothing. ``semicolons`` end one if wanted. ``quotation_limit`` is how many tokens ahead the end
/// of a quotation is sought, inside which nothing ends.
///
/// >>> import qawl
/// >>> wrapped = qawl.SentenceOptions(newlines="ignore")
/// >>> len(qawl.sentences("عاد\nالوفد.", wrapped))  # "the delegation / returned"
/// 1
#[pyclass(frozen, eq, hash, module = "qawl", name = "SentenceOptions")]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PySentenceOptions {
    pub(crate) options: SentenceOptions<'static>,
}

#[pymethods]
impl PySentenceOptions {
    #[new]
    #[pyo3(signature = (*, newlines = "hard", semicolons = false, quotation_limit = 120))]
    fn py_new(newlines: &str, semicolons: bool, quotation_limit: usize) -> PyResult<Self> {
        let options = SentenceOptions::new()
            .with_newlines(one_of("newlines", newlines, &NEWLINES)?)
            .with_semicolons(semicolons)
            .with_quotation_limit(quotation_limit);
        Ok(Self { options })
    }

    /// ``hard``, ``paragraph`` or ``ignore``.
    #[getter]
    fn newlines(&self) -> &'static str {
        name_in(&self.options.newlines, &NEWLINES)
    }

    /// Whether a semicolon ends a sentence.
    #[getter]
    const fn semicolons(&self) -> bool {
        self.options.semicolons
    }

    /// How many tokens ahead the end of a quotation is sought.
    #[getter]
    const fn quotation_limit(&self) -> usize {
        self.options.quotation_limit
    }

    fn __repr__(&self) -> String {
        let (newlines, limit) = (self.newlines(), self.options.quotation_limit);
        let semicolons = if self.options.semicolons { "True" } else { "False" };
        format!(
            "SentenceOptions(newlines='{newlines}', semicolons={semicolons}, quotation_limit={limit})"
        )
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        let args = PyDict::new(py);
        args.set_item("newlines", self.newlines())?;
        args.set_item("semicolons", self.options.semicolons)?;
        args.set_item("quotation_limit", self.options.quotation_limit)?;
        Ok(((), args))
    }
}

/// Which quotes are wanted.
///
/// ``types`` are those of ``direct``, ``indirect``, ``mixed``; ``min_words`` how many words a quote has at
/// least; ``floating`` how many sentences behind somebody's words a quotation without a reporting word may
/// stand, ``None`` for none; ``unclosed`` what an opening mark that never closes holds, ``to-paragraph``,
/// ``to-sentence`` or ``drop``; ``reasons`` whether each quote says why it is so.
///
/// >>> import qawl
/// >>> text = "قال الوزير إن الطريق مفتوح."  # "the minister said that the road is open"
/// >>> qawl.quotes(text, options=qawl.QuoteOptions(types=["direct"]))
/// []
/// >>> qawl.quotes(text, options=qawl.QuoteOptions(reasons=True))[0].why["pattern"]
/// 'verb, subject, clause or quotation'
#[pyclass(frozen, eq, module = "qawl", name = "QuoteOptions")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PyQuoteOptions {
    pub(crate) options: QuoteOptions,
}

#[pymethods]
impl PyQuoteOptions {
    #[new]
    #[pyo3(signature = (*, types = None, min_words = 1, floating = None, unclosed = "to-paragraph", reasons = false))]
    fn py_new(
        types: Option<Vec<String>>,
        min_words: usize,
        floating: Option<usize>,
        unclosed: &str,
        reasons: bool,
    ) -> PyResult<Self> {
        let mut options = QuoteOptions::default()
            .with_min_words(min_words)
            .with_unclosed(one_of("unclosed", unclosed, &UNCLOSED)?);
        options.floating = floating;
        options.reasons = reasons;
        if let Some(types) = types {
            (options.direct, options.indirect, options.mixed) = (false, false, false);
            for name in &types {
                match name.as_str() {
                    "direct" => options.direct = true,
                    "indirect" => options.indirect = true,
                    "mixed" => options.mixed = true,
                    _ => return Err(unknown("types", name, &["direct", "indirect", "mixed"])),
                }
            }
        }
        Ok(Self { options })
    }

    /// Those of ``direct``, ``indirect``, ``mixed`` that are wanted.
    #[getter]
    fn types(&self) -> Vec<&'static str> {
        let QuoteOptions { direct, indirect, mixed, .. } = self.options;
        let all = [("direct", direct), ("indirect", indirect), ("mixed", mixed)];
        all.into_iter().filter_map(|(name, wanted)| wanted.then_some(name)).collect()
    }

    /// How many words a quote has at least.
    #[getter]
    const fn min_words(&self) -> usize {
        self.options.min_words
    }

    /// How many sentences behind somebody's words a quotation without a reporting word may stand.
    #[getter]
    const fn floating(&self) -> Option<usize> {
        self.options.floating
    }

    /// What an opening mark that never closes holds.
    #[getter]
    fn unclosed(&self) -> &'static str {
        name_in(&self.options.unclosed, &UNCLOSED)
    }

    /// Whether each quote says why it is so.
    #[getter]
    const fn reasons(&self) -> bool {
        self.options.reasons
    }

    fn __hash__(&self) -> u64 {
        crate::span::hash_of((self.types(), self.min_words(), self.floating(), self.unclosed()))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let ((), args) = self.__getnewargs_ex__(py)?;
        Ok(format!("QuoteOptions({})", keywords(&args)?))
    }

    fn __getnewargs_ex__<'py>(&self, py: Python<'py>) -> PyResult<((), Bound<'py, PyDict>)> {
        let args = PyDict::new(py);
        args.set_item("types", self.types())?;
        args.set_item("min_words", self.min_words())?;
        args.set_item("floating", self.floating())?;
        args.set_item("unclosed", self.unclosed())?;
        args.set_item("reasons", self.reasons())?;
        Ok(((), args))
    }
}

/// Keywords as they are written in a call.
pub(crate) fn keywords(args: &Bound<'_, PyDict>) -> PyResult<String> {
    let shown = args.iter().map(|(name, value)| Ok(format!("{name}={}", value.repr()?)));
    Ok(shown.collect::<PyResult<Vec<_>>>()?.join(", "))
}

/// The same words where nobody else changes them, and where they can be gone through again.
pub(crate) fn kept<'py>(words: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    if let Ok(words) = words.cast::<PyDict>() {
        return Ok(words.copy()?.into_any());
    }
    if words.is_instance_of::<PyString>() {
        return Ok(words.clone());
    }
    let all = words.try_iter()?.collect::<PyResult<Vec<_>>>()?;
    Ok(PyTuple::new(words.py(), all)?.into_any())
}

/// Abbreviations out of an iterable of titles, or a ``dict`` of words and what they are.
pub(crate) fn abbreviations(words: &Bound<'_, PyAny>) -> PyResult<Abbreviations> {
    let mut own = Abbreviations::new();
    if words.is_instance_of::<PyString>() {
        let message = "abbreviations is one str, expected a list of str or a dict";
        return Err(PyTypeError::new_err(message));
    }
    if let Ok(words) = words.cast::<PyDict>() {
        for (word, kind) in words {
            own = with_abbreviation(own, &word.extract::<String>()?, &kind.extract::<String>()?)?;
        }
        return Ok(own);
    }
    for word in words.try_iter()? {
        own = own.title(&word?.extract::<String>()?);
    }
    Ok(own)
}

fn with_abbreviation(own: Abbreviations, word: &str, kind: &str) -> PyResult<Abbreviations> {
    match kind {
        "title" => Ok(own.title(word)),
        "label" => Ok(own.label(word)),
        "unit" => Ok(own.unit(word)),
        _ => Err(PyValueError::new_err(format!(
            "the abbreviation {word:?} is {kind:?}, expected one of title, label, unit"
        ))),
    }
}
