//! Why a list cannot be built, read or opened.

use std::fmt;

/// Why a list of entries cannot become a file.
///
/// ```
/// use qawl_gazetteer::{BuildErrorKind, Entry, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// let error = GazetteerBuilder::new(Profile::SEARCH).add(Entry::new("...", "city")).build();
/// let error = error.unwrap_err();
/// assert_eq!(error.kind(), BuildErrorKind::Name);
/// assert_eq!(error.to_string(), "the name \"...\" does not begin with a word or a number");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    kind: BuildErrorKind,
    message: String,
}

/// What kind of thing is wrong with an entry.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuildErrorKind {
    /// A name that cannot be found: without a word at its start, or over several lines.
    Name,
    /// An entry or a rule without a type, or a rule whose word is not one word.
    Type,
    /// More than 32-bit offsets can hold.
    Size,
    /// Lists that are folded by different profiles cannot be one.
    Profile,
    /// A temporary file or the output could not be written.
    Io,
}

impl BuildError {
    pub(crate) fn new(kind: BuildErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    pub(crate) fn io(error: std::io::Error) -> Self {
        Self::new(BuildErrorKind::Io, error.to_string())
    }

    /// Says where: nobody named a temporary file.
    pub(crate) fn temporary(error: std::io::Error) -> Self {
        let folder = std::env::temp_dir();
        let message = format!("a temporary file in {}: {error}", folder.display());
        Self::new(BuildErrorKind::Io, message)
    }

    pub(crate) fn size() -> Self {
        Self::new(BuildErrorKind::Size, "the list is larger than 4 gigabytes")
    }

    /// What kind of thing is wrong. See the example of [`BuildError`].
    #[must_use]
    pub const fn kind(&self) -> BuildErrorKind {
        self.kind
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for BuildError {}

/// Why bytes are refused as a gazetteer.
///
/// ```
/// use qawl_gazetteer::{Gazetteer, OpenErrorKind};
///
/// let error = Gazetteer::open("لندن").unwrap_err(); // London
/// assert_eq!(error.kind(), OpenErrorKind::Magic);
/// assert_eq!(error.to_string(), "this is not a gazetteer file");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenError {
    kind: OpenErrorKind,
    message: String,
}

/// What kind of thing is wrong with the bytes.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenErrorKind {
    /// They do not begin as a gazetteer does.
    Magic,
    /// They are of a format that this version does not read.
    Format,
    /// They end too early or too late.
    Length,
    /// They were changed since they were written.
    Checksum,
    /// Their names were folded by a profile that is not known, or by another version of it.
    Profile,
    /// They contradict themselves, though the checksum fits.
    Content,
}

impl OpenError {
    pub(crate) fn new(kind: OpenErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    pub(crate) fn content(what: &str) -> Self {
        Self::new(OpenErrorKind::Content, format!("the gazetteer file contradicts itself: {what}"))
    }

    /// What kind of thing is wrong. See the example of [`OpenError`].
    #[must_use]
    pub const fn kind(&self) -> OpenErrorKind {
        self.kind
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for OpenError {}
