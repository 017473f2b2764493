//! Errors of the layers as those of Python.

use std::fmt::Display;
use std::io;
use std::path::Path;

use pyo3::PyErr;
use pyo3::exceptions::{PyOSError, PyValueError};

/// A value that is no good; the message says which and what was expected.
pub(crate) fn value_error(error: impl Display) -> PyErr {
    PyValueError::new_err(error.to_string())
}

/// A file that cannot be read or written: the error of Python for that, with the name of the file.
pub(crate) fn os_error(error: &io::Error, path: &Path) -> PyErr {
    let message = error.to_string();
    // What Rust adds behind the message is the number, which Python puts in front.
    let reason = message.split(" (os error").next().unwrap_or_default().to_owned();
    PyOSError::new_err((error.raw_os_error(), reason, path.to_path_buf()))
}

/// A value that is no good, with what it is about in front.
pub(crate) fn about<E: Display>(what: &str) -> impl Fn(E) -> PyErr {
    move |error| PyValueError::new_err(format!("{what}: {error}"))
}

/// A name that is none of those.
pub(crate) fn unknown(what: &str, name: &str, known: &[&str]) -> PyErr {
    PyValueError::new_err(format!("{what} is {name:?}, expected one of {}", known.join(", ")))
}
