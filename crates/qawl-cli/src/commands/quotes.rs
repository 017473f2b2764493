//! Reported speech alone.

use qawl::Pipeline;

use crate::args::Target;
use crate::error::Failure;
use crate::formats::json::Record;
use crate::formats::{Summary, text};
use crate::input::Input;
use crate::names::NameLists;
use crate::offsets::{Converter, Unit};
use crate::run;

/// Find who said what.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl quotes --format json --offsets chars article.txt")]
pub(crate) struct Quotes {
    #[command(flatten)]
    input: Input,
    /// How to write it: text on a terminal, json elsewhere.
    #[arg(long, value_enum)]
    format: Option<Summary>,
    #[command(flatten)]
    unit: Unit,
    #[command(flatten)]
    names: NameLists,
    #[command(flatten)]
    target: Target,
}

impl Quotes {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let pipeline = self.names.add_to(Pipeline::builder())?.build();
        match Summary::or_for(self.format, &self.target) {
            Summary::Json => run::each(&self.input, &self.target, run::NOTHING, |source, out| {
                let document = pipeline.annotate(&source.text);
                let to = Converter::new(&source.text, self.unit);
                Record::new(&source.id).unit(&to).quotes(document.quotes(), &to).write(out)
            }),
            Summary::Text => {
                run::each(&self.input, &self.target, run::EMPTY_LINE, |source, out| {
                    Ok(text::quotes_only(&source.id, &pipeline.annotate(&source.text), out)?)
                })
            }
        }
    }
}
