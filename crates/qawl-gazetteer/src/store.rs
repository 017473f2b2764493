//! The entries of a list that is being built, packed: a million of them in some 60 megabytes.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::entry::{Entry, Flags};
use crate::error::BuildError;
use crate::texts::{Order, SortedTexts, Texts};

/// Entries in the order of adding, duplicates included.
#[derive(Debug)]
pub(crate) struct Store {
    texts: Texts,
    kinds: BTreeSet<String>,
    /// Why an entry could not be kept.
    failure: Option<BuildError>,
}

/// An entry that borrows its texts. Sorted as [`Entry`] is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Item<'s> {
    name: &'s [u8],
    kind: &'s [u8],
    pub(crate) id: Option<&'s [u8]>,
    canonical: Option<&'s [u8]>,
    pub(crate) flags: Flags,
    pub(crate) payload: Option<&'s [u8]>,
}

impl Store {
    pub(crate) fn new(memory: usize) -> Self {
        let order = Order { compare, text: |record| Item::read(record).name };
        Self { texts: Texts::new(order, memory), kinds: BTreeSet::new(), failure: None }
    }

    /// How much memory entries may take before they go to a file.
    pub(crate) const fn set_memory(&mut self, memory: usize) {
        self.texts.set_memory(memory);
    }

    pub(crate) fn add(&mut self, entry: &Entry) {
        if !self.kinds.contains(&entry.kind) {
            self.kinds.insert(entry.kind.clone());
        }
        if let Err(error) = self.texts.add(|out| Item::of(entry).write(out)) {
            self.failure.get_or_insert(error);
        }
    }

    /// All different entries, sorted, and their types.
    pub(crate) fn finish(self) -> Result<(SortedTexts, BTreeSet<String>), BuildError> {
        self.failure.map_or(Ok(()), Err)?;
        Ok((self.texts.finish()?, self.kinds))
    }
}

impl<'s> Item<'s> {
    fn of(entry: &'s Entry) -> Self {
        let bytes = |text: &'s Option<String>| text.as_deref().map(str::as_bytes);
        Self {
            name: entry.name.as_bytes(),
            kind: entry.kind.as_bytes(),
            id: bytes(&entry.id),
            canonical: bytes(&entry.canonical),
            flags: entry.flags,
            payload: bytes(&entry.payload),
        }
    }

    pub(crate) fn name(&self) -> &'s str {
        std::str::from_utf8(self.name).unwrap_or_default()
    }

    pub(crate) const fn name_bytes(&self) -> &'s [u8] {
        self.name
    }

    pub(crate) fn kind(&self) -> &'s str {
        std::str::from_utf8(self.kind).unwrap_or_default()
    }

    /// The canonical name, where it is not the name itself.
    pub(crate) fn canonical(&self) -> Option<&'s [u8]> {
        self.canonical.filter(|&canonical| canonical != self.name)
    }

    /// The lengths of all texts, those that may be missing one higher, the flags, then the texts.
    fn write(&self, out: &mut Vec<u8>) {
        let optional = [self.id, self.canonical, self.payload];
        put_len(out, self.name.len());
        put_len(out, self.kind.len());
        optional.iter().for_each(|text| put_len(out, text.map_or(0, |text| text.len() + 1)));
        out.push(self.flags.bits() as u8);
        out.extend(self.name);
        out.extend(self.kind);
        optional.into_iter().flatten().for_each(|text| out.extend(text));
    }

    pub(crate) fn read(mut record: &'s [u8]) -> Self {
        let lens: [usize; 5] = std::array::from_fn(|_| take_len(&mut record));
        let bits = take(&mut record, 1).first().copied().unwrap_or_default();
        let [name, kind, id, canonical, payload] = lens;
        let mut some = |len: usize| Some(take(&mut record, len.checked_sub(1)?));
        let (name, kind) = (some(name + 1), some(kind + 1));
        Self {
            name: name.unwrap_or_default(),
            kind: kind.unwrap_or_default(),
            id: some(id),
            canonical: some(canonical),
            flags: Flags::from_bits(u32::from(bits)).unwrap_or_default(),
            payload: some(payload),
        }
    }
}

fn compare(a: &[u8], b: &[u8]) -> Ordering {
    Item::read(a).cmp(&Item::read(b))
}

/// Appends a number in bytes of seven bits, the lowest first.
fn put_len(out: &mut Vec<u8>, mut len: usize) {
    while len > 0x7F {
        out.push(len as u8 | 0x80);
        len >>= 7;
    }
    out.push(len as u8);
}

fn take_len(record: &mut &[u8]) -> usize {
    let (mut len, mut shift) = (0, 0);
    while let Some((&byte, rest)) = record.split_first() {
        *record = rest;
        len |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte < 0x80 {
            break;
        }
    }
    len
}

fn take<'s>(record: &mut &'s [u8], len: usize) -> &'s [u8] {
    let (part, rest) = record.split_at_checked(len).unwrap_or_default();
    *record = rest;
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(item: Item<'_>) -> Entry {
        let own = |text: &[u8]| String::from_utf8(text.to_vec()).unwrap();
        Entry {
            id: item.id.map(own),
            canonical: item.canonical.map(own),
            flags: item.flags,
            payload: item.payload.map(own),
            ..Entry::new(item.name(), item.kind())
        }
    }

    #[test]
    fn sorts_as_entries_do() {
        let name = |i: u32| ["لندن", "لندن الكبرى", "ل", "a", "a\0", "", "بب"][i as usize % 7];
        let mut entries: Vec<Entry> = (0..300)
            .map(|i| Entry {
                name: name(i).into(),
                kind: ["b", "a", ""][i as usize % 3].into(),
                id: (i % 4 > 0).then(|| (i % 4).to_string()),
                canonical: (i % 5 > 0).then(|| name(i / 5).repeat(20)),
                flags: if i % 2 == 0 { Flags::default() } else { Flags::default().exact() },
                payload: (i % 7 > 5).then(|| "null".into()),
            })
            .collect();
        entries.extend(entries.clone());
        // Runs of 64 entries, more than are merged at once, and none.
        for (memory, copies) in [(0, 15), (usize::MAX, 1)] {
            let mut store = Store::new(memory);
            (0..copies).for_each(|_| entries.iter().for_each(|entry| store.add(entry)));
            let mut wanted = entries.clone();
            wanted.sort();
            wanted.dedup();
            let (mut sorted, _) = store.finish().unwrap();
            for _ in 0..2 {
                for entry in &wanted {
                    assert_eq!(&read(Item::read(sorted.next().unwrap().unwrap())), entry);
                }
                assert_eq!(sorted.next().unwrap(), None);
                sorted.rewind().unwrap();
            }
        }
    }
}
