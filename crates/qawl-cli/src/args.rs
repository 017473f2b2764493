//! What can be asked for.

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};

use crate::commands::{
    annotate, completions, eval, gazetteer, man, normalize, quotes, segment, sentences, tag,
    tokenize,
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
Commands that read texts take files, folders and patterns, or standard input where none is named.

Exit code:
  0    all went well, or whoever reads the results has read enough
  1    with --keep-going: bad documents were left out, each with a line on standard error
  2    something is wrong: a line on standard error says which file, which line, what was expected
  130  ended by Ctrl-C (as a shell tells it: 128 and the number of the signal)
A file of -o is whole, or as it was before.

Examples:
  qawl annotate article.txt
  qawl quotes --jsonl news/*.jsonl.gz -o quotes.jsonl --keep-going --resume";

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
    #[command(after_help = "Example:\n  qawl gazetteer build teams.tsv -o teams.qgz")]
    Gazetteer(gazetteer::Gazetteer),
    #[command(subcommand, subcommand_required = true, arg_required_else_help = false)]
    #[command(after_help = "Example:\n  qawl eval quotes gold.jsonl found.jsonl --texts texts")]
    Eval(eval::Eval),
    Completions(completions::Completions),
    Man(man::Man),
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
            Command::Completions(command) => command.run(),
            Command::Man(command) => command.run(),
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

/// Whether to do something that depends on where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

impl When {
    /// What was asked for, or what fits.
    pub(crate) const fn or_if(self, fits: bool) -> bool {
        match self {
            Self::Auto => fits,
            Self::Always => true,
            Self::Never => false,
        }
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
