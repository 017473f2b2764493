//! Names alone.

use std::io::Write;

use clap::ValueEnum;
use qawl::{Document, Pipeline};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::formats::json::Record;
use crate::input::Input;
use crate::names::NameLists;
use crate::offsets::{Converter, Offsets, Unit};
use crate::run;

/// Find the names of people, organizations and places.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl tag --format tsv --gazetteer own.qgz article.txt")]
pub(crate) struct Tag {
    #[command(flatten)]
    input: Input,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    #[command(flatten)]
    unit: Unit,
    #[command(flatten)]
    names: NameLists,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a line, a document each.
    Json,
    /// A name a line: start, end, text, type, id or `-`, with tabs between; an empty line between
    /// documents.
    Tsv,
}

impl Tag {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let builder = Pipeline::builder().without_quotes();
        let pipeline = self.names.add_to(builder)?.build();
        let between = if self.format == Format::Tsv { run::EMPTY_LINE } else { run::NOTHING };
        run::each(&self.input, &self.target, between, |source, out| {
            let document = pipeline.annotate(&source.text);
            let to = Converter::new(&source.text, self.unit);
            match self.format {
                Format::Json => {
                    Record::new(&source.id).unit(&to).mentions(document.mentions(), &to).write(out)
                }
                Format::Tsv => tsv(&document, &to, out),
            }
        })
    }
}

fn tsv(document: &Document<'_>, to: &Converter<'_>, out: &mut Vec<u8>) -> Result<(), Failure> {
    for mention in document.mentions() {
        let Offsets(start, end) = to.convert(mention.span);
        let text = Flat(mention.span.get(document.text()).unwrap_or_default());
        let (kind, id) = (Flat(&mention.kind), Flat(mention.id.as_deref().unwrap_or("-")));
        writeln!(out, "{start}\t{end}\t{text}\t{kind}\t{id}")?;
    }
    Ok(())
}
