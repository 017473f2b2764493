//! Where results go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::Failure;
use crate::files::label;

/// An open place for results.
#[derive(Debug)]
pub(crate) enum Output {
    /// Standard output. A person sees each document at once.
    Standard { out: BufWriter<StdoutLock<'static>>, is_terminal: bool },
    /// A hidden file beside the one that it will become.
    File { temporary: BufWriter<NamedTempFile>, path: PathBuf },
    /// A pipe or a device, which cannot be replaced.
    Device { out: BufWriter<File>, path: PathBuf },
}

impl Output {
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            let out = io::stdout().lock();
            let is_terminal = out.is_terminal();
            return Ok(Self::Standard { out: BufWriter::new(out), is_terminal });
        };
        if path.is_dir() {
            return Err(Failure::at(label(path), "is a folder, expected a file to write"));
        }
        if path.exists() && !path.is_file() {
            let out = File::options().write(true).open(path);
            let out = BufWriter::new(out.map_err(|error| unwritable(path, &error))?);
            return Ok(Self::Device { out, path: path.to_owned() });
        }
        // A link stays a link: what it points to is replaced.
        let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let temporary = temporary(&path).map_err(|error| unwritable(&path, &error))?;
        Ok(Self::File { temporary: BufWriter::new(temporary), path })
    }

    /// Writes one document's results.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Standard { out, is_terminal } => {
                out.write_all(bytes)?;
                if *is_terminal {
                    out.flush()?;
                }
                Ok(())
            }
            Self::File { temporary, path } => {
                temporary.write_all(bytes).map_err(|error| unwritable(path, &error))
            }
            Self::Device { out, path } => {
                out.write_all(bytes).map_err(|error| unwritable(path, &error))
            }
        }
    }

    /// Ends writing. After a failure, what went to standard output stays there and a file is left
    /// as it was.
    pub(crate) fn finish(self, result: Result<(), Failure>) -> Result<(), Failure> {
        match self {
            Self::Standard { mut out, .. } => {
                let flushed = out.flush();
                result?;
                Ok(flushed?)
            }
            Self::File { temporary, path } => {
                result?;
                persist(temporary, &path).map_err(|error| unwritable(&path, &error))
            }
            Self::Device { mut out, path } => {
                result?;
                out.flush().map_err(|error| unwritable(&path, &error))
            }
        }
    }
}

fn persist(temporary: BufWriter<NamedTempFile>, path: &Path) -> io::Result<()> {
    temporary.into_inner()?.persist(path)?;
    Ok(())
}

/// A temporary file in the folder of `path`, with the permissions that `path` has or would get.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".qawl-");
    #[cfg(unix)]
    let readable: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(readable);
    let file = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    if let Ok(existing) = fs::metadata(path) {
        file.as_file().set_permissions(existing.permissions())?;
    }
    Ok(file)
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Closed,
        io::ErrorKind::NotFound => Failure::at(label(path), "cannot be written: no such folder"),
        io::ErrorKind::PermissionDenied => {
            Failure::at(label(path), "cannot be written: permission denied")
        }
        _ => Failure::at(label(path), format_args!("cannot be written: {error}")),
    }
}
