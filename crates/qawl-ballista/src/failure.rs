//! What ends a run.

use std::fmt::{self, Display};

use ballista_core::error::BallistaError;
use datafusion::error::DataFusionError;

/// One line that says what is wrong.
#[derive(Debug)]
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(message: impl Display) -> Self {
        Self(message.to_string())
    }

    /// What went wrong with a file.
    pub(crate) fn at(file: &std::path::Path, error: impl Display) -> Self {
        Self::new(format_args!("{}: {error}", file.display()))
    }
}

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.0.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        f.write_str(&lines.join(" "))
    }
}

impl From<DataFusionError> for Failure {
    fn from(error: DataFusionError) -> Self {
        Self::new(error.find_root().strip_backtrace())
    }
}

impl From<BallistaError> for Failure {
    fn from(error: BallistaError) -> Self {
        Self::new(error)
    }
}
