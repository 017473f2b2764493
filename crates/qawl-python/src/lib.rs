//! `qawl` for Python: the extension module `qawl._qawl`, which the package `qawl` shows.
//!
//! A `str` comes in as UTF-8 (`text`), the layers run over it while other threads go on, and what they find
//! is counted in characters in one pass (`offsets`). Objects are made last, when they are looked at. Many
//! texts go by `batch`. Nothing here decides anything about a text.
//!
//! What a user of Python reads is the documentation of the classes and functions; its examples run as tests
//! there.
#![forbid(unsafe_code)]

use pyo3::prelude::*;

mod batch;
mod errors;
mod names;
mod offsets;
mod options;
mod pickle;
mod text;
mod transcode;

mod span;
mod token;
mod tokens;

mod cue;
mod mention;
mod quote;
mod speaker;

mod document;
mod json;
mod views;

mod attribution;
mod entry;
mod gazetteer;
mod normalized;
mod normalizer;
mod pipeline;
mod segmentation;
mod segmenter;
mod sentences;
mod tokenizer;
mod transliterate;

/// The engine of the package ``qawl``, which shows all of it.
#[pymodule(gil_used = false)]
mod _qawl {
    #[pymodule_export]
    use crate::attribution::quotes;
    #[pymodule_export]
    use crate::cue::{PyCue, read as read_cue};
    #[pymodule_export]
    use crate::document::{PyDocument, read as read_document};
    #[pymodule_export]
    use crate::entry::{PyEntry, read_entries};
    #[pymodule_export]
    use crate::gazetteer::PyGazetteer;
    #[pymodule_export]
    use crate::mention::PyMention;
    #[pymodule_export]
    use crate::normalized::{PyNormalized, read as read_normalized};
    #[pymodule_export]
    use crate::normalizer::PyNormalizer;
    #[pymodule_export]
    use crate::options::{PyQuoteOptions, PySentenceOptions};
    #[pymodule_export]
    use crate::pipeline::{PyPipeline, annotate, annotate_all};
    #[pymodule_export]
    use crate::quote::{PyQuote, read as read_quote};
    #[pymodule_export]
    use crate::segmentation::{PyPiece, PySegmentation, read as read_segmentation};
    #[pymodule_export]
    use crate::segmenter::{PySegmenter, desegment};
    #[pymodule_export]
    use crate::sentences::sentences;
    #[pymodule_export]
    use crate::span::PySpan;
    #[pymodule_export]
    use crate::speaker::{PySpeaker, PySpeakerEntry, read as read_speaker, read_entry};
    #[pymodule_export]
    use crate::token::PyToken;
    #[pymodule_export]
    use crate::tokenizer::{PyTokenizer, tokenize};
    #[pymodule_export]
    use crate::tokens::{PyTokens, read as read_tokens};
    #[pymodule_export]
    use crate::transliterate::{to_arabic, to_latin};

    /// The version of the library.
    #[pymodule_export]
    #[expect(non_upper_case_globals, reason = "Python's own name for it")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
