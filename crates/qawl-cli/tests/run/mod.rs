//! Running the command in a folder of its own.
#![allow(dead_code, reason = "each program of tests uses some of it")]

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: Option<i32>,
}

impl Run {
    /// The lines of a run that went well.
    pub(crate) fn lines(&self) -> Vec<&str> {
        assert_eq!((self.code, self.stderr.as_str()), (Some(0), ""));
        self.stdout.lines().collect()
    }

    /// The one object that a run that went well wrote.
    pub(crate) fn json(&self) -> Value {
        let lines = self.lines();
        assert_eq!(lines.len(), 1, "{lines:?}");
        serde_json::from_str(lines[0]).unwrap()
    }

    /// The one line that a refused run said.
    pub(crate) fn refusal(&self) -> &str {
        assert_eq!(self.code, Some(2), "{self:?}");
        assert_eq!(self.stderr.matches('\n').count(), 1, "{self:?}");
        self.stderr.strip_prefix("qawl: ").unwrap().trim_end()
    }
}

pub(crate) fn qawl(args: &[&str], stdin: impl AsRef<[u8]>) -> Run {
    qawl_in(Path::new("."), args, stdin)
}

pub(crate) fn qawl_in(folder: &Path, args: &[&str], stdin: impl AsRef<[u8]>) -> Run {
    run(&mut command(folder, args), stdin)
}

/// The command with pipes, to be started.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_qawl"));
    command.args(args).current_dir(folder).stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

pub(crate) fn run(command: &mut Command, stdin: impl AsRef<[u8]>) -> Run {
    let mut child = command.spawn().unwrap();
    let (mut pipe, stdin) = (child.stdin.take().unwrap(), stdin.as_ref().to_vec());
    // On a thread, since results may come before all is written. A refused run may end before it reads:
    // then nobody takes what we write.
    let writing = thread::spawn(move || drop(pipe.write_all(&stdin)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    Run {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    }
}

/// Documents as JSON lines, the longer ones of many times `sentences`: "Layla Mansour said that road no. N
/// is open. She added that the work has ended."
pub(crate) fn documents(count: usize, sentences: usize) -> String {
    let line = |n: usize| {
        let text = format!("قالت ليلى منصور إن الطريق رقم {n} مفتوح. وأضافت أن العمل انتهى. ");
        let text = text.repeat(1 + n % 7 * sentences);
        serde_json::json!({"id": format!("d{n}"), "text": text}).to_string() + "\n"
    };
    (0..count).map(line).collect()
}

/// A folder with these files in it.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}
