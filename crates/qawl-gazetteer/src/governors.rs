//! Which words before a name a rule may speak of.
//!
//! The word before nearly every match is asked whether it refuses the match, and nearly none does: a filter
//! of the hashes of those that may, made on opening, spares folding it and taking its proclitics off.

use crate::clitic::surfaces;
use crate::filter::{Filter, FilterBuilder};
use crate::hash;

/// How many forms most words have behind proclitics, at the most.
const FORMS: usize = 15;

/// The words of rules, with all proclitics before them and without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Governors {
    /// A [`Filter`].
    bytes: Vec<u8>,
}

impl Governors {
    /// Of folded words.
    pub(crate) fn new<'g>(words: impl Iterator<Item = &'g str> + Clone) -> Self {
        let mut filter = FilterBuilder::new(FORMS * words.clone().count());
        for form in words.flat_map(surfaces) {
            filter.add(hash::word(&form));
        }
        Self { bytes: filter.bytes().collect() }
    }

    /// Whether the word of this hash may be one, behind proclitics or without.
    pub(crate) fn may_have(&self, hash: u64) -> bool {
        Filter::new(&self.bytes).has(hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_each_word_behind_its_proclitics() {
        let governors = Governors::new(["شارع", "صلاه", "اللجنه"].into_iter());
        let has = |word: &str| governors.may_have(hash::word(word));
        assert!(["شارع", "بشارع", "وللجنه", "للجنه", "فكصلاه"].into_iter().all(has));
        let others = ["قال", "الوزير", "في", "ان", "مع", "التي", "وقد", "كان"];
        assert!(others.into_iter().filter(|word| has(word)).count() < 3);
        assert!(!Governors::new([].into_iter()).may_have(hash::word("شارع")));
    }
}
