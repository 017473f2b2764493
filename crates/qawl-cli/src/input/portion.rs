//! What is read at once and worked on by one thread.

use std::fmt::Display;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::Failure;
use crate::files::label;
#[cfg(feature = "parquet")]
use crate::input::parquet::Batch;

/// About so much of a file of JSON lines is read at once: enough that handing it to a thread costs nothing
/// beside the work.
pub(super) const SIZE: usize = 64 << 10;

/// About so much is read first, then twice as much each time up to [`SIZE`]: little enough for the first
/// results to come at once.
pub(super) const FIRST_SIZE: usize = 4 << 10;

/// A part of the input, in whole documents.
#[derive(Debug)]
pub(crate) struct Portion {
    pub(crate) content: Content,
    /// How far the input is read with it.
    pub(crate) mark: Mark,
}

#[derive(Debug)]
pub(crate) enum Content {
    /// Whole lines of JSON; the number of the first one.
    Lines { file: Arc<InputFile>, first: usize, bytes: Vec<u8> },
    /// Rows of a Parquet file; the number of the first one.
    #[cfg(feature = "parquet")]
    Rows { file: Arc<InputFile>, first: usize, batch: Batch },
    /// One text.
    Text { file: Arc<InputFile>, bytes: Vec<u8> },
    /// What could not be read.
    Failed(Failure),
}

impl Content {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Lines { bytes, .. } | Self::Text { bytes, .. } => bytes.len(),
            #[cfg(feature = "parquet")]
            Self::Rows { batch, .. } => batch.len(),
            Self::Failed(_) => 0,
        }
    }
}

/// A file that is read.
#[derive(Debug)]
pub(crate) struct InputFile {
    pub(crate) path: PathBuf,
    /// What its document is called.
    pub(crate) id: String,
}

impl InputFile {
    pub(super) fn at_line(&self, line: usize, message: impl Display) -> Failure {
        Failure::at_line(label(&self.path), line, message)
    }

    #[cfg(feature = "parquet")]
    pub(super) fn at_row(&self, row: usize, message: impl Display) -> Failure {
        Failure::at(label(&self.path), format_args!("row {row}: {message}"))
    }
}

/// A place in the input, and a sum over all that stands before it: two inputs with the same mark have the
/// same beginning.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    pub(crate) bytes: u64,
    pub(crate) sum: u32,
}

/// What is said of a document that is longer than is wanted.
pub(super) fn too_long(size: usize) -> String {
    format!("longer than {size} bytes, expected less or a higher --max-size")
}
