//! A folder that takes several files a run, named by their documents.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Failure;
use crate::files::label;
use crate::output::Output;

/// A folder, and the names of the documents in it.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// The files written so far, without their endings.
    names: BTreeSet<String>,
}

impl Folder {
    /// A folder, made where there is none.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        fs::create_dir_all(path).map_err(|error| {
            Failure::at(label(path), format_args!("cannot be made a folder: {error}"))
        })?;
        Ok(Self { path: path.to_owned(), names: BTreeSet::new() })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A name for the files of a document, which no other has; `ending` is for the message.
    pub(crate) fn name(&mut self, id: &str, ending: &str) -> Result<String, Failure> {
        let name = file_name(id);
        if !self.names.insert(name.clone()) {
            let message = format!("a second document for the file {name}.{ending}, expected one");
            return Err(Failure::at(label(&self.path), message));
        }
        Ok(name)
    }

    /// Writes a file, whole or not at all.
    pub(crate) fn file(&self, name: &str, text: &str) -> Result<(), Failure> {
        let mut output = Output::open(Some(&self.path.join(name)))?;
        let result = output.write(text.as_bytes());
        output.finish(result)
    }
}

/// A document's id as the name of a file: what parts folders or stands for them is a low line.
fn file_name(id: &str) -> String {
    let name: String = id
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c })
        .collect();
    match name.strip_prefix('.') {
        Some(rest) => format!("_{rest}"),
        None if name.is_empty() => "_".to_owned(),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_names_of_files() {
        assert_eq!(file_name("https://example.org/a"), "https___example.org_a");
        assert_eq!((file_name(".."), file_name("")), ("_.".to_owned(), "_".to_owned()));
    }
}
