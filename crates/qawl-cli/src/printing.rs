//! Reports, for people and for programs.

use std::io;

use clap::ValueEnum;
use serde::Serialize;

use crate::args::Target;
use crate::error::Failure;
use crate::formats::json::write_line;
use crate::output::Output;

/// How reports are written, and where to.
#[derive(Debug, clap::Args)]
pub(crate) struct Printing {
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines to read.
    Text,
    /// One JSON object a line.
    Json,
}

/// What can be written as lines to read, too.
pub(crate) trait Printable: Serialize {
    fn write_text(&self, out: &mut Vec<u8>) -> io::Result<()>;
}

impl Printing {
    /// Writes reports as they are made.
    pub(crate) fn print<R: Printable>(
        &self,
        reports: impl IntoIterator<Item = Result<R, Failure>>,
    ) -> Result<(), Failure> {
        let mut output = Output::open(self.target.file())?;
        let result = reports.into_iter().try_for_each(|report| {
            let (report, mut out) = (report?, Vec::new());
            match self.format {
                Format::Json => write_line(&report, &mut out)?,
                Format::Text => report.write_text(&mut out)?,
            }
            output.write(&out)
        });
        output.finish(result)
    }
}
