//! Entries by name.

use std::io::Write;
use std::path::PathBuf;

use qawl::Gazetteer;
use qawl::gazetteer::{Fuzzy, Similar};
use serde::Serialize;

use crate::error::Failure;
use crate::formats::flat::Flat;
use crate::map::Bytes;
use crate::names::open_gazetteer;
use crate::printing::{Printable, Printing};

/// Look names up in compiled lists: whole names, or with `--fuzzy` those near them.
///
/// Nearest first. The distance is counted in halves of an edit: a letter put in, left out or exchanged, or
/// two that changed places, count 2; letters that are easily taken for one another count 1.
///
/// As text an entry a line: distance, name, type, id or `-`, canonical name, with tabs between. As JSON an
/// object for each name that was asked for.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  qawl gazetteer lookup --fuzzy 1 'محمد بن سليمان'")]
pub(crate) struct Lookup {
    /// Names to look up.
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Look into this list, compiled by `qawl gazetteer build`, instead of the embedded one; may be
    /// given again.
    #[arg(long, value_name = "FILE.qgz")]
    gazetteer: Vec<PathBuf>,
    /// At most so many edits in a word: 0, 1 (in words from five letters on, without the article) or 2 (two
    /// from nine on).
    #[arg(long, value_name = "N", default_value_t = 0,
          value_parser = clap::value_parser!(u8).range(..=2))]
    fuzzy: u8,
    #[command(flatten)]
    printing: Printing,
}

impl Lookup {
    pub(super) fn run(self) -> Result<(), Failure> {
        let lists: Result<Vec<_>, Failure> =
            self.gazetteer.iter().map(|file| open_gazetteer(file)).collect();
        let lists = lists?;
        let answer = |name| Ok(Answer { name, entries: self.entries(name, &lists) });
        self.printing.print(self.names.iter().map(|name| answer(name)))
    }

    fn entries<'g>(&self, name: &str, lists: &'g [Gazetteer<Bytes>]) -> Vec<Found<'g>> {
        let fuzzy = Fuzzy::default().max_edits(self.fuzzy);
        let mut found: Vec<Similar<'g>> =
            lists.iter().flat_map(|list| list.lookup(name, &fuzzy)).collect();
        if lists.is_empty() {
            found = Gazetteer::embedded().lookup(name, &fuzzy);
        }
        found.sort_by_key(|similar| similar.distance);
        found.into_iter().map(Found::of).collect()
    }
}

/// What is known by a name.
#[derive(Debug, Serialize)]
struct Answer<'a> {
    name: &'a str,
    entries: Vec<Found<'a>>,
}

#[derive(Debug, Serialize)]
struct Found<'g> {
    distance: u32,
    name: &'g str,
    r#type: &'g str,
    id: Option<&'g str>,
    canonical: &'g str,
}

impl<'g> Found<'g> {
    fn of(similar: Similar<'g>) -> Self {
        let (entry, distance) = (similar.entry, similar.distance);
        let (id, canonical) = (entry.id(), entry.canonical());
        Self { distance, name: entry.name(), r#type: entry.kind(), id, canonical }
    }
}

impl Printable for Answer<'_> {
    fn write_text(&self, out: &mut Vec<u8>) -> std::io::Result<()> {
        self.entries.iter().try_for_each(|found| {
            let (name, kind) = (Flat(found.name), Flat(found.r#type));
            let (id, canonical) = (Flat(found.id.unwrap_or("-")), Flat(found.canonical));
            writeln!(out, "{}\t{name}\t{kind}\t{id}\t{canonical}", found.distance)
        })
    }
}
