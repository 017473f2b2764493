//! What a compiled list holds.

use std::path::PathBuf;

use crate::commands::gazetteer::contents::Contents;
use crate::error::Failure;
use crate::files::label;
use crate::names::open_gazetteer;
use crate::printing::Printing;

/// Say what a compiled list holds: names by type, things, words, flags, the profile that folds them and its
/// version, the format of the file and the sizes of its parts.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl gazetteer info
  qawl gazetteer info teams.qgz")]
pub(crate) struct Info {
    /// Compiled lists; the embedded one where none is named.
    #[arg(value_name = "FILE.qgz")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    printing: Printing,
}

impl Info {
    pub(super) fn run(self) -> Result<(), Failure> {
        if self.files.is_empty() {
            let embedded = Contents::of("embedded".to_owned(), qawl::Gazetteer::embedded());
            return self.printing.print([embedded]);
        }
        let contents = |file: &PathBuf| Contents::of(label(file), &open_gazetteer(file)?);
        self.printing.print(self.files.iter().map(contents))
    }
}
