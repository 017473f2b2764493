//! Gazetteer files as a damaged disk and a careless or false writer make them.

use std::ops::Range;
use std::sync::LazyLock;

use arbitrary::{Arbitrary, Unstructured};
use qawl::gazetteer::{Flags, Rule, When};
use qawl::{Entry, GazetteerBuilder, Profile};

/// What the header of a file is made of; its format is told in `format.rs` of qawl-gazetteer.
const CHECKSUM: Range<usize> = 12..20;
const LENGTHS: Range<usize> = 24..24 + 12 * 4;

/// Files that open, to be changed.
static SOUND: LazyLock<[Vec<u8>; 3]> = LazyLock::new(|| {
    let builder = || GazetteerBuilder::new(Profile::SEARCH);
    let names = builder()
        .add(Entry::new("الأمم المتحدة", "organization").id("Q1065")) // the United Nations
        .add(Entry::new("لندن", "city").canonical("لندن الكبرى").payload("[1]")) // London, Greater London
        .remove(&Entry::new("باريس", "city").id("Q90")) // Paris
        .rule(Rule::new("city", When::Before("مدينة".into()))); // city
    let postings = builder()
        .add(Entry::new("الأردن", "country").flags(Flags::default().no_clitic())) // Jordan
        .add(Entry::new("الأردن", "river")) // the Jordan
        .add(Entry::new("نهر الأردن", "river").id("Q40059")) // the river Jordan
        .rule(Rule::new("country", When::Rank(1)))
        .rule(Rule::new("river", When::NotBefore("ملك".into()))) // king
        .rule(Rule::new("river", When::Number));
    [builder(), names, postings].map(|list| list.build().expect("names, and words of rules"))
});

/// A change of some bytes.
#[derive(Arbitrary, Debug)]
struct Change {
    /// The section; the header where there are not so many.
    section: u8,
    place: u16,
    kind: Kind,
    number: u32,
}

#[derive(Arbitrary, Debug)]
enum Kind {
    Byte,
    /// Four bytes, where a number stands.
    Number,
    Insert,
    Remove,
    Cut,
}

/// A file that was changed.
#[derive(Debug)]
pub struct Forged {
    pub file: Vec<u8>,
}

impl<'a> Arbitrary<'a> for Forged {
    fn arbitrary(u: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        let mut file = u.choose(&SOUND[..])?.clone();
        let (fits_lengths, is_sealed): (bool, bool) = u.arbitrary()?;
        let number = u.int_in_range(0..=12)?;
        for _ in 0..number {
            Change::arbitrary(u)?.apply(&mut file, fits_lengths);
        }
        if is_sealed {
            seal(&mut file);
        }
        Ok(Self { file })
    }
}

impl Change {
    /// Changes the file, and the length of the section with it where `fits_lengths`.
    fn apply(&self, file: &mut Vec<u8>, fits_lengths: bool) {
        let section = usize::from(self.section) % 13;
        let range = section_of(file, section);
        let at = range.start + usize::from(self.place) % (range.len() + 1);
        let [byte, ..] = self.number.to_le_bytes();
        match self.kind {
            Kind::Byte => file.iter_mut().skip(at).take(1).for_each(|old| *old ^= byte),
            Kind::Number => {
                let at = range.start + (at - range.start) / 4 * 4;
                let new = self.number.to_le_bytes();
                file.iter_mut().skip(at).zip(new).for_each(|(old, new)| *old = new);
            }
            Kind::Insert => {
                file.splice(at..at, self.number.to_le_bytes());
                resize(file, section, 4, fits_lengths);
            }
            Kind::Remove => {
                let end = range.end.min(at + 4);
                file.drain(at..end);
                resize(file, section, -((end - at) as i64), fits_lengths);
            }
            Kind::Cut => file.truncate(at),
        }
    }
}

/// Where a section stands, counted from 0, as far as the file goes; the header is behind the last one.
fn section_of(file: &[u8], section: usize) -> Range<usize> {
    let lengths = file.get(LENGTHS).unwrap_or_default().chunks_exact(4);
    let lengths =
        lengths.map(|length| length.iter().rev().fold(0, |n, &b| n << 8 | usize::from(b)));
    let mut end = LENGTHS.end;
    let sections = lengths.map(|length| {
        let start = end.min(file.len());
        end += length;
        start..end.min(file.len())
    });
    sections.into_iter().nth(section).unwrap_or(0..LENGTHS.end.min(file.len()))
}

/// Writes another length of a section into the header.
fn resize(file: &mut [u8], section: usize, by: i64, is_wanted: bool) {
    let at = LENGTHS.start + 4 * section;
    let Some(length) = file.get_mut(at..at + 4).filter(|_| is_wanted && section < 12) else {
        return;
    };
    let old = length.iter().rev().fold(0, |n, &byte| n << 8 | i64::from(byte));
    length.copy_from_slice(&((old + by) as u32).to_le_bytes());
}

/// Makes the checksum fit, as its documentation in qawl-gazetteer tells: eight lanes, a word of eight bytes
/// for each in turn, the last row filled up with zeros.
fn seal(file: &mut [u8]) {
    let step =
        |sum: u64, word: u64| (sum ^ word).rotate_left(29).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let Some(covered) = file.get(CHECKSUM.end..) else { return };
    let mut lanes = [1, 2, 3, 4, 5, 6, 7, 8];
    let rows = covered.len() / 64 + 1;
    for index in 0..rows * 8 {
        let word = (0..8).rev().map(|i| covered.get(index * 8 + i).copied().unwrap_or(0));
        let word = word.fold(0, |n, byte| n << 8 | u64::from(byte));
        lanes[index % 8] = step(lanes[index % 8], word);
    }
    let sum = lanes.into_iter().fold(covered.len() as u64, step);
    file[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
}

/// Whether the sound files stay as they are when they are sealed again, so that `seal` does what the
/// crate does.
pub fn sealing_is_understood() -> bool {
    SOUND.iter().all(|sound| {
        let mut file = sound.clone();
        file[CHECKSUM].fill(0);
        seal(&mut file);
        file == *sound
    })
}
