//! The file: a header of fixed length, then twelve sections without space between them.
//!
//! ```text
//! magic 8 | format 4 | checksum 8 | profile version 4 | length of each section 12 x 4 | sections
//! ```
//!
//! Numbers are 32 bits, little-endian. The checksum covers all that stands behind it. Sections, in
//! order:
//!
//! 1. profile: its name;
//! 2. string ends: for each string, where it ends in the next section;
//! 3. strings: types, the words of rules and the parts of removed entries, sorted; names, sorted; all
//!    others;
//! 4. entries, sorted: name, identifier + 1 or 0, canonical name (numbers of strings), type (number of a
//!    string, in the upper 24 bits) and flags;
//! 5. postings: a count and so many numbers of entries, best first;
//! 6. rules: code, word (string) or rank, type (string); sorted;
//! 7. beginnings: a filter of the words that can begin a name, proclitics included;
//! 8. pairs: a filter of the first two pieces of names;
//! 9. table: from the hashes of all rows of pieces with which names begin to entries or postings;
//! 10. words: an [`fst`] of the folded words of names that are of letters alone;
//! 11. payloads: entry and string, sorted by entry; only of entries that have one;
//! 12. removed: name, type (strings) and identifier + 1 or 0 of entries that lists below this one lose;
//!     sorted.

use std::io::Write;
use std::ops::Range;

use crate::checksum::{Checksum, checksum};
use crate::error::{BuildError, OpenError, OpenErrorKind};
use crate::governors::Governors;
use crate::part::Part;
use crate::ruled::RuledWords;
use crate::spool::Spool;

pub(crate) const MAGIC: [u8; 8] = *b"QAWLGAZ\0";
pub(crate) const VERSION: u32 = 4;

/// Numbers in a record of section 4 and of section 6.
pub(crate) const ENTRY: usize = 4;
pub(crate) const RULE: usize = 3;
/// Numbers in a record of the payloads and of the removed entries.
pub(crate) const PAYLOAD: usize = 2;
pub(crate) const REMOVED: usize = 3;

pub(crate) const SECTIONS: usize = 12;
const HEADER: usize = COVERED + 4 + SECTIONS * 4;
/// Where the checksum stands, and where the bytes begin that it covers.
const CHECKSUM: usize = 12;
pub(crate) const COVERED: usize = CHECKSUM + 8;

/// A file that is being written, section by section.
#[derive(Debug)]
pub(crate) struct Sections {
    header: Vec<u8>,
    sections: Vec<Spool>,
    memory: usize,
}

impl Sections {
    /// None yet; of which each may hold `memory` bytes in memory.
    pub(crate) fn new(memory: usize) -> Self {
        Self { header: Vec::new(), sections: Vec::new(), memory }
    }

    /// The next sections.
    pub(crate) fn extend(&mut self, sections: impl IntoIterator<Item = Spool>) {
        self.sections.extend(sections);
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), BuildError> {
        let mut section = Spool::new(self.memory);
        section.write(bytes)?;
        self.sections.push(section);
        Ok(())
    }

    pub(crate) fn numbers(&mut self, numbers: &[u32]) -> Result<(), BuildError> {
        let mut section = Spool::new(self.memory);
        section.numbers(numbers)?;
        self.sections.push(section);
        Ok(())
    }

    /// The whole file, once all sections are there.
    pub(crate) fn finish(mut self, profile_version: u32) -> Result<Self, BuildError> {
        let mut covered = profile_version.to_le_bytes().to_vec();
        for section in &self.sections {
            let len = u32::try_from(section.len()).map_err(|_| BuildError::size())?;
            covered.extend(len.to_le_bytes());
        }
        let mut sum = Checksum::default();
        sum.add(&covered);
        for section in &mut self.sections {
            section.read(|bytes| {
                sum.add(bytes);
                Ok(())
            })?;
        }
        let sum = sum.finish().to_le_bytes();
        self.header = [&MAGIC[..], &VERSION.to_le_bytes(), &sum, &covered].concat();
        Ok(self)
    }

    /// How long the file is.
    pub(crate) fn len(&self) -> usize {
        self.header.len() + self.sections.iter().map(Spool::len).sum::<usize>()
    }

    pub(crate) fn write_to(self, out: &mut impl Write) -> Result<(), BuildError> {
        out.write_all(&self.header).map_err(BuildError::io)?;
        for mut section in self.sections {
            section.read(|bytes| out.write_all(bytes).map_err(BuildError::io))?;
        }
        out.flush().map_err(BuildError::io)
    }
}

/// Where the sections of a file stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(crate) profile_version: u32,
    pub(crate) profile: Range<usize>,
    pub(crate) string_ends: Range<usize>,
    pub(crate) strings: Range<usize>,
    pub(crate) entries: Range<usize>,
    pub(crate) postings: Range<usize>,
    pub(crate) rules: Range<usize>,
    pub(crate) beginnings: Range<usize>,
    pub(crate) pairs: Range<usize>,
    pub(crate) table: Range<usize>,
    pub(crate) words: Range<usize>,
    pub(crate) payloads: Range<usize>,
    pub(crate) removed: Range<usize>,
    /// The types of which a rule refuses entries, noted when the rules were checked: every match asks.
    pub(crate) refused: Vec<u32>,
    /// The types of entries that are parts of names, noted likewise.
    pub(crate) parts: Vec<(u32, Part)>,
    /// Of those types of which a rule refuses entries, the one of people.
    pub(crate) person: Option<u32>,
    /// Where the rules for a word begin, noted likewise.
    pub(crate) ruled: Option<RuledWords>,
    /// The words before names of which rules speak, noted likewise.
    pub(crate) governors: Option<Governors>,
}

impl Layout {
    /// Reads the header and checks everything in it against `file`.
    pub(crate) fn read(file: &[u8]) -> Result<Layout, OpenError> {
        check_header(file)?;
        let mut end = HEADER;
        let mut sections = (0..SECTIONS).map(|i| {
            let start = end;
            let len = number(file, (COVERED + 4) / 4 + i).unwrap_or(u32::MAX);
            end = end.saturating_add(len as usize);
            start..end
        });
        let mut next = || sections.next().unwrap_or_default();
        let layout = Layout {
            profile_version: number(file, COVERED / 4).unwrap_or_default(),
            profile: next(),
            string_ends: next(),
            strings: next(),
            entries: next(),
            postings: next(),
            rules: next(),
            beginnings: next(),
            pairs: next(),
            table: next(),
            words: next(),
            payloads: next(),
            removed: next(),
            refused: Vec::new(),
            parts: Vec::new(),
            person: None,
            ruled: None,
            governors: None,
        };
        if layout.removed.end != file.len() {
            let message = "the gazetteer file is not as long as its header says";
            return Err(OpenError::new(OpenErrorKind::Length, message));
        }
        check_sum(file)?;
        Ok(layout)
    }

    /// The sections, with the names that the head of this file gives them.
    pub(crate) fn sections(&self) -> impl Iterator<Item = (&'static str, &Range<usize>)> {
        let sections = [
            ("profile", &self.profile),
            ("string ends", &self.string_ends),
            ("strings", &self.strings),
            ("entries", &self.entries),
            ("postings", &self.postings),
            ("rules", &self.rules),
            ("beginnings", &self.beginnings),
            ("pairs", &self.pairs),
            ("table", &self.table),
            ("words", &self.words),
            ("payloads", &self.payloads),
            ("removed", &self.removed),
        ];
        sections.into_iter()
    }
}

fn check_header(file: &[u8]) -> Result<(), OpenError> {
    if !file.starts_with(&MAGIC) {
        return Err(OpenError::new(OpenErrorKind::Magic, "this is not a gazetteer file"));
    }
    if file.len() < HEADER {
        return Err(OpenError::new(OpenErrorKind::Length, "the gazetteer file ends in its header"));
    }
    let version = number(file, MAGIC.len() / 4).unwrap_or_default();
    if version != VERSION {
        let message =
            format!("the gazetteer file has format {version}, this program reads format {VERSION}");
        return Err(OpenError::new(OpenErrorKind::Format, message));
    }
    Ok(())
}

fn check_sum(file: &[u8]) -> Result<(), OpenError> {
    let covered = file.get(COVERED..).unwrap_or_default();
    let stored = file.get(CHECKSUM..COVERED);
    if stored != Some(&checksum(covered).to_le_bytes()[..]) {
        let message = "the gazetteer file is damaged: its checksum does not fit";
        return Err(OpenError::new(OpenErrorKind::Checksum, message));
    }
    Ok(())
}

/// The number at place `index` of a row of numbers.
#[inline]
pub(crate) fn number(row: &[u8], index: usize) -> Option<u32> {
    let start = index.checked_mul(4)?;
    let bytes = row.get(start..start.checked_add(4)?)?;
    bytes.try_into().ok().map(u32::from_le_bytes)
}
