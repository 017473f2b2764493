//! Files before and after.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use datafusion::parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use tempfile::TempDir;

use crate::failure::Failure;

/// A file of texts.
#[derive(Debug)]
pub(crate) struct Input {
    /// From the root, for executors stand elsewhere.
    pub(crate) path: PathBuf,
    /// Without folders: that of the output too.
    name: OsString,
    rows: usize,
}

/// Looks into the files, which all must be there with both columns, under different names.
pub(crate) fn inputs(files: &[PathBuf], field: &str, id: &str) -> Result<Vec<Input>, Failure> {
    let mut names = HashSet::new();
    files
        .iter()
        .map(|file| {
            let input = Input::open(file, [field, id])?;
            match names.insert(input.name.clone()) {
                true => Ok(input),
                false => Err(Failure::at(
                    file,
                    "another file has the same name, expected different ones",
                )),
            }
        })
        .collect()
}

impl Input {
    fn open(file: &Path, columns: [&str; 2]) -> Result<Self, Failure> {
        let path = fs::canonicalize(file).map_err(|error| Failure::at(file, error))?;
        let metadata = metadata(&path)?;
        for column in columns {
            if metadata.schema().index_of(column).is_err() {
                let names: Vec<_> =
                    metadata.schema().fields().iter().map(|field| field.name().as_str()).collect();
                let names = names.join(", ");
                let message = format!("there is no column '{column}', expected one of {names}");
                return Err(Failure::at(file, message));
            }
        }
        let name = path.file_name().unwrap_or_default().to_owned();
        Ok(Self { name, rows: rows(&metadata), path })
    }
}

/// The output while it grows, under a name of its own beside the one that it will have.
#[derive(Debug)]
pub(crate) struct Folder {
    output: PathBuf,
    /// Removed with all that is in it unless it is finished.
    growing: TempDir,
    /// In it: what jobs have written, before it is counted.
    attempts: TempDir,
}

impl Folder {
    pub(crate) fn create(output: &Path) -> Result<Self, Failure> {
        if output.exists() {
            return Err(Failure::at(
                output,
                "it is there already, expected the name of a new folder",
            ));
        }
        let failed = |error| Failure::at(output, error);
        let output = std::path::absolute(output).map_err(failed)?;
        let parent = output.parent().unwrap_or(Path::new("/"));
        let beside = |what: &str| {
            let mut prefix = output.file_name().unwrap_or_default().to_owned();
            prefix.push(what);
            tempfile::Builder::new().prefix(&prefix).tempdir_in(parent).map_err(failed)
        };
        let (growing, attempts) = (beside(".part-")?, beside(".jobs-")?);
        Ok(Self { output, growing, attempts })
    }

    /// Where an attempt at a file goes.
    pub(crate) fn attempt(&self, input: &Input, attempt: usize) -> PathBuf {
        let mut name = OsString::from(format!("{attempt}-"));
        name.push(&input.name);
        self.attempts.path().join(name)
    }

    /// Counts what was written and, if nothing is missing, keeps it.
    pub(crate) fn keep(&self, input: &Input, written: &Path) -> Result<usize, Failure> {
        let found = rows(&metadata(written)?);
        if found != input.rows {
            return Err(Failure::new(format_args!("{found} rows were written of {}", input.rows)));
        }
        let kept = self.growing.path().join(&input.name);
        fs::rename(written, &kept).map_err(|error| Failure::at(&kept, error))?;
        Ok(found)
    }

    /// Gives the folder its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        // Between the look and the renaming a folder could be made: an empty one is replaced, no other is.
        fs::rename(self.growing.path(), &self.output)
            .map_err(|error| Failure::at(&self.output, error))?;
        let _ = self.growing.keep();
        Ok(())
    }
}

/// What the end of a file says: a file that was cut short has none.
fn metadata(file: &Path) -> Result<ArrowReaderMetadata, Failure> {
    let opened = File::open(file).map_err(|error| Failure::at(file, error))?;
    ArrowReaderMetadata::load(&opened, ArrowReaderOptions::new())
        .map_err(|error| Failure::at(file, format_args!("{error}; expected a file of Parquet")))
}

fn rows(metadata: &ArrowReaderMetadata) -> usize {
    usize::try_from(metadata.metadata().file_metadata().num_rows()).unwrap_or(0)
}
