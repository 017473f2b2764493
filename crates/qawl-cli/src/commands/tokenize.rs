//! Words, numbers, marks.

use std::io::Write;

use clap::ValueEnum;
use qawl::{Document, Pipeline};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::formats::json::Record;
use crate::input::Input;
use crate::offsets::{Converter, Offsets, Unit};
use crate::run;

/// Cut the text into tokens: words, numbers, marks, addresses; white space is left out.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl tokenize --format lines article.txt")]
pub(crate) struct Tokenize {
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
    /// A token a line: start, end, kind, text, with tabs between; an empty line between documents.
    Lines,
}

impl Tokenize {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let pipeline = Pipeline::builder().without_mentions().without_quotes().build();
        let between = if self.format == Format::Lines { run::EMPTY_LINE } else { run::NOTHING };
        run::each(&self.input, &self.target, between, |source, out| {
            let document = pipeline.annotate(&source.text);
            let to = Converter::new(&source.text, self.unit);
            match self.format {
                Format::Json => {
                    Record::new(&source.id).unit(&to).tokens(document.tokens(), &to).write(out)
                }
                Format::Lines => lines(&document, &to, out),
            }
        })
    }
}

fn lines(document: &Document<'_>, to: &Converter<'_>, out: &mut Vec<u8>) -> Result<(), Failure> {
    for token in document.tokens() {
        let Offsets(start, end) = to.convert(token.span);
        let text = token.span.get(document.text()).unwrap_or_default();
        writeln!(out, "{start}\t{end}\t{}\t{}", token.kind.as_str(), Flat(text))?;
    }
    Ok(())
}
