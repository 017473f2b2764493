//! Every layer.

use qawl::QuoteOptions;

use crate::commands::reading::Reading;
use crate::error::Failure;
use crate::formats::Layers;

/// Find everything: sentences, tokens, names, and who said what.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl annotate article.txt
  qawl annotate --format html -o article.html article.txt
  qawl annotate --format html -o site articles/
  qawl annotate --format json --offsets chars -o articles.jsonl one.txt two.txt
  qawl annotate --format conllu article.txt
  qawl annotate --format brat -o collection one.txt two.txt")]
pub(crate) struct Annotate {
    #[command(flatten)]
    reading: Reading,
}

impl Annotate {
    pub(crate) fn run(self) -> Result<(), Failure> {
        self.reading.run(QuoteOptions::default(), Layers::All)
    }
}
