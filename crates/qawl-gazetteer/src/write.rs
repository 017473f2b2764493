//! From sorted entries and folded rules to the sections of a file, in passes over the entries: nothing
//! that grows with the list is held but what the sorters and spools may hold.

use std::collections::{BTreeMap, BTreeSet};

use qawl_normalize::Profile;

use crate::build::check_entry;
use crate::error::BuildError;
use crate::file::StoredRule;
use crate::fold::Fold;
use crate::format::Sections;
use crate::key::Key;
use crate::keys::{Beginnings, Hashes, Names};
use crate::parts::{PARTS, Parts};
use crate::piece::{Piece, Pieces};
use crate::rule::{Rule, When};
use crate::sorter::{Row, Sorted};
use crate::spool::Spool;
use crate::store::Item;
use crate::strings::Strings;
use crate::table::Value;
use crate::texts::SortedTexts;
use crate::words::Vocabulary;

/// A list without its entries.
#[derive(Debug)]
pub(crate) struct List<'l> {
    pub(crate) profile: Profile,
    pub(crate) kinds: &'l BTreeSet<String>,
    /// Folded.
    pub(crate) rules: &'l BTreeSet<Rule>,
    pub(crate) ranks: BTreeMap<&'l str, u32>,
    pub(crate) removed: &'l BTreeSet<Key>,
    /// How many bytes each sorter and each section may hold in memory.
    pub(crate) memory: usize,
}

/// The whole file.
pub(crate) fn write(
    list: &List<'_>,
    fold: &Fold,
    mut entries: SortedTexts,
) -> Result<Sections, BuildError> {
    let mut strings = Strings::new(list.kinds, list.rules, list.removed, list.memory)?;
    let mut parts = Parts::new(2 * list.memory);
    let mut hashes = Hashes::new(list.memory);
    let mut words = Vocabulary::new(list.memory);
    read_names(fold, &mut entries, &mut strings, &mut parts, &mut hashes, &mut words)?;

    let mut beginnings = Beginnings::new(hashes.firsts()?);
    let mut parts = parts.finish()?;
    each(&mut entries, |at, item| {
        beginnings.add(fold, item.name());
        if at.is_new {
            parts.pass(item.name_bytes(), strings.words() + at.name, &mut strings)?;
        }
        Ok(())
    })?;
    let numbers = parts.finish(&mut strings)?;

    let (mut names, mut rest) = hashes.names(list.memory)?;
    let [records, payloads] =
        write_entries(list, fold, &mut entries, &strings, numbers, &mut names)?;
    drop(entries);
    let (postings, rows) = names.finish()?;
    let mut sections = Sections::new(list.memory);
    sections.bytes(list.profile.name().as_bytes())?;
    let rules = stored_rules(list.rules, &strings);
    let removed = removed(list.removed, &strings);
    sections.extend([strings.ends, strings.bytes, records, postings]);
    sections.numbers(&rules)?;
    sections.bytes(&beginnings.bytes())?;
    sections.bytes(&rest.pairs()?)?;
    sections.extend([rest.table(rows, list.memory)?]);
    sections.bytes(&words.finish()?)?;
    sections.extend([payloads]);
    sections.numbers(&removed)?;
    sections.finish(u32::from(list.profile.version()))
}

/// The first pass: checks entries, writes names, collects all that is to be sorted.
fn read_names(
    fold: &Fold,
    entries: &mut SortedTexts,
    strings: &mut Strings<'_>,
    parts: &mut Parts,
    hashes: &mut Hashes,
    words: &mut Vocabulary,
) -> Result<(), BuildError> {
    let mut pieces: Vec<Piece> = Vec::new();
    each(entries, |at, item| {
        let name = item.name();
        if at.is_new {
            pieces.clear();
            pieces.extend(Pieces::new(name));
            strings.add(name.as_bytes())?;
            words.add(fold, name, &pieces)?;
        }
        check_entry(fold, &item, &pieces)?;
        hashes.add(fold, &item, &pieces, at.place)?;
        parts.add(at.place, &item)
    })
}

/// The last pass: records of entries and of payloads.
fn write_entries(
    list: &List<'_>,
    fold: &Fold,
    entries: &mut SortedTexts,
    strings: &Strings<'_>,
    mut numbers: Sorted<Row>,
    names: &mut Names,
) -> Result<[Spool; 2], BuildError> {
    let [mut records, mut payloads] = [(); 2].map(|()| Spool::new(list.memory));
    let mut next = numbers.next()?;
    each(entries, |at, item| {
        let mut own = [None; PARTS as usize];
        while let Some((part, number, _)) =
            next.filter(|next| next.0 / PARTS == u64::from(at.place))
        {
            if let Some(own) = own.get_mut((part % PARTS) as usize) {
                *own = Some(number);
            }
            next = numbers.next()?;
        }
        let [id, canonical, payload] = own;
        let name = strings.words() + at.name;
        let kind = strings.word(item.kind()) << 8 | item.flags.bits();
        records.numbers(&[name, id.map_or(0, |id| id + 1), canonical.unwrap_or(name), kind])?;
        if let Some(payload) = payload {
            payloads.numbers(&[at.place, payload])?;
        }
        let rank = || list.ranks.get(item.kind()).copied().unwrap_or(u32::MAX);
        names.add(fold, item.name(), at.place, rank)
    })?;
    Ok([records, payloads])
}

/// Where an entry stands among all, and its name among all names.
#[derive(Clone, Copy, Debug)]
struct At {
    place: u32,
    name: u32,
    /// Whether no entry before has the name.
    is_new: bool,
}

/// Every entry, in order.
fn each(
    entries: &mut SortedTexts,
    mut take: impl FnMut(At, Item<'_>) -> Result<(), BuildError>,
) -> Result<(), BuildError> {
    entries.rewind()?;
    let mut at = At { place: 0, name: 0, is_new: true };
    let mut last: Vec<u8> = Vec::new();
    while let Some(record) = entries.next()? {
        let item = Item::read(record);
        if at.place as usize >= Value::MOST {
            return Err(BuildError::size());
        }
        at.is_new = at.place == 0 || last != item.name_bytes();
        if at.is_new {
            last.clear();
            last.extend(item.name_bytes());
            at.name += u32::from(at.place > 0);
        }
        take(at, item)?;
        at.place += 1;
    }
    Ok(())
}

fn removed(removed: &BTreeSet<Key>, strings: &Strings<'_>) -> Vec<u32> {
    let numbers = |key: &Key| {
        let id = key.id.as_deref().map_or(0, |id| strings.word(id) + 1);
        [strings.word(&key.name), strings.word(&key.kind), id]
    };
    removed.iter().flat_map(numbers).collect()
}

fn stored_rules(rules: &BTreeSet<Rule>, strings: &Strings<'_>) -> Vec<u32> {
    let stored = |rule: &Rule| {
        let (code, value) = match &rule.when {
            When::Before(word) => (StoredRule::BEFORE, strings.word(word)),
            When::After(word) => (StoredRule::AFTER, strings.word(word)),
            When::NotBefore(word) => (StoredRule::NOT_BEFORE, strings.word(word)),
            When::Number => (StoredRule::NUMBER, 0),
            When::Definite => (StoredRule::DEFINITE, 0),
            When::Quoted => (StoredRule::QUOTED, 0),
            When::Rank(rank) => (StoredRule::RANK, *rank),
            When::NotWithin(word) => (StoredRule::NOT_WITHIN, strings.word(word)),
            When::Part(part) => (StoredRule::PART, part.code()),
        };
        StoredRule { kind: strings.word(&rule.kind), code, value }
    };
    let rules: BTreeSet<StoredRule> = rules.iter().map(stored).collect();
    rules.iter().flat_map(|rule| [rule.code, rule.value, rule.kind]).collect()
}
