//! What can be wrong with what a caller asks for.

use std::fmt;

/// Why a tokenizer cannot be made: a profile, a scheme or a name that nobody knows, a list of names that
/// cannot be opened. Nothing that runs over text fails.
///
/// ```
/// use qawl_tantivy::{ConfigErrorKind, WordTokenizer};
///
/// let error = WordTokenizer::from_name("qawl:SERACH@1:atb:stem").unwrap_err();
/// assert_eq!(error.kind(), ConfigErrorKind::Profile);
/// assert_eq!(
///     error.to_string(),
///     "unknown profile \"SERACH@1\", expected one of SEARCH_LOOSE@1, SEARCH@1, NLP@1, DISPLAY@1, \
///      QURAN_SAFE@1, LUCENE@1"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    kind: ConfigErrorKind,
    message: String,
}

/// What was asked for and is not to be had. See the example of [`ConfigError`].
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConfigErrorKind {
    /// No profile has this name and version.
    Profile,
    /// No scheme has this name.
    Scheme,
    /// What is kept of a cut word has no such name.
    Keep,
    /// A name of a tokenizer that is not made as ours are.
    Name,
    /// A list of names that is missing, cannot be read, or is none.
    Gazetteer,
}

impl ConfigError {
    pub(crate) fn new(kind: ConfigErrorKind, message: String) -> Self {
        Self { kind, message }
    }

    /// Says what was given and what there is.
    pub(crate) fn unknown(
        kind: ConfigErrorKind,
        what: &str,
        given: &str,
        known: impl IntoIterator<Item = String>,
    ) -> Self {
        let known: Vec<String> = known.into_iter().collect();
        Self::new(kind, format!("unknown {what} {given:?}, expected one of {}", known.join(", ")))
    }

    /// What kind of thing is wrong. See the example of [`ConfigError`].
    #[must_use]
    pub const fn kind(&self) -> ConfigErrorKind {
        self.kind
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ConfigError {}
