//! The file: a header of fixed length, then nine sections without space between them.
//!
//! ```text
//! magic 8 | format 4 | checksum 4 | profile version 4 | length of each section 9 x 4 | sections
//! ```
//!
//! Numbers are 32 bits, little-endian. The checksum (CRC-32, IEEE) covers all that stands behind it.
//! Sections, in order:
//!
//! 1. profile: its name;
//! 2. string ends: for each string, where it ends in the next section;
//! 3. strings: sorted, each once;
//! 4. entries: name, type, identifier + 1 or 0, canonical name (numbers of strings), flags;
//! 5. postings: a count and so many numbers of entries, best first;
//! 6. rules: code, word (string) or rank, type (string); sorted;
//! 7. beginnings: bits for the hashes of all words that can begin a name, proclitics included;
//! 8. heads: bits for the hashes of the first two pieces of all keys;
//! 9. keys: an FST from the folded pieces of a name, joined by [`SEPARATOR`], to where its posting
//!    begins.

use std::ops::Range;

use crate::error::{BuildError, OpenError, OpenErrorKind};

pub(crate) const MAGIC: [u8; 8] = *b"QAWLGAZ\0";
pub(crate) const VERSION: u32 = 1;

/// Joins the pieces of a key. No UTF-8 text holds this byte.
pub(crate) const SEPARATOR: u8 = 0xFF;

/// Numbers in a record of section 4 and of section 6.
pub(crate) const ENTRY: usize = 5;
pub(crate) const RULE: usize = 3;

const SECTIONS: usize = 9;
const HEADER: usize = 8 + 3 * 4 + SECTIONS * 4;
/// Where the checksum stands, and where the bytes begin that it covers.
const CHECKSUM: usize = 12;
const COVERED: usize = CHECKSUM + 4;

/// The sections of a file to be written.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sections {
    pub(crate) profile: String,
    pub(crate) string_ends: Vec<u32>,
    pub(crate) strings: String,
    pub(crate) entries: Vec<u32>,
    pub(crate) postings: Vec<u32>,
    pub(crate) rules: Vec<u32>,
    pub(crate) beginnings: Vec<u8>,
    pub(crate) heads: Vec<u8>,
    pub(crate) keys: Vec<u8>,
}

impl Sections {
    /// The whole file.
    pub(crate) fn write(self, profile_version: u32) -> Result<Vec<u8>, BuildError> {
        let sections: [Vec<u8>; SECTIONS] = [
            self.profile.into_bytes(),
            bytes(&self.string_ends),
            self.strings.into_bytes(),
            bytes(&self.entries),
            bytes(&self.postings),
            bytes(&self.rules),
            self.beginnings,
            self.heads,
            self.keys,
        ];
        let mut covered = profile_version.to_le_bytes().to_vec();
        for section in &sections {
            let len = u32::try_from(section.len()).map_err(|_| BuildError::size())?;
            covered.extend(len.to_le_bytes());
        }
        covered.extend(sections.concat());
        let checksum = crc32fast::hash(&covered).to_le_bytes();
        Ok([&MAGIC[..], &VERSION.to_le_bytes()[..], &checksum[..], &covered].concat())
    }
}

fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
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
    pub(crate) heads: Range<usize>,
    pub(crate) keys: Range<usize>,
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
            heads: next(),
            keys: next(),
        };
        if layout.keys.end != file.len() {
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
    if number(file, CHECKSUM / 4) != Some(crc32fast::hash(covered)) {
        let message = "the gazetteer file is damaged: its checksum does not fit";
        return Err(OpenError::new(OpenErrorKind::Checksum, message));
    }
    Ok(())
}

/// The number at place `index` of a row of numbers.
pub(crate) fn number(row: &[u8], index: usize) -> Option<u32> {
    let start = index.checked_mul(4)?;
    let bytes = row.get(start..start.checked_add(4)?)?;
    bytes.try_into().ok().map(u32::from_le_bytes)
}
