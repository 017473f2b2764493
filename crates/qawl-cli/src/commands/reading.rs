//! What `annotate` and `quotes` share: documents in, a summary to read or a format of others out.

use qawl::{Document, Pipeline, QuoteOptions, Scheme};

use crate::args::Target;
use crate::error::Failure;
use crate::files::label;
use crate::formats::brat::{Collection, Pair};
use crate::formats::conllu::Conllu;
use crate::formats::html::{Page, Site};
use crate::formats::json::Record;
use crate::formats::look::Looks;
#[cfg(feature = "parquet")]
use crate::formats::parquet::{Rows, Table};
use crate::formats::{Layers, Summary, speakers, text, web_annotation};
use crate::input::{Input, Source};
use crate::names::NameLists;
use crate::offsets::{Converter, Unit};
use crate::own_words::OwnWords;
use crate::run::{self, Layout};

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
    looks: Looks,
    #[command(flatten)]
    names: NameLists,
    #[command(flatten)]
    words: OwnWords,
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
        let summary = self.summary();
        self.check(summary)?;
        let explains = options.reasons;
        let builder = Pipeline::builder().quote_options(options);
        let pipeline = self.words.add_to(self.names.add_to(builder)?)?.build();
        if summary == Summary::Brat {
            return self.write_collection(&pipeline, layers);
        }
        if summary == Summary::Html {
            return self.write_site(&pipeline, layers);
        }
        #[cfg(feature = "parquet")]
        if summary == Summary::Parquet {
            return self.write_table(&pipeline, layers);
        }
        let look = self.looks.on(&self.target);
        run::each(&self.input, &self.target, layout(summary), || {
            |source, out| {
                let document = pipeline.annotate(&source.text);
                let id = &source.id;
                match summary {
                    Summary::Speakers => Ok(speakers::write(id, &document, out)?),
                    Summary::Webannotation => web_annotation::write(id, &document, layers, out),
                    Summary::Text => Ok(text::write(id, &document, layers, look, out)?),
                    Summary::Conllu => {
                        let to = &Converter::new(&source.text, self.unit);
                        // Universal Dependencies cuts no article.
                        let (scheme, layers) = (Scheme::Atb, Some(layers));
                        Conllu { id, document: &document, scheme, to, layers }.write(out)
                    }
                    _ => {
                        let to = Converter::new(&source.text, self.unit);
                        let record = record(source, &document, &to, layers);
                        let refused = explains.then(|| document.refused());
                        record.refused(refused).write(out)
                    }
                }
            }
        })
    }

    /// Refuses what does not go together.
    fn check(&self, summary: Summary) -> Result<(), Failure> {
        let of_files = matches!(summary, Summary::Brat | Summary::Html);
        if self.input.job.resume && of_files {
            let message = "--resume goes with formats of one file, not with html and brat";
            return Err(Failure::new(message));
        }
        match self.target.file() {
            // An article is not to be lost for what is found in it.
            Some(file) if self.input.reader().reads(file) => {
                let message = "is read and would be written over, expected another file with -o";
                Err(Failure::at(label(file), message))
            }
            _ => Ok(()),
        }
    }

    fn write_collection(&self, pipeline: &Pipeline, layers: Layers) -> Result<(), Failure> {
        let mut collection = Collection::open(self.target.file())?;
        let pair =
            |source: &Source<'_>| Ok(Pair::new(source, &pipeline.annotate(&source.text), layers));
        let result = run::collect(&self.input, || pair, |pair| collection.write(pair));
        if let Ok(()) | Err(Failure::Partly(..)) = result {
            collection.finish()?;
        }
        result
    }

    fn write_site(&self, pipeline: &Pipeline, layers: Layers) -> Result<(), Failure> {
        let mut site = Site::open(self.target.file())?;
        let in_folder = site.is_folder();
        let page = |source: &Source<'_>| {
            Ok(Page::new(&source.id, &pipeline.annotate(&source.text), layers, in_folder))
        };
        let result = run::collect(&self.input, || page, |page| site.write(page));
        finished(result, |result| site.finish(result))
    }

    #[cfg(feature = "parquet")]
    fn write_table(&self, pipeline: &Pipeline, layers: Layers) -> Result<(), Failure> {
        if self.input.job.resume {
            let message = "--resume goes with formats of lines, not with parquet";
            return Err(Failure::new(message));
        }
        let mut table = Table::open(self.target.file(), layers)?;
        let add = |source: &Source<'_>, rows: &mut Option<Rows>| {
            let to = Converter::new(&source.text, self.unit);
            let document = pipeline.annotate(&source.text);
            rows.get_or_insert_with(|| Rows::new(layers)).add(&source.id, &document, &to);
            Ok(())
        };
        let write = |rows: Option<Rows>| rows.map_or(Ok(()), |rows| table.write(rows));
        let result = run::portions(&self.input, || add, write);
        finished(result, |result| table.finish(result))
    }
}

/// Ends what several documents went into. Those that were left out leave the others their place in it.
fn finished(
    result: Result<(), Failure>,
    finish: impl FnOnce(Result<(), Failure>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    match result {
        Err(Failure::Partly(..)) => finish(Ok(())).and(result),
        result => finish(result),
    }
}

const fn layout(summary: Summary) -> Layout {
    match summary {
        Summary::Speakers => Layout::table(speakers::HEADER),
        Summary::Text => Layout::BLOCKS,
        _ => Layout::LINES,
    }
}

fn record<'a>(
    source: &'a Source<'_>,
    document: &'a Document<'_>,
    to: &'a Converter<'_>,
    layers: Layers,
) -> Record<'a> {
    let record = Record::new(&source.id).unit(to);
    match layers {
        Layers::All => record.document(document),
        Layers::Quotes => record.quotes(document.quotes()),
    }
}
