//! How results are spelled.

use std::io::IsTerminal;

use clap::ValueEnum;

use crate::args::Target;

pub(crate) mod conllu;
pub(crate) mod flat;
pub(crate) mod json;
pub(crate) mod text;

/// The formats of `annotate` and `quotes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Summary {
    /// A summary to read; the default on a terminal.
    Text,
    /// One JSON object a line; the default elsewhere.
    Json,
}

impl Summary {
    /// What was asked for, or what fits the reader.
    pub(crate) fn or_for(asked: Option<Self>, target: &Target) -> Self {
        let is_read = target.file().is_none() && std::io::stdout().is_terminal();
        asked.unwrap_or(if is_read { Self::Text } else { Self::Json })
    }
}
