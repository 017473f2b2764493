//! From lists of names to a file.

use std::path::PathBuf;

use qawl::gazetteer::{BuildError, Rule, Variants, tsv};
use qawl::{Entry, GazetteerBuilder, Profile};

use crate::args::file_of;
use crate::commands::gazetteer::lists::{List, Lists, of_line};
use crate::commands::gazetteer::variants;
use crate::commands::normalize::profile;
use crate::error::Failure;
use crate::files::{label, read_text};
use crate::output::Output;
use crate::progress::Progress;

/// How many lines are read together, and tried together where one of them is wrong.
const BLOCK: usize = 1000;

/// Compile lists of names into one file.
///
/// A list is tab-separated, JSON lines, patterns of spaCy's entity ruler or lists of GATE: see `--from`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  qawl gazetteer build teams.tsv -o teams.qgz
  qawl gazetteer build --variants safe people.jsonl patterns.jsonl -o own.qgz
  qawl gazetteer build --separator '&' gate/lists.def -o gate.qgz")]
pub(crate) struct Build {
    #[command(flatten)]
    lists: Lists,
    /// Add other spellings of the names: none, safe, all, or some of compound, kunya, ibn, five-nouns,
    /// sound-plural, hamza, spelling, hyphen, title, article, with commas between.
    #[arg(long, value_name = "RULES", default_value = "none", value_parser = variants::parse)]
    variants: Variants,
    /// What the words around a name say about its type, in three columns: type, rule, word.
    #[arg(long, value_name = "RULES.tsv")]
    rules: Vec<PathBuf>,
    /// How names and texts are folded: QURAN_SAFE, DISPLAY, NLP, SEARCH, SEARCH_LOOSE or LUCENE.
    #[arg(long, value_name = "NAME", default_value = "SEARCH", value_parser = profile)]
    profile: Profile,
    /// The file to write, whole or not at all; `-` is standard output.
    #[arg(short, long, value_name = "FILE.qgz")]
    output: PathBuf,
    #[command(flatten)]
    progress: Progress,
}

impl Build {
    pub(super) fn run(self) -> Result<(), Failure> {
        let mut builder = self.with_rules(GazetteerBuilder::new(self.profile))?;
        self.lists.each(|list| {
            self.spares(list)?;
            self.progress.say(format_args!("reading {}", label(&list.path)));
            for block in list.blocks(BLOCK) {
                let entries = block.entries()?;
                let before = std::mem::replace(&mut builder, GazetteerBuilder::new(self.profile));
                builder = before.entries(self.expanded(entries));
            }
            if self.lists.are_files() { Ok(()) } else { self.check(list) }
        })?;
        self.progress.say("compiling");
        let bytes = builder.build().map_err(|error| self.blame(&error))?;
        self.progress.say(format_args!("writing {} bytes", bytes.len()));
        let mut output = Output::open(file_of(&self.output))?;
        let result = output.write(&bytes);
        output.finish(result)
    }

    /// Refuses to write over a list that is read.
    fn spares(&self, list: &List) -> Result<(), Failure> {
        let same = list.path.canonicalize().ok().zip(self.output.canonicalize().ok());
        if same.is_some_and(|(list, output)| list == output) {
            return Err(Failure::at(label(&list.path), "a list, expected another file to write"));
        }
        Ok(())
    }

    fn with_rules(&self, mut builder: GazetteerBuilder) -> Result<GazetteerBuilder, Failure> {
        for file in &self.rules {
            let text = read_text(file)?;
            let rules = tsv::read_rules(&text).map_err(|error| of_line(file, &error))?;
            if self.check_rules(&rules).is_err() {
                for (line, text) in (1..).zip(text.lines()) {
                    let checked = self.check_rules(&tsv::read_rules(text).unwrap_or_default());
                    checked.map_err(|error| Failure::at_line(label(file), line, error))?;
                }
            }
            builder = builder.rules(rules);
        }
        Ok(builder)
    }

    fn check_rules(&self, rules: &[Rule]) -> Result<(), BuildError> {
        GazetteerBuilder::new(self.profile).rules(rules.iter().cloned()).build().map(drop)
    }

    fn expanded(&self, entries: Vec<Entry>) -> impl Iterator<Item = Entry> {
        entries.into_iter().flat_map(|entry| self.variants.expand(entry))
    }

    /// Says which line is wrong where the whole cannot be compiled. Lists are read again for that: none
    /// but a wrong one costs the time.
    fn blame(&self, error: &BuildError) -> Failure {
        let found =
            if self.lists.are_files() { self.lists.each(|list| self.check(list)) } else { Ok(()) };
        found.err().unwrap_or_else(|| Failure::at(self.output.display(), error))
    }

    /// Tries whether each line of a list can be compiled.
    fn check(&self, list: &List) -> Result<(), Failure> {
        for block in list.blocks(BLOCK) {
            if self.build(block.entries()?).is_ok() {
                continue;
            }
            for (line, entries) in block.lines() {
                self.build(entries).map_err(|error| block.wrong(line, error))?;
            }
        }
        Ok(())
    }

    fn build(&self, entries: Vec<Entry>) -> Result<(), BuildError> {
        GazetteerBuilder::new(self.profile).entries(self.expanded(entries)).build().map(drop)
    }
}
