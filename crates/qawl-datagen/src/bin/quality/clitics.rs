//! Words cut as people cut them.

use std::path::{Path, absolute};

use qawl_datagen::segment::{Trainer, read_all_gold, sentences, validate};
use qawl_segment::Scheme;
use qawl_segment::evaluation::Score;
use serde::Deserialize;

use crate::Failure;
use crate::figure::Figure;
use crate::program::{output, qawl};

/// Our own gold. The model that is shipped has learned from it, so each word is cut by one that has not
/// seen its sentence.
pub(crate) fn cross_validated(root: &Path) -> Result<Vec<Figure>, Failure> {
    let gold = read_all_gold(root)?;
    let mut scores = vec![Score::default(); gold.len()];
    validate(&Trainer::open(root)?, &sentences(&gold), usize::MAX, |sentence, word, model| {
        scores[sentence.file].add(word, &model.segment(word.surface()));
    })?;
    let figures = gold.iter().zip(&scores).flat_map(|(gold, score)| {
        let name = format!("`{}`, cross-validated", gold.path);
        Scheme::ALL.map(|scheme| figure(&name, scheme.as_str(), score.accuracy(scheme)))
    });
    Ok(figures.collect())
}

#[derive(Deserialize)]
struct Report {
    schemes: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    scheme: String,
    accuracy: f64,
}

/// Gold of others, by the model that is shipped.
pub(crate) fn of_others(name: &str, gold: &Path) -> Result<Vec<Figure>, Failure> {
    let mut command = qawl();
    command.args(["eval", "segmentation", "--format", "json"]).arg(absolute(gold)?);
    let report: Report = serde_json::from_str(&output(&mut command)?)?;
    // The command begins with the finest scheme.
    let rows = report.schemes.iter().rev();
    Ok(rows.map(|row| figure(name, &row.scheme, row.accuracy)).collect())
}

fn figure(name: &str, scheme: &str, accuracy: f64) -> Figure {
    Figure::fine(name, &format!("words cut right, {scheme}"), accuracy)
}
