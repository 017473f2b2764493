//! What objects are pickled as: their text, and as JSON what was found in it.

use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::errors::value_error;

/// A function of `qawl._qawl` that makes the object again, and its arguments.
pub(crate) type Pickled<'py> = (Bound<'py, PyAny>, (Py<PyString>, String));

pub(crate) fn pickled<'py>(
    py: Python<'py>,
    maker: &str,
    text: &Py<PyString>,
    found: &impl Serialize,
) -> PyResult<Pickled<'py>> {
    let maker = py.import("qawl._qawl")?.getattr(maker)?;
    Ok((maker, (text.clone_ref(py), written(found)?)))
}

pub(crate) fn written(found: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(found).map_err(value_error)
}

pub(crate) fn read<T: DeserializeOwned>(json: &str) -> PyResult<T> {
    serde_json::from_str(json).map_err(value_error)
}
