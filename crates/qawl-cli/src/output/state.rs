//! How far a run got, as it is kept beside unfinished results.
//!
//! A file of JSON lines: the first says which command it was, each further one how far the results reached
//! at some time. Lines are only added: whatever moment a run is killed in, the last whole line is true.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::input::portion::Mark;

/// How far a run got.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Progressed {
    /// In the input.
    pub(crate) mark: Mark,
    pub(crate) documents: u64,
    pub(crate) left_out: u64,
}

impl Progressed {
    pub(crate) fn add(&mut self, mark: Mark, documents: u64, left_out: u64) {
        self.mark = mark;
        self.documents += documents;
        self.left_out += left_out;
    }
}

/// A line: how far, and how many bytes of results that made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) progressed: Progressed,
    pub(super) written: u64,
}

impl State {
    pub(super) fn append_to(self, file: &mut File) -> io::Result<()> {
        append(&self, file)
    }

    /// The last state in `lines` whose results are all there in `written` bytes.
    pub(super) fn last_in(lines: &str, written: u64) -> Self {
        // From the end: what is cut off there is no JSON.
        let mut states =
            lines.lines().rev().filter_map(|line| serde_json::from_str::<Self>(line).ok());
        states.find(|state| state.written <= written).unwrap_or_default()
    }
}

/// The first line: what the results depend on beside the input.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Command {
    /// The version of this program.
    qawl: String,
    arguments: Vec<String>,
}

impl Command {
    /// The command that is running.
    pub(super) fn current() -> Self {
        let arguments = decisive(env::args_os().skip(1).collect());
        Self { qawl: env!("CARGO_PKG_VERSION").to_owned(), arguments }
    }

    pub(super) fn append_to(&self, file: &mut File) -> io::Result<()> {
        append(self, file)
    }

    /// The first of `lines`; none where it is not whole.
    pub(super) fn first_in(lines: &str) -> Option<Self> {
        serde_json::from_str(lines.split_once('\n')?.0).ok()
    }
}

fn append(value: &impl Serialize, file: &mut File) -> io::Result<()> {
    let mut line = serde_json::to_vec(value)?;
    line.push(b'\n');
    file.write_all(&line)
}

/// The arguments that results depend on: not those that tell how fast and how loud it is done. A list
/// counts with its size and its time.
fn decisive(arguments: Vec<OsString>) -> Vec<String> {
    let mut kept = Vec::new();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let argument = argument.to_string_lossy().into_owned();
        let (option, value) = match argument.split_once('=') {
            Some((option, value)) => (option, Some(OsString::from(value))),
            None => (argument.as_str(), None),
        };
        match option {
            "--threads" | "--progress" | "--color" => drop(value.or_else(|| arguments.next())),
            "--gazetteer" | "--cues" | "--titles" => {
                let file = value.or_else(|| arguments.next()).unwrap_or_default();
                let stamp = stamp(Path::new(&file)).unwrap_or_default();
                kept.push(format!("{option}={} {stamp}", file.to_string_lossy()));
            }
            _ => kept.push(argument),
        }
    }
    kept
}

/// What changes with a file.
fn stamp(file: &Path) -> Option<String> {
    let metadata = fs::metadata(file).ok()?;
    let time = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(format!("{} {}", metadata.len(), time.as_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_whole_line_with_all_its_results_counts() {
        let line = |written| {
            let progressed = Progressed { documents: written, ..Progressed::default() };
            serde_json::to_string(&State { progressed, written }).unwrap() + "\n"
        };
        let lines = format!("{{\"qawl\": \"0\"}}\n{}{}{}", line(3), line(5), line(9));
        assert_eq!(State::last_in(&lines, 7).progressed.documents, 5);
        let cut = lines.get(..lines.len() - 2).unwrap();
        assert_eq!(State::last_in(cut, 99).written, 5);
        assert_eq!(State::last_in("", 99), State::default());
    }

    #[test]
    fn speed_and_noise_do_not_count() {
        let of = |line: &str| decisive(line.split(' ').map(Into::into).collect());
        let counted = of("tag a.txt --threads 2 --progress=never --jsonl -o b");
        assert_eq!(counted, ["tag", "a.txt", "--jsonl", "-o", "b"]);
        assert_eq!(of("tag --gazetteer none.qgz"), of("tag --gazetteer=none.qgz"));
        assert_eq!(of("quotes --cues none.tsv"), ["quotes", "--cues=none.tsv "]);
    }
}
