//! From sorted entries and folded rules to the sections of a file.

use std::collections::{BTreeMap, BTreeSet};

use qawl_normalize::Profile;

use crate::error::BuildError;
use crate::file::StoredRule;
use crate::format::Writer;
use crate::keys::Keys;
use crate::rule::{Rule, When};
use crate::store::{Item, Items, sort_by};
use crate::table;

/// Every text of the list, numbered: types and words of rules, names, then all others.
struct Strings<'s> {
    /// Types and words of rules.
    words: BTreeMap<&'s str, u32>,
    /// Each once, sorted.
    names: Vec<&'s str>,
    /// Of each entry in order, the numbers of its identifier and its canonical name.
    numbers: Vec<[Option<u32>; 2]>,
    /// Each once.
    others: Vec<&'s str>,
}

/// The whole file.
pub(crate) fn write(
    profile: Profile,
    items: &Items<'_>,
    order: &[u32],
    rules: &BTreeSet<Rule>,
    keys: Keys,
) -> Result<Vec<u8>, BuildError> {
    let mut file = Writer::new();
    file.section(|bytes| bytes.extend(profile.name().bytes()));
    let strings = Strings::of(items, order, rules)?;
    strings.write(&mut file)?;
    strings.write_entries(items, order, &mut file);
    let Keys { beginnings, pairs, rows, postings } = keys;
    file.numbers(postings);
    strings.write_rules(rules, &mut file);
    drop(strings);
    file.section(|bytes| bytes.extend(beginnings.bytes()));
    file.section(|bytes| bytes.extend(pairs.bytes()));
    file.section(|bytes| table::write(&rows, bytes));
    file.finish(u32::from(profile.version()))
}

impl<'s> Strings<'s> {
    fn of(items: &Items<'s>, order: &[u32], rules: &'s BTreeSet<Rule>) -> Result<Self, BuildError> {
        let mut words: BTreeSet<&str> = rules.iter().filter_map(word).collect();
        words.extend(items.kinds());
        words.extend(rules.iter().map(|rule| rule.kind.as_str()));
        let words: BTreeMap<&str, u32> = words.into_iter().zip(0..).collect();
        let mut names: Vec<&str> = order.iter().map(|&number| items.get(number).name).collect();
        names.dedup();
        names.shrink_to_fit();
        let mut strings = Self { words, names, numbers: Vec::new(), others: Vec::new() };
        strings.number_others(items, order);
        let all = strings.words.len() + strings.names.len() + strings.others.len();
        // A type has 24 bits.
        let fits = u32::try_from(all).is_ok() && strings.words.len() < 1 << 24;
        if fits { Ok(strings) } else { Err(BuildError::size()) }
    }

    /// Identifiers and canonical names that are no names of the list.
    fn number_others(&mut self, items: &Items<'s>, order: &[u32]) {
        let parts = |item: Item<'s>| [item.id, item.canonical.filter(|c| *c != item.name)];
        let part = |at: u32| {
            let item = order.get(at as usize / 2).map(|&number| items.get(number))?;
            parts(item)[at as usize % 2]
        };
        self.numbers = vec![[None; 2]; order.len()];
        let mut rest: Vec<u32> = Vec::new();
        for at in 0..2 * order.len() as u32 {
            let Some(text) = part(at) else { continue };
            match self.name(text) {
                Some(number) => self.set(at, number),
                None => rest.push(at),
            }
        }
        let text = |at| part(at).unwrap_or_default();
        for at in sort_by(rest.into_iter(), text, |a, b| text(a).cmp(text(b))) {
            if self.others.last() != Some(&text(at)) {
                self.others.push(text(at));
            }
            let number = self.words.len() + self.names.len() + self.others.len() - 1;
            self.set(at, number as u32);
        }
    }

    fn set(&mut self, at: u32, number: u32) {
        if let Some(numbers) = self.numbers.get_mut(at as usize / 2) {
            numbers[at as usize % 2] = Some(number);
        }
    }

    /// The number of a name.
    fn name(&self, name: &str) -> Option<u32> {
        let place = self.names.binary_search(&name).ok()?;
        Some((self.words.len() + place) as u32)
    }

    fn word(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or_default()
    }

    fn all(&self) -> impl Iterator<Item = &'s str> {
        self.words.keys().chain(&self.names).chain(&self.others).copied()
    }

    fn write(&self, file: &mut Writer) -> Result<(), BuildError> {
        let len: usize = self.all().map(str::len).sum();
        u32::try_from(len).map_err(|_| BuildError::size())?;
        let mut end = 0;
        file.numbers(self.all().map(|string| {
            end += string.len() as u32;
            end
        }));
        file.section(|bytes| self.all().for_each(|string| bytes.extend(string.bytes())));
        Ok(())
    }

    fn write_entries(&self, items: &Items<'_>, order: &[u32], file: &mut Writer) {
        let mut place = 0;
        let records = order.iter().zip(&self.numbers).flat_map(|(&number, &[id, canonical])| {
            let item = items.get(number);
            // Entries are in the order of their names.
            while self.names.get(place).is_some_and(|name| *name != item.name) {
                place += 1;
            }
            let name = (self.words.len() + place) as u32;
            let kind = self.word(item.kind) << 8 | item.flags.bits();
            [name, id.map_or(0, |id| id + 1), canonical.unwrap_or(name), kind]
        });
        file.numbers(records);
    }

    fn write_rules(&self, rules: &BTreeSet<Rule>, file: &mut Writer) {
        let stored = |rule: &Rule| {
            let (code, value) = match &rule.when {
                When::Before(word) => (StoredRule::BEFORE, self.word(word)),
                When::After(word) => (StoredRule::AFTER, self.word(word)),
                When::NotBefore(word) => (StoredRule::NOT_BEFORE, self.word(word)),
                When::Number => (StoredRule::NUMBER, 0),
                When::Definite => (StoredRule::DEFINITE, 0),
                When::Quoted => (StoredRule::QUOTED, 0),
                When::Rank(rank) => (StoredRule::RANK, *rank),
            };
            StoredRule { kind: self.word(&rule.kind), code, value }
        };
        let rules: BTreeSet<StoredRule> = rules.iter().map(stored).collect();
        file.numbers(rules.iter().flat_map(|rule| [rule.code, rule.value, rule.kind]));
    }
}

fn word(rule: &Rule) -> Option<&str> {
    match &rule.when {
        When::Before(word) | When::After(word) | When::NotBefore(word) => Some(word),
        _ => None,
    }
}
