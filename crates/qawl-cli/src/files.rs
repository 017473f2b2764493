//! Files, read whole, and what is said where that fails.

use std::fs;
use std::io::{self, ErrorKind, IsTerminal, Read, Write};
use std::path::Path;

use crate::error::Failure;

/// How messages call a file; `-` is standard input.
pub(crate) fn label(path: &Path) -> String {
    if is_stdin(path) { "stdin".to_owned() } else { path.display().to_string() }
}

pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// An open file or standard input.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    if is_stdin(path) {
        if io::stdin().is_terminal() {
            // Whoever forgot to name a file would wait for ever.
            let _ = writeln!(io::stderr(), "qawl: reads what is typed here, up to Ctrl-D");
        }
        return Ok(Box::new(io::stdin()));
    }
    if path.is_dir() {
        return Err(Failure::at(label(path), "is a folder, expected a file"));
    }
    let file = fs::File::open(path).map_err(|error| unreadable(path, &error))?;
    Ok(Box::new(file))
}

pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    open(path)?.read_to_end(&mut bytes).map_err(|error| unreadable(path, &error))?;
    Ok(bytes)
}

pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = read_bytes(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let (valid, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        not_utf8(path, valid, bytes)
    })
}

/// The content of a file as text.
pub(crate) fn text<'a>(path: &Path, bytes: &'a [u8]) -> Result<&'a str, Failure> {
    simdutf8::compat::from_utf8(bytes).map_err(|error| not_utf8(path, error.valid_up_to(), bytes))
}

fn not_utf8(path: &Path, valid: usize, bytes: &[u8]) -> Failure {
    if bytes.starts_with(PARQUET) {
        let message =
            "is a Parquet file, expected text, or --parquet (of a build with that feature)";
        return Failure::at(label(path), message);
    }
    let before = bytes.get(..valid).unwrap_or_default();
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    Failure::at_line(label(path), line, format_args!("not UTF-8 at byte {valid}, {UTF8}"))
}

/// How a Parquet file begins.
const PARQUET: &[u8] = b"PAR1";

/// What is expected of bytes that are no text.
pub(crate) const UTF8: &str = "expected text in UTF-8";

pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let message = match error.kind() {
        ErrorKind::NotFound => "no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    Failure::at(label(path), message)
}
