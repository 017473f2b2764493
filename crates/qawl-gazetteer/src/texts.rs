//! Texts sorted in bounded memory: what does not fit goes to temporary files as sorted runs.
//!
//! A record is a row of bytes in which the text to sort by comes first.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};

use crate::error::BuildError;
use crate::sorter::{MOST_RUNS, rewound};

/// The fewest records of a run.
const LEAST: usize = 64;

/// How records are compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Order {
    pub(crate) compare: fn(&[u8], &[u8]) -> Ordering,
    /// The text of a record that is compared first.
    pub(crate) text: fn(&[u8]) -> &[u8],
}

/// Records that are being collected.
#[derive(Debug)]
pub(crate) struct Texts {
    order: Order,
    memory: usize,
    /// Records, each behind its length.
    arena: Vec<u8>,
    /// Of each record the first bytes of its text, so that most comparisons read no more, and where
    /// it begins.
    index: Vec<(u64, usize)>,
    runs: Vec<File>,
}

/// Records in order, each once.
#[derive(Debug)]
pub(crate) enum SortedTexts {
    Memory { arena: Vec<u8>, index: Vec<(u64, usize)>, at: usize },
    File { reader: BufReader<File>, record: Vec<u8> },
}

impl Texts {
    /// None yet; of which `memory` bytes will be in memory.
    pub(crate) fn new(order: Order, memory: usize) -> Self {
        Self { order, memory, arena: Vec::new(), index: Vec::new(), runs: Vec::new() }
    }

    pub(crate) const fn set_memory(&mut self, memory: usize) {
        self.memory = memory;
    }

    /// Adds the record that `write` appends.
    pub(crate) fn add(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> Result<(), BuildError> {
        let taken = self.arena.len() + self.index.len() * size_of::<(u64, usize)>();
        if taken >= self.memory && self.index.len() >= LEAST {
            self.spill()?;
        }
        let start = self.arena.len();
        self.arena.extend([0; 4]);
        write(&mut self.arena);
        let len = self.arena.len() - start - 4;
        let len = u32::try_from(len).map_err(|_| BuildError::size())?;
        if let Some(place) = self.arena.get_mut(start..start + 4) {
            place.copy_from_slice(&len.to_le_bytes());
        }
        let first = first_bytes((self.order.text)(record(&self.arena, start)));
        self.index.push((first, start));
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<SortedTexts, BuildError> {
        if self.runs.is_empty() {
            self.sort();
            return Ok(SortedTexts::Memory { arena: self.arena, index: self.index, at: 0 });
        }
        self.spill()?;
        drop((std::mem::take(&mut self.arena), std::mem::take(&mut self.index)));
        let file = merge(self.order, self.runs)?;
        Ok(SortedTexts::File { reader: BufReader::new(file), record: Vec::new() })
    }

    fn sort(&mut self) {
        let Self { order, arena, index, .. } = self;
        let at = |start| record(arena, start);
        index
            .sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| (order.compare)(at(a.1), at(b.1))));
        index.dedup_by(|a, b| a.0 == b.0 && at(a.1) == at(b.1));
    }

    fn spill(&mut self) -> Result<(), BuildError> {
        if self.runs.len() == MOST_RUNS {
            self.runs = vec![merge(self.order, std::mem::take(&mut self.runs))?];
        }
        self.sort();
        let mut out = BufWriter::new(tempfile::tempfile().map_err(BuildError::temporary)?);
        for &(_, start) in &self.index {
            put(&mut out, record(&self.arena, start))?;
        }
        self.runs.push(rewound(out)?);
        self.arena.clear();
        self.index.clear();
        Ok(())
    }
}

impl SortedTexts {
    /// The next record.
    pub(crate) fn next(&mut self) -> Result<Option<&[u8]>, BuildError> {
        match self {
            Self::Memory { arena, index, at } => {
                *at += 1;
                Ok(index.get(*at - 1).map(|&(_, start)| record(arena, start)))
            }
            Self::File { reader, record } => {
                let is_one = take(reader, record)?;
                Ok(is_one.then_some(record.as_slice()))
            }
        }
    }

    /// Begins again.
    pub(crate) fn rewind(&mut self) -> Result<(), BuildError> {
        match self {
            Self::Memory { at, .. } => *at = 0,
            Self::File { reader, .. } => reader.rewind().map_err(BuildError::temporary)?,
        }
        Ok(())
    }
}

/// The first eight bytes, in an order that agrees with that of texts.
fn first_bytes(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text).for_each(|(place, byte)| *place = *byte);
    u64::from_be_bytes(bytes)
}

/// The record behind the length at `start`.
fn record(arena: &[u8], start: usize) -> &[u8] {
    let rest = arena.get(start..).unwrap_or_default();
    let Some((len, rest)) = rest.split_first_chunk::<4>() else { return &[] };
    rest.get(..u32::from_le_bytes(*len) as usize).unwrap_or_default()
}

fn put(out: &mut impl Write, record: &[u8]) -> Result<(), BuildError> {
    let len = (record.len() as u32).to_le_bytes();
    out.write_all(&len).and_then(|()| out.write_all(record)).map_err(BuildError::temporary)
}

/// Reads a record. Whether there was one.
fn take(reader: &mut BufReader<File>, record: &mut Vec<u8>) -> Result<bool, BuildError> {
    let mut len = [0; 4];
    if let Err(error) = reader.read_exact(&mut len) {
        let is_end = error.kind() == std::io::ErrorKind::UnexpectedEof;
        return if is_end { Ok(false) } else { Err(BuildError::temporary(error)) };
    }
    record.resize(u32::from_le_bytes(len) as usize, 0);
    reader.read_exact(record).map_err(BuildError::temporary)?;
    Ok(true)
}

/// The first record of a run that is not merged yet. The greatest is that which comes first, as
/// heaps have it.
struct Head {
    order: Order,
    record: Vec<u8>,
    reader: BufReader<File>,
}

impl Ord for Head {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.order.compare)(&other.record, &self.record)
    }
}

impl PartialOrd for Head {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Head {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Head {}

/// One run of several.
fn merge(order: Order, runs: Vec<File>) -> Result<File, BuildError> {
    let mut heads = BinaryHeap::new();
    for run in runs {
        let (mut reader, mut record) = (BufReader::new(run), Vec::new());
        if take(&mut reader, &mut record)? {
            heads.push(Head { order, record, reader });
        }
    }
    let mut out = BufWriter::new(tempfile::tempfile().map_err(BuildError::temporary)?);
    let mut last: Option<Vec<u8>> = None;
    while let Some(mut head) = heads.pop() {
        if last.as_ref() != Some(&head.record) {
            put(&mut out, &head.record)?;
            let last = last.get_or_insert_default();
            last.clear();
            last.extend(&head.record);
        }
        if take(&mut head.reader, &mut head.record)? {
            heads.push(head);
        }
    }
    rewound(out)
}
