//! Cases in `tests/fixtures/<stage>/*.toml`.
//!
//! A file holds `[[test]]` tables, each with a `name` of its own. Offsets are bytes, half-open, and
//! come with the text that they cut out: `{ text = "أحمد", span = [7, 15] }`. That slicing is
//! checked before anything else, so that a wrong offset is the fixture's fault and is said so.

use std::collections::BTreeSet;
use std::fmt::Debug;

use qawl_core::Span;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::workspace;

/// What went wrong with a case.
pub type Verdict = Result<(), String>;

/// One case of a fixture file.
pub trait Case: DeserializeOwned {
    /// Its name, once in its file.
    fn name(&self) -> &str;
}

/// A stretch of text, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Piece {
    /// What stands there.
    pub text: String,
    /// Where, in bytes.
    pub span: (usize, usize),
}

impl Piece {
    /// The span, if it cuts just this text out of `source`.
    ///
    /// # Errors
    /// Where it cuts out something else.
    pub fn locate(&self, source: &str) -> Result<Span, String> {
        let (start, end) = self.span;
        match source.get(start..end) {
            Some(found) if found == self.text => Ok(Span::new(start, end)),
            found => Err(format!(
                "the fixture is wrong: {start}..{end} is {found:?}, not {:?}; it stands at {:?}",
                self.text,
                source
                    .match_indices(&self.text)
                    .map(|(at, t)| (at, at + t.len()))
                    .collect::<Vec<_>>(),
            )),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    test: Vec<T>,
}

/// Runs every case of a stage and reports all that fail. Answers how many there were.
///
/// # Panics
/// Where a case fails, a file cannot be read or a name stands twice.
pub fn run<T: Case>(stage: &str, check: impl Fn(&T) -> Verdict) -> usize {
    let mut failures = Vec::new();
    let mut cases = 0;
    for path in workspace::files(&format!("tests/fixtures/{stage}"), "toml") {
        let file: File<T> = toml::from_str(&workspace::read(&path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut names = BTreeSet::new();
        for case in &file.test {
            assert!(names.insert(case.name()), "{}: {} twice", path.display(), case.name());
            cases += 1;
            if let Err(problem) = check(case) {
                let file = workspace::stem(&path);
                failures.push(format!("{stage}/{file}.toml: {}: {problem}", case.name()));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {cases} failed\n{}", failures.len(), failures.join("\n"));
    cases
}

/// Whether what was found is what the fixture wants.
///
/// # Errors
/// Where it is not.
pub fn same<T: PartialEq + Debug>(what: &str, got: &T, want: &T) -> Verdict {
    if got == want {
        return Ok(());
    }
    Err(format!("{what}\n  got  {got:?}\n  want {want:?}"))
}
