//! What `annotate` and `quotes` share: documents in, a summary to read or a format of others out.

use qawl::{Document, Pipeline, QuoteOptions};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::brat::Collection;
use crate::formats::html::Site;
use crate::formats::json::Record;
use crate::formats::speakers::Table;
use crate::formats::{Layers, Summary, text, web_annotation};
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
    /// What was asked for, or what fits the reader.
    pub(crate) fn summary(&self) -> Summary {
        Summary::or_for(self.format, &self.target)
    }

    /// Annotates every document and writes these layers of it.
    pub(crate) fn run(self, options: QuoteOptions, layers: Layers) -> Result<(), Failure> {
        let explains = options.reasons;
        let builder = Pipeline::builder().quote_options(options);
        let pipeline = self.names.add_to(builder)?.build();
        let summary = self.summary();
        if summary == Summary::Brat {
            let mut collection = Collection::open(self.target.file())?;
            self.input.each(|source| {
                collection.write(source, &pipeline.annotate(&source.text), layers)
            })?;
            return collection.finish();
        }
        if summary == Summary::Html {
            let mut site = Site::open(self.target.file())?;
            let result = self
                .input
                .each(|source| site.write(&source.id, &pipeline.annotate(&source.text), layers));
            return site.finish(result);
        }
        let between = if summary == Summary::Text { run::EMPTY_LINE } else { run::NOTHING };
        let mut table = Table::default();
        run::each(&self.input, &self.target, between, |source, out| {
            let document = pipeline.annotate(&source.text);
            match summary {
                Summary::Speakers => Ok(table.write(&source.id, &document, out)?),
                Summary::Webannotation => web_annotation::write(&source.id, &document, layers, out),
                Summary::Text => Ok(text::write(&source.id, &document, layers, out)?),
                _ => {
                    let to = Converter::new(&source.text, self.unit);
                    let record = record(source, &document, &to, layers);
                    let refused = explains.then(|| document.refused());
                    record.refused(refused, &to).write(out)
                }
            }
        })
    }
}

fn record<'a>(
    source: &'a Source,
    document: &'a Document<'_>,
    to: &Converter<'_>,
    layers: Layers,
) -> Record<'a> {
    let record = Record::new(&source.id);
    match layers {
        Layers::All => record.document(document, to),
        Layers::Quotes => record.unit(to).quotes(document.quotes(), to),
    }
}
