//! What can be wrong with a table of stems, or with the name of a scheme.

use std::fmt;

/// Why bytes could not be opened as a table of stems.
///
/// ```
/// use qawl_segment::Segmenter;
///
/// let error = Segmenter::open(&b"no table"[..]).unwrap_err();
/// assert_eq!(error.to_string(), "not a table of stems");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    message: &'static str,
}

impl OpenError {
    pub(crate) fn not_a_table() -> Self {
        Self { message: "not a table of stems" }
    }

    pub(crate) fn other_version() -> Self {
        Self { message: "a table of another kind or version" }
    }

    pub(crate) fn damaged() -> Self {
        Self { message: "a damaged table of stems" }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message)
    }
}

impl std::error::Error for OpenError {}
