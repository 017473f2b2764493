//! Sentences that end where people end them.

use std::path::Path;

use qawl_datagen::sentences::{Score, read};
use qawl_tokenize::sentences;

use crate::Failure;
use crate::figure::Figure;

pub(crate) fn measure(root: &Path) -> Result<Vec<Figure>, Failure> {
    let figure = |set: &str| {
        let folder = format!("data/sentences/{set}");
        let mut score = Score::default();
        for marked in &read(&root.join(&folder))? {
            score.add(marked, sentences(&marked.text).map(|sentence| sentence.span.end()));
        }
        Ok(Figure::share(&format!("`{folder}`"), "ends, F1", score.f1()))
    };
    ["dev", "test"].into_iter().map(figure).collect()
}
