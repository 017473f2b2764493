//! Reported speech alone.

use crate::commands::reading::Reading;
use crate::error::Failure;
use crate::formats::json::Record;
use crate::formats::text;

/// Find who said what.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl quotes --format json --offsets chars article.txt")]
pub(crate) struct Quotes {
    #[command(flatten)]
    reading: Reading,
}

impl Quotes {
    pub(crate) fn run(self) -> Result<(), Failure> {
        self.reading.run(
            |source, document, to, out| {
                Record::new(&source.id).unit(to).quotes(document.quotes(), to).write(out)
            },
            text::quotes_only,
        )
    }
}
