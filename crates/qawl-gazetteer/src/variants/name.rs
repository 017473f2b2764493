//! A name, as rules look at it.

use std::borrow::Cow;

use qawl_core::entity;
use qawl_normalize::Profile;

/// The words of a name and what it names.
#[derive(Clone, Debug)]
pub(super) struct Name<'n> {
    pub(super) words: Vec<&'n str>,
    kind: &'n str,
}

impl<'n> Name<'n> {
    pub(super) fn new(name: &'n str, kind: &'n str) -> Self {
        Self { words: name.split_whitespace().collect(), kind }
    }

    pub(super) fn is_person(&self) -> bool {
        self.kind == entity::PERSON
    }

    /// The word at `index`, or nothing.
    pub(super) fn word(&self, index: usize) -> &'n str {
        self.words.get(index).copied().unwrap_or_default()
    }

    /// The word before `index`, or nothing.
    pub(super) fn before(&self, index: usize) -> &'n str {
        index.checked_sub(1).map_or("", |before| self.word(before))
    }

    /// The name with other words wherever `other` knows one; none where it knows none.
    pub(super) fn replace(
        &self,
        other: impl Fn(usize, &'n str) -> Option<String>,
    ) -> Option<String> {
        let all = || (0..).zip(self.words.iter().copied());
        // Most names hold nothing to replace.
        all().find_map(|(i, word)| other(i, word))?;
        let words = all().map(|(i, word)| other(i, word).map_or(Cow::Borrowed(word), Cow::Owned));
        let words: Vec<Cow<'n, str>> = words.collect();
        Some(words.join(" "))
    }

    /// The name with words written together, wherever `joins` holds for a word and the one behind it;
    /// none where it never does.
    pub(super) fn join(&self, joins: impl Fn(&str, &str) -> bool) -> Option<String> {
        if !self.words.windows(2).any(|pair| matches!(pair, [a, b] if joins(a, b))) {
            return None;
        }
        let (mut name, mut is_joined, mut last) = (String::new(), true, "");
        for &word in &self.words {
            // A word that is joined already takes no third one.
            let join = !is_joined && joins(last, word);
            if !name.is_empty() && !join {
                name.push(' ');
            }
            name.push_str(word);
            (is_joined, last) = (join, word);
        }
        Some(name)
    }
}

/// A word in the form in which it is compared.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    const FOLD: qawl_normalize::Normalizer = Profile::SEARCH.normalizer();
    FOLD.normalize(word)
}

/// How many letters a word has.
pub(super) fn letters(word: &str) -> usize {
    word.chars().count()
}
