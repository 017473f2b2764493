//! Reported speech: found, with the right words, with the right speaker.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::error::Failure;
use crate::files::read_text;
use crate::formats::flat::Isolated;
use crate::printing::{Printable, Printing};
use crate::score::{
    Evaluation, Figures, Groups, Intervals, Prf, Quoted, Report, Tally, read_annotations,
};

/// Score quotes against quotes that people marked.
///
/// Both files hold a document a line, as `qawl quotes` writes it. A quote is found where the words
/// that it covers and those of the marked one have an F1 of at least 0.5, one to one, best first; it
/// is strictly right where the words are the same. Headline: end_to_end, found and the speaker right.
/// A marked quote with "optional": true is neither owed nor counted against who finds it. A line
/// without `offset_unit` counts characters.
///
/// In brackets stand intervals of 95 %, by a bootstrap over documents (2000 draws, always the same
/// ones): within them lie the figures of other documents of the same kind.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A file for --groups has a line a document, with tabs between its columns; the first line names them:
  doc     genre    marks
  a001    sport    guillemets

Examples:
  qawl quotes --format json texts/*.txt > found.jsonl
  qawl eval quotes gold.jsonl found.jsonl --texts texts
  qawl eval quotes gold.jsonl found.jsonl --texts texts --groups styles.tsv")]
pub(crate) struct Quotes {
    /// What people marked.
    #[arg(value_name = "GOLD.jsonl")]
    gold: PathBuf,
    /// What was found.
    #[arg(value_name = "FOUND.jsonl")]
    found: PathBuf,
    /// The folder of the texts, a file DOC.txt for each document.
    #[arg(long, value_name = "FOLDER")]
    texts: PathBuf,
    /// Count by the columns of this file, too: house style, genre, region.
    #[arg(long, value_name = "FILE.tsv")]
    groups: Option<PathBuf>,
    #[command(flatten)]
    printing: Printing,
}

impl Quotes {
    pub(crate) fn run(self) -> Result<(), Failure> {
        self.printing.print([Ok(self.evaluation()?)])
    }

    fn evaluation(&self) -> Result<Evaluation, Failure> {
        let groups = self.groups.as_deref().map(Groups::read).transpose()?;
        let gold = read_annotations(&self.gold)?;
        let found = read_annotations(&self.found)?;
        let mut documents: Vec<(&str, Tally)> = Vec::with_capacity(gold.len());
        for (doc, marked) in &gold {
            let text = read_text(&self.texts.join(format!("{doc}.txt")))?;
            let marked = marked.resolve(&text)?;
            let found: Vec<Quoted<'_>> = match found.get(doc) {
                Some(found) => found.resolve(&text)?,
                None => Vec::new(),
            };
            documents.push((doc, Tally::of(&marked, &found)));
        }
        Ok(Evaluation::new(&documents, groups.as_ref()))
    }
}

impl Printable for Evaluation {
    fn write_text(&self, out: &mut Vec<u8>) -> io::Result<()> {
        write_all(&self.all, out)?;
        for (column, values) in &self.groups {
            writeln!(out, "\n{}", Isolated(column))?;
            values.iter().try_for_each(|(value, figures)| write_group(value, figures, out))?;
        }
        Ok(())
    }
}

fn write_all(figures: &Figures, out: &mut Vec<u8>) -> io::Result<()> {
    let Figures { documents, report, intervals } = figures;
    writeln!(out, "documents {documents} gold {} found {}", report.gold, report.found)?;
    let rows = [
        ("detect", report.detect, intervals.detect),
        ("strict", report.strict, intervals.strict),
        ("end_to_end", report.end_to_end, intervals.end_to_end),
    ];
    for (name, Prf { precision, recall, f1 }, interval) in rows {
        let interval = bracketed(interval);
        writeln!(out, "{name:11} P {precision:.3} R {recall:.3} F1 {f1:.3} {interval}")?;
    }
    write_shares(report, intervals, out)?;
    for (kind, row) in &report.types {
        let (gold, recall, speaker) = (row.gold, row.recall, row.with_speaker);
        let kind = kind.as_str();
        writeln!(out, "{kind:9} gold {gold:4} recall {recall:.3} with speaker {speaker:.3}")?;
    }
    Ok(())
}

/// Shares of the quotes that were found.
fn write_shares(report: &Report, intervals: &Intervals, out: &mut Vec<u8>) -> io::Result<()> {
    let shares = [
        ("speaker", report.speaker, intervals.speaker),
        ("exactly", report.speaker_exact, intervals.speaker_exact),
        ("type", report.r#type, intervals.r#type),
        ("cue", report.cue, intervals.cue),
    ];
    for (name, share, interval) in shares {
        writeln!(out, "{name:11} {share:.3} {} of those found", bracketed(interval))?;
    }
    Ok(())
}

/// One line of a group: F1 of the first three, shares of the others.
fn write_group(value: &str, figures: &Figures, out: &mut Vec<u8>) -> io::Result<()> {
    let Figures { documents, report, intervals } = figures;
    write!(out, "  {} documents {documents} gold {}", Isolated(value), report.gold)?;
    let figures = [
        ("detect", report.detect.f1, intervals.detect),
        ("strict", report.strict.f1, intervals.strict),
        ("end_to_end", report.end_to_end.f1, intervals.end_to_end),
        ("speaker", report.speaker, intervals.speaker),
        ("exactly", report.speaker_exact, intervals.speaker_exact),
        ("type", report.r#type, intervals.r#type),
    ];
    for (name, figure, interval) in figures {
        write!(out, " {name} {figure:.3} {}", bracketed(interval))?;
    }
    writeln!(out)
}

fn bracketed([low, high]: [f64; 2]) -> String {
    format!("[{low:.3}, {high:.3}]")
}
