//! A folder that takes several files a run, named by their documents.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Failure;
use crate::files::label;
use crate::output::Output;

/// A folder, and the names of the documents in it.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    /// The files written so far, without their endings and in lower case, which some systems do not tell
    /// from upper; how many documents wanted each.
    names: HashMap<String, usize>,
}

impl Folder {
    /// A folder, made where there is none.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        fs::create_dir_all(path).map_err(|error| {
            Failure::at(label(path), format_args!("cannot be made a folder: {error}"))
        })?;
        Ok(Self { path: path.to_owned(), names: HashMap::new() })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// A name for the files of a document, which no other has: the second of one name is `NAME-2`.
    pub(crate) fn name(&mut self, id: &str) -> String {
        let wanted = file_name(id);
        let mut name = wanted.clone();
        while let Some(documents) = self.names.get_mut(&name.to_lowercase()) {
            *documents += 1;
            name = format!("{wanted}-{documents}");
        }
        self.names.insert(name.to_lowercase(), 1);
        name
    }

    /// Writes a file, whole or not at all.
    pub(crate) fn file(&self, name: &str, text: &str) -> Result<(), Failure> {
        let mut output = Output::open(Some(&self.path.join(name)))?;
        let result = output.write(text.as_bytes());
        output.finish(result)
    }
}

/// So many bytes of an id, with what stands behind it, are the name of a file on every system.
const LENGTH: usize = 200;

/// A document's id as the name of a file: what parts folders or stands for them is a low line.
fn file_name(id: &str) -> String {
    let name: String = id
        .char_indices()
        .take_while(|(at, c)| at + c.len_utf8() <= LENGTH)
        .map(|(_, c)| c)
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
        assert_eq!(file_name(&"قمة".repeat(50)).len(), LENGTH); // "summit"
    }

    #[test]
    fn no_two_documents_have_one_name() {
        let folder = tempfile::tempdir().unwrap();
        let mut folder = Folder::open(folder.path()).unwrap();
        let names = ["a/b", "a_b", "A_B", "a_b-2", "a_b"].map(|id| folder.name(id));
        assert_eq!(names, ["a_b", "a_b-2", "A_B-3", "a_b-2-2", "a_b-4"]);
    }
}
