//! From lists of names to a file.

use std::path::{Path, PathBuf};

use qawl::gazetteer::tsv;
use qawl::{Entry, GazetteerBuilder, Profile};

use crate::commands::normalize::profile;
use crate::error::Failure;
use crate::files::{label, read_text};
use crate::output::Output;

/// Compile lists of names into one file.
///
/// A line of a list is a name, in six columns with tabs between: name, type, id, canonical name,
/// flags (exact, no_clitic, context, whole, inner_clitics), source. A seventh may hold a JSON value
/// that is kept with it. `-` is an empty column; lines that begin with `#` are passed over.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl gazetteer build teams.tsv -o teams.qgz")]
pub(crate) struct Build {
    /// Lists to compile; standard input where none is named, and for `-`.
    #[arg(value_name = "LIST.tsv")]
    lists: Vec<PathBuf>,
    /// What the words around a name say about its type, in three columns: type, rule, word.
    #[arg(long, value_name = "RULES.tsv")]
    rules: Vec<PathBuf>,
    /// How names and texts are folded: QURAN_SAFE, DISPLAY, NLP, SEARCH or SEARCH_LOOSE.
    #[arg(long, value_name = "NAME", default_value = "SEARCH", value_parser = profile)]
    profile: Profile,
    /// The file to write, whole or not at all.
    #[arg(short, long, value_name = "FILE.qgz")]
    output: PathBuf,
}

impl Build {
    pub(super) fn run(mut self) -> Result<(), Failure> {
        if self.lists.is_empty() {
            self.lists.push(PathBuf::from("-"));
        }
        let mut builder = GazetteerBuilder::new(self.profile);
        for file in &self.lists {
            builder = builder.entries(self.entries(file)?);
        }
        for file in &self.rules {
            let rules =
                tsv::read_rules(&read_text(file)?).map_err(|error| of_list(file, &error))?;
            let checked = GazetteerBuilder::new(self.profile).rules(rules.iter().cloned()).build();
            checked.map_err(|error| Failure::at(label(file), error))?;
            builder = builder.rules(rules);
        }
        let bytes = builder.build().map_err(|error| Failure::at(self.output.display(), error))?;
        let mut output = Output::open(Some(&self.output))?;
        let result = output.write(&bytes);
        output.finish(result)
    }

    /// The entries of a list. That each can be compiled is tried here, where its line is known.
    fn entries(&self, file: &Path) -> Result<Vec<Entry>, Failure> {
        let list = read_text(file)?;
        let entries = tsv::read(&list).map_err(|error| of_list(file, &error))?;
        if GazetteerBuilder::new(self.profile).entries(entries.iter().cloned()).build().is_err() {
            for (number, line) in (1..).zip(list.lines()) {
                let entries = tsv::read(line).unwrap_or_default();
                let alone = GazetteerBuilder::new(self.profile).entries(entries).build();
                alone.map_err(|error| Failure::at_line(label(file), number, error))?;
            }
        }
        Ok(entries)
    }
}

fn of_list(file: &Path, error: &tsv::TsvError) -> Failure {
    Failure::at_line(label(file), error.line(), error.message())
}
