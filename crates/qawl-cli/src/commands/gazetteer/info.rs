//! What a compiled list holds.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;
use serde::Serialize;

use crate::args::Target;
use crate::error::Failure;
use crate::files::label;
use crate::formats::flat::Flat;
use crate::formats::json::write_line;
use crate::names::open_gazetteer;
use crate::output::Output;

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
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut output = Output::open(self.target.file())?;
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
