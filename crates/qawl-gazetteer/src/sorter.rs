//! Numbers sorted in bounded memory: what does not fit goes to temporary files as sorted runs.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Seek, Write};

use crate::error::BuildError;

/// How many runs are merged at once: fewer than files may be open.
pub(crate) const MOST_RUNS: usize = 64;

/// The fewest records of a run.
const LEAST: usize = 256;

/// What is sorted: a row of numbers.
pub(crate) trait Record: Copy + Ord {
    /// As many bytes as it has.
    type Bytes: AsRef<[u8]> + AsMut<[u8]> + Default;

    fn to_bytes(self) -> Self::Bytes;
    fn of_bytes(bytes: Self::Bytes) -> Self;
}

impl Record for u64 {
    type Bytes = [u8; 8];

    fn to_bytes(self) -> [u8; 8] {
        self.to_le_bytes()
    }

    fn of_bytes(bytes: [u8; 8]) -> Self {
        Self::from_le_bytes(bytes)
    }
}

/// A number to sort by and two that go with it.
pub(crate) type Row = (u64, u32, u32);

impl Record for Row {
    type Bytes = [u8; 16];

    fn to_bytes(self) -> [u8; 16] {
        let second = u64::from(self.1) << 32 | u64::from(self.2);
        (u128::from(self.0) << 64 | u128::from(second)).to_le_bytes()
    }

    fn of_bytes(bytes: [u8; 16]) -> Self {
        let all = u128::from_le_bytes(bytes);
        ((all >> 64) as u64, (all >> 32) as u32, all as u32)
    }
}

/// Records that are being collected.
#[derive(Debug)]
pub(crate) struct Sorter<T> {
    most: usize,
    buffer: Vec<T>,
    runs: Vec<File>,
}

/// Records in order, each once.
#[derive(Debug)]
pub(crate) enum Sorted<T> {
    Memory(std::vec::IntoIter<T>),
    File { reader: BufReader<File>, left: usize },
}

impl<T: Record> Sorter<T> {
    /// None yet; of which `memory` bytes will be in memory.
    pub(crate) fn new(memory: usize) -> Self {
        let most = (memory / size_of::<T>()).max(LEAST);
        Self { most, buffer: Vec::new(), runs: Vec::new() }
    }

    pub(crate) fn add(&mut self, record: T) -> Result<(), BuildError> {
        if self.buffer.len() == self.most {
            self.spill()?;
        }
        self.buffer.push(record);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> Result<Sorted<T>, BuildError> {
        if self.runs.is_empty() {
            self.sort();
            return Ok(Sorted::Memory(self.buffer.into_iter()));
        }
        self.spill()?;
        drop(std::mem::take(&mut self.buffer));
        let (file, left) = merge::<T>(self.runs)?;
        Ok(Sorted::File { reader: BufReader::new(file), left })
    }

    fn sort(&mut self) {
        self.buffer.sort_unstable();
        self.buffer.dedup();
    }

    fn spill(&mut self) -> Result<(), BuildError> {
        if self.runs.len() == MOST_RUNS {
            let (run, _) = merge::<T>(std::mem::take(&mut self.runs))?;
            self.runs.push(run);
        }
        self.sort();
        let mut records = std::mem::take(&mut self.buffer);
        let mut next = records.iter().copied();
        self.runs.push(write_run(|| Ok(next.next()))?.0);
        records.clear();
        self.buffer = records;
        Ok(())
    }
}

impl<T: Record> Sorted<T> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Memory(records) => records.len(),
            Self::File { left, .. } => *left,
        }
    }

    pub(crate) fn next(&mut self) -> Result<Option<T>, BuildError> {
        match self {
            Self::Memory(records) => Ok(records.next()),
            Self::File { left: 0, .. } => Ok(None),
            Self::File { reader, left } => {
                *left -= 1;
                read(reader).map(Some)
            }
        }
    }
}

fn read<T: Record>(reader: &mut BufReader<File>) -> Result<T, BuildError> {
    let mut bytes = T::Bytes::default();
    reader.read_exact(bytes.as_mut()).map_err(BuildError::temporary)?;
    Ok(T::of_bytes(bytes))
}

/// A file of the records that `next` gives, ready to be read, and how many they are.
fn write_run<T: Record>(
    mut next: impl FnMut() -> Result<Option<T>, BuildError>,
) -> Result<(File, usize), BuildError> {
    let mut out = BufWriter::new(tempfile::tempfile().map_err(BuildError::temporary)?);
    let mut count = 0;
    while let Some(record) = next()? {
        out.write_all(record.to_bytes().as_ref()).map_err(BuildError::temporary)?;
        count += 1;
    }
    Ok((rewound(out)?, count))
}

/// The file, to be read from its start.
pub(crate) fn rewound(mut out: BufWriter<File>) -> Result<File, BuildError> {
    out.rewind().map_err(BuildError::temporary)?;
    out.into_inner().map_err(|error| BuildError::temporary(error.into_error()))
}

/// One run of several.
fn merge<T: Record>(runs: Vec<File>) -> Result<(File, usize), BuildError> {
    let mut readers: Vec<(BufReader<File>, usize)> = Vec::new();
    for run in runs {
        let len = run.metadata().map_err(BuildError::temporary)?.len() as usize;
        readers.push((BufReader::new(run), len / size_of::<T::Bytes>()));
    }
    let mut next = |run: usize| match readers.get_mut(run) {
        Some((reader, left @ 1..)) => {
            *left -= 1;
            read::<T>(reader).map(Some)
        }
        _ => Ok(None),
    };
    let mut heads = BinaryHeap::new();
    for run in 0..MOST_RUNS + 1 {
        heads.extend(next(run)?.map(|record| Reverse((record, run))));
    }
    let mut last = None;
    write_run(|| {
        while let Some(Reverse((record, run))) = heads.pop() {
            heads.extend(next(run)?.map(|record| Reverse((record, run))));
            if last.replace(record) != Some(record) {
                return Ok(Some(record));
            }
        }
        Ok(None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spilled_records_are_sorted_too() {
        for memory in [0, usize::MAX] {
            let mut sorter = Sorter::new(memory);
            let mix = |i: u64| i.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
            let record = |i| (mix(i), mix(i + 7) as u32, i as u32 % 2);
            let mut wanted: Vec<_> = (0..20_000).map(|i| record(i % 17_000)).collect();
            wanted.iter().for_each(|&record| sorter.add(record).unwrap());
            let mut sorted = sorter.finish().unwrap();
            wanted.sort_unstable();
            wanted.dedup();
            assert_eq!(sorted.len(), wanted.len());
            assert!(wanted.iter().all(|&record| sorted.next().unwrap() == Some(record)));
            assert_eq!(sorted.next().unwrap(), None);
        }
    }
}
