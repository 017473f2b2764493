//! Lists of names.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use qawl::gazetteer::tsv;
use qawl::{Entry, GazetteerBuilder, Profile};
use serde::Serialize;

use crate::args::Target;
use crate::commands::normalize::profile;
use crate::error::Failure;
use crate::files::{label, read_text};
use crate::formats::flat::Flat;
use crate::formats::json::write_line;
use crate::names::open_gazetteer;
use crate::output::Output;

/// Compile a list of names, look into a compiled one.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Gazetteer {
    Build(Build),
    Info(Info),
}

impl Gazetteer {
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Build(build) => build.run(),
            Self::Info(info) => info.run(),
        }
    }
}

/// Compile lists of names into one file.
///
/// A line of a list is a name, in six columns with tabs between: name, type, id, canonical name,
/// flags (exact, no_clitic, context), source. `-` is an empty column; lines that begin with `#` are
/// passed over.
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
    fn run(mut self) -> Result<(), Failure> {
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

/// Say what a compiled list holds: names by type, the profile that folds them and its version.
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
    fn run(self) -> Result<(), Failure> {
        let mut output = Output::open(self.target.output.as_deref())?;
        let result = self.write(&mut output);
        output.finish(result)
    }

    fn write(&self, output: &mut Output) -> Result<(), Failure> {
        if self.files.is_empty() {
            let embedded = qawl::Gazetteer::embedded();
            return output.write(&self.render(&Contents::of("embedded".to_owned(), embedded))?);
        }
        self.files.iter().try_for_each(|file| {
            let contents = Contents::of(label(file), &open_gazetteer(file)?);
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

/// What a list holds.
#[derive(Debug, Serialize)]
struct Contents {
    gazetteer: String,
    profile: String,
    entries: usize,
    types: BTreeMap<String, usize>,
    rules: usize,
}

impl Contents {
    fn of<D: AsRef<[u8]>>(name: String, gazetteer: &qawl::Gazetteer<D>) -> Self {
        let mut types: BTreeMap<String, usize> = BTreeMap::new();
        for entry in gazetteer.entries() {
            match types.get_mut(entry.kind()) {
                Some(count) => *count += 1,
                None => drop(types.insert(entry.kind().to_owned(), 1)),
            }
        }
        Self {
            gazetteer: name,
            profile: gazetteer.profile().to_string(),
            entries: gazetteer.len(),
            types,
            rules: gazetteer.rules().len(),
        }
    }

    fn write(&self, out: &mut Vec<u8>) -> std::io::Result<()> {
        writeln!(out, "{}: {} names, folded by {}", self.gazetteer, self.entries, self.profile)?;
        let mut types: Vec<_> = self.types.iter().collect();
        types.sort_by_key(|&(kind, count)| (std::cmp::Reverse(*count), kind));
        for (kind, count) in types {
            writeln!(out, "  {count:>6} {}", Flat(kind))?;
        }
        writeln!(out, "  {:>6} rules", self.rules)
    }
}
