//! The files that the table of stems is made of.

use std::collections::BTreeMap;
use std::path::Path;

use qawl_segment::evaluation::{GoldWord, read_gold};
use qawl_segment::training::is_word;

use crate::{Error, Row, read_tsv};

const COUNTS: &str = "data/segment/word_counts.tsv";
const CLASSES: &str = "data/segment/camel_morph_stems.tsv";

/// Files whose first column holds names, and words of names.
const NAMES: [(&str, usize); 5] = [
    ("data/gazetteer/cities.tsv", 6),
    ("data/gazetteer/countries.tsv", 6),
    ("data/gazetteer/people.tsv", 6),
    ("data/gazetteer/regions.tsv", 6),
    ("data/quotes/name_parts.tsv", 3),
];

/// The gold, and what a word of each file counts in training: the hard sentences are full of first
/// and second persons, which would be expected everywhere if they counted in full.
const GOLD: [(&str, f64); 2] =
    [("data/segmentation/news.tsv", 1.0), ("data/segmentation/hard.tsv", 0.3)];

/// How often each word was met.
pub(super) type Counts = BTreeMap<String, u64>;
/// The classes of each stem, a bit each.
pub(super) type Classes = BTreeMap<String, u64>;

/// Sentences that were cut by hand.
#[derive(Debug, Clone)]
pub struct Gold {
    /// The file they are from.
    pub path: &'static str,
    /// What a word of it counts in training.
    pub weight: f64,
    /// The sentences.
    pub sentences: Vec<Vec<GoldWord>>,
}

/// Reads the gold under `root`.
///
/// # Errors
/// Where a file cannot be read, or a line is none of gold.
pub fn read_all_gold(root: &Path) -> Result<Vec<Gold>, Error> {
    GOLD.into_iter()
        .map(|(path, weight)| {
            let text = std::fs::read_to_string(root.join(path))
                .map_err(|error| Error::new(format!("{path}: {error}")))?;
            let sentences =
                read_gold(&text).map_err(|error| Error::new(format!("{path}: {error}")))?;
            Ok(Gold { path, weight, sentences })
        })
        .collect()
}

pub(super) fn read_counts(root: &Path) -> Result<Counts, Error> {
    let path = root.join(COUNTS);
    let mut counts = Counts::new();
    for row in read_tsv(&path, 2)? {
        let [word, count] = columns(&path, &row)?;
        let count = count.parse().map_err(|error| Error::at(&path, row.line, error))?;
        counts.insert(word.clone(), count);
    }
    Ok(counts)
}

pub(super) fn read_classes(root: &Path) -> Result<Classes, Error> {
    let path = root.join(CLASSES);
    let mut classes = Classes::new();
    for row in read_tsv(&path, 2)? {
        let [stem, names] = columns(&path, &row)?;
        for name in names.split(',') {
            let bit = class_bit(name)
                .ok_or_else(|| Error::at(&path, row.line, format!("no class «{name}»")))?;
            *classes.entry(stem.clone()).or_default() |= bit;
        }
    }
    for (path, columns) in NAMES {
        for row in read_tsv(&root.join(path), columns)? {
            let name = row.columns.first().map(String::as_str).unwrap_or_default();
            for word in name.split([' ', '-']).filter(|word| is_name(word)) {
                *classes.entry(word.to_owned()).or_default() |= NAME;
            }
        }
    }
    Ok(classes)
}

/// Whether a word of a name is worth knowing: one that looks as if it had clitics.
fn is_name(word: &str) -> bool {
    let front = word.starts_with(['و', 'ف', 'ب', 'ل', 'ك', 'س']);
    let back = super::table::PRONOUNS.iter().any(|pronoun| word.ends_with(pronoun));
    word.chars().count() >= 3 && !word.starts_with("ال") && (front || back) && is_word(word)
}

pub(super) fn columns<'r, const N: usize>(
    path: &Path,
    row: &'r Row,
) -> Result<&'r [String; N], Error> {
    row.columns.as_slice().try_into().map_err(|error| Error::at(path, row.line, error))
}

/// The bit of names.
const NAME: u64 = 1 << 3;

fn class_bit(name: &str) -> Option<u64> {
    let at = ["perfect", "imperfect", "adjective", "name", "particle"]
        .iter()
        .position(|known| *known == name)?;
    Some(1 << at)
}
