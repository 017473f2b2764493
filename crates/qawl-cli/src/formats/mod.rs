//! How results are spelled.

use std::io::IsTerminal;

use clap::ValueEnum;

use crate::args::Target;

pub(crate) mod brat;
pub(crate) mod conllu;
pub(crate) mod flat;
pub(crate) mod folder;
pub(crate) mod html;
pub(crate) mod json;
pub(crate) mod look;
#[cfg(feature = "parquet")]
pub(crate) mod parquet;
pub(crate) mod speakers;
pub(crate) mod text;
pub(crate) mod web_annotation;

/// The formats of `annotate` and `quotes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Summary {
    /// A summary to read; the default on a terminal.
    Text,
    /// One JSON object a line; the default elsewhere.
    Json,
    /// A page to read in a browser: one file, or with -o and a folder one for each document and
    /// index.html.
    Html,
    /// CoNLL-U: the words of Universal Dependencies (scheme atb), in the last column where each token stands, names
    /// and quotes in brackets over words (Entity, Quote, Cue, Source); who speaks is a comment.
    Conllu,
    /// Two files a document in the folder that -o names, for the annotation tool brat; offsets are
    /// characters whatever --offsets says, as brat wants.
    Brat,
    /// One page of W3C Web Annotations (JSON-LD) a line; offsets are characters whatever --offsets
    /// says, as the standard wants.
    Webannotation,
    /// A table with tabs between its columns, a quote a line, by speaker: document, speaker, gender,
    /// titles, how many quotes the speaker has, number and type of this one, its words.
    Speakers,
    /// One Apache Parquet file, a document a row. Its columns are the keys of the JSON: schema, doc,
    /// offset_unit, profile, and sentences, tokens, mentions and quotes, which are lists of structs; in
    /// place of `span` these have start and end.
    #[cfg(feature = "parquet")]
    Parquet,
}

/// Which layers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layers {
    All,
    Quotes,
}

impl Summary {
    /// What was asked for, or what fits the reader.
    pub(crate) fn or_for(asked: Option<Self>, target: &Target) -> Self {
        let is_read = target.file().is_none() && std::io::stdout().is_terminal();
        asked.unwrap_or(if is_read { Self::Text } else { Self::Json })
    }
}
