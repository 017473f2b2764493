//! How documents lie in files.

#[cfg(feature = "parquet")]
use crate::input::parquet::Columns;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One text.
    Text,
    /// A JSON object a line.
    JsonLines,
    /// Rows with these columns.
    #[cfg(feature = "parquet")]
    Parquet(Columns),
}

impl Shape {
    /// The endings of what a folder holds for us.
    pub(super) const fn endings(&self) -> &'static [&'static str] {
        match self {
            Self::Text => &["txt"],
            Self::JsonLines => &["jsonl", "ndjson"],
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => &["parquet"],
        }
    }
}
