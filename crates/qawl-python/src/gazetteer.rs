//! Names in running text.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyString, PyTuple};
use qawl::gazetteer::{Fuzzy, FuzzyMatch, Match, OpenError, Rule, When};
use qawl::{Entry, Gazetteer, GazetteerBuilder, Mention, PipelineBuilder, Policy};

use crate::batch;
use crate::entry::{PyEntry, entry};
use crate::errors::{about, os_error, unknown, value_error};
use crate::mention::{PyMention, mention};
use crate::normalizer::of_profile;
use crate::offsets::Chars;
use crate::text::with_text;

const POLICIES: [(&str, Policy); 4] = [
    ("leftmost-longest", Policy::LeftmostLongest),
    ("all", Policy::All),
    ("no-subsumed", Policy::NoSubsumed),
    ("longest-dominant-right", Policy::LongestDominantRight),
];

const RULES: [&str; 6] = ["before", "not_before", "after", "number", "definite", "quoted"];

/// A list of names, compiled to be found in texts.
///
/// It is made of ``entries``: :class:`Entry`, or tuples of name, type and perhaps identifier. Names and texts
/// are folded by the same ``profile``. ``rules`` say where names with the condition ``context`` are meant:
/// ``(type, "before", word)``, ``(type, "after", word)``, ``(type, "not_before", word)``,
/// ``(type, "number")``, ``(type, "definite")``, ``(type, "quoted")``.
///
/// >>> import qawl
/// >>> names = qawl.Gazetteer([("الأمم المتحدة", "organization", "Q1065")])  # the United Nations
/// >>> text = "بعثة للامم المتّحدة"  # "a mission of the United Nations", written carelessly
/// >>> [(name.text, name.name, name.id) for name in names.find(text)]
/// [('لامم المتّحدة', 'الأمم المتحدة', 'Q1065')]
/// >>> london = qawl.Gazetteer.embedded().find("عاد من لندن")[0]  # "he returned from London"
/// >>> london.type, london.start, london.end
/// ('city', 7, 11)
#[pyclass(frozen, module = "qawl", name = "Gazetteer")]
#[derive(Debug)]
pub(crate) struct PyGazetteer {
    list: List,
}

/// The list that comes with the library, or one of the caller's, with its bytes.
#[derive(Debug)]
enum List {
    Embedded(&'static Gazetteer),
    Own(Box<Gazetteer<Arc<[u8]>>>, Arc<[u8]>),
}

/// Does the same with either list.
macro_rules! with_list {
    ($list:expr, $gazetteer:ident => $work:expr) => {
        match $list {
            List::Embedded($gazetteer) => $work,
            List::Own($gazetteer, _) => $work,
        }
    };
}

/// How names are sought.
#[derive(Debug)]
struct Asked {
    policy: Policy,
    only: Option<Vec<String>>,
    without: Option<Vec<String>>,
}

impl Asked {
    fn new(
        policy: &str,
        only: Option<Vec<String>>,
        without: Option<Vec<String>>,
    ) -> PyResult<Self> {
        let found = POLICIES.iter().find(|(name, _)| *name == policy);
        let Some(&(_, policy)) = found else {
            return Err(unknown("policy", policy, &POLICIES.map(|(name, _)| name)));
        };
        Ok(Self { policy, only, without })
    }

    const fn is_plain(&self) -> bool {
        matches!((self.policy, &self.only, &self.without), (Policy::LeftmostLongest, None, None))
    }

    /// The names that `gazetteer` finds, in characters.
    fn find<D: AsRef<[u8]>>(&self, gazetteer: &Gazetteer<D>, text: &str) -> Vec<Mention<'static>> {
        if self.is_plain() {
            return counted(text, gazetteer.find_iter(text));
        }
        let mut search = gazetteer.search().policy(self.policy);
        if let Some(kinds) = &self.only {
            search = search.only_kinds(kinds);
        }
        if let Some(kinds) = &self.without {
            search = search.without_kinds(kinds);
        }
        counted(text, search.find_iter(text))
    }
}

/// Matches as mentions that count characters.
fn counted<'g, 'a>(
    text: &'a str,
    found: impl Iterator<Item = Match<'g, 'a>>,
) -> Vec<Mention<'static>> {
    let mut chars = None;
    let mentions = found.map(|found| {
        // A text without names is not counted.
        let chars = chars.get_or_insert_with(|| Chars::new(text));
        let mut mention = found.mention().into_owned();
        mention.clitics.iter_mut().for_each(|clitic| *clitic = chars.of(*clitic));
        mention.span = chars.of(mention.span);
        mention
    });
    mentions.collect()
}

fn mentions<'py>(
    text: &Bound<'py, PyString>,
    found: Vec<Mention<'static>>,
) -> PyResult<Vec<Bound<'py, PyMention>>> {
    found.into_iter().map(|found| mention(text, found)).collect()
}

impl PyGazetteer {
    pub(crate) fn add_to(&self, builder: PipelineBuilder) -> PipelineBuilder {
        match &self.list {
            List::Embedded(list) => builder.gazetteer(Gazetteer::clone(list)),
            List::Own(list, _) => builder.gazetteer(Gazetteer::clone(list)),
        }
    }

    fn of(bytes: impl Into<Arc<[u8]>>) -> Result<Self, OpenError> {
        let bytes: Arc<[u8]> = bytes.into();
        let list = Gazetteer::open(Arc::clone(&bytes))?;
        Ok(Self { list: List::Own(Box::new(list), bytes) })
    }

    /// The compiled list. The embedded one is compiled anew.
    fn bytes(&self) -> PyResult<Arc<[u8]>> {
        match &self.list {
            List::Own(_, bytes) => Ok(Arc::clone(bytes)),
            List::Embedded(list) => {
                let builder = GazetteerBuilder::new(list.profile()).union(list);
                Ok(builder.and_then(GazetteerBuilder::build).map_err(value_error)?.into())
            }
        }
    }
}

#[pymethods]
impl PyGazetteer {
    #[new]
    #[pyo3(signature = (entries, *, profile = "SEARCH", rules = None))]
    fn py_new(
        py: Python<'_>,
        entries: &Bound<'_, PyAny>,
        profile: &str,
        rules: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let profile = of_profile(profile)?;
        let all = entries.try_iter()?.enumerate().map(|(at, given)| entry(at, &given?));
        let entries: Vec<Entry> = all.collect::<PyResult<_>>()?;
        let rules = rules.map_or_else(|| Ok(Vec::new()), read_rules)?;
        let builder = GazetteerBuilder::new(profile).rules(rules);
        let bytes = py.detach(|| builder.entries(entries).build()).map_err(value_error)?;
        Self::of(bytes).map_err(value_error)
    }

    /// The list that comes with the library: 25 000 states, cities, bodies, media, people and other names.
    #[staticmethod]
    fn embedded() -> Self {
        Self { list: List::Embedded(Gazetteer::embedded()) }
    }

    /// Opens a file that :meth:`save` or the command ``qawl gazetteer build`` wrote; it is read into memory.
    #[staticmethod]
    fn open(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let bytes = py.detach(|| fs::read(&path)).map_err(|error| os_error(&error, &path))?;
        py.detach(|| Self::of(bytes)).map_err(about(&path.display().to_string()))
    }

    /// Opens the bytes that :meth:`to_bytes` gave.
    #[staticmethod]
    fn from_bytes(data: &[u8]) -> PyResult<Self> {
        Self::of(data).map_err(value_error)
    }

    /// Writes the compiled list to a file, whole or not at all.
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        let bytes = self.bytes()?;
        let mut part = path.clone().into_os_string();
        part.push(format!(".{}.part", std::process::id()));
        let write = || fs::write(&part, bytes).and_then(|()| fs::rename(&part, &path));
        py.detach(write).map_err(|error| {
            // What was begun is taken away; what went wrong is told in any case.
            fs::remove_file(&part).ok();
            os_error(&error, &path)
        })
    }

    /// The compiled list as bytes.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(py, &self.bytes()?))
    }

    /// The names in a text, as a list of :class:`Mention`.
    ///
    /// Where names overlap the ``policy`` chooses: ``leftmost-longest`` from the left the longest,
    /// ``all`` every one, ``no-subsumed`` those that stand in no other, ``longest-dominant-right`` the longest
    /// first. ``only`` and ``without`` are types.
    ///
    /// >>> import qawl
    /// >>> names = qawl.Gazetteer([("بغداد", "city"), ("جامعة بغداد", "organization")])
    /// >>> text = "في جامعة بغداد"  # "at the University of Baghdad"
    /// >>> [name.text for name in names.find(text)]
    /// ['جامعة بغداد']
    /// >>> [name.text for name in names.find(text, policy="all")]
    /// ['جامعة بغداد', 'بغداد']
    #[pyo3(signature = (text, *, policy = "leftmost-longest", only = None, without = None))]
    fn find<'py>(
        &self,
        text: &Bound<'py, PyString>,
        policy: &str,
        only: Option<Vec<String>>,
        without: Option<Vec<String>>,
    ) -> PyResult<Vec<Bound<'py, PyMention>>> {
        let asked = Asked::new(policy, only, without)?;
        let found = with_text(
            text,
            |text| with_list!(&self.list, gazetteer => asked.find(gazetteer, text)),
        )?;
        mentions(text, found)
    }

    /// The names in many texts, on several threads: see :meth:`Pipeline.annotate_all`.
    #[pyo3(signature = (texts, *, policy = "leftmost-longest", only = None, without = None, threads = None))]
    fn find_all<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        policy: &str,
        only: Option<Vec<String>>,
        without: Option<Vec<String>>,
        threads: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        let asked = Asked::new(policy, only, without)?;
        let work = |text: &str| with_list!(&self.list, gazetteer => asked.find(gazetteer, text));
        batch::each(texts, threads, work, |text, found| {
            Ok(PyList::new(text.py(), mentions(text, found)?)?.into_any())
        })
    }

    /// The names in a text, misspelled ones too: ``(mention, distance)`` each, twenty of distance being one
    /// letter. At most ``max_edits`` letters of a word may be wrong, 0 to 2.
    ///
    /// >>> import qawl
    /// >>> names = qawl.Gazetteer([("الولايات المتحدة", "country")])  # the United States
    /// >>> found = names.find_fuzzy("في الولاايت المتحدة")  # "in the Untied States"
    /// >>> [(name.text, name.name) for name, distance in found]
    /// [('الولاايت المتحدة', 'الولايات المتحدة')]
    #[pyo3(signature = (text, *, max_edits = 2))]
    fn find_fuzzy<'py>(
        &self,
        text: &Bound<'py, PyString>,
        max_edits: u8,
    ) -> PyResult<Vec<(Bound<'py, PyMention>, u32)>> {
        let fuzzy = Fuzzy::default().max_edits(max_edits);
        let (found, distances) = with_text(text, |text| {
            with_list!(&self.list, gazetteer => {
                let all: Vec<_> = gazetteer.find_fuzzy(text, &fuzzy).collect();
                let distances: Vec<u32> = all.iter().map(FuzzyMatch::distance).collect();
                (counted(text, all.into_iter().map(FuzzyMatch::into_match)), distances)
            })
        })?;
        Ok(mentions(text, found)?.into_iter().zip(distances).collect())
    }

    /// The entries near a name: ``(entry, distance)`` each, the nearest first.
    ///
    /// >>> import qawl
    /// >>> names = qawl.Gazetteer([("بغداد", "city")])
    /// >>> [entry.name for entry, distance in names.lookup("بغدداد")]  # Baghdad, misspelled
    /// ['بغداد']
    #[pyo3(signature = (name, *, max_edits = 2))]
    fn lookup(&self, name: &Bound<'_, PyString>, max_edits: u8) -> PyResult<Vec<(PyEntry, u32)>> {
        let fuzzy = Fuzzy::default().max_edits(max_edits);
        with_text(name, |name| {
            with_list!(&self.list, gazetteer => {
                let near = gazetteer.lookup(name, &fuzzy).into_iter();
                near.map(|near| (PyEntry { entry: near.entry.to_entry() }, near.distance)).collect()
            })
        })
    }

    /// The entries, sorted by their folded names, as a list.
    fn entries(&self) -> Vec<PyEntry> {
        with_list!(&self.list, gazetteer => {
            gazetteer.entries().map(|entry| PyEntry { entry: entry.to_entry() }).collect()
        })
    }

    /// The profile by which names and texts are folded, with its version: ``SEARCH@1``.
    #[getter]
    fn profile(&self) -> String {
        with_list!(&self.list, gazetteer => gazetteer.profile().to_string())
    }

    fn __len__(&self) -> usize {
        with_list!(&self.list, gazetteer => gazetteer.len())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyList::new(py, self.entries())?.try_iter()?.into_any())
    }

    fn __repr__(&self) -> String {
        let (names, profile) = (self.__len__(), self.profile());
        match self.list {
            List::Embedded(_) => format!("<Gazetteer, embedded, {names} names, {profile}>"),
            List::Own(..) => format!("<Gazetteer, {names} names, {profile}>"),
        }
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, class) = (slf.py(), slf.get_type());
        if matches!(slf.get().list, List::Embedded(_)) {
            return Ok((class.getattr("embedded")?, PyTuple::empty(py)));
        }
        let bytes = slf.get().to_bytes(py)?;
        Ok((class.getattr("from_bytes")?, PyTuple::new(py, [bytes])?))
    }
}

/// Rules out of tuples.
fn read_rules(rules: &Bound<'_, PyAny>) -> PyResult<Vec<Rule>> {
    rules.try_iter()?.enumerate().map(|(at, rule)| read_rule(at, &rule?)).collect()
}

fn read_rule(at: usize, rule: &Bound<'_, PyAny>) -> PyResult<Rule> {
    let (kind, when, word) = match rule.extract::<(String, String, String)>() {
        Ok((kind, when, word)) => (kind, when, Some(word)),
        Err(_) => {
            let (kind, when) = rule.extract::<(String, String)>().map_err(|_| {
                let message = format!(
                    "rules[{at}] is of {}, expected (type, when) or (type, when, word)",
                    rule.get_type()
                );
                PyTypeError::new_err(message)
            })?;
            (kind, when, None)
        }
    };
    let when = match (when.as_str(), word) {
        ("before", Some(word)) => When::Before(word),
        ("not_before", Some(word)) => When::NotBefore(word),
        ("after", Some(word)) => When::After(word),
        ("number", None) => When::Number,
        ("definite", None) => When::Definite,
        ("quoted", None) => When::Quoted,
        (when, _) => return Err(unknown(&format!("rules[{at}]"), when, &RULES)),
    };
    Ok(Rule::new(kind, when))
}
