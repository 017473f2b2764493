//! Who said what as a table, for a spreadsheet: a quote a line, those of one speaker together.
//!
//! The columns that tell of the speaker are repeated on each line, so that the table can be sorted and
//! filtered by any of them; quotes without a speaker stand last. A hyphen stands for what is not
//! known. Gender is told of single people: a ministry has none.

use std::io::{self, Write};

use qawl::quotes::{Number, Resolution, SpeakerEntry};
use qawl::{Document, Quote};

use crate::formats::flat::Flat;

/// The names of the columns, the first line of a table.
pub(crate) const HEADER: &str = "doc\tspeaker\tgender\ttitles\tquotes\tid\ttype\twords\n";

/// Writes the lines of one document.
pub(crate) fn write(id: &str, document: &Document<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    let (text, quotes) = (document.text(), document.quotes());
    for entry in &document.speakers() {
        let columns = columns(entry);
        // Quotes are numbered from 1 in their order.
        let mut own = entry.quotes.iter().filter_map(|number| quotes.get(number.checked_sub(1)?));
        own.try_for_each(|quote| write_line(id, &columns, text, quote, out))?;
    }
    let mut unknown = quotes.iter().filter(|quote| quote.speaker.is_none());
    unknown.try_for_each(|quote| write_line(id, "-\t-\t-\t-", text, quote, out))
}

/// The columns of a speaker.
fn columns(entry: &SpeakerEntry) -> String {
    let is_group = entry.how == Resolution::Institution || entry.number != Some(Number::Singular);
    let gender = entry.gender.filter(|_| !is_group).map_or("-", |gender| gender.as_str());
    let titles = if entry.titles.is_empty() { "-".to_owned() } else { entry.titles.join(" | ") };
    format!("{}\t{gender}\t{}\t{}", Flat(&entry.name), Flat(&titles), entry.quotes.len())
}

fn write_line(
    id: &str,
    columns: &str,
    text: &str,
    quote: &Quote,
    out: &mut Vec<u8>,
) -> io::Result<()> {
    let words: Vec<&str> = quote.content.iter().filter_map(|span| span.get(text)).collect();
    // U+2026 HORIZONTAL ELLIPSIS
    let words = words.join(" \u{2026} ");
    let (id, kind) = (Flat(id), quote.kind.as_str());
    writeln!(out, "{id}\t{columns}\t{}\t{kind}\t{}", quote.id, Flat(&words))
}
