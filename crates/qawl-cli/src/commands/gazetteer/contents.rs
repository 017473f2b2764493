//! What a compiled list holds, counted.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::io::{self, Write};

use qawl::Gazetteer;
use qawl::gazetteer::EntryView;
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::printing::Printable;

/// What a list holds.
#[derive(Debug, Serialize)]
pub(super) struct Contents {
    gazetteer: String,
    /// The version of the file's format.
    format: u32,
    profile: String,
    /// Pairs of a name and a thing.
    entries: usize,
    /// Different names.
    names: usize,
    /// Different things: identifiers, and where there is none, canonical names with their types.
    entities: usize,
    /// Different words of names.
    words: usize,
    types: BTreeMap<String, usize>,
    /// How many entries have each flag.
    flags: BTreeMap<String, usize>,
    rules: usize,
    /// The parts of the file and their bytes, in order.
    #[serde(serialize_with = "as_object")]
    sections: Vec<(&'static str, usize)>,
    /// Of all parts together.
    bytes: usize,
}

impl Contents {
    pub(super) fn of<D: AsRef<[u8]>>(
        name: String,
        gazetteer: &Gazetteer<D>,
    ) -> Result<Self, Failure> {
        let sections: Vec<_> = gazetteer.sections().collect();
        let mut contents = Self {
            gazetteer: name,
            format: gazetteer.format(),
            profile: gazetteer.profile().to_string(),
            entries: gazetteer.len(),
            names: 0,
            entities: 0,
            words: 0,
            types: BTreeMap::new(),
            flags: BTreeMap::new(),
            rules: gazetteer.rules().len(),
            bytes: sections.iter().map(|&(_, bytes)| bytes).sum(),
            sections,
        };
        contents.count(gazetteer.entries())?;
        Ok(contents)
    }

    fn count<'g>(&mut self, entries: impl Iterator<Item = EntryView<'g>>) -> Result<(), Failure> {
        let (mut words, mut entities) = (HashSet::new(), HashSet::new());
        let mut last = None;
        for entry in entries {
            add(&mut self.types, entry.kind());
            for flag in flags(entry)? {
                add(&mut self.flags, &flag);
            }
            entities.insert(match entry.id() {
                Some(id) => ("", id),
                None => (entry.kind(), entry.canonical()),
            });
            // Entries of one name stand together.
            if last != Some(entry.name()) {
                last = Some(entry.name());
                self.names += 1;
                words.extend(entry.name().split_whitespace());
            }
        }
        (self.words, self.entities) = (words.len(), entities.len());
        Ok(())
    }
}

impl Printable for Contents {
    fn write_text(&self, out: &mut Vec<u8>) -> io::Result<()> {
        writeln!(out, "{}: {} names, folded by {}", self.gazetteer, self.names, self.profile)?;
        let mut types: Vec<_> = self.types.iter().collect();
        types.sort_by_key(|&(kind, count)| (Reverse(*count), kind));
        for (kind, count) in types {
            writeln!(out, "  {count:>6} {}", Flat(kind))?;
        }
        writeln!(out, "  {:>6} rules", self.rules)?;
        let (entries, entities, words) = (self.entries, self.entities, self.words);
        writeln!(out, "  {entries} entries of {entities} things, {words} different words")?;
        for (flag, count) in &self.flags {
            writeln!(out, "  {count} entries with {}", Flat(flag))?;
        }
        write!(out, "  format {}, {} bytes:", self.format, self.bytes)?;
        for (index, (section, bytes)) in self.sections.iter().enumerate() {
            write!(out, "{} {section} {bytes}", if index == 0 { "" } else { "," })?;
        }
        writeln!(out)
    }
}

fn add(counts: &mut BTreeMap<String, usize>, what: &str) {
    match counts.get_mut(what) {
        Some(count) => *count += 1,
        None => drop(counts.insert(what.to_owned(), 1)),
    }
}

/// The names of the flags that are set, as they are serialized.
fn flags(entry: EntryView<'_>) -> Result<Vec<String>, Failure> {
    if entry.flags() == Default::default() {
        return Ok(Vec::new());
    }
    let Value::Object(flags) = serde_json::to_value(entry.flags())? else { return Ok(Vec::new()) };
    Ok(flags
        .into_iter()
        .filter(|(_, set)| *set == Value::Bool(true))
        .map(|(flag, _)| flag)
        .collect())
}

fn as_object<S: Serializer>(pairs: &[(&str, usize)], to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().copied())
}
