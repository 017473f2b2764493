//! Arabic in Latin characters and back.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyString;
use qawl::normalize::transliterate::Scheme;

use crate::errors::unknown;
use crate::text::{string, with_text};

/// Writes Arabic in Latin characters, one for one: ``BUCKWALTER``, ``SAFE_BUCKWALTER``, ``XML_BUCKWALTER`` or
/// ``HSB``. What the scheme does not cover stays as it is.
///
/// >>> import qawl
/// >>> text = "ش\u064Fك\u0652ر\u064Bا"  # "thanks", with DAMMA, SUKUN and FATHATAN
/// >>> qawl.to_latin(text), qawl.to_latin(text, "HSB")
/// ('$ukorFA', 'šuk.rãA')
#[pyfunction]
#[pyo3(signature = (text, scheme = "BUCKWALTER"))]
pub(crate) fn to_latin<'py>(
    text: &Bound<'py, PyString>,
    scheme: &str,
) -> PyResult<Bound<'py, PyString>> {
    let scheme = named(scheme)?;
    rewritten(text, |text| scheme.to_latin(text))
}

/// Reads Arabic that was written in Latin characters: the way back of :func:`to_latin`.
///
/// Latin characters that the text held before are read too.
///
/// >>> import qawl
/// >>> qawl.to_arabic("Alktb")  # "the books"
/// 'الكتب'
#[pyfunction]
#[pyo3(signature = (latin, scheme = "BUCKWALTER"))]
pub(crate) fn to_arabic<'py>(
    latin: &Bound<'py, PyString>,
    scheme: &str,
) -> PyResult<Bound<'py, PyString>> {
    let scheme = named(scheme)?;
    rewritten(latin, |latin| scheme.to_arabic(latin))
}

fn named(name: &str) -> PyResult<Scheme> {
    let names = || Scheme::ALL.iter().map(|scheme| scheme.name()).collect::<Vec<_>>();
    Scheme::by_name(name).ok_or_else(|| unknown("scheme", name, &names()))
}

/// The text as it is rewritten; the very same object where nothing changes.
fn rewritten<'py>(
    text: &Bound<'py, PyString>,
    rewrite: impl FnOnce(&str) -> Cow<'_, str> + Send,
) -> PyResult<Bound<'py, PyString>> {
    let changed = with_text(text, move |text| match rewrite(text) {
        Cow::Owned(changed) => Some(changed),
        Cow::Borrowed(_) => None,
    })?;
    changed.map_or_else(|| Ok(text.clone()), |changed| string(text.py(), &changed))
}
