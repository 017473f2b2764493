//! The file: a header of fixed length, then nine sections without space between them.
//!
//! ```text
//! magic 8 | format 4 | checksum 8 | profile version 4 | length of each section 9 x 4 | sections
//! ```
//!
//! Numbers are 32 bits, little-endian. The checksum covers all that stands behind it. Sections, in
//! order:
//!
//! 1. profile: its name;
//! 2. string ends: for each string, where it ends in the next section;
//! 3. strings: types and the words of rules, sorted; names, sorted; all others;
//! 4. entries, sorted: name, identifier + 1 or 0, canonical name (numbers of strings), type (number of a
//!    string, in the upper 24 bits) and flags;
//! 5. postings: a count and so many numbers of entries, best first;
//! 6. rules: code, word (string) or rank, type (string); sorted;
//! 7. beginnings: a filter of the words that can begin a name, proclitics included;
//! 8. pairs: a filter of the first two pieces of names;
//! 9. table: from the hashes of all rows of pieces with which names begin to entries or postings.

use std::ops::Range;

use crate::checksum::checksum;
use crate::error::{BuildError, OpenError, OpenErrorKind};

pub(crate) const MAGIC: [u8; 8] = *b"QAWLGAZ\0";
pub(crate) const VERSION: u32 = 2;

/// Numbers in a record of section 4 and of section 6.
pub(crate) const ENTRY: usize = 4;
pub(crate) const RULE: usize = 3;

const SECTIONS: usize = 9;
const HEADER: usize = COVERED + 4 + SECTIONS * 4;
/// Where the checksum stands, and where the bytes begin that it covers.
const CHECKSUM: usize = 12;
pub(crate) const COVERED: usize = CHECKSUM + 8;

/// A file that is being written, section by section, in one stretch of memory.
#[derive(Debug)]
pub(crate) struct Writer {
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

impl Writer {
    pub(crate) fn new() -> Self {
        Self { bytes: vec![0; HEADER], ends: Vec::new() }
    }

    /// The next section, to which `write` appends its bytes.
    pub(crate) fn section(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        write(&mut self.bytes);
        self.ends.push(self.bytes.len());
    }

    /// The next section, of numbers.
    pub(crate) fn numbers(&mut self, numbers: impl IntoIterator<Item = u32>) {
        self.section(|bytes| {
            numbers.into_iter().for_each(|number| bytes.extend(number.to_le_bytes()));
        });
    }

    /// The whole file.
    pub(crate) fn finish(self, profile_version: u32) -> Result<Vec<u8>, BuildError> {
        let Self { mut bytes, ends } = self;
        let mut header = profile_version.to_le_bytes().to_vec();
        let mut start = HEADER;
        for end in ends {
            let len = u32::try_from(end - start).map_err(|_| BuildError::size())?;
            header.extend(len.to_le_bytes());
            start = end;
        }
        put(&mut bytes, 0, &MAGIC);
        put(&mut bytes, MAGIC.len(), &VERSION.to_le_bytes());
        put(&mut bytes, COVERED, &header);
        let sum = checksum(bytes.get(COVERED..).unwrap_or_default());
        put(&mut bytes, CHECKSUM, &sum.to_le_bytes());
        Ok(bytes)
    }
}

fn put(bytes: &mut [u8], at: usize, part: &[u8]) {
    bytes.iter_mut().skip(at).zip(part).for_each(|(place, byte)| *place = *byte);
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
    /// The types of which a rule refuses entries, noted when the rules were checked: every match asks.
    pub(crate) refused: Vec<u32>,
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
            refused: Vec::new(),
        };
        if layout.table.end != file.len() {
            let message = "the gazetteer file is not as long as its header says";
            return Err(OpenError::new(OpenErrorKind::Length, message));
        }
        check_sum(file)?;
        Ok(layout)
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
