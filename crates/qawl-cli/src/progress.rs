//! What is said while something takes long.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use clap::ValueEnum;

/// Whether to say on standard error how far the work is.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Progress {
    /// Say on standard error what is being done; by default where that is a terminal.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto)]
    progress: When,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl Progress {
    /// Says what is done next.
    pub(crate) fn say(self, what: impl Display) {
        let is_wanted = match self.progress {
            When::Auto => io::stderr().is_terminal(),
            When::Always => true,
            When::Never => false,
        };
        if is_wanted {
            // Work goes on where nobody can be told.
            let _ = writeln!(io::stderr(), "qawl: {what}");
        }
    }
}
