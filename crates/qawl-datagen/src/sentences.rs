//! Sentence boundaries that people marked, and how many of them are found.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::Error;

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
///
/// # Errors
/// Where the folder or a file in it cannot be read.
pub fn read(folder: &Path) -> Result<Vec<Marked>, Error> {
    let failed = |error| Error::new(format!("{}: {error}", folder.display()));
    let files: Result<Vec<_>, _> =
        fs::read_dir(folder).map_err(failed)?.map(|entry| Ok(entry?.path())).collect();
    let mut files = files.map_err(failed)?;
    files.sort();
    files.iter().map(|path| read_one(path)).collect()
}

fn read_one(path: &Path) -> Result<Marked, Error> {
    let marked = fs::read_to_string(path)
        .map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let class = name.split_once('-').map_or(&*name, |(class, _)| class);
    Ok(parse(class, &marked))
}

fn parse(class: &str, marked: &str) -> Marked {
    let (mut text, mut ends) = (String::new(), BTreeSet::new());
    for sentence in marked.split_inclusive(MARK) {
        text.push_str(sentence.trim_end_matches(MARK));
        if sentence.ends_with(MARK) {
            ends.insert(text.len());
        }
    }
    ends.pop_last();
    Marked { class: class.to_owned(), text, ends }
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
        let visible = |end| marked.text.get(..end).map_or(end, |text| text.trim_end().len());
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
