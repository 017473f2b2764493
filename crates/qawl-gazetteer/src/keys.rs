//! The folded names of a list: what they lead to, and what their first words let pass.

use std::collections::BTreeMap;

use crate::clitic::surfaces;
use crate::error::BuildError;
use crate::filter::FilterBuilder;
use crate::fold::Fold;
use crate::hash;
use crate::piece::Pieces;
use crate::store::Items;
use crate::table::Value;

/// What is looked up and what passes.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) beginnings: FilterBuilder,
    pub(crate) pairs: FilterBuilder,
    pub(crate) rows: Vec<(u64, Value)>,
    pub(crate) postings: Vec<u32>,
}

/// The hashes of all names and of what they begin with.
#[derive(Debug, Default)]
struct Hashes {
    /// Of each name, with the place of its entry in the order.
    names: Vec<(u64, u32)>,
    /// Of all rows of words with which a longer name begins.
    prefixes: Vec<u64>,
    firsts: Vec<u64>,
    pairs: Vec<u64>,
}

impl Keys {
    /// Of the entries in `order`. Those of one name stand in postings by `rank`, then in order.
    pub(crate) fn new(
        items: &Items<'_>,
        order: &[u32],
        fold: &Fold,
        rank: impl Fn(&str) -> u32,
    ) -> Result<Self, BuildError> {
        if order.len() > Value::MOST {
            return Err(BuildError::size());
        }
        let mut hashes = Hashes::default();
        for (place, &number) in (0..).zip(order) {
            hashes.add(fold, items.get(number).name, place);
        }
        let Hashes { mut names, mut prefixes, mut firsts, mut pairs } = hashes;
        for hashes in [&mut prefixes, &mut firsts, &mut pairs] {
            hashes.sort_unstable();
            hashes.dedup();
        }
        let beginnings = beginnings(items, order, fold, firsts.len());
        let mut pair_filter = FilterBuilder::new(pairs.len());
        pairs.into_iter().for_each(|pair| pair_filter.add(pair));
        names.sort_unstable();
        let mut keys =
            Self { beginnings, pairs: pair_filter, rows: Vec::new(), postings: Vec::new() };
        let name = |place: u32| order.get(place as usize).map(|&n| items.get(n));
        for same in names.chunk_by(|a, b| a.0 == b.0) {
            keys.add(
                same,
                |place| folded(fold, name(place).map_or("", |item| item.name)),
                |place| name(place).map_or(u32::MAX, |item| rank(item.kind)),
            )?;
        }
        keys.add_prefixes(prefixes);
        Ok(keys)
    }

    /// Adds names with one hash: the same name, or with luck as bad as never was several.
    fn add(
        &mut self,
        same: &[(u64, u32)],
        folded: impl Fn(u32) -> Vec<String>,
        rank: impl Fn(u32) -> u32,
    ) -> Result<(), BuildError> {
        if let [(hash, place)] = same {
            self.rows.push((*hash, Value::entry(*place)));
            return Ok(());
        }
        let mut names: BTreeMap<Vec<String>, Vec<u32>> = BTreeMap::new();
        for &(_, place) in same {
            names.entry(folded(place)).or_default().push(place);
        }
        let hash = same.first().map_or(0, |first| first.0);
        for mut places in names.into_values() {
            places.sort_by_key(|&place| rank(place));
            let value = match places.as_slice() {
                [place] => Value::entry(*place),
                _ => self.add_posting(&places)?,
            };
            self.rows.push((hash, value));
        }
        Ok(())
    }

    fn add_posting(&mut self, places: &[u32]) -> Result<Value, BuildError> {
        let start = self.postings.len();
        self.postings.push(u32::try_from(places.len()).map_err(|_| BuildError::size())?);
        self.postings.extend(places);
        let start = u32::try_from(start).ok().filter(|&start| start as usize <= Value::MOST);
        start.map(Value::posting).ok_or_else(BuildError::size)
    }

    /// Both are sorted: names that are prefixes too get the mark, others a row of their own.
    fn add_prefixes(&mut self, prefixes: Vec<u64>) {
        let mut names = self.rows.iter_mut().peekable();
        let mut others = Vec::new();
        for prefix in prefixes {
            while names.next_if(|row| row.0 < prefix).is_some() {}
            match names.next_if(|row| row.0 == prefix) {
                Some(row) => row.1 = row.1.and_longer(true),
                None => others.push((prefix, Value::PREFIX)),
            }
        }
        drop(names);
        self.rows.extend(others);
    }
}

impl Hashes {
    fn add(&mut self, fold: &Fold, name: &str, place: u32) {
        let mut row: Option<u64> = None;
        for (i, piece) in Pieces::new(name).enumerate() {
            let word = fold.hash(name, piece).hash;
            self.prefixes.extend(row);
            let joined = row.map_or(word, |row| hash::joined(row, word));
            match i {
                0 => self.firsts.push(joined),
                1 => self.pairs.push(joined),
                _ => {}
            }
            row = Some(joined);
        }
        self.names.extend(row.map(|hash| (hash, place)));
    }
}

/// The filter of `count` first words. Names that begin alike mostly stand together.
fn beginnings(items: &Items<'_>, order: &[u32], fold: &Fold, count: usize) -> FilterBuilder {
    let mut filter = FilterBuilder::new(count * surfaces("").len());
    let mut last = String::new();
    for &number in order {
        let name = items.get(number).name;
        let mut pieces = Pieces::new(name);
        let Some(first) = pieces.next() else { continue };
        filter.mark(fold.hash(name, first).hash, pieces.next().is_some());
        let word = fold.fold(name, first);
        if word != last {
            filter.mark_cuts(&word);
            last = word.into_owned();
        }
    }
    filter
}

/// The pieces of a name, folded.
pub(crate) fn folded(fold: &Fold, name: &str) -> Vec<String> {
    Pieces::new(name).map(|piece| fold.fold(name, piece).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hashes never met in practice; the table is right if they did.
    #[test]
    fn names_with_one_hash_stay_apart() {
        let mut keys = Keys {
            beginnings: FilterBuilder::new(0),
            pairs: FilterBuilder::new(0),
            rows: Vec::new(),
            postings: Vec::new(),
        };
        let names = ["b", "a", "b", "c"];
        let same: Vec<(u64, u32)> = (0..4).map(|place| (9, place)).collect();
        keys.add(&same, |place| vec![names[place as usize].to_owned()], |place| 9 - place).unwrap();
        keys.add_prefixes(vec![3, 9]);
        assert_eq!(keys.postings, [2, 2, 0]);
        let entry = Value::entry;
        let want = [entry(1).and_longer(true), Value::posting(0), entry(3), Value::PREFIX];
        assert_eq!(keys.rows.iter().map(|row| row.1).collect::<Vec<_>>(), want);
    }
}
