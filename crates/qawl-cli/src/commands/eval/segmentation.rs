//! Clitics: words cut where people cut them.

use std::io::{self, Write};
use std::path::PathBuf;

use qawl::segment::evaluation::{Score, read_gold};
use qawl::{Scheme, Segmenter};
use serde::Serialize;

use crate::error::Failure;
use crate::files::{label, read_text};
use crate::printing::{Printable, Printing};

/// Score cut words against words that people cut.
///
/// The gold has a word a line: the word as written, a tab, its pieces in the scheme d3 with + between
/// them, spelled as they are alone. A blank line stands behind each sentence; a line that begins with
/// `# ` is a remark. The gold of this project taught the model: it scores nearly perfectly there. All words count, numbers and marks too. The stem before a pronoun may be
/// spelled as in the word: that is counted by itself.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl eval segmentation data/segmentation/news.tsv")]
pub(crate) struct Segmentation {
    /// Words that people cut.
    #[arg(value_name = "GOLD.tsv")]
    gold: PathBuf,
    #[command(flatten)]
    printing: Printing,
}

/// Shares from 0 to 1.
#[derive(Debug, Serialize)]
struct Report {
    words: usize,
    misspelled_stems: usize,
    schemes: Vec<SchemeRow>,
    clitics: Vec<CliticRow>,
}

#[derive(Debug, Serialize)]
struct SchemeRow {
    scheme: &'static str,
    accuracy: f64,
    wrong: usize,
    precision: f64,
    recall: f64,
    f1: f64,
}

#[derive(Debug, Serialize)]
struct CliticRow {
    clitic: String,
    gold: usize,
    missed: usize,
    r#false: usize,
}

impl Segmentation {
    pub(crate) fn run(self) -> Result<(), Failure> {
        self.printing.print([Ok(Report::of(&self.score()?))])
    }

    fn score(&self) -> Result<Score, Failure> {
        let text = read_text(&self.gold)?;
        let gold = read_gold(&text).map_err(|error| Failure::at(label(&self.gold), error))?;
        let segmenter = Segmenter::embedded();
        let mut score = Score::default();
        for word in gold.iter().flatten() {
            score.add(word, &segmenter.segment(word.surface()));
        }
        Ok(score)
    }
}

impl Report {
    fn of(score: &Score) -> Self {
        let scheme = |scheme: Scheme| {
            let counts = score.of(scheme);
            SchemeRow {
                scheme: scheme.as_str(),
                accuracy: score.accuracy(scheme),
                wrong: counts.wrong,
                precision: counts.precision(),
                recall: counts.recall(),
                f1: counts.f1(),
            }
        };
        let clitics = score.clitics().map(|(clitic, counts)| CliticRow {
            clitic: clitic.to_owned(),
            gold: counts.gold,
            missed: counts.missed,
            r#false: counts.false_alarms,
        });
        Self {
            words: score.words(),
            misspelled_stems: score.misspelled(),
            schemes: Scheme::ALL.into_iter().rev().map(scheme).collect(),
            clitics: clitics.collect(),
        }
    }
}

impl Printable for Report {
    fn write_text(&self, out: &mut Vec<u8>) -> io::Result<()> {
        writeln!(out, "{} words, {} stems spelled otherwise", self.words, self.misspelled_stems)?;
        for row in &self.schemes {
            let SchemeRow { scheme, accuracy, wrong, precision, recall, f1 } = row;
            let boundaries = format!("boundaries P {precision:.4} R {recall:.4} F1 {f1:.4}");
            writeln!(out, "{scheme:4} words {accuracy:.4} ({wrong} wrong) {boundaries}")?;
        }
        for CliticRow { clitic, gold, missed, r#false } in &self.clitics {
            writeln!(out, "{gold:5} {missed:4} missed {false:4} false {clitic}")?;
        }
        Ok(())
    }
}
