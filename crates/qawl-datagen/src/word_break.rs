//! The table of word boundaries of `qawl-tokenize`: the property Word_Break of every character, and
//! which characters are pictographic.

use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, Row, read_tsv};

const SOURCE: &str = "data/tokenize/word_break.tsv";

/// The suffix of a value in the source whose characters are pictographic too.
const PICTOGRAPHIC: &str = "+pictographic";

/// The value that the table leaves out.
const OTHER: &str = "Other";

/// The values of the property, and what they are called in the table.
const VALUES: [(&str, &str); 18] = [
    ("ALetter", "ALetter"),
    ("CR", "Cr"),
    ("Double_Quote", "DoubleQuote"),
    ("Extend", "Extend"),
    ("ExtendNumLet", "ExtendNumLet"),
    ("Format", "Format"),
    ("Hebrew_Letter", "HebrewLetter"),
    ("Katakana", "Katakana"),
    ("LF", "Lf"),
    ("MidLetter", "MidLetter"),
    ("MidNum", "MidNum"),
    ("MidNumLet", "MidNumLet"),
    ("Newline", "Newline"),
    ("Numeric", "Numeric"),
    ("Regional_Indicator", "RegionalIndicator"),
    ("Single_Quote", "SingleQuote"),
    ("WSegSpace", "WSegSpace"),
    ("ZWJ", "Zwj"),
];

const HEADER: &str = "\
//! Do not edit: `cargo run -p qawl-datagen` writes this file from
//! `data/tokenize/word_break.tsv`.

use crate::word_break::WordBreak::{self, *};

/// The first and the last character of ranges, sorted, and their value. The others are `Other`.
#[rustfmt::skip]
pub(crate) static WORD_BREAK: &[(u32, u32, WordBreak)] = &[
";

const PICTOGRAPHIC_HEADER: &str = "\
];

/// The first and the last character of ranges that are pictographic, sorted.
#[rustfmt::skip]
pub(crate) static PICTOGRAPHIC_RANGES: &[(u32, u32)] = &[
";

/// Characters from `first` to `last`, and what they are.
#[derive(Clone, Copy)]
struct Range {
    first: u32,
    last: u32,
    /// In the words of the table.
    value: &'static str,
    is_pictographic: bool,
}

/// Renders it from `data/tokenize/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let path = root.join(SOURCE);
    let ranges = ranges(&path, &read_tsv(&path, 3)?)?;
    let path = "crates/qawl-tokenize/src/word_break_table.rs".into();
    Ok(vec![Output { path, bytes: table(&ranges).into_bytes() }])
}

/// The ranges, checked: sorted, and none meets another.
fn ranges(path: &Path, rows: &[Row]) -> Result<Vec<Range>, Error> {
    let mut ranges: Vec<Range> = Vec::new();
    for row in rows {
        let range = range(row).map_err(|message| Error::at(path, row.line, message))?;
        if ranges.last().is_some_and(|before| before.last >= range.first) {
            return Err(Error::at(path, row.line, "ranges are not sorted or meet"));
        }
        ranges.push(range);
    }
    Ok(ranges)
}

fn range(row: &Row) -> Result<Range, &'static str> {
    let [first, last, value] = row.columns.as_slice() else {
        return Err("expected three columns");
    };
    let (plain, is_pictographic) = match value.strip_suffix(PICTOGRAPHIC) {
        Some(plain) => (plain, true),
        None => (value.as_str(), false),
    };
    let known = VALUES.iter().find(|(name, _)| *name == plain).map(|(_, value)| *value);
    let other = (plain == OTHER && is_pictographic).then_some(OTHER);
    let (first, last) = (character(first)?, character(last)?);
    if first > last {
        return Err("the range ends before it begins");
    }
    let value = known.or(other).ok_or("this is no value of Word_Break")?;
    Ok(Range { first, last, value, is_pictographic })
}

fn character(code: &str) -> Result<u32, &'static str> {
    let found = u32::from_str_radix(code, 16).ok().filter(|code| *code <= u32::from(char::MAX));
    found.filter(|_| code.len() == 6).ok_or("expected six hexadecimal digits")
}

fn table(ranges: &[Range]) -> String {
    let mut text = HEADER.to_owned();
    let valued = merged(ranges.iter().filter(|range| range.value != OTHER), |range| range.value);
    write(&mut text, 3, &valued, |range| {
        format!("(0x{:X}, 0x{:X}, {}),", range.first, range.last, range.value)
    });
    text.push_str(PICTOGRAPHIC_HEADER);
    let pictographic = merged(ranges.iter().filter(|range| range.is_pictographic), |_| "");
    write(&mut text, 4, &pictographic, |range| {
        format!("(0x{:X}, 0x{:X}),", range.first, range.last)
    });
    text.push_str("];\n");
    text
}

/// One range for those that touch and are the same to the table.
fn merged<'r>(
    ranges: impl Iterator<Item = &'r Range>,
    value: impl Fn(&Range) -> &'static str,
) -> Vec<Range> {
    let mut merged: Vec<Range> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(before) if before.last + 1 == range.first && value(before) == value(range) => {
                before.last = range.last;
            }
            _ => merged.push(*range),
        }
    }
    merged
}

fn write(text: &mut String, columns: usize, ranges: &[Range], entry: impl Fn(&Range) -> String) {
    for ranges in ranges.chunks(columns) {
        let line: Vec<String> = ranges.iter().map(&entry).collect();
        let _ = writeln!(text, "    {}", line.join(" "));
    }
}
