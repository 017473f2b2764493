//! How much is done at once, and what becomes of documents that are bad.

use std::num::NonZero;
use std::thread;

use crate::progress::{HEADING, Progress};

/// More threads than that are not begun: some systems end a program that wants ten thousand.
const MOST_THREADS: usize = 1024;

/// How the documents are gone through.
#[derive(Debug, clap::Args)]
pub(crate) struct Job {
    /// Work on N documents at once, 1024 at most; by default on as many as the machine can. The results and
    /// their order are the same.
    #[arg(long, value_name = "N", help_heading = HEADING)]
    threads: Option<NonZero<usize>>,

    /// Leave bad documents out, with a line on standard error for each, instead of ending at the first.
    /// The exit code is then 1.
    #[arg(long, help_heading = HEADING)]
    pub(crate) keep_going: bool,

    /// Go on where an earlier run of the same command with --resume ended, be it killed. It goes with -o and
    /// formats of one file.
    ///
    /// Until the end the results lie in FILE.part, how far they reach in FILE.part.state. The input that
    /// was read already must be the same; what follows it may have changed.
    #[arg(long, requires = "output", help_heading = HEADING)]
    pub(crate) resume: bool,

    #[command(flatten)]
    pub(crate) progress: Progress,
}

impl Job {
    pub(crate) fn threads(&self) -> usize {
        let asked = self.threads.or_else(|| thread::available_parallelism().ok());
        asked.map_or(1, NonZero::get).min(MOST_THREADS)
    }
}
