//! Reading the sources: tab-separated lines, `#` comments, a fixed number of columns.

use std::path::Path;

use crate::Error;

/// One line of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1.
    pub line: usize,
    /// Its columns.
    pub columns: Vec<String>,
}

/// Reads a file of `columns` tab-separated columns. Empty lines and lines that begin with `#` are
/// passed over.
///
/// # Errors
/// Where the file cannot be read or a line has another number of columns.
pub fn read_tsv(path: &Path, columns: usize) -> Result<Vec<Row>, Error> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if row.len() != columns {
            let message = format!("expected {columns} columns, found {}", row.len());
            return Err(Error::at(path, index + 1, message));
        }
        rows.push(Row { line: index + 1, columns: row });
    }
    Ok(rows)
}
