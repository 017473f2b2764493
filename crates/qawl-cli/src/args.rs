//! What can be asked for.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand};

use crate::commands::{
    annotate, eval, gazetteer, normalize, quotes, segment, sentences, tag, tokenize,
};
use crate::error::Failure;
use crate::usage;

/// Arabic text: sentences, tokens, clitics, names, and who said what.
#[derive(Debug, Parser)]
#[command(name = "qawl", version, after_help = EXAMPLE)]
#[command(subcommand_required = true, arg_required_else_help = false)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLE: &str = "\
Every command reads the files named, or standard input where none is.
Exit code: 0, or 2 with one line on standard error.

Example:
  qawl annotate article.txt";

#[derive(Debug, Subcommand)]
enum Command {
    Annotate(annotate::Annotate),
    Normalize(normalize::Normalize),
    Tokenize(tokenize::Tokenize),
    Sentences(sentences::Sentences),
    Segment(segment::Segment),
    Tag(tag::Tag),
    Quotes(quotes::Quotes),
    #[command(subcommand, subcommand_required = true, arg_required_else_help = false)]
    Gazetteer(gazetteer::Gazetteer),
    #[command(subcommand, subcommand_required = true, arg_required_else_help = false)]
    Eval(eval::Eval),
}

impl Args {
    /// Does what was asked for.
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Annotate(command) => command.run(),
            Command::Normalize(command) => command.run(),
            Command::Tokenize(command) => command.run(),
            Command::Sentences(command) => command.run(),
            Command::Segment(command) => command.run(),
            Command::Tag(command) => command.run(),
            Command::Quotes(command) => command.run(),
            Command::Gazetteer(command) => command.run(),
            Command::Eval(command) => command.run(),
        }
    }
}

/// The request on the command line; none where help or the version was asked for and is printed.
pub(crate) fn parse() -> Result<Option<Args>, Failure> {
    match Args::try_parse() {
        Ok(args) => Ok(Some(args)),
        Err(error) => usage::answer(&error).map(|()| None),
    }
}

/// Where the result goes.
#[derive(Debug, clap::Args)]
pub(crate) struct Target {
    /// Write to FILE, whole or not at all, instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Target {
    /// The file to write; none for standard output, which `-` names too.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().and_then(file_of)
    }
}

/// The file that is called so; none for `-`, which is standard output.
pub(crate) fn file_of(path: &Path) -> Option<&Path> {
    Some(path).filter(|path| path.as_os_str() != "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_is_no_file() {
        assert_eq!(file_of(Path::new("-")), None);
        assert_eq!(file_of(Path::new("./-")), Some(Path::new("./-")));
    }
}
