//! Every text of a list, numbered: types, words of rules and parts of removed entries, then names, then
//! all others.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::BuildError;
use crate::key::Key;
use crate::rule::{Rule, When};
use crate::spool::Spool;

/// The strings that are being written, and the numbers of the words.
#[derive(Debug)]
pub(crate) struct Strings<'s> {
    words: BTreeMap<&'s str, u32>,
    count: u32,
    pub(crate) ends: Spool,
    pub(crate) bytes: Spool,
}

impl<'s> Strings<'s> {
    /// With the words alone.
    pub(crate) fn new(
        kinds: &'s BTreeSet<String>,
        rules: &'s BTreeSet<Rule>,
        removed: &'s BTreeSet<Key>,
        memory: usize,
    ) -> Result<Self, BuildError> {
        let mut words: BTreeSet<&str> = rules.iter().filter_map(word).collect();
        words.extend(kinds.iter().map(String::as_str));
        words.extend(rules.iter().map(|rule| rule.kind.as_str()));
        words.extend(removed.iter().flat_map(Key::parts));
        let words: BTreeMap<&str, u32> = words.into_iter().zip(0..).collect();
        // A type has 24 bits.
        if words.len() >= 1 << 24 {
            return Err(BuildError::size());
        }
        let (ends, bytes) = (Spool::new(memory), Spool::new(memory));
        let mut strings = Self { words: BTreeMap::new(), count: 0, ends, bytes };
        words.keys().try_for_each(|word| strings.add(word.as_bytes()).map(drop))?;
        Ok(Self { words, ..strings })
    }

    /// Adds a text. Its number.
    pub(crate) fn add(&mut self, text: &[u8]) -> Result<u32, BuildError> {
        self.bytes.write(text)?;
        self.ends.number(u32::try_from(self.bytes.len()).map_err(|_| BuildError::size())?)?;
        let number = self.count;
        self.count = number.checked_add(1).ok_or_else(BuildError::size)?;
        Ok(number)
    }

    pub(crate) fn words(&self) -> u32 {
        self.words.len() as u32
    }

    /// The number of a word.
    pub(crate) fn word(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or_default()
    }
}

fn word(rule: &Rule) -> Option<&str> {
    match &rule.when {
        When::Before(word) | When::After(word) | When::NotBefore(word) | When::NotWithin(word) => {
            Some(word)
        }
        _ => None,
    }
}
