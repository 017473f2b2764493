//! How good it is.

mod quotes;
mod segmentation;

use crate::error::Failure;

/// Score what was found against what people marked.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Eval {
    Quotes(quotes::Quotes),
    Segmentation(segmentation::Segmentation),
}

impl Eval {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Quotes(quotes) => quotes.run(),
            Self::Segmentation(segmentation) => segmentation.run(),
        }
    }
}
