//! Words, numbers and marks.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use qawl::tokenize::Tokenizer;
use qawl::{Span, TokenKind};

use crate::batch;
use crate::errors::unknown;
use crate::options::keywords;
use crate::text::{encoded, strings, utf8, with_text};
use crate::tokens::PyTokens;

const PRESETS: [&str; 3] = ["NEWS", "SOCIAL", "UAX29"];

/// Bytes of running text for each token, with the space behind it: no fewer.
const BYTES_OF_TOKEN: usize = 8;

/// Cuts a text into tokens by the default rules: see :class:`Tokenizer`.
///
/// >>> import qawl
/// >>> qawl.tokenize("بلغ ٣٫٥ أمتار!").texts()  # "it reached 3.5 metres!"
/// ['بلغ', '٣٫٥', 'أمتار', '!']
#[pyfunction]
#[pyo3(signature = (text, *, spaces = false))]
pub(crate) fn tokenize(text: &Bound<'_, PyString>, spaces: bool) -> PyResult<PyTokens> {
    tokens_by(Tokenizer::NEWS, text, spaces)
}

/// Cuts texts into tokens.
///
/// The presets are ``NEWS`` (edited text), ``SOCIAL`` (emoticons and runs of marks are one token) and
/// ``UAX29`` (the word boundaries of Unicode). Each option may be set otherwise: ``addresses``, ``tags`` and
/// ``abbreviations`` stay whole, ``joined_digits`` (digits stay with the letters beside them),
/// ``non_joiner_inside`` (U+200C does not split a word), ``emoticons``, ``runs_of_marks``.
///
/// >>> import qawl
/// >>> qawl.Tokenizer("SOCIAL").split("تم!!! :)")  # "done!!! :)"
/// ['تم', '!!!', ':)']
/// >>> qawl.Tokenizer(tags=False).split("#قول")  # "#saying"
/// ['#', 'قول']
#[pyclass(frozen, module = "qawl", name = "Tokenizer")]
#[derive(Debug)]
pub(crate) struct PyTokenizer {
    tokenizer: Tokenizer,
    /// What was asked for, to be shown and pickled.
    asked: Py<PyDict>,
}

impl PyTokenizer {
    pub(crate) const fn tokenizer(&self) -> Tokenizer {
        self.tokenizer
    }
}

/// The tokens, in characters.
fn counted(tokenizer: Tokenizer, text: &str, spaces: bool) -> Vec<qawl::Token> {
    let mut list = Vec::with_capacity(text.len() / BYTES_OF_TOKEN);
    let mut start = 0;
    for mut token in tokenizer.tokens(text) {
        // Tokens tile the text, so that each is counted on from the one before.
        let chars = token.span.get(text).unwrap_or_default().chars().count();
        token.span = Span::new(start, start + chars);
        start += chars;
        if spaces || token.kind != TokenKind::Space {
            list.push(token);
        }
    }
    list
}

fn tokens_by(tokenizer: Tokenizer, text: &Bound<'_, PyString>, spaces: bool) -> PyResult<PyTokens> {
    let list = with_text(text, |text| counted(tokenizer, text, spaces))?;
    Ok(PyTokens::new(text, list))
}

#[pymethods]
impl PyTokenizer {
    #[new]
    #[pyo3(
        signature = (preset = "NEWS", **options),
        text_signature = "(preset='NEWS', *, addresses=..., tags=..., abbreviations=..., joined_digits=..., non_joiner_inside=..., emoticons=..., runs_of_marks=...)"
    )]
    fn py_new(py: Python<'_>, preset: &str, options: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let tokenizer = Tokenizer::by_name(preset);
        let mut tokenizer = tokenizer.ok_or_else(|| unknown("preset", preset, &PRESETS))?;
        let asked = options.map_or_else(|| Ok(PyDict::new(py)), PyDictMethods::copy)?;
        for (name, value) in &asked {
            tokenizer = with_option(tokenizer, &name.extract::<String>()?, value.extract()?)?;
        }
        asked.set_item("preset", preset)?;
        Ok(Self { tokenizer, asked: asked.unbind() })
    }

    /// The tokens of a text, all but white space unless ``spaces`` asks for it.
    #[pyo3(signature = (text, *, spaces = false))]
    fn tokenize(&self, text: &Bound<'_, PyString>, spaces: bool) -> PyResult<PyTokens> {
        tokens_by(self.tokenizer, text, spaces)
    }

    /// The tokens as a list of ``str``.
    fn split<'py>(&self, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyList>> {
        let bytes = encoded(text)?;
        let utf8 = utf8(&bytes);
        let tokens = self.tokenizer.tokens(utf8).filter(|token| token.kind != TokenKind::Space);
        strings(text.py(), utf8, tokens.filter_map(|token| token.span.get(utf8)))
    }

    /// The tokens of many texts, on several threads: see :meth:`Pipeline.annotate_all`.
    #[pyo3(signature = (texts, *, spaces = false, threads = None))]
    fn tokenize_all<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        spaces: bool,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        let work = |text: &str| counted(self.tokenizer, text, spaces);
        batch::each(texts, threads, work, |text, list| {
            Ok(Bound::new(text.py(), PyTokens::new(text, list))?.into_any())
        })
    }

    fn __call__(&self, text: &Bound<'_, PyString>) -> PyResult<PyTokens> {
        self.tokenize(text, false)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Tokenizer({})", keywords(self.asked.bind(py))?))
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        other.get().tokenizer == self.tokenizer
    }

    fn __hash__(&self) -> u64 {
        crate::span::hash_of(self.tokenizer)
    }

    fn __getnewargs_ex__(&self, py: Python<'_>) -> PyResult<((), Py<PyDict>)> {
        Ok(((), self.asked.bind(py).copy()?.unbind()))
    }
}

fn with_option(tokenizer: Tokenizer, name: &str, value: bool) -> PyResult<Tokenizer> {
    Ok(match name {
        "addresses" => tokenizer.with_addresses(value),
        "tags" => tokenizer.with_tags(value),
        "abbreviations" => tokenizer.with_abbreviations(value),
        "joined_digits" => tokenizer.with_joined_digits(value),
        "non_joiner_inside" => tokenizer.with_non_joiner_inside(value),
        "emoticons" => tokenizer.with_emoticons(value),
        "runs_of_marks" => tokenizer.with_runs_of_marks(value),
        _ => {
            let known = [
                "addresses",
                "tags",
                "abbreviations",
                "joined_digits",
                "non_joiner_inside",
                "emoticons",
                "runs_of_marks",
            ];
            return Err(unknown("option of a Tokenizer", name, &known));
        }
    })
}
