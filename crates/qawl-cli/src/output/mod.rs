//! Where results go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, StdoutLock, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::error::Failure;
use crate::files::label;
use crate::output::resumable::Resumable;
use crate::signals;

mod resumable;
mod state;

pub(crate) use state::Progressed;

/// An open place for results. Nothing waits in a buffer: who writes does so in large pieces.
#[derive(Debug)]
pub(crate) enum Output {
    Standard(StdoutLock<'static>),
    /// A hidden file beside the one that it will become.
    File {
        temporary: NamedTempFile,
        path: PathBuf,
    },
    /// A file that a later run can go on with.
    Resumable(Resumable),
    /// A pipe or a device, which cannot be replaced.
    Device {
        out: File,
        path: PathBuf,
    },
}

impl Output {
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Standard(io::stdout().lock())) };
        if path.is_dir() {
            return Err(Failure::at(label(path), "is a folder, expected a file to write"));
        }
        if is_device(path) {
            let out = File::options().write(true).open(path);
            let out = out.map_err(|error| unwritable(path, &error))?;
            return Ok(Self::Device { out, path: path.to_owned() });
        }
        let path = replaced(path);
        let temporary = temporary(&path).map_err(|error| unwritable(&path, &error))?;
        Ok(Self::File { temporary, path })
    }

    /// Goes on with the file of an earlier run, or begins one with which a later run can go on.
    pub(crate) fn resume(path: Option<&Path>) -> Result<Self, Failure> {
        match path {
            Some(path) if !path.is_dir() && !is_device(path) => {
                Resumable::open(&replaced(path)).map(Self::Resumable)
            }
            _ => Err(Failure::new("--resume goes with -o and a file")),
        }
    }

    /// How far an earlier run got.
    pub(crate) fn progressed(&self) -> Progressed {
        match self {
            Self::Resumable(file) => file.progressed(),
            _ => Progressed::default(),
        }
    }

    /// Writes results of whole documents, to be seen at once.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self {
            Self::Standard(out) => {
                out.write_all(bytes)?;
                Ok(out.flush()?)
            }
            Self::File { temporary, path } => {
                let written = temporary.as_file_mut().write_all(bytes);
                written.map_err(|error| unwritable(path, &error))
            }
            Self::Resumable(file) => file.write(bytes),
            Self::Device { out, path } => {
                out.write_all(bytes).map_err(|error| unwritable(path, &error))
            }
        }
    }

    /// Notes how far the results that were written reach.
    pub(crate) fn reached(&mut self, progressed: Progressed) -> Result<(), Failure> {
        match self {
            Self::Resumable(file) => file.reached(progressed),
            _ => Ok(()),
        }
    }

    /// Ends writing. After a failure, what went to standard output stays there and a file is left
    /// as it was.
    pub(crate) fn finish(self, result: Result<(), Failure>) -> Result<(), Failure> {
        match self {
            Self::Standard(_) | Self::Device { .. } => result,
            Self::File { temporary, path } => {
                result?;
                persist(temporary, &path).map_err(|error| unwritable(&path, &error))
            }
            Self::Resumable(file) => file.finish(result),
        }
    }
}

fn is_device(path: &Path) -> bool {
    path.exists() && !path.is_file()
}

/// A link stays a link: what it points to is replaced.
fn replaced(path: &Path) -> PathBuf {
    let target = if path.is_symlink() { fs::canonicalize(path).ok() } else { None };
    target.unwrap_or_else(|| path.to_owned())
}

/// Puts the file in its place. It is on the disk by then: some systems say only here that it is full, and
/// after a power cut there would be an empty file.
fn persist(temporary: NamedTempFile, path: &Path) -> io::Result<()> {
    temporary.as_file().sync_all()?;
    let name = temporary.path().to_owned();
    signals::settle(&name, || temporary.persist(path))?;
    Ok(())
}

/// A temporary file in the folder of `path`, with the permissions that `path` has or would get. Removed
/// when the run ends, be it by a signal.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".qawl-");
    #[cfg(unix)]
    let readable: fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(readable);
    let file = signals::guarded(
        || builder.tempfile_in(folder.unwrap_or(Path::new("."))),
        NamedTempFile::path,
    )?;
    adopt_permissions(file.as_file(), path)?;
    Ok(file)
}

/// Gives `file` the permissions of what it will replace.
fn adopt_permissions(file: &File, path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(existing) => file.set_permissions(existing.permissions()),
        Err(_) => Ok(()),
    }
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
