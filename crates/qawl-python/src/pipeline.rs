//! The layers in order.

use std::sync::OnceLock;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use qawl::Pipeline;

use crate::batch;
use crate::document::{Found, PyDocument};
use crate::errors::unknown;
use crate::gazetteer::PyGazetteer;
use crate::options::{PyQuoteOptions, PySentenceOptions, abbreviations, kept, keywords};
use crate::text::{encoded, utf8};
use crate::tokenizer::PyTokenizer;

const LAYERS: [&str; 4] = ["sentences", "tokens", "mentions", "quotes"];

/// Annotates a text with every layer and the embedded names: the default :class:`Pipeline`.
///
/// Any ``str`` will do. A lone surrogate, which is no character, counts as U+FFFD REPLACEMENT CHARACTER and
/// keeps its place, so that offsets are right. The interpreter is free for other threads in the meantime.
///
/// >>> import qawl
/// >>> text = "عاد الوفد من لندن."  # "the delegation returned from London"
/// >>> [(name.text, name.type) for name in qawl.annotate(text).mentions]
/// [('لندن', 'city')]
#[pyfunction]
pub(crate) fn annotate(text: &Bound<'_, PyString>) -> PyResult<PyDocument> {
    annotate_by(default_pipeline(), text)
}

/// Annotates many texts with every layer: see :meth:`Pipeline.annotate_all`.
///
/// >>> import qawl
/// >>> documents = qawl.annotate_all(["عاد الوفد.", "وصل الوزير."], threads=2)
/// >>> # "the delegation returned", "the minister arrived"
/// >>> [len(document) for document in documents]
/// [3, 3]
#[pyfunction]
#[pyo3(signature = (texts, *, threads = None))]
pub(crate) fn annotate_all<'py>(
    texts: &Bound<'py, PyAny>,
    threads: Option<usize>,
) -> PyResult<Bound<'py, PyList>> {
    annotate_all_by(default_pipeline(), texts, threads)
}

pub(crate) fn default_pipeline() -> &'static Pipeline {
    static DEFAULT: OnceLock<Pipeline> = OnceLock::new();
    // Documents here cut no words: a Segmenter does.
    DEFAULT.get_or_init(|| Pipeline::builder().without_segmentation().build())
}

fn annotate_by(pipeline: &Pipeline, text: &Bound<'_, PyString>) -> PyResult<PyDocument> {
    let bytes = encoded(text)?;
    let utf8 = utf8(&bytes);
    let found = text.py().detach(|| Found::of(&pipeline.annotate(utf8)));
    Ok(PyDocument::new(text, found))
}

fn annotate_all_by<'py>(
    pipeline: &Pipeline,
    texts: &Bound<'py, PyAny>,
    threads: Option<usize>,
) -> PyResult<Bound<'py, PyList>> {
    let found = |text: &str| Found::of(&pipeline.annotate(text));
    batch::each(texts, threads, found, |text, found| {
        Ok(Bound::new(text.py(), PyDocument::new(text, found))?.into_any())
    })
}

/// The layers that run over a text. Built once, it serves any number of texts, and threads.
///
/// ``layers`` are those of ``sentences``, ``tokens``, ``mentions``, ``quotes`` that are wanted, all by
/// default; attribution is better for names. ``gazetteers`` are lists of names of your own, beside the
/// embedded one unless ``embedded_names`` is false: at each place the longest name is reported, of equally
/// long ones that of the first list. ``abbreviations``, whose full stops end no sentence, are a list of
/// titles or a ``dict`` of words and ``title``, ``label`` (before a number) or ``unit``.
///
/// >>> import qawl
/// >>> names = qawl.Gazetteer([("منتدى النخيل", "event")])  # "the Palm Forum", which no list knows but ours
/// >>> pipeline = qawl.Pipeline(layers=["mentions"], gazetteers=[names])
/// >>> document = pipeline.annotate("افتتح منتدى النخيل في بغداد")  # "it opened in Baghdad"
/// >>> [(name.text, name.type) for name in document.mentions]
/// [('منتدى النخيل', 'event'), ('بغداد', 'city')]
#[pyclass(frozen, module = "qawl", name = "Pipeline")]
#[derive(Debug)]
pub(crate) struct PyPipeline {
    pipeline: Pipeline,
    /// What was asked for, to be shown and pickled.
    asked: Py<PyDict>,
}

#[pymethods]
impl PyPipeline {
    #[new]
    #[pyo3(signature = (
        *, layers = None, gazetteers = None, embedded_names = true, abbreviations = None,
        tokenizer = None, sentence_options = None, quote_options = None
    ))]
    #[expect(clippy::too_many_arguments, reason = "they are keywords")]
    fn py_new(
        py: Python<'_>,
        layers: Option<Vec<String>>,
        gazetteers: Option<Vec<Bound<'_, PyGazetteer>>>,
        embedded_names: bool,
        abbreviations: Option<&Bound<'_, PyAny>>,
        tokenizer: Option<&Bound<'_, PyTokenizer>>,
        sentence_options: Option<&Bound<'_, PySentenceOptions>>,
        quote_options: Option<&Bound<'_, PyQuoteOptions>>,
    ) -> PyResult<Self> {
        let asked = PyDict::new(py);
        let mut builder = Pipeline::builder().without_segmentation();
        if let Some(tokenizer) = tokenizer {
            asked.set_item("tokenizer", tokenizer)?;
            builder = builder.tokenizer(tokenizer.get().tokenizer());
        }
        if let Some(options) = sentence_options {
            asked.set_item("sentence_options", options)?;
            builder = builder.sentence_options(options.get().options);
        }
        if let Some(options) = quote_options {
            asked.set_item("quote_options", options)?;
            builder = builder.quote_options(options.get().options.clone());
        }
        if let Some(words) = abbreviations {
            let words = kept(words)?;
            builder = builder.abbreviations(self::abbreviations(&words)?);
            asked.set_item("abbreviations", words)?;
        }
        if let Some(lists) = gazetteers {
            asked.set_item("gazetteers", PyTuple::new(py, &lists)?)?;
            builder = lists.iter().fold(builder, |builder, list| list.get().add_to(builder));
        }
        if !embedded_names {
            asked.set_item("embedded_names", false)?;
            builder = builder.without_embedded_names();
        }
        // Last, so that a layer that is not wanted is not brought back by its options.
        if let Some(layers) = layers {
            asked.set_item("layers", PyTuple::new(py, &layers)?)?;
            builder = only(builder, &layers)?;
        }
        Ok(Self { pipeline: builder.build(), asked: asked.unbind() })
    }

    /// Runs the layers over a text: see :func:`annotate`.
    fn annotate(&self, text: &Bound<'_, PyString>) -> PyResult<PyDocument> {
        annotate_by(&self.pipeline, text)
    }

    /// Runs the layers over many texts, a list or any iterable of ``str``, and returns their documents in order.
    ///
    /// It takes as many ``threads`` as the machine runs at once, or so many, 1024 at most. The interpreter is free
    /// for other threads in the meantime; Ctrl-C is heard between portions of a megabyte for each thread.
    ///
    /// >>> import qawl
    /// >>> pipeline = qawl.Pipeline(layers=["sentences"])
    /// >>> texts = ["عاد الوفد. ثم مضى.", "نعم."]  # "the delegation returned. Then it left.", "yes."
    /// >>> [len(document.sentences) for document in pipeline.annotate_all(texts)]
    /// [2, 1]
    #[pyo3(signature = (texts, *, threads = None))]
    fn annotate_all<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        annotate_all_by(&self.pipeline, texts, threads)
    }

    fn __call__(&self, text: &Bound<'_, PyString>) -> PyResult<PyDocument> {
        self.annotate(text)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Pipeline({})", keywords(self.asked.bind(py))?))
    }

    fn __getnewargs_ex__(&self, py: Python<'_>) -> PyResult<((), Py<PyDict>)> {
        Ok(((), self.asked.bind(py).copy()?.unbind()))
    }
}

fn only(mut builder: qawl::PipelineBuilder, layers: &[String]) -> PyResult<qawl::PipelineBuilder> {
    if let Some(other) = layers.iter().find(|layer| !LAYERS.contains(&layer.as_str())) {
        return Err(unknown("layers", other, &LAYERS));
    }
    let lacks = |layer: &str| !layers.iter().any(|wanted| wanted == layer);
    if lacks("sentences") {
        builder = builder.without_sentences();
    }
    if lacks("tokens") {
        builder = builder.without_tokens();
    }
    if lacks("quotes") {
        builder = builder.without_quotes();
    }
    if lacks("mentions") {
        builder = builder.without_mentions();
    }
    Ok(builder)
}
