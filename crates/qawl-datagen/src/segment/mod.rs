//! The outputs of `qawl-segment`: the model and the list of exceptions.
//!
//! A stem is known by the company it keeps. For every string that is a counted word, or is left
//! when clitics are cut from one, the table holds how often it stands bare and with the article,
//! with how many different clitics it was seen, and which word classes a lexicon gives it. How much
//! each of these is worth is learned from sentences that were cut by hand.

use std::path::Path;

use qawl_segment::Segmenter;
use qawl_segment::evaluation::GoldWord;

pub use self::sources::{Gold, read_all_gold};
pub use self::train::{Yeh, careless};
pub use self::validation::{FOLDS, Model, Sentence, sentences, validate};

use self::sources::{Classes, Counts, columns, read_classes, read_counts};
use crate::{Error, Output, read_tsv};

mod lbfgs;
mod sources;
mod table;
mod train;
mod validation;

const EXCEPTIONS: &str = "data/segment/exceptions.tsv";

/// Renders them from `data/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let trainer = Trainer::open(root)?;
    let gold = read_all_gold(root)?;
    let words = gold
        .iter()
        .flat_map(|gold| gold.sentences.iter().flatten().map(|word| (word, gold.weight)));
    Ok(vec![
        Output {
            path: "crates/qawl-segment/src/model.fst".into(),
            bytes: trainer.model(&trainer.train(words)?)?,
        },
        Output {
            path: "crates/qawl-segment/src/exceptions_table.rs".into(),
            bytes: exceptions(root)?.into_bytes(),
        },
    ])
}

/// What models are made of.
#[derive(Debug)]
pub struct Trainer {
    counts: Counts,
    classes: Classes,
}

impl Trainer {
    /// Reads the counts and the lexicon under `root`.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn open(root: &Path) -> Result<Self, Error> {
        Ok(Self { counts: read_counts(root)?, classes: read_classes(root)? })
    }

    /// The same with nothing known of any stem but `classes`.
    #[must_use]
    pub fn without_counts(self) -> Self {
        Self { counts: Counts::new(), ..self }
    }

    /// The weights that tell the right cuts of `words` from the others. Each word counts as much as
    /// stands beside it.
    ///
    /// # Errors
    /// None but those of a table that cannot be built.
    pub fn train<'w>(
        &self,
        words: impl IntoIterator<Item = (&'w GoldWord, f64)>,
    ) -> Result<Vec<i8>, Error> {
        Ok(train::train(&self.segmenter(&[])?, words))
    }

    /// A model with such weights, as a file has it. Without weights it goes by rules alone.
    ///
    /// # Errors
    /// Where the table cannot be built.
    pub fn model(&self, weights: &[i8]) -> Result<Vec<u8>, Error> {
        table::model(&self.counts, &self.classes, weights)
    }

    /// A segmenter with such weights.
    ///
    /// # Errors
    /// As of [`Trainer::model`].
    pub fn segmenter(&self, weights: &[i8]) -> Result<Segmenter<Vec<u8>>, Error> {
        Segmenter::open(self.model(weights)?).map_err(|error| Error::new(error.to_string()))
    }
}

fn exceptions(root: &Path) -> Result<String, Error> {
    let path = root.join(EXCEPTIONS);
    let mut text = String::from(
        "//! Words cut by list. Do not edit: written by `cargo run -p qawl-datagen` from\n\
         //! `data/segment/exceptions.tsv`.\n\n\
         /// A word and its segments, sorted by word.\n\
         pub(crate) const EXCEPTIONS: &[(&str, &str)] = &[\n",
    );
    let mut last = String::new();
    for row in read_tsv(&path, 3)? {
        let [word, segments, _] = columns(&path, &row)?;
        if *word <= last {
            return Err(Error::at(&path, row.line, "not sorted, or twice"));
        }
        text.push_str(&format!("    (\"{word}\", \"{segments}\"),\n"));
        last.clone_from(word);
    }
    text.push_str("];\n");
    Ok(text)
}
