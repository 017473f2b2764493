//! What the counts come to.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::score::annotation::Kind;

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

/// Precision, recall and their harmonic mean.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Prf {
    pub(crate) precision: f64,
    pub(crate) recall: f64,
    pub(crate) f1: f64,
}

impl Prf {
    pub(crate) fn new(hits: usize, found: usize, gold: usize) -> Self {
        let f1 = ratio(2 * hits, found + gold);
        Self { precision: ratio(hits, found), recall: ratio(hits, gold), f1 }
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
