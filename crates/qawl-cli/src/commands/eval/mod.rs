//! How good it is.

mod quotes;
mod segmentation;

use std::io;

use clap::ValueEnum;
use serde::Serialize;

use crate::args::Target;
use crate::error::Failure;
use crate::formats::json::write_line;
use crate::output::Output;

/// Score what was found against what people marked.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Eval {
    Quotes(quotes::Quotes),
    Segmentation(segmentation::Segmentation),
}

impl Eval {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Quotes(quotes) => quotes.run(),
            Self::Segmentation(segmentation) => segmentation.run(),
        }
    }
}

/// How a report is written, and where to.
#[derive(Debug, clap::Args)]
struct Printing {
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table to read.
    Text,
    /// One JSON object.
    Json,
}

impl Printing {
    /// Writes a report as one JSON object, or as `table` does.
    fn print(
        &self,
        report: &impl Serialize,
        table: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let mut out = Vec::new();
        match self.format {
            Format::Json => write_line(report, &mut out)?,
            Format::Text => table(&mut out)?,
        }
        let mut output = Output::open(self.target.file())?;
        let result = output.write(&out);
        output.finish(result)
    }
}
