//! Entries by their whole name, or one that is near it.

use crate::file::File;
use crate::fold::Fold;
use crate::fuzzy::Fuzzy;
use crate::hash;
use crate::similar::{Near, NearWords, measure};
use crate::table::{Table, Target, Value};
use crate::view::EntryView;

/// An entry and how far its name is from the one that was asked for. See
/// [`Gazetteer::lookup`](crate::Gazetteer::lookup).
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Similar<'g> {
    /// The entry.
    pub entry: EntryView<'g>,
    /// The distances of all words, in halves of an edit; see [`Fuzzy`].
    pub distance: u32,
}

/// The entries near `name`, the nearest first.
pub(crate) fn lookup<'g>(
    file: File<'g>,
    fold: &Fold,
    fuzzy: &Fuzzy,
    name: &str,
) -> Vec<Similar<'g>> {
    let words = fold.words(name);
    let mut found: Vec<(u32, u32)> = Vec::new();
    for target in targets(file, fuzzy, &words) {
        let Some(first) = file.named(target).next() else { continue };
        let distance = measure(fuzzy, fold, &mut words.iter().cloned(), file.name(first));
        let near = |distance| file.named(target).map(move |entry| (distance, entry));
        found.extend(distance.into_iter().flat_map(near));
    }
    found.sort_unstable();
    found.dedup();
    let similar = |(distance, entry)| Similar { entry: EntryView::new(file, entry), distance };
    found.into_iter().map(similar).collect()
}

/// The entries whose name, folded, is these words, by number.
pub(crate) fn entries_of(file: File<'_>, fold: &Fold, words: &[String]) -> Vec<u32> {
    let Some(hash) = words.iter().map(|word| hash::word(word)).reduce(hash::joined) else {
        return Vec::new();
    };
    let targets = file.table().values(hash).filter_map(Value::target);
    let named = targets.flat_map(|target| file.named(target));
    let mut entries: Vec<u32> =
        named.filter(|&entry| fold.words(file.name(entry)) == words).collect();
    entries.sort_unstable();
    entries.dedup();
    entries
}

/// What the table knows of all rows of words near these.
fn targets(file: File<'_>, fuzzy: &Fuzzy, words: &[String]) -> Vec<Target> {
    let mut near_words = NearWords::new(file.words(), *fuzzy);
    let mut near: Vec<Near> = Vec::new();
    let Some((first, others)) = words.split_first() else { return Vec::new() };
    near_words.of(first, &mut near);
    let mut rows: Vec<u64> = near.iter().map(|near| near.hash).collect();
    for word in others {
        rows.retain(|&row| file.table().values(row).any(Value::is_longer));
        near.clear();
        near_words.of(word, &mut near);
        let longer = |row| near.iter().map(move |near| hash::joined(row, near.hash));
        rows = rows.into_iter().flat_map(longer).collect();
    }
    let table: Table<'_> = file.table();
    rows.into_iter().flat_map(|row| table.values(row)).filter_map(Value::target).collect()
}
