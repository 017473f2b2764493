//! What ends a run.

use std::fmt;
use std::io;

use datafusion::arrow::error::ArrowError;
use datafusion::error::DataFusionError;

/// One line that says what is wrong.
#[derive(Debug)]
pub(crate) enum Failure {
    Query(DataFusionError),
    /// What was written or read, and why it could not be.
    File(String, io::Error),
}

impl Failure {
    pub(crate) fn is_closed_pipe(&self) -> bool {
        let error = match self {
            Self::File(_, error) => error,
            Self::Query(DataFusionError::ArrowError(error, _)) => match &**error {
                ArrowError::IoError(_, error) => error,
                _ => return false,
            },
            Self::Query(_) => return false,
        };
        error.kind() == io::ErrorKind::BrokenPipe
    }
}

impl From<DataFusionError> for Failure {
    fn from(error: DataFusionError) -> Self {
        Self::Query(error)
    }
}

impl From<ArrowError> for Failure {
    fn from(error: ArrowError) -> Self {
        Self::Query(error.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = match self {
            Self::File(name, error) => return write!(f, "{name}: {error}"),
            // The innermost error is ours or names the place; what is around it names stages of planning.
            Self::Query(error) => error.find_root().strip_backtrace(),
        };
        let lines: Vec<_> =
            message.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        f.write_str(&lines.join(" "))
    }
}
