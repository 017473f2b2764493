//! Weights from gold: a softmax over the cuts of each word, maximized with a penalty on the
//! squares of the weights.

use std::collections::BTreeMap;

use qawl_segment::Segmenter;
use qawl_segment::evaluation::GoldWord;
use qawl_segment::training::{Candidate, NAT, PRESENT, WEIGHTS, candidates};

use super::lbfgs;

/// How strongly weights are held at zero.
const PENALTY: f64 = 0.5;
/// Weights that are smaller, in nats, are left out.
const SMALLEST: f64 = 0.08;
/// How many steps are enough to come near the best weights.
const ITERATIONS: usize = 150;
/// What a word counts that is spelled as the careless spell it, beside the same in good spelling.
const CARELESS: f64 = 0.125;

/// A word to learn from: its candidates, which of them is right, how often it is met.
struct Example {
    candidates: Vec<Seen>,
    right: usize,
    count: f64,
}

struct Seen {
    rules: f64,
    features: Vec<(usize, f64)>,
}

/// The weights that tell the right cuts of `words` from the others.
pub(super) fn train<'w, D: AsRef<[u8]>>(
    segmenter: &Segmenter<D>,
    words: impl IntoIterator<Item = (&'w GoldWord, f64)>,
) -> Vec<i8> {
    let mut counts: BTreeMap<GoldWord, f64> = BTreeMap::new();
    for (word, weight) in words {
        for other in [Yeh::Dotted, Yeh::Undotted].map(|yeh| careless(word, yeh)) {
            if other != *word {
                *counts.entry(other).or_default() += weight * CARELESS;
            }
        }
        *counts.entry(word.clone()).or_default() += weight;
    }
    let examples: Vec<Example> =
        counts.iter().filter_map(|(word, count)| example(segmenter, word, *count)).collect();
    let weights = lbfgs::minimize(vec![0.0; WEIGHTS], ITERATIONS, |weights, gradient| {
        loss(&examples, weights, gradient)
    });
    weights.into_iter().map(quantized).collect()
}

/// How the careless end a word in ي or ى: both with dots, or both without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Yeh {
    /// ي.
    Dotted,
    /// ى.
    Undotted,
}

/// A word as the careless write it: no hamza on its alefs, ه for ة, one letter for ي and ى. A
/// pronoun ي keeps its dots, and a word with the أ of questions its hamzas.
#[must_use]
pub fn careless(word: &GoldWord, yeh: Yeh) -> GoldWord {
    if word.pieces().first().is_some_and(|first| first == "أ") {
        return word.clone();
    }
    let is_mine = word.pieces().len() > 1 && word.pieces().last().is_some_and(|last| last == "ي");
    let yeh = if is_mine { Yeh::Dotted } else { yeh };
    let last = word.pieces().len().saturating_sub(1);
    let pieces = word.pieces().iter().enumerate();
    let pieces = pieces.map(|(at, piece)| spell(piece, (at == last).then_some(yeh)));
    GoldWord::new(spell(word.surface(), Some(yeh)), pieces.collect())
}

/// Spells a part of a word, which is its last one where `yeh` is given.
fn spell(part: &str, yeh: Option<Yeh>) -> String {
    let mut letters: Vec<char> = part
        .chars()
        .map(|letter| if matches!(letter, 'أ' | 'إ' | 'آ') { 'ا' } else { letter })
        .collect();
    if let (Some(yeh), Some(last)) = (yeh, letters.last_mut()) {
        *last = match (*last, yeh) {
            ('ة', _) => 'ه',
            ('ى', Yeh::Dotted) => 'ي',
            ('ي', Yeh::Undotted) => 'ى',
            (other, _) => other,
        };
    }
    letters.into_iter().collect()
}

/// A weight as it is stored: in such parts of a nat that its product with the value of a feature is
/// in the unit of scores.
fn quantized(weight: f64) -> i8 {
    if weight.abs() < SMALLEST {
        return 0;
    }
    (weight * f64::from(NAT / PRESENT)).round().clamp(-127.0, 127.0) as i8
}

fn example<D: AsRef<[u8]>>(
    segmenter: &Segmenter<D>,
    word: &GoldWord,
    count: f64,
) -> Option<Example> {
    let seen = candidates(segmenter, word.surface());
    if seen.len() < 2 {
        return None;
    }
    let right = seen.iter().position(|candidate| is_right(candidate, word))?;
    let candidates = seen.into_iter().map(|candidate| Seen {
        rules: f64::from(candidate.rules) / f64::from(NAT),
        features: candidate
            .features
            .into_iter()
            .map(|(slot, value)| (usize::from(slot), f64::from(value) / f64::from(PRESENT)))
            .collect(),
    });
    Some(Example { candidates: candidates.collect(), right, count })
}

/// Whether a candidate cuts where the gold does.
fn is_right(candidate: &Candidate, word: &GoldWord) -> bool {
    let pieces: Vec<&str> = word.pieces().iter().map(String::as_str).collect();
    let Some(rest) = pieces.strip_prefix(candidate.front.as_slice()) else { return false };
    let stem = match rest {
        [stem] if candidate.pronoun.is_empty() => stem,
        [stem, pronoun] if candidate.pronoun == *pronoun => stem,
        _ => return false,
    };
    // A stem that shares its ل with the article is another cut than one that does not.
    candidate.stem.chars().next() == stem.chars().next()
}

/// The loss of `weights`, and its gradient.
fn loss(examples: &[Example], weights: &[f64], gradient: &mut [f64]) -> f64 {
    let mut loss = 0.0;
    for (weight, slope) in weights.iter().zip(gradient.iter_mut()) {
        *slope = PENALTY * 2.0 * weight;
        loss += PENALTY * weight * weight;
    }
    for example in examples {
        let scores: Vec<f64> = example.candidates.iter().map(|c| c.score(weights)).collect();
        let best = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let shares: Vec<f64> = scores.iter().map(|score| libm::exp(score - best)).collect();
        let sum: f64 = shares.iter().sum();
        loss -= example.count * (scores[example.right] - best - libm::log(sum));
        for (at, candidate) in example.candidates.iter().enumerate() {
            let wanted = if at == example.right { 1.0 } else { 0.0 };
            let slope = example.count * (shares[at] / sum - wanted);
            for &(slot, value) in &candidate.features {
                gradient[slot] += slope * value;
            }
        }
    }
    loss
}

impl Seen {
    fn score(&self, weights: &[f64]) -> f64 {
        self.rules + self.features.iter().map(|(slot, value)| weights[*slot] * value).sum::<f64>()
    }
}
