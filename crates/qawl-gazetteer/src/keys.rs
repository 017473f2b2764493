//! The folded names of a list: what they lead to, and what their first words let pass.

use std::collections::BTreeMap;

use crate::clitic::surfaces;
use crate::error::BuildError;
use crate::filter::FilterBuilder;
use crate::fold::Fold;
use crate::hash;
use crate::inner;
use crate::numbered;
use crate::piece::{Piece, Pieces};
use crate::sorter::{Row, Sorted, Sorter};
use crate::spool::Spool;
use crate::store::Item;
use crate::table::{Slots, Value};
use crate::texts::Texts;

/// The hashes of all names and of what they begin with.
#[derive(Debug)]
pub(crate) struct Hashes {
    /// Of each name, with the place of its entry.
    names: Sorter<Row>,
    firsts: Sorter<u64>,
    /// Of forms of names with clitics inside: the form and the place of the entry.
    inner: Vec<(u64, u32, u32)>,
    rest: Rest,
    /// The last first word and the last pair: names that begin alike mostly stand together.
    last: [Option<u64>; 2],
}

/// What is asked for last: rows of words that are no names.
#[derive(Debug)]
pub(crate) struct Rest {
    /// Of all rows of words with which a longer name begins.
    prefixes: Sorter<u64>,
    pairs: Sorter<u64>,
}

impl Hashes {
    pub(crate) fn new(memory: usize) -> Self {
        let rest = Rest { prefixes: Sorter::new(memory), pairs: Sorter::new(memory) };
        let (names, firsts) = (Sorter::new(memory), Sorter::new(memory));
        Self { names, firsts, inner: Vec::new(), rest, last: [None; 2] }
    }

    /// Adds an entry whose name consists of `pieces`.
    pub(crate) fn add(
        &mut self,
        fold: &Fold,
        item: &Item<'_>,
        pieces: &[Piece],
        place: u32,
    ) -> Result<(), BuildError> {
        let name = item.name();
        let hash = self.add_row(pieces.iter().map(|&piece| fold.hash(name, piece).hash))?;
        self.names.add((hash, place, 0))?;
        if item.flags.inner_clitics && !item.flags.exact {
            for (form, words) in inner::forms(fold, name) {
                let hash = self.add_row(words.into_iter())?;
                self.inner.push((hash, form, place));
            }
        }
        Ok(())
    }

    /// Adds what a row of words begins with. Its hash.
    fn add_row(&mut self, words: impl Iterator<Item = u64>) -> Result<u64, BuildError> {
        let mut row: Option<u64> = None;
        for (i, word) in words.enumerate() {
            let joined = row.map_or(word, |row| hash::joined(row, word));
            let is_new =
                self.last.get_mut(i).is_some_and(|last| last.replace(joined) != Some(joined));
            match i {
                0 if is_new => self.firsts.add(joined)?,
                1 if is_new => self.rest.pairs.add(joined)?,
                _ => {}
            }
            if let Some(row) = row {
                self.rest.prefixes.add(row)?;
            }
            row = Some(joined);
        }
        Ok(row.unwrap_or_default())
    }

    /// How many different words names begin with. Empties them.
    pub(crate) fn firsts(&mut self) -> Result<usize, BuildError> {
        Ok(std::mem::replace(&mut self.firsts, Sorter::new(0)).finish()?.len())
    }

    /// The names, and what else there is.
    pub(crate) fn names(self, memory: usize) -> Result<(Names, Rest), BuildError> {
        Ok((Names::new(self.names.finish()?, self.inner, memory)?, self.rest))
    }
}

/// What names lead to: an entry, or a posting of several.
#[derive(Debug)]
pub(crate) struct Names {
    /// Hash, place among those of one hash, [`Value`].
    rows: Sorter<Row>,
    postings: Spool,
    /// The entries whose hash is not theirs alone: place and both halves of the hash.
    shared: Sorted<Row>,
    next: Option<Row>,
    /// The same, sorted by hash and name, then by rank and place.
    same: Texts,
    inner: Vec<(u64, u32, u32)>,
    /// What leads to the entries in `inner`.
    leads: BTreeMap<u32, Value>,
}

/// Forms of names stand in the table behind all names of the same hash: the search takes what it finds
/// first.
const FORM: u32 = 1 << 16;

impl Names {
    fn new(
        mut names: Sorted<Row>,
        inner: Vec<(u64, u32, u32)>,
        memory: usize,
    ) -> Result<Self, BuildError> {
        let leads = inner.iter().map(|&(.., place)| (place, Value::PREFIX)).collect();
        let mut keys = Self {
            rows: Sorter::new(memory),
            postings: Spool::new(memory),
            shared: Sorter::new(0).finish()?,
            next: None,
            same: Texts::new(numbered::ORDER, memory),
            inner,
            leads,
        };
        let mut shared = Sorter::new(memory);
        let (mut last, mut name) = (None, names.next()?);
        while let Some((hash, place, _)) = name {
            name = names.next()?;
            let is_shared = [last, name.map(|next| next.0)].contains(&Some(hash));
            match is_shared {
                true => shared.add((place.into(), (hash >> 32) as u32, hash as u32))?,
                false => keys.lead(hash, 0, Value::entry(place), &[place])?,
            }
            last = Some(hash);
        }
        keys.shared = shared.finish()?;
        keys.next = keys.shared.next()?;
        Ok(keys)
    }

    /// Passes an entry; they come in order.
    pub(crate) fn add(
        &mut self,
        fold: &Fold,
        name: &str,
        place: u32,
        rank: impl FnOnce() -> u32,
    ) -> Result<(), BuildError> {
        let Some((_, high, low)) = self.next.filter(|next| next.0 == u64::from(place)) else {
            return Ok(());
        };
        self.next = self.shared.next()?;
        let mut text: Vec<u8> = [high.to_be_bytes(), low.to_be_bytes()].concat();
        // No name holds a line break.
        fold.words(name).iter().for_each(|word| text.extend(word.bytes().chain([b'\n'])));
        let order = u64::from(rank()) << 32 | u64::from(place);
        self.same.add(|out| numbered::put(out, &text, order))
    }

    /// Postings, and the rows of the table.
    pub(crate) fn finish(mut self) -> Result<(Spool, Sorted<Row>), BuildError> {
        let same = std::mem::replace(&mut self.same, Texts::new(numbered::ORDER, 0));
        let mut same = same.finish()?;
        let (mut text, mut places): (Vec<u8>, Vec<u32>) = Default::default();
        let mut before = (0, 0);
        while let Some((other, order)) = same.next()?.map(numbered::split) {
            if other != text {
                self.add_posting(&text, &places, &mut before)?;
                text = other.to_vec();
                places.clear();
            }
            places.push(order as u32);
        }
        self.add_posting(&text, &places, &mut before)?;
        for (hash, form, place) in std::mem::take(&mut self.inner) {
            let value = self.leads.get(&place).copied().unwrap_or(Value::PREFIX);
            self.rows.add((hash, FORM + form, value.0))?;
        }
        Ok((self.postings, self.rows.finish()?))
    }

    /// Adds the entries of one name, best first. `before`: the hash of the last such name, and how many
    /// had it. With luck as bad as never several names have one.
    fn add_posting(
        &mut self,
        text: &[u8],
        places: &[u32],
        before: &mut (u64, u32),
    ) -> Result<(), BuildError> {
        let Some((hash, _)) = text.split_first_chunk() else { return Ok(()) };
        let hash = u64::from_be_bytes(*hash);
        *before = if before.0 == hash { (hash, before.1 + 1) } else { (hash, 0) };
        let value = match places {
            [place] => Value::entry(*place),
            _ => {
                let start = self.postings.len() / 4;
                self.postings.number(places.len() as u32)?;
                self.postings.numbers(places)?;
                let start = u32::try_from(start).ok().filter(|&at| at as usize <= Value::MOST);
                start.map(Value::posting).ok_or_else(BuildError::size)?
            }
        };
        self.lead(hash, before.1, value, places)
    }

    fn lead(
        &mut self,
        hash: u64,
        count: u32,
        value: Value,
        places: &[u32],
    ) -> Result<(), BuildError> {
        if !self.leads.is_empty() {
            for place in places {
                self.leads.entry(*place).and_modify(|lead| *lead = value);
            }
        }
        self.rows.add((hash, count, value.0))
    }
}

impl Rest {
    /// The filter of the first two pieces of names. Empties them.
    pub(crate) fn pairs(&mut self) -> Result<Vec<u8>, BuildError> {
        let mut pairs = std::mem::replace(&mut self.pairs, Sorter::new(0)).finish()?;
        let mut filter = FilterBuilder::new(pairs.len());
        while let Some(pair) = pairs.next()? {
            filter.add(pair);
        }
        Ok(filter.bytes().collect())
    }

    /// The table: names that are prefixes too get the mark, other prefixes a row of their own.
    pub(crate) fn table(self, mut rows: Sorted<Row>, memory: usize) -> Result<Spool, BuildError> {
        let mut prefixes = self.prefixes.finish()?;
        let [mut names, mut others] = [(); 2].map(|()| Spool::new(memory));
        let mut next = prefixes.next()?;
        while let Some((hash, _, value)) = rows.next()? {
            while let Some(prefix) = next.filter(|&prefix| prefix < hash) {
                put_row(&mut others, prefix, Value::PREFIX)?;
                next = prefixes.next()?;
            }
            let is_longer = next == Some(hash);
            put_row(&mut names, hash, Value(value).and_longer(is_longer))?;
            if is_longer {
                next = prefixes.next()?;
            }
        }
        while let Some(prefix) = next {
            put_row(&mut others, prefix, Value::PREFIX)?;
            next = prefixes.next()?;
        }
        drop((rows, prefixes));
        let mut slots = Slots::new((names.len() + others.len()) / ROW);
        [names, others].iter_mut().try_for_each(|rows| fill(&mut slots, rows))?;
        let mut table = Spool::new(memory);
        table.write(&slots.bytes())?;
        Ok(table)
    }
}

/// Bytes of a row of the table on its way: hash and value.
const ROW: usize = 12;

fn put_row(out: &mut Spool, hash: u64, value: Value) -> Result<(), BuildError> {
    out.write(&hash.to_le_bytes())?;
    out.number(value.0)
}

fn fill(slots: &mut Slots, rows: &mut Spool) -> Result<(), BuildError> {
    rows.read(|block| {
        for row in block.as_chunks::<ROW>().0 {
            let (Some((hash, _)), Some((_, value))) =
                (row.split_first_chunk(), row.split_last_chunk())
            else {
                continue;
            };
            slots.add(u64::from_le_bytes(*hash), Value(u32::from_le_bytes(*value)));
        }
        Ok(())
    })
}

/// The filter of first words.
#[derive(Debug)]
pub(crate) struct Beginnings {
    filter: FilterBuilder,
    /// Names that begin alike mostly stand together.
    last: String,
}

impl Beginnings {
    /// Of `count` different words.
    pub(crate) fn new(count: usize) -> Self {
        let filter = FilterBuilder::new(count * surfaces("").len());
        Self { filter, last: String::new() }
    }

    pub(crate) fn add(&mut self, fold: &Fold, name: &str) {
        let mut pieces = Pieces::new(name);
        let Some(first) = pieces.next() else { return };
        self.filter.mark(fold.hash(name, first).hash, pieces.next().is_some());
        let word = fold.fold(name, first);
        if word != self.last {
            self.filter.mark_cuts(&word);
            self.last = word.into_owned();
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.filter.bytes().collect()
    }
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use super::*;

    /// Hashes never met in practice; the table is right if they did.
    #[test]
    fn names_with_one_hash_stay_apart() {
        let mut names = Sorter::new(0);
        (0..4).for_each(|place| names.add((9, place, 0)).unwrap());
        let mut keys = Names::new(names.finish().unwrap(), vec![(9, 1, 0)], 0).unwrap();
        let fold = Fold::new(Profile::SEARCH.normalizer());
        for (place, name) in (0..).zip(["b", "a", "b", "c"]) {
            keys.add(&fold, name, place, || 9 - place).unwrap();
        }
        let (mut postings, mut rows) = keys.finish().unwrap();
        let mut written: Vec<u8> = Vec::new();
        let keep = |bytes: &[u8]| {
            written.extend(bytes);
            Ok(())
        };
        postings.read(keep).unwrap();
        assert_eq!(written, [2u32, 2, 0].map(u32::to_le_bytes).concat());
        let values: Vec<_> =
            std::iter::from_fn(|| rows.next().unwrap()).map(|row| Value(row.2)).collect();
        let entry = Value::entry;
        assert_eq!(values, [entry(1), Value::posting(0), entry(3), Value::posting(0)]);
    }
}
