//! Reported speech alone.

use clap::ValueEnum;
use qawl::QuoteOptions;
use qawl::quotes::Unclosed;

use crate::commands::reading::Reading;
use crate::error::Failure;
use crate::formats::{Layers, Summary};

/// Find who said what.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl quotes --format json --offsets chars article.txt
  qawl quotes --format text --explain article.txt
  qawl quotes --format speakers --kind direct -o said.tsv one.txt two.txt
  qawl quotes --format brat -o collection one.txt two.txt
  qawl quotes --format webannotation article.txt
  qawl quotes --cues own-verbs.tsv --titles own-titles.tsv article.txt")]
pub(crate) struct Quotes {
    #[command(flatten)]
    reading: Reading,
    /// Only quotes of this kind; more than one may be named.
    #[arg(long, value_enum, value_name = "KIND")]
    kind: Vec<Kind>,
    /// Only quotes of at least N words.
    #[arg(long, value_name = "N", default_value_t = 1)]
    min_words: usize,
    /// Also quotations with no reporting word that fill their sentence, up to N sentences behind the
    /// last speaker, who is taken to have said them.
    #[arg(long, value_name = "N")]
    floating: Option<usize>,
    /// Where words end behind a quotation mark that never closes.
    #[arg(long, value_enum, value_name = "WHERE", default_value_t = End::Paragraph)]
    unclosed: End,
    /// Say of each quote why it is so: what told that words follow, who could have been the speaker,
    /// and what became of each; and of quotation marks that hold no quote, why they do not. In text
    /// and JSON.
    #[arg(long)]
    explain: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// The speaker's own words.
    Direct,
    /// A clause.
    Indirect,
    /// A clause with quoted words in it.
    Mixed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum End {
    /// At the end of the paragraph.
    Paragraph,
    /// At the end of the sentence.
    Sentence,
    /// Nowhere: they are no quote.
    Drop,
}

impl From<End> for Unclosed {
    fn from(end: End) -> Self {
        match end {
            End::Paragraph => Self::ToParagraph,
            End::Sentence => Self::ToSentence,
            End::Drop => Self::Drop,
        }
    }
}

impl Quotes {
    pub(crate) fn run(self) -> Result<(), Failure> {
        let shows_reasons = matches!(self.reading.summary(), Summary::Text | Summary::Json);
        if self.explain && !shows_reasons {
            return Err(Failure::new("--explain goes with the formats text and json"));
        }
        let options = self.options();
        self.reading.run(options, Layers::Quotes)
    }

    fn options(&self) -> QuoteOptions {
        let wanted = |kind: Kind| self.kind.is_empty() || self.kind.contains(&kind);
        let mut options = QuoteOptions::default()
            .with_min_words(self.min_words)
            .with_unclosed(self.unclosed.into());
        options.direct = wanted(Kind::Direct);
        options.indirect = wanted(Kind::Indirect);
        options.mixed = wanted(Kind::Mixed);
        options.floating = self.floating;
        options.reasons = self.explain;
        options
    }
}
