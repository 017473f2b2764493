//! Every layer.

use qawl::Pipeline;

use crate::args::Target;
use crate::error::Failure;
use crate::formats::json::Record;
use crate::formats::{Summary, text};
use crate::input::Input;
use crate::names::NameLists;
use crate::offsets::{Converter, Unit};
use crate::run;

/// Find everything: sentences, tokens, names, and who said what.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl annotate article.txt
  qawl annotate --format json --offsets chars -o articles.jsonl one.txt two.txt")]
pub(crate) struct Annotate {
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

impl Annotate {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let pipeline = self.names.add_to(Pipeline::builder())?.build();
        match Summary::or_for(self.format, &self.target) {
            Summary::Json => run::each(&self.input, &self.target, run::NOTHING, |source, out| {
                let document = pipeline.annotate(&source.text);
                let to = Converter::new(&source.text, self.unit);
                Record::new(&source.id).document(&document, &to).write(out)
            }),
            Summary::Text => {
                run::each(&self.input, &self.target, run::EMPTY_LINE, |source, out| {
                    Ok(text::document(&source.id, &pipeline.annotate(&source.text), out)?)
                })
            }
        }
    }
}
