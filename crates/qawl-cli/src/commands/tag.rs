//! Names alone.

use std::io::Write;

use clap::ValueEnum;
use qawl::{Mention, Pipeline, Policy};

use crate::args::Target;
use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::formats::json::Record;
use crate::input::Input;
use crate::names::NameLists;
use crate::offsets::{Converter, Offsets, Unit};
use crate::run::{self, Layout};

/// Find the names of people, organizations and places.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Names that overlap are written one after the other, by where they start, the longest first of those
that start together. Lengths are counted in words, with the clitics in front.

Examples:
  qawl tag --format tsv --gazetteer own.qgz article.txt
  qawl tag --policy all article.txt")]
pub(crate) struct Tag {
    #[command(flatten)]
    input: Input,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Which of the names that overlap are written.
    #[arg(long, value_enum, value_name = "NAME", default_value_t = Overlaps::LeftmostLongest)]
    policy: Overlaps,
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

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Overlaps {
    /// From the left, the longest at each place, none overlapping another.
    LeftmostLongest,
    /// Every one.
    All,
    /// Those that lie in no longer one.
    NoSubsumed,
    /// The longest first, of equally long ones the rightmost, none overlapping another.
    LongestDominantRight,
}

impl From<Overlaps> for Policy {
    fn from(overlaps: Overlaps) -> Self {
        match overlaps {
            Overlaps::LeftmostLongest => Self::LeftmostLongest,
            Overlaps::All => Self::All,
            Overlaps::NoSubsumed => Self::NoSubsumed,
            Overlaps::LongestDominantRight => Self::LongestDominantRight,
        }
    }
}

impl Tag {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let pipeline = self.names.add_to(Pipeline::builder())?.build();
        let layout = if self.format == Format::Tsv { Layout::BLOCKS } else { Layout::LINES };
        run::each(&self.input, &self.target, layout, || {
            |source, out| {
                let mentions = pipeline.mentions(&source.text, self.policy.into());
                let to = Converter::new(&source.text, self.unit);
                match self.format {
                    Format::Json => {
                        Record::new(&source.id).unit(&to).mentions(&mentions).write(out)
                    }
                    Format::Tsv => tsv(&source.text, &mentions, &to, out),
                }
            }
        })
    }
}

fn tsv(
    text: &str,
    mentions: &[Mention<'_>],
    to: &Converter<'_>,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    for mention in mentions {
        let Offsets(start, end) = to.convert(mention.span);
        let name = Flat(mention.span.get(text).unwrap_or_default());
        let (kind, id) = (Flat(&mention.kind), Flat(mention.id.as_deref().unwrap_or("-")));
        writeln!(out, "{start}\t{end}\t{name}\t{kind}\t{id}")?;
    }
    Ok(())
}
