//! Sentences alone.

use std::io::Write;

use clap::ValueEnum;
use qawl::Pipeline;

use crate::args::Target;
use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::formats::json::Record;
use crate::input::Input;
use crate::offsets::{Converter, Unit};
use crate::run::{self, Layout};

/// Cut the text into sentences.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl sentences --format lines article.txt")]
pub(crate) struct Sentences {
    #[command(flatten)]
    input: Input,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    unit: Unit,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a line, a document each.
    Json,
    /// A sentence a line; line breaks inside are spaces.
    Lines,
}

impl Sentences {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let pipeline = Pipeline::builder().without_mentions().without_quotes().build();
        run::each(&self.input, &self.target, Layout::LINES, || {
            |source, out| {
                let document = pipeline.annotate(&source.text);
                let sentences = document.sentences();
                match self.format {
                    Format::Json => {
                        let to = Converter::new(&source.text, self.unit);
                        Record::new(&source.id).unit(&to).sentences(sentences).write(out)
                    }
                    Format::Lines => Ok(sentences.iter().try_for_each(|sentence| {
                        writeln!(out, "{}", Flat(sentence.get(&source.text).unwrap_or_default()))
                    })?),
                }
            }
        })
    }
}
