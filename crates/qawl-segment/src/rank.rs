//! Which of the possible cuts is the likeliest: a log-linear model over all that the grammar
//! allows.

use crate::clitics::{Cut, for_each_cut};
use crate::exceptions;
use crate::features::for_each_feature;
use crate::known::{Known, Lookup};
use crate::restore::Restoration;
use crate::rules;
use crate::stems::Stems;
use crate::weights::Weights;

/// How a stem is spelled alone.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stem {
    /// So the list of exceptions spells it.
    Listed(&'static str),
    /// So the table was asked for it.
    Found(Restoration),
}

/// A way of cutting a word, and how much speaks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) cut: Cut,
    pub(crate) stem: Stem,
    pub(crate) score: Score,
}

/// Units of a score in a nat.
pub(crate) const NAT: i32 = 256;

/// In 256ths of a nat: whole numbers, so that every machine finds the same.
pub(crate) type Score = i32;

/// The likeliest cut, and the score of the next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Best {
    pub(crate) choice: Choice,
    /// `None` where there was nothing to choose.
    pub(crate) second: Option<Score>,
}

impl Choice {
    /// The word left whole, with nothing to compare it to.
    fn whole(word: &str) -> Self {
        Self { cut: Cut::whole(word), stem: Stem::Found(Restoration::None), score: 0 }
    }

    /// The cut of the list of exceptions.
    fn listed(word: &str) -> Option<Self> {
        let (cut, stem) = exceptions::find(word)?;
        Some(Self { cut, stem: Stem::Listed(stem), score: 0 })
    }
}

/// The best cut of `word`, which is made of Arabic letters: that of the list, or the likeliest.
pub(crate) fn best<D: AsRef<[u8]>>(word: &str, stems: &Stems<D>, weights: &Weights) -> Best {
    match Choice::listed(word) {
        Some(choice) => Best { choice, second: None },
        None => best_unlisted(word, stems, weights),
    }
}

/// The likeliest cut. Of equals the first: the coarser.
pub(crate) fn best_unlisted<D: AsRef<[u8]>>(
    word: &str,
    stems: &Stems<D>,
    weights: &Weights,
) -> Best {
    let mut best = Best { choice: Choice::whole(word), second: None };
    if !has_choice(word) {
        return best;
    }
    best.choice.score = Score::MIN;
    for_each_choice(word, stems, weights, |choice| {
        if choice.score > best.choice.score {
            best.second = Some(best.choice.score).filter(|score| *score > Score::MIN);
            best.choice = choice;
        } else {
            best.second = best.second.max(Some(choice.score));
        }
    });
    best
}

/// All cuts of `word`, the best first.
pub(crate) fn all<D: AsRef<[u8]>>(word: &str, stems: &Stems<D>, weights: &Weights) -> Vec<Choice> {
    if let Some(listed) = Choice::listed(word) {
        return vec![listed];
    }
    if !has_choice(word) {
        return vec![Choice::whole(word)];
    }
    let mut choices = Vec::new();
    for_each_choice(word, stems, weights, |choice| choices.push(choice));
    // Stable: of equals the coarser stays first.
    choices.sort_by_key(|choice| -choice.score);
    choices
}

fn has_choice(word: &str) -> bool {
    let mut cuts = 0;
    for_each_cut(word, |_| cuts += 1);
    cuts > 1
}

fn for_each_choice<D: AsRef<[u8]>>(
    word: &str,
    stems: &Stems<D>,
    weights: &Weights,
    mut visit: impl FnMut(Choice),
) {
    for_each_known(word, stems, |lookup, cut, known, whole| {
        let mut score = rules::score(&cut, word, known, whole);
        for_each_feature(lookup, &cut, known, whole, |slot, value| {
            score += weights.get(slot) * value;
        });
        visit(Choice { cut, stem: Stem::Found(known.restoration), score });
    });
}

/// What training sees of each cut: its score by the rules, and its features.
#[cfg(feature = "training")]
pub(crate) fn for_each_seen<D: AsRef<[u8]>>(
    word: &str,
    stems: &Stems<D>,
    mut visit: impl FnMut(Cut, Score, Vec<(u16, i32)>),
) {
    for_each_known(word, stems, |lookup, cut, known, whole| {
        let mut features = Vec::new();
        for_each_feature(lookup, &cut, known, whole, |slot, value| features.push((slot, value)));
        visit(cut, rules::score(&cut, word, known, whole), features);
    });
}

/// Calls `visit` with each cut, what is known of the stem that it leaves, and of the whole word.
fn for_each_known<D: AsRef<[u8]>>(
    word: &str,
    stems: &Stems<D>,
    mut visit: impl FnMut(&mut Lookup<'_, '_, D>, Cut, Known, Known),
) {
    let mut lookup = Lookup::new(word, stems);
    let whole = lookup.known(&Cut::whole(word));
    for_each_cut(word, |cut| {
        let known = if cut.is_whole(word) { whole } else { lookup.known(&cut) };
        visit(&mut lookup, cut, known, whole);
    });
}
