//! Reporting verbs and titles from the command line.

use std::path::{Path, PathBuf};

use qawl::quotes::ListError;
use qawl::{CueList, PipelineBuilder, TitleList};

use crate::error::Failure;
use crate::files::{label, read_text};

/// Words beside the built-in ones.
#[derive(Debug, clap::Args)]
pub(crate) struct OwnWords {
    /// Find quotes by these reporting verbs too: past, imperfect, participle, act, takes, flags, with tabs
    /// between, as in data/quotes/cues.tsv; may be given again.
    #[arg(long, value_name = "FILE.tsv")]
    cues: Vec<PathBuf>,
    /// Know these titles of speakers too: title, class, gender (m, f or -), with tabs between, as in
    /// data/quotes/titles.tsv; may be given again.
    #[arg(long, value_name = "FILE.tsv")]
    titles: Vec<PathBuf>,
}

impl OwnWords {
    pub(crate) fn add_to(&self, builder: PipelineBuilder) -> Result<PipelineBuilder, Failure> {
        let cues = self.cues.iter().try_fold(CueList::new(), |all, file| {
            let list = CueList::from_tsv(&read(file)?).and_then(|list| all.and(list));
            list.map_err(|error| wrong(file, &error))
        })?;
        let titles = self.titles.iter().try_fold(TitleList::new(), |all, file| {
            let list = TitleList::from_tsv(&read(file)?);
            list.map(|list| all.and(list)).map_err(|error| wrong(file, &error))
        })?;
        Ok(builder.cues(cues).titles(titles))
    }
}

/// A list out of a file: standard input is for the text.
fn read(file: &Path) -> Result<String, Failure> {
    if file == Path::new("-") {
        return Err(Failure::new("--cues and --titles take files, not standard input"));
    }
    read_text(file)
}

fn wrong(file: &Path, error: &ListError) -> Failure {
    match error.line() {
        Some(line) => Failure::at_line(label(file), line, error.message()),
        None => Failure::at(label(file), error.message()),
    }
}
