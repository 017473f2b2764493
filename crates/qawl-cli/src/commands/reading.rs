//! What `annotate` and `quotes` share: documents in, a summary to read or JSON out.

use std::io;

use qawl::{Document, Pipeline};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::Summary;
use crate::input::{Input, Source};
use crate::names::NameLists;
use crate::offsets::{Converter, Unit};
use crate::run;

/// The options, and the way through the documents.
#[derive(Debug, clap::Args)]
pub(crate) struct Reading {
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

impl Reading {
    /// Annotates every document and writes it by `json` or `text`.
    pub(crate) fn run(
        self,
        json: fn(&Source, &Document<'_>, &Converter<'_>, &mut Vec<u8>) -> Result<(), Failure>,
        text: fn(&str, &Document<'_>, &mut Vec<u8>) -> io::Result<()>,
    ) -> Result<(), Failure> {
        let pipeline = self.names.add_to(Pipeline::builder())?.build();
        let summary = Summary::or_for(self.format, &self.target);
        let between = if summary == Summary::Text { run::EMPTY_LINE } else { run::NOTHING };
        run::each(&self.input, &self.target, between, |source, out| {
            let document = pipeline.annotate(&source.text);
            match summary {
                Summary::Json => {
                    json(source, &document, &Converter::new(&source.text, self.unit), out)
                }
                Summary::Text => Ok(text(&source.id, &document, out)?),
            }
        })
    }
}
