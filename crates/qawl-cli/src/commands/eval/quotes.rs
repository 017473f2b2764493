//! Reported speech: found, with the right words, with the right speaker.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::error::Failure;
use crate::files::read_text;
use crate::printing::{Printable, Printing};
use crate::score::{Prf, Quoted, Report, Tally, read_annotations};

/// Score quotes against quotes that people marked.
///
/// Both files hold a document a line, as `qawl quotes` writes it. A quote is found where the words
/// that it covers and those of the marked one have an F1 of at least 0.5, one to one, best first; it
/// is strictly right where the words are the same. Headline: end_to_end, found and the speaker right.
/// A marked quote with "optional": true is neither owed nor counted against who finds it. A line
/// without `offset_unit` counts characters.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl quotes --format json texts/*.txt > found.jsonl
  qawl eval quotes gold.jsonl found.jsonl --texts texts")]
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
    #[command(flatten)]
    printing: Printing,
}

impl Quotes {
    pub(crate) fn run(self) -> Result<(), Failure> {
        self.printing.print([Ok(self.tally()?.report())])
    }

    fn tally(&self) -> Result<Tally, Failure> {
        let gold = read_annotations(&self.gold)?;
        let found = read_annotations(&self.found)?;
        let mut tally = Tally::default();
        for (doc, marked) in &gold {
            let text = read_text(&self.texts.join(format!("{doc}.txt")))?;
            let marked = marked.resolve(&text)?;
            let found: Vec<Quoted<'_>> = match found.get(doc) {
                Some(found) => found.resolve(&text)?,
                None => Vec::new(),
            };
            tally.add(&marked, &found);
        }
        Ok(tally)
    }
}

impl Printable for Report {
    fn write_text(&self, out: &mut Vec<u8>) -> io::Result<()> {
        writeln!(out, "gold {} found {}", self.gold, self.found)?;
        let rows =
            [("detect", self.detect), ("strict", self.strict), ("end_to_end", self.end_to_end)];
        for (name, Prf { precision, recall, f1 }) in rows {
            writeln!(out, "{name:11} P {precision:.3} R {recall:.3} F1 {f1:.3}")?;
        }
        let Report { speaker, speaker_exact, r#type, cue, .. } = self;
        let exact = format!("(exactly {speaker_exact:.3})");
        writeln!(out, "speaker {speaker:.3} {exact} type {type:.3} cue {cue:.3} of those found")?;
        for (kind, row) in &self.types {
            let (gold, recall, speaker) = (row.gold, row.recall, row.with_speaker);
            let kind = kind.as_str();
            writeln!(out, "{kind:9} gold {gold:4} recall {recall:.3} with speaker {speaker:.3}")?;
        }
        Ok(())
    }
}
