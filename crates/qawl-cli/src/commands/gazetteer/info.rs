//! What a compiled list holds.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::args::Target;
use crate::commands::gazetteer::contents::Contents;
use crate::error::Failure;
use crate::files::label;
use crate::formats::json::write_line;
use crate::names::open_gazetteer;
use crate::output::Output;

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
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    target: Target,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines to read.
    Text,
    /// One JSON object a line, a list each.
    Json,
}

impl Info {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut output = Output::open(self.target.file())?;
        let result = self.write(&mut output);
        output.finish(result)
    }

    fn write(&self, output: &mut Output) -> Result<(), Failure> {
        if self.files.is_empty() {
            let embedded = qawl::Gazetteer::embedded();
            return output.write(&self.render(&Contents::of("embedded".to_owned(), embedded)?)?);
        }
        self.files.iter().try_for_each(|file| {
            let contents = Contents::of(label(file), &open_gazetteer(file)?)?;
            output.write(&self.render(&contents)?)
        })
    }

    fn render(&self, contents: &Contents) -> Result<Vec<u8>, Failure> {
        let mut out = Vec::new();
        match self.format {
            Format::Json => write_line(contents, &mut out)?,
            Format::Text => contents.write(&mut out)?,
        }
        Ok(out)
    }
}
