//! Lists of names from files.

use std::path::Path;

use qawl::Gazetteer;

use crate::error::{ConfigError, ConfigErrorKind};

/// Opens a list of names that `qawl gazetteer build` or `GazetteerBuilder` wrote, to be added to the
/// [`Pipeline`](qawl::Pipeline) of a tokenizer. Reads the whole file into memory and compares its checksum.
///
/// # Errors
/// Where the file cannot be read or is no list of names. The error names the file.
///
/// ```
/// use qawl_tantivy::{ConfigErrorKind, open_gazetteer};
///
/// let error = open_gazetteer("no/such/names.qgz").unwrap_err();
/// assert_eq!(error.kind(), ConfigErrorKind::Gazetteer);
/// assert!(error.to_string().starts_with("the gazetteer no/such/names.qgz cannot be read: "));
/// ```
pub fn open_gazetteer(path: impl AsRef<Path>) -> Result<Gazetteer<Vec<u8>>, ConfigError> {
    let path = path.as_ref();
    let refused = |what: String| {
        let message = format!("the gazetteer {} {what}", path.display());
        ConfigError::new(ConfigErrorKind::Gazetteer, message)
    };
    let bytes = std::fs::read(path).map_err(|error| refused(format!("cannot be read: {error}")))?;
    Gazetteer::open(bytes).map_err(|error| {
        refused(format!("cannot be opened, expected a file of `qawl gazetteer build`: {error}"))
    })
}
