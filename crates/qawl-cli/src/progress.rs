//! What is said while something takes long.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::When;

/// Under which the help lists these options, and those that go with them.
pub(crate) const HEADING: &str = "Large jobs";

/// Whether to say on standard error how far the work is.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Progress {
    /// Say on standard error how far the work is; by default where that is a terminal.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = When::Auto, help_heading = HEADING)]
    progress: When,
}

impl Progress {
    fn is_wanted(self) -> bool {
        self.progress.or_if(io::stderr().is_terminal())
    }

    /// Says what is done next.
    pub(crate) fn say(self, what: impl Display) {
        if self.is_wanted() {
            say(&what);
        }
    }

    /// Begins to show how much of the input is read, out of `total` bytes if that is known.
    pub(crate) fn meter(self, total: impl FnOnce() -> Option<u64>) -> Meter {
        let bar = match self.is_wanted() {
            true => bar(total()),
            false => ProgressBar::hidden(),
        };
        let now = Instant::now();
        let is_shown = self.is_wanted();
        Meter { bar, is_shown, begun: now, said: now, bytes: 0, documents: 0 }
    }
}

/// A line that cannot be written does not end the work.
fn say(what: &dyn Display) {
    let _ = writeln!(io::stderr(), "qawl: {what}");
}

/// How often something new is said: on a terminal, and elsewhere, where every line stays.
const ON_TERMINAL: Duration = Duration::from_millis(100);
const ELSEWHERE: Duration = Duration::from_secs(2);

fn bar(total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (
            ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr()),
            "{bar:24} {bytes} of {total_bytes}, {msg}, {eta} left",
        ),
        None => (
            ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()),
            "{spinner} {bytes}, {msg}",
        ),
    };
    // The templates are ours and right; were they not, the bar would look otherwise.
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What is shown of a job: a line that is written over on a terminal, a line every other second elsewhere.
#[derive(Debug)]
pub(crate) struct Meter {
    /// Counts the bytes of the files, compressed or not.
    bar: ProgressBar,
    is_shown: bool,
    begun: Instant,
    said: Instant,
    /// Bytes and documents that are done.
    bytes: usize,
    documents: u64,
}

impl Meter {
    /// What is to count the bytes that are read.
    pub(crate) fn bar(&self) -> ProgressBar {
        self.bar.clone()
    }

    /// Counts what is done.
    pub(crate) fn add(&mut self, bytes: usize, documents: u64) {
        self.bytes += bytes;
        self.documents += documents;
        let is_terminal = !self.bar.is_hidden();
        let often = if is_terminal { ON_TERMINAL } else { ELSEWHERE };
        if !self.is_shown || self.said.elapsed() < often {
            return;
        }
        self.said = Instant::now();
        match is_terminal {
            true => self.bar.set_message(self.rates()),
            false => self.say_all(),
        }
    }

    /// Says something between.
    pub(crate) fn tell(&self, what: &dyn Display) {
        self.bar.suspend(|| say(what));
    }

    /// Ends with a line on how much was done.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
        if self.is_shown {
            let (documents, megabytes) = (self.documents, megabytes(self.bytes));
            let took = self.begun.elapsed().as_secs_f64();
            let rates = self.rates();
            say(&format_args!("{documents} documents, {megabytes:.1} MB in {took:.1} s: {rates}"));
        }
    }

    fn say_all(&self) {
        let (read, rates) = (megabytes(self.bar.position() as usize), self.rates());
        match self.bar.length() {
            Some(total) => {
                let (total, left) = (megabytes(total as usize), HumanDuration(self.bar.eta()));
                say(&format_args!("{read:.1} of {total:.1} MB, {rates}, {left} left"));
            }
            None => say(&format_args!("{read:.1} MB, {rates}")),
        }
    }

    /// How much is done in a second.
    fn rates(&self) -> String {
        let seconds = self.begun.elapsed().as_secs_f64().max(1e-3);
        let (speed, rate) = (megabytes(self.bytes) / seconds, self.documents as f64 / seconds);
        format!("{speed:.1} MB/s, {rate:.0} documents/s")
    }
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}
