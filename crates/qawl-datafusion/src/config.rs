//! What the functions know besides the text.

use std::path::{Path, PathBuf};

/// What the functions of a session know besides the text: lists of names.
///
/// ```
/// use qawl_datafusion::{Config, Functions};
///
/// let missing = Functions::open(&Config::new().gazetteer("فرق.qgz")).unwrap_err(); // "teams.qgz"
/// assert!(missing.to_string().contains("expected a list compiled by `qawl gazetteer build`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[must_use]
pub struct Config {
    gazetteers: Vec<PathBuf>,
    has_embedded_names: bool,
}

impl Config {
    /// The embedded names alone. See the example of [`Config`].
    pub const fn new() -> Self {
        Self { gazetteers: Vec::new(), has_embedded_names: true }
    }

    /// Finds the names of this file too, compiled by `qawl gazetteer build`. It is opened by
    /// [`Functions::open`](crate::Functions::open), which also checks it. Of names of several lists that
    /// take the same words that of the list added first is reported, the embedded list last.
    pub fn gazetteer(mut self, file: impl Into<PathBuf>) -> Self {
        self.gazetteers.push(file.into());
        self
    }

    /// Leaves out the embedded names: only names of your own are found.
    ///
    /// ```
    /// use qawl_datafusion::{Config, Functions};
    ///
    /// let functions = Functions::open(&Config::new().without_embedded_names())?;
    /// assert!(functions.lists().ends_with("without embedded names")); // no name, not even «لندن», "London"
    /// # Ok::<(), datafusion::error::DataFusionError>(())
    /// ```
    pub fn without_embedded_names(mut self) -> Self {
        self.has_embedded_names = false;
        self
    }

    pub(crate) fn gazetteers(&self) -> impl Iterator<Item = &Path> {
        self.gazetteers.iter().map(PathBuf::as_path)
    }

    pub(crate) const fn has_embedded_names(&self) -> bool {
        self.has_embedded_names
    }
}

impl Default for Config {
    /// [`Config::new`].
    fn default() -> Self {
        Self::new()
    }
}
