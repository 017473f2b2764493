//! From `data/*` to the tables and lists that the crates embed.
//!
//! Each module renders the outputs of one crate from the sources under `data/`, in memory and
//! without a clock or a network: the same input gives the same bytes. `cargo run -p qawl-datagen`
//! writes them; `tests/drift.rs` renders them again and compares.
#![forbid(unsafe_code)]

use std::fmt;
use std::path::{Path, PathBuf};

pub use crate::source::{Row, read_tsv};

mod annotations;
// Files of the quotes crate, which reads and inflects the words of a caller by them. It is no dependency: it
// holds the tables that are made here, and has to compile only when they are there.
#[path = "../../qawl-quotes/src/cue_line.rs"]
mod cue_line;
mod gazetteer;
#[path = "../../qawl-quotes/src/inflect.rs"]
mod inflect;
mod normalize;
mod people;
mod quotes;
#[allow(missing_docs)]
pub mod segment;
pub mod sentences;
mod source;
#[path = "../../qawl-quotes/src/title_line.rs"]
mod title_line;
mod tokenize;
mod transliteration;
mod variants;
mod visual_order;
mod word_break;

/// One file to write, relative to the workspace root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// Where it goes.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What is wrong with a source, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    message: String,
}

impl Error {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }

    /// An error of line `line` (from 1) of `path`.
    pub(crate) fn at(path: &Path, line: usize, message: impl fmt::Display) -> Self {
        Self { message: format!("{}:{line}: {message}", path.display()) }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

/// Renders every generated file of the workspace at `root`.
///
/// # Errors
/// Where a source is missing or malformed: the file, the line, what was expected.
pub fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let mut outputs = normalize::render(root)?;
    outputs.extend(transliteration::render(root)?);
    outputs.extend(visual_order::render(root)?);
    outputs.extend(tokenize::render(root)?);
    outputs.extend(word_break::render(root)?);
    outputs.extend(segment::render(root)?);
    outputs.extend(variants::render(root)?);
    outputs.extend(gazetteer::render(root)?);
    outputs.extend(quotes::render(root)?);
    outputs.extend(annotations::render(root)?);
    Ok(outputs)
}
