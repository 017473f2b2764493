//! What the counts come to.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::score::annotation::Kind;
use crate::score::bootstrap::intervals;
use crate::score::groups::Groups;
use crate::score::tally::Tally;

/// The figures of all documents, and of each group of them.
#[derive(Debug, Serialize)]
pub(crate) struct Evaluation {
    #[serde(flatten)]
    pub(crate) all: Figures,
    /// By the name of the column, then by its value.
    pub(crate) groups: BTreeMap<String, BTreeMap<String, Figures>>,
}

impl Evaluation {
    /// Of documents with their counts.
    pub(crate) fn new(documents: &[(&str, Tally)], groups: Option<&Groups>) -> Self {
        let tallies: Vec<Tally> = documents.iter().map(|&(_, tally)| tally).collect();
        let columns = groups.map(|groups| groups.split(documents)).unwrap_or_default();
        let figures =
            |(value, tallies): (&str, Vec<Tally>)| (value.to_owned(), Figures::new(&tallies));
        let column = |(name, parts): (&str, BTreeMap<&str, Vec<Tally>>)| {
            (name.to_owned(), parts.into_iter().map(figures).collect())
        };
        Self { all: Figures::new(&tallies), groups: columns.into_iter().map(column).collect() }
    }
}

/// Shares, and how sure they are.
#[derive(Debug, Serialize)]
pub(crate) struct Figures {
    pub(crate) documents: usize,
    #[serde(flatten)]
    pub(crate) report: Report,
    pub(crate) intervals: Intervals,
}

impl Figures {
    fn new(documents: &[Tally]) -> Self {
        let mut sum = Tally::default();
        documents.iter().for_each(|document| sum += *document);
        let (report, intervals) = (sum.report(), intervals(documents));
        Self { documents: documents.len(), report, intervals }
    }
}

/// Shares from 0 to 1.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// How many quotes are owed.
    pub(crate) gold: usize,
    /// How many were found, without those that match optional ones.
    pub(crate) found: usize,
    pub(crate) detect: Prf,
    pub(crate) strict: Prf,
    pub(crate) end_to_end: Prf,
    /// Of the matched ones, as the next three.
    pub(crate) speaker: f64,
    pub(crate) speaker_exact: f64,
    pub(crate) r#type: f64,
    pub(crate) cue: f64,
    pub(crate) types: BTreeMap<Kind, TypeRow>,
}

/// Intervals of 95 %: of the F1 of the first three, of the shares of the others.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Intervals {
    pub(crate) detect: [f64; 2],
    pub(crate) strict: [f64; 2],
    pub(crate) end_to_end: [f64; 2],
    pub(crate) speaker: [f64; 2],
    pub(crate) speaker_exact: [f64; 2],
    pub(crate) r#type: [f64; 2],
    pub(crate) cue: [f64; 2],
}

/// Precision, recall and their harmonic mean.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Prf {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
}

impl Prf {
    pub(crate) fn new(hits: usize, found: usize, gold: usize) -> Self {
        let (precision, recall) = (ratio(hits, found), ratio(hits, gold));
        // The mean of the two shares, not of the counts: other programs compute it so, and the last
        // digits would differ.
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision, recall, f1 }
    }
}

/// Recall of one type of quotes.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct TypeRow {
    pub(crate) gold: usize,
    pub(crate) recall: f64,
    pub(crate) with_speaker: f64,
}

/// A share; 0 of nothing.
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
