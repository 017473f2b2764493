//! One form for many spellings.

use std::borrow::Cow;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyList, PyString, PyTuple};
use qawl::{NormalizeOptions, Normalizer, Profile};

use crate::batch;
use crate::errors::{unknown, value_error};
use crate::normalized::PyNormalized;
use crate::text::{encoded, string, utf8, with_text};

/// Brings many spellings to one form, by separate rules.
///
/// A ``profile`` is a named set of rules: ``QURAN_SAFE``, ``DISPLAY``, ``NLP`` (the default), ``SEARCH``,
/// ``SEARCH_LOOSE``, ``LUCENE``; ``None`` is none. Each rule may be set otherwise by a keyword of its name: true, false,
/// or the name of a value, for ``marks`` a list of groups. ``Normalizer.RULES`` has all names.
///
/// >>> import qawl
/// >>> text = "ذ\u064Eهب\u064C"  # "gold", with ARABIC FATHA and DAMMATAN
/// >>> qawl.Normalizer().normalize(text)
/// 'ذهب'
/// >>> qawl.Normalizer("SEARCH", teh_marbuta=False).normalize("مدرسة أحمد")  # "Ahmad's school"
/// 'مدرسة احمد'
/// >>> qawl.Normalizer(None, digits="Ascii", marks=["SHADDA"]).normalize("٣")
/// '3'
///
/// A lone surrogate in a text that is changed becomes U+FFFD REPLACEMENT CHARACTER.
#[pyclass(frozen, eq, hash, module = "qawl", name = "Normalizer")]
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct PyNormalizer {
    normalizer: Normalizer,
}

#[pymethods]
impl PyNormalizer {
    #[new]
    #[pyo3(
        signature = (profile = Some("NLP"), **rules),
        text_signature = "(profile='NLP', **rules)"
    )]
    fn py_new(profile: Option<&str>, rules: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let base = match profile {
            Some(name) => of_profile(name)?.options(),
            None => NormalizeOptions::new(),
        };
        let mut names = names_of(base);
        for (field, value) in rules.into_iter().flat_map(PyDictMethods::iter) {
            let field: String = field.extract()?;
            check_field(&field)?;
            names.retain(|name| field_of(name) != field);
            names.extend(names_for(&field, &value)?.into_iter().map(Cow::Owned));
        }
        Self::of_names(names.iter().map(AsRef::as_ref))
    }

    /// The normalizer of exactly these rules, named as in ``RULES``.
    ///
    /// >>> import qawl
    /// >>> qawl.Normalizer.from_rules(["tatweel", "digits.Ascii"]).rules
    /// ('tatweel', 'digits.Ascii')
    #[staticmethod]
    fn from_rules(rules: Vec<String>) -> PyResult<Self> {
        Self::of_names(rules.iter().map(String::as_str))
    }

    /// The names of all rules, with their values.
    #[classattr]
    #[pyo3(name = "RULES")]
    fn all_rules(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, NormalizeOptions::NAMES)
    }

    /// The rules that it applies, as :meth:`from_rules` takes them.
    #[getter]
    fn rules<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, names_of(self.normalizer.options()))
    }

    /// The normalized text; the very same object where nothing changes.
    fn normalize<'py>(&self, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
        let changed = with_text(text, |text| self.changed(text))?;
        changed.map_or_else(|| Ok(text.clone()), |changed| string(text.py(), &changed))
    }

    /// The normalized texts, on several threads: see :meth:`Pipeline.annotate_all`.
    #[pyo3(signature = (texts, *, threads = None))]
    fn normalize_all<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        batch::each(
            texts,
            threads,
            |text| self.changed(text),
            |text, changed| {
                let changed = changed.map(|changed| string(text.py(), &changed)).transpose()?;
                Ok(changed.unwrap_or_else(|| text.clone()).into_any())
            },
        )
    }

    /// The normalized text with the way back to the source.
    ///
    /// >>> import qawl
    /// >>> text = "الك\u0650ت\u0640اب"  # "the book", with KASRA and a tatweel
    /// >>> normalized = qawl.Normalizer().normalize_aligned(text)
    /// >>> normalized.text
    /// 'الكتاب'
    /// >>> normalized.to_original(2, 4).text == "ك\u0650ت\u0640"
    /// True
    fn normalize_aligned(&self, text: &Bound<'_, PyString>) -> PyResult<PyNormalized> {
        let bytes = encoded(text)?;
        PyNormalized::new(text, utf8(&bytes), self.normalizer)
    }

    /// Whether normalizing would change nothing. Stops at the first change.
    fn is_normalized(&self, text: &Bound<'_, PyString>) -> PyResult<bool> {
        with_text(text, |text| self.normalizer.is_normalized(text))
    }

    fn __call__<'py>(&self, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
        self.normalize(text)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let options = self.normalizer.options();
        if let Some(profile) = Profile::ALL.iter().find(|profile| profile.options() == options) {
            return Ok(format!("Normalizer('{}')", profile.name()));
        }
        Ok(format!("Normalizer.from_rules({})", self.rules(py)?.repr()?))
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyTuple>,))> {
        let make = slf.py().get_type::<Self>().getattr("from_rules")?;
        Ok((make, (slf.get().rules(slf.py())?,)))
    }
}

impl PyNormalizer {
    pub(crate) fn of_names<'n>(names: impl IntoIterator<Item = &'n str>) -> PyResult<Self> {
        let options = NormalizeOptions::new().with_names(names).map_err(value_error)?;
        Ok(Self { normalizer: Normalizer::new(options) })
    }

    /// The normalized text; none where nothing changes.
    fn changed(&self, text: &str) -> Option<String> {
        match self.normalizer.normalize(text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(changed) => Some(changed),
        }
    }
}

/// The profile of that name, `NLP` or `NLP@1`.
pub(crate) fn of_profile(name: &str) -> PyResult<Profile> {
    let found = Profile::ALL.iter().find(|known| known.name() == name || known.to_string() == name);
    found.copied().ok_or_else(|| {
        let known: Vec<_> = Profile::ALL.iter().map(Profile::name).collect();
        unknown("profile", name, &known)
    })
}

/// The names that are switched on in these options: those whose switching on changes nothing.
fn names_of(options: NormalizeOptions) -> Vec<Cow<'static, str>> {
    let is_on = |name: &&&str| options.with_named(name) == Some(options);
    NormalizeOptions::NAMES.iter().filter(is_on).map(|&name| Cow::Borrowed(name)).collect()
}

fn field_of(name: &str) -> &str {
    name.split_once('.').map_or(name, |(field, _)| field)
}

fn check_field(field: &str) -> PyResult<()> {
    if NormalizeOptions::NAMES.iter().any(|name| field_of(name) == field) {
        return Ok(());
    }
    let mut known: Vec<_> = NormalizeOptions::NAMES.iter().map(|name| field_of(name)).collect();
    known.dedup();
    Err(unknown("rule of a Normalizer", field, &known))
}

/// The names of this field with this value: of true its own, of false none, of a str that of the value.
fn names_for(field: &str, value: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    if let Ok(wanted) = value.cast::<PyBool>() {
        return Ok(if wanted.is_true() { vec![field.to_owned()] } else { Vec::new() });
    }
    if value.is_none() {
        return Ok(Vec::new());
    }
    if let Ok(name) = value.cast::<PyString>() {
        let name = name.to_string();
        return Ok(if name == "Keep" { Vec::new() } else { vec![format!("{field}.{name}")] });
    }
    let all: Result<Vec<String>, _> = value.extract();
    let all = all.map_err(|_| {
        let found = value.get_type();
        PyTypeError::new_err(format!(
            "{field} is of {found}, expected a bool, a str or a list of str"
        ))
    })?;
    Ok(all.into_iter().map(|name| format!("{field}.{name}")).collect())
}
