//! Cross-validation: every word is cut by a model that has not seen its sentence.

use qawl_segment::Segmenter;
use qawl_segment::evaluation::GoldWord;

use super::{Gold, Trainer};
use crate::Error;

/// How many parts the sentences are divided into.
pub const FOLDS: usize = 10;

/// What a part of the sentences has taught.
pub type Model = Segmenter<Vec<u8>>;

/// A sentence of the gold.
#[derive(Debug, Clone, Copy)]
pub struct Sentence<'g> {
    /// Which of the files of gold it is of.
    pub file: usize,
    /// How much it counts when it teaches.
    pub weight: f64,
    /// Its words.
    pub words: &'g [GoldWord],
}

/// All sentences, those of each file in their order.
#[must_use]
pub fn sentences(gold: &[Gold]) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    for (file, gold) in gold.iter().enumerate() {
        let weight = gold.weight;
        sentences.extend(gold.sentences.iter().map(|words| Sentence { file, weight, words }));
    }
    sentences
}

/// Cuts each sentence by a model that has not seen it, taught by at most `most` others. `tell` is told of
/// every word.
///
/// # Errors
/// None but those of a table that cannot be built.
pub fn validate<'g>(
    trainer: &Trainer,
    sentences: &[Sentence<'g>],
    most: usize,
    mut tell: impl FnMut(&Sentence<'g>, &'g GoldWord, &Model),
) -> Result<(), Error> {
    for fold in 0..FOLDS {
        let model = trainer.segmenter(&taught(trainer, sentences, fold, most)?)?;
        for sentence in sentences.iter().skip(fold).step_by(FOLDS) {
            sentence.words.iter().for_each(|word| tell(sentence, word, &model));
        }
    }
    Ok(())
}

/// The weights that the sentences teach that are not in part `fold`, at most `most` of them.
fn taught(
    trainer: &Trainer,
    sentences: &[Sentence<'_>],
    fold: usize,
    most: usize,
) -> Result<Vec<i8>, Error> {
    let others: Vec<_> =
        sentences.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, s)| s).collect();
    // Spread over all of them, so that fewer sentences are of the same kinds.
    let count = others.len().min(most);
    let spread = (0..count).filter_map(|at| others.get(at * others.len() / count));
    trainer.train(spread.flat_map(|s| s.words.iter().map(|word| (word, s.weight))))
}
