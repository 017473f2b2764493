//! Compiled lists, mapped into memory where that can be.
//!
//! What a map holds is checked once, when the list is opened. A file that is put in the place of a mapped one
//! changes nothing: the map keeps the old one. What is written into a mapped file is seen at once, and is
//! checked no more: searching for names reads it in bounds all the same, so that wrong names are the worst of
//! it; looking up misspelled ones may panic; and where the file was cut short, reading behind its new end is a
//! signal (SIGBUS) that ends the run.

use std::fs::File;
use std::path::Path;

use memmap2::Mmap;

use crate::error::Failure;
use crate::files::{is_stdin, read_bytes};

/// The bytes of a file.
#[derive(Debug)]
pub(crate) enum Bytes {
    /// Read as they are needed, shared with other runs.
    Mapped(Mmap),
    /// Of a pipe, of an empty file, or of a system that maps no files.
    Read(Vec<u8>),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Mapped(map) => map,
            Self::Read(bytes) => bytes,
        }
    }
}

impl Bytes {
    /// Maps a file; reads it where it cannot be mapped.
    pub(crate) fn open(path: &Path) -> Result<Self, Failure> {
        match mapped(path) {
            Some(map) => Ok(Self::Mapped(map)),
            None => read_bytes(path).map(Self::Read),
        }
    }
}

fn mapped(path: &Path) -> Option<Mmap> {
    if is_stdin(path) || !path.is_file() {
        return None;
    }
    let file = File::open(path).ok()?;
    if file.metadata().ok()?.len() == 0 {
        return None;
    }
    map(&file).ok()
}

#[expect(unsafe_code, reason = "no safe function can promise that nobody writes into the file")]
fn map(file: &File) -> std::io::Result<Mmap> {
    // SAFETY: The bytes must not change while they are mapped. `qawl gazetteer build` writes a new file
    // and puts it in the place of the old one, whose bytes stay as they are while somebody has it open.
    // Against a program that writes into a list in use no process can guard itself: it then finds wrong
    // names, or ends by a signal where the file was cut short.
    unsafe { Mmap::map(file) }
}
