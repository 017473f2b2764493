//! What a light stemmer takes off.

use qawl::Normalizer;

use crate::data;

/// Kind, affix, how many letters must stay, what it means.
static LIST: &str = include_str!("../data/affixes.tsv");

/// Prefixes and suffixes, folded as the terms are, in the order in which they are tried.
#[derive(Debug, Default)]
pub(crate) struct Affixes {
    prefixes: Vec<Affix>,
    suffixes: Vec<Affix>,
    /// What only looks as if it had an affix.
    words: Vec<String>,
}

#[derive(Debug)]
struct Affix {
    letters: String,
    /// How many letters must stay.
    stay: usize,
}

impl Affix {
    /// Whether `rest`, what is left without it, is long enough.
    fn leaves_enough(&self, rest: &str) -> bool {
        rest.chars().nth(self.stay.saturating_sub(1)).is_some()
    }
}

impl Affixes {
    pub(crate) fn new(normalizer: &Normalizer) -> Self {
        let mut affixes = Self::default();
        for [kind, affix, stay, _what] in data::entries::<4>(LIST) {
            let letters = normalizer.normalize(affix).into_owned();
            match kind {
                "prefix" => add(&mut affixes.prefixes, letters, stay),
                "suffix" => add(&mut affixes.suffixes, letters, stay),
                _ => affixes.words.push(letters),
            }
        }
        affixes
    }

    /// Takes off the first prefix that fits, then every suffix that fits, in their order.
    pub(crate) fn strip(&self, term: &mut String) {
        if self.words.contains(term) {
            return;
        }
        let prefix = self.prefixes.iter().find(|prefix| {
            term.strip_prefix(&*prefix.letters).is_some_and(|rest| prefix.leaves_enough(rest))
        });
        if let Some(prefix) = prefix {
            term.drain(..prefix.letters.len());
        }
        for suffix in &self.suffixes {
            let rest = term.strip_suffix(&*suffix.letters);
            if let Some(rest) = rest.filter(|rest| suffix.leaves_enough(rest)) {
                term.truncate(rest.len());
            }
        }
    }
}

/// Adds an affix, unless the profile folds it to the letters of one before it, as ة to ه.
fn add(affixes: &mut Vec<Affix>, letters: String, stay: &str) {
    let Ok(stay) = stay.parse() else { return };
    if affixes.iter().all(|affix| affix.letters != letters) {
        affixes.push(Affix { letters, stay });
    }
}

#[cfg(test)]
mod tests {
    use qawl::Profile;

    use super::*;

    #[test]
    fn every_line_is_read() {
        let affixes = Affixes::new(&Profile::NLP.normalizer());
        let lines = LIST.lines().filter(|line| !line.starts_with('#')).count();
        let Affixes { prefixes, suffixes, words } = &affixes;
        assert_eq!(prefixes.len() + suffixes.len() + words.len(), lines);
        assert!(prefixes.is_sorted_by_key(|prefix| usize::MAX - prefix.letters.len()));
    }

    #[test]
    fn enough_letters_stay() {
        let affixes = Affixes::new(&Profile::SEARCH.normalizer());
        let stem = |word: &str| {
            let mut word = word.to_owned();
            affixes.strip(&mut word);
            word
        };
        assert_eq!(stem("المعلمون"), "معلم"); // "the teachers"
        assert_eq!(stem("معلمات"), "معلم");
        assert_eq!(stem("وبالمعلمين"), "معلم");
        assert_eq!(stem("الله"), "الله"); // God
        assert_eq!(stem("سنه"), "سنه"); // "year"
        assert_eq!(stem(""), "");
    }
}
