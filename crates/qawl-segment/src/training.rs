//! What a program that trains weights needs to see of a word. Not part of the stable interface.

use crate::clitics::{Conjunction, Particle};
use crate::exceptions;
use crate::features;
use crate::letters::{Letters, is_plain, numbers};
use crate::rank;
use crate::segmentation::Segmentation;
use crate::segmenter::Segmenter;
use crate::stems::{BARE, CLASSES, FST_TYPE, FUTURES, PROCLITICS, PRONOUNS, WITH_ARTICLE};
use crate::weights::{SLOTS, key};

/// How many weights there are.
pub const WEIGHTS: usize = SLOTS;

/// One way of cutting a word.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The clitics before the stem, the article as ال.
    pub front: Vec<&'static str>,
    /// The stem as it is written.
    pub stem: String,
    /// The pronoun, or nothing.
    pub pronoun: String,
    /// What the rules say, in 256ths of a nat.
    pub rules: i32,
    /// The slots of its features and their values.
    pub features: Vec<(u16, i32)>,
}

/// The candidates that weights decide between; none for a word that they do not decide.
pub fn candidates<D: AsRef<[u8]>>(segmenter: &Segmenter<D>, word: &str) -> Vec<Candidate> {
    let Some(letters) = Letters::of(word) else { return Vec::new() };
    if exceptions::find(&letters.text).is_some() {
        return Vec::new();
    }
    let mut seen = Vec::new();
    rank::for_each_seen(&letters.text, segmenter.stems(), |cut, rules, features| {
        let mut front = Vec::new();
        front.extend(cut.conjunction.map(|conjunction| match conjunction {
            Conjunction::And => "و",
            Conjunction::Then => "ف",
        }));
        front.extend(cut.particle.map(|particle| match particle {
            Particle::With => "ب",
            Particle::To => "ل",
            Particle::Like => "ك",
            Particle::Will => "س",
        }));
        front.extend(cut.article.map(|_| "ال"));
        seen.push(Candidate {
            front,
            stem: cut.key(&letters.text).to_owned(),
            pronoun: cut.written_pronoun(&letters.text).to_owned(),
            rules,
            features,
        });
    });
    seen
}

/// How the model cuts a word where the list of exceptions says nothing.
pub fn segment_without_list<'w, D: AsRef<[u8]>>(
    segmenter: &Segmenter<D>,
    word: &'w str,
) -> Segmentation<'w> {
    segmenter.segment_by(word, rank::best_unlisted)
}

/// Whether a string is made of Arabic letters, and so may be a stem.
#[must_use]
pub fn is_word(stem: &str) -> bool {
    is_plain(stem)
}

/// The type number of the file of a model.
pub const FILE_TYPE: u64 = FST_TYPE;
/// The value of a feature that is only there or not.
pub const PRESENT: i32 = features::PRESENT;
/// Units of a score in a nat.
pub const NAT: i32 = rank::NAT;

/// What is counted of a stem.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    /// How often it was met bare.
    pub bare: u64,
    /// How often with the article.
    pub with_article: u64,
    /// With how many different proclitics.
    pub proclitics: u64,
    /// With how many different pronouns.
    pub pronouns: u64,
    /// With how many forms of the future particle.
    pub futures: u64,
    /// Its classes: perfect, imperfect, adjective, name, particle, a bit each.
    pub classes: u64,
}

/// The value of a stem in the file of a model.
#[must_use]
pub fn stem_value(counted: &Counted) -> u64 {
    BARE.place(level(counted.bare))
        | WITH_ARTICLE.place(level(counted.with_article))
        | PROCLITICS.place(counted.proclitics)
        | PRONOUNS.place(counted.pronouns)
        | FUTURES.place(counted.futures)
        | CLASSES.place(counted.classes)
}

/// A count as thirds of its binary logarithm, and one; 0 for none.
fn level(count: u64) -> u64 {
    let mut level = 0;
    // 2^(level/3) <= count, in whole numbers, so that every machine finds the same.
    while level < 62 && (1u128 << level) <= u128::from(count).pow(3) {
        level += 1;
    }
    level
}

/// The key of a stem in it.
#[must_use]
pub fn stem_key(stem: &str) -> Vec<u8> {
    numbers(stem).collect()
}

/// The key of a weight in it.
#[must_use]
pub fn weight_key(slot: u16) -> [u8; 3] {
    key(slot)
}

/// The value of a weight in it.
#[must_use]
pub fn weight_value(weight: i8) -> u64 {
    u64::from(weight.cast_unsigned())
}
