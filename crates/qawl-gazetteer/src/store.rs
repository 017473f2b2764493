//! The entries of a list that is being built, packed: a million of them in some 80 megabytes.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::entry::{Entry, Flags};

/// Entries in the order of adding, duplicates included.
#[derive(Clone, Debug, Default)]
pub(crate) struct Store {
    /// Name, identifier and canonical name of each entry, one behind the other.
    text: String,
    packed: Vec<Packed>,
    kinds: BTreeMap<String, u32>,
}

/// An entry: where its text starts and how long the parts are.
#[derive(Clone, Copy, Debug)]
struct Packed {
    start: usize,
    name: u32,
    id: Option<u32>,
    canonical: Option<u32>,
    kind: u32,
    flags: Flags,
}

/// An entry that borrows its strings. Sorted as [`Entry`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Item<'s> {
    pub(crate) name: &'s str,
    pub(crate) kind: &'s str,
    pub(crate) id: Option<&'s str>,
    pub(crate) canonical: Option<&'s str>,
    pub(crate) flags: Flags,
}

impl Store {
    pub(crate) fn add(&mut self, entry: &Entry) {
        let (start, new) = (self.text.len(), self.kinds.len() as u32);
        let mut push = |text: &str| {
            self.text.push_str(text);
            // Longer strings do not fit into a file, which is noticed when it is written.
            u32::try_from(text.len()).unwrap_or(u32::MAX)
        };
        let name = push(&entry.name);
        let id = entry.id.as_deref().map(&mut push);
        let canonical = entry.canonical.as_deref().map(&mut push);
        let kind = match self.kinds.get(&entry.kind) {
            Some(&kind) => kind,
            None => *self.kinds.entry(entry.kind.clone()).or_insert(new),
        };
        self.packed.push(Packed { start, name, id, canonical, kind, flags: entry.flags });
    }

    /// Everything that entries can be looked at with.
    pub(crate) fn view(&self) -> Items<'_> {
        let mut kinds = vec![""; self.kinds.len()];
        for (kind, &number) in &self.kinds {
            if let Some(place) = kinds.get_mut(number as usize) {
                *place = kind;
            }
        }
        Items { store: self, kinds }
    }
}

/// The entries of a [`Store`], by number.
#[derive(Debug)]
pub(crate) struct Items<'s> {
    store: &'s Store,
    kinds: Vec<&'s str>,
}

impl<'s> Items<'s> {
    pub(crate) fn get(&self, number: u32) -> Item<'s> {
        let none = Item { name: "", kind: "", id: None, canonical: None, flags: Flags::default() };
        let Some(packed) = self.store.packed.get(number as usize) else { return none };
        let mut start = packed.start;
        let mut part = |len: u32| {
            let end = start + len as usize;
            let part = self.store.text.get(start..end).unwrap_or_default();
            start = end;
            part
        };
        let name = part(packed.name);
        let (id, canonical) = (packed.id.map(&mut part), packed.canonical.map(&mut part));
        let kind = self.kinds.get(packed.kind as usize).copied().unwrap_or_default();
        Item { name, kind, id, canonical, flags: packed.flags }
    }

    pub(crate) fn kinds(&self) -> &[&'s str] {
        &self.kinds
    }

    /// The numbers of all different entries, sorted.
    pub(crate) fn sorted(&self) -> Vec<u32> {
        let numbers = 0..self.store.packed.len() as u32;
        let mut order =
            sort_by(numbers, |n| self.get(n).name, |a, b| self.get(a).cmp(&self.get(b)));
        order.dedup_by(|a, b| self.get(*a) == self.get(*b));
        order
    }
}

/// Sorts `numbers` of things by their `text` and then by `compare`, which agrees with it. The first
/// bytes stand beside the numbers, so that most comparisons read no text.
pub(crate) fn sort_by<'s>(
    numbers: impl Iterator<Item = u32>,
    text: impl Fn(u32) -> &'s str,
    compare: impl Fn(u32, u32) -> Ordering,
) -> Vec<u32> {
    let mut order: Vec<(u64, u32)> = numbers.map(|n| (first_bytes(text(n)), n)).collect();
    order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| compare(a.1, b.1)));
    order.into_iter().map(|(_, number)| number).collect()
}

/// The first eight bytes, in an order that agrees with that of texts.
fn first_bytes(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_as_entries_do() {
        let name = |i: u32| ["لندن", "لندن الكبرى", "ل", "a", "a\0", "", "بب"][i as usize % 7];
        let mut entries: Vec<Entry> = (0..300)
            .map(|i| Entry {
                name: name(i).into(),
                kind: ["b", "a", ""][i as usize % 3].into(),
                id: (i % 4 > 0).then(|| (i % 4).to_string()),
                canonical: (i % 5 > 0).then(|| name(i / 5).into()),
                flags: if i % 2 == 0 { Flags::default() } else { Flags::default().exact() },
            })
            .collect();
        entries.extend(entries.clone());
        let mut store = Store::default();
        entries.iter().for_each(|entry| store.add(entry));
        entries.sort();
        entries.dedup();
        let view = store.view();
        let read = view.sorted().into_iter().map(|number| {
            let Item { name, kind, id, canonical, flags } = view.get(number);
            let (id, canonical) = (id.map(str::to_owned), canonical.map(str::to_owned));
            Entry { name: name.into(), kind: kind.into(), id, canonical, flags }
        });
        assert!(read.eq(entries));
    }
}
