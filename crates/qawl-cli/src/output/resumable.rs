//! Results that a later run can go on with.

use std::fs::{self, File, TryLockError};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::Failure;
use crate::files::label;
use crate::output::state::{Command, Progressed, State};
use crate::output::{adopt_permissions, unwritable};

/// How much work may be lost where a run is killed.
const BETWEEN_STATES: Duration = Duration::from_millis(100);

/// The file `NAME.part`, which becomes `NAME` in the end, and `NAME.part.state` beside it.
#[derive(Debug)]
pub(crate) struct Resumable {
    path: PathBuf,
    part_path: PathBuf,
    part: File,
    states_path: PathBuf,
    states: File,
    state: State,
    noted: Instant,
}

impl Resumable {
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        let (part_path, states_path) = (beside(path, ".part"), beside(path, ".part.state"));
        let wrong = |error: io::Error| unwritable(&part_path, &error);
        let part = open(&part_path).map_err(wrong)?;
        if matches!(part.try_lock(), Err(TryLockError::WouldBlock)) {
            return Err(Failure::at(label(&part_path), "another run is writing it"));
        }
        let written = part.metadata().map_err(wrong)?.len();
        let state = match written {
            // What is noted beside an empty file is of a run that was killed when all was done.
            0 => State::default(),
            _ => known(&fs::read_to_string(&states_path).unwrap_or_default(), written)
                .map_err(|message| Failure::at(label(&part_path), message))?,
        };
        let mut file = Self {
            states: open(&states_path).map_err(|error| unwritable(&states_path, &error))?,
            path: path.to_owned(),
            part_path,
            part,
            states_path,
            state,
            noted: Instant::now(),
        };
        file.begin().map_err(|error| unwritable(&file.part_path, &error))?;
        Ok(file)
    }

    /// Takes away what is behind the state, and notes it as the last one, behind all that may have been
    /// noted before.
    fn begin(&mut self) -> io::Result<()> {
        adopt_permissions(&self.part, &self.path)?;
        self.part.set_len(self.state.written)?;
        self.part.seek(SeekFrom::End(0))?;
        if self.state == State::default() {
            self.states.set_len(0)?;
            Command::current().append_to(&mut self.states)?;
        } else {
            self.states.seek(SeekFrom::End(0))?;
            // The line before may have been cut off.
            self.states.write_all(b"\n")?;
        }
        self.state.append_to(&mut self.states)
    }

    pub(super) const fn progressed(&self) -> Progressed {
        self.state.progressed
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.part.write_all(bytes).map_err(|error| unwritable(&self.part_path, &error))?;
        self.state.written += bytes.len() as u64;
        Ok(())
    }

    pub(super) fn reached(&mut self, progressed: Progressed) -> Result<(), Failure> {
        self.state.progressed = progressed;
        if self.noted.elapsed() < BETWEEN_STATES {
            return Ok(());
        }
        self.noted = Instant::now();
        let noted = self.state.append_to(&mut self.states);
        noted.map_err(|error| unwritable(&self.states_path, &error))
    }

    /// Lets the results become the file. After a failure they stay as they are, to be resumed.
    pub(super) fn finish(self, result: Result<(), Failure>) -> Result<(), Failure> {
        result.map_err(|failure| match failure {
            Failure::Changed => {
                Failure::at(label(&self.part_path), format_args!("{failure}; {REMOVE}"))
            }
            other => other,
        })?;
        let done = self.part.sync_all().and_then(|()| fs::rename(&self.part_path, &self.path));
        done.map_err(|error| unwritable(&self.path, &error))?;
        // Left behind it does no harm.
        let _ = fs::remove_file(&self.states_path);
        Ok(())
    }
}

/// What can be done where a run cannot be resumed.
const REMOVE: &str = "expected the same, or remove it to begin again";

/// The state to go on from, if the lines are of this command.
fn known(lines: &str, written: u64) -> Result<State, String> {
    match Command::first_in(lines) {
        Some(command) if command == Command::current() => Ok(State::last_in(lines, written)),
        Some(_) => {
            Err(format!("was begun by another command or version, or with another list; {REMOVE}"))
        }
        None => Err("is of no run that can be resumed; remove it to begin again".to_owned()),
    }
}

fn open(path: &Path) -> io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}
