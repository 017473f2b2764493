//! How a run ends.

use std::fmt::{self, Display, Formatter};
use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

/// Why a run ended early, or not as it should.
#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// Something is wrong, in one line.
    Wrong(String),
    /// So many documents were left out, of so many.
    Partly(u64, u64),
    /// The input is another one than that of the run to be resumed.
    Changed,
    /// Whoever read our output has read enough.
    Closed,
}

impl Failure {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self::Wrong(message.into())
    }

    /// Something is wrong with a file.
    pub(crate) fn at(file: impl Display, message: impl Display) -> Self {
        Self::Wrong(format!("{file}: {message}"))
    }

    /// Something is wrong with a line, counted from 1, of a file.
    pub(crate) fn at_line(file: impl Display, line: usize, message: impl Display) -> Self {
        Self::Wrong(format!("{file}: line {line}: {message}"))
    }
}

impl From<io::Error> for Failure {
    /// An error of writing.
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::at("standard output", error)
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

/// What is wrong with a line of JSON, without the number that the parser gives our one line.
pub(crate) fn not_json(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    if error.is_data() {
        return format!("at column {}: {said}", error.column());
    }
    format!("not JSON at column {}: {said}", error.column())
}

impl Display for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            // One line, whatever file or field is called so.
            Self::Wrong(message) => f.write_str(&message.replace(['\n', '\r'], " ")),
            Self::Partly(left_out, all) => write!(f, "left out {left_out} of {all} documents"),
            Self::Changed => f.write_str("the input that was read already has changed since"),
            Self::Closed => f.write_str("nobody reads on"),
        }
    }
}

/// 0 where all went well or nobody reads on, 1 where some documents were left out, else 2; but for 0 with
/// one line on standard error.
pub(crate) fn exit_code(result: Result<(), Failure>) -> ExitCode {
    let (failure, code) = match result {
        Ok(()) | Err(Failure::Closed) => return ExitCode::SUCCESS,
        Err(failure @ Failure::Partly(..)) => (failure, 1),
        Err(failure) => (failure, 2),
    };
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "qawl: {failure}");
    ExitCode::from(code)
}
