//! Values of the layers by the names that they are written by.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde::de::IntoDeserializer;
use serde::de::value::Error;
use serde::{Deserialize, Serialize};

use crate::errors::value_error;

/// The value of this name.
pub(crate) fn named<'n, T: Deserialize<'n>>(what: &str, name: &'n str) -> PyResult<T> {
    T::deserialize(name.into_deserializer())
        .map_err(|error: Error| PyValueError::new_err(format!("{what}: {error}")))
}

/// The name of this value, for those that have no function of their own for it.
pub(crate) fn name_of(value: impl Serialize) -> PyResult<String> {
    let written = serde_json::to_value(value).map_err(value_error)?;
    Ok(written.as_str().unwrap_or_default().to_owned())
}
