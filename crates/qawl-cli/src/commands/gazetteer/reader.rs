//! The forms in which a list of names may be written.

use std::path::Path;

use clap::ValueEnum;
use qawl::Entry;
use qawl::gazetteer::spacy::Labels;
use qawl::gazetteer::{ListError, gate, jsonl, spacy, tsv};

/// The form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// Six columns with tabs between: name, type, id, canonical name, flags (exact, no_clitic,
    /// context, whole, inner_clitics), source; maybe a seventh, a JSON value that is kept with it. `-`
    /// is an empty column, `#` begins a remark.
    Tsv,
    /// A JSON object a line: name or names, type, id, canonical, flags; other keys are kept with it.
    Jsonl,
    /// Patterns of spaCy's entity ruler, a JSON object a line: label, pattern, id.
    Spacy,
    /// An index of GATE, lists.def, or the folder in which it lies.
    Gate,
}

impl Form {
    /// The form of a list in one file, by the ending of its name and its first line.
    pub(super) fn of(path: &Path, list: &str) -> Self {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let first = list.trim_start_matches('\u{FEFF}').trim_start();
        let first = first.lines().next().unwrap_or_default();
        let is_json = ending == "jsonl" || (ending != "tsv" && first.starts_with('{'));
        match is_json {
            true if first.contains("\"pattern\"") => Self::Spacy,
            true => Self::Jsonl,
            false => Self::Tsv,
        }
    }
}

/// How the lines of one file become entries.
#[derive(Clone, Debug)]
pub(super) enum Reader {
    Tsv,
    Jsonl,
    Spacy(Labels),
    Gate(gate::List, Option<char>),
}

impl Reader {
    pub(super) fn read(&self, list: &str) -> Result<Vec<Entry>, ListError> {
        match self {
            Self::Tsv => tsv::read(list),
            Self::Jsonl => jsonl::read(list),
            Self::Spacy(labels) => spacy::read_with(list, labels),
            Self::Gate(of, separator) => gate::read(list, of, *separator),
        }
    }
}
