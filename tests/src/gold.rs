//! Sentence boundaries that people marked.

use std::collections::BTreeSet;
use std::path::Path;

use crate::workspace;

/// U+2016 DOUBLE VERTICAL LINE, behind each sentence.
const MARK: char = '\u{2016}';

/// A text and where its sentences end, in bytes. The end of the last one is left out: anyone finds
/// it.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The name of the file without ending and number: `titles` of `titles-01.txt`.
    pub class: String,
    /// Without marks.
    pub text: String,
    /// Behind the last character of each sentence.
    pub ends: BTreeSet<usize>,
}

/// The texts of a folder.
#[must_use]
pub fn read(folder: &Path) -> Vec<Marked> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    files.iter().map(|path| parse(path, &workspace::read(path))).collect()
}

fn parse(path: &Path, marked: &str) -> Marked {
    let (mut text, mut ends) = (String::new(), BTreeSet::new());
    for sentence in marked.split_inclusive(MARK) {
        text.push_str(sentence.trim_end_matches(MARK));
        if sentence.ends_with(MARK) {
            ends.insert(text.len());
        }
    }
    ends.pop_last();
    let name = path.file_stem().unwrap().to_str().unwrap();
    let class = name.split_once('-').unwrap().0.to_owned();
    Marked { class, text, ends }
}

/// How many ends were right, found, and to be found.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Score {
    /// Adds what was found in a text: where pieces end, white space behind them left aside.
    pub fn add(&mut self, marked: &Marked, ends: impl Iterator<Item = usize>) {
        let visible = |end: usize| marked.text[..end].trim_end().len();
        let last = visible(marked.text.len());
        let found: BTreeSet<_> = ends.map(visible).filter(|end| (1..last).contains(end)).collect();
        self.right += found.intersection(&marked.ends).count();
        self.found += found.len();
        self.wanted += marked.ends.len();
    }

    /// The harmonic mean of precision and recall.
    #[must_use]
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.wanted) as f64
    }

    /// Precision, recall, F1.
    #[must_use]
    pub fn line(self) -> String {
        let (precision, recall) =
            (self.right as f64 / self.found as f64, self.right as f64 / self.wanted as f64);
        format!(
            "P {precision:.3} R {recall:.3} F1 {:.4} ({} of {})",
            self.f1(),
            self.right,
            self.wanted
        )
    }
}
