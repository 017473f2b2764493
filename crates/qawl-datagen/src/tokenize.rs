//! The abbreviations of `qawl-tokenize`, and what the full stop behind each does.

use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, read_tsv};

/// Renders them from `data/tokenize/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let source = root.join("data/tokenize/abbreviations.tsv");
    let rows = read_tsv(&source, 3)?;
    let mut words = Vec::new();
    for row in &rows {
        let does = match row.columns[1].as_str() {
            "title" => "Title",
            "label" => "Label",
            "era" | "unit" | "company" => "Closing",
            "ordinal" => "Ordinal",
            "dotted" => "Dotted",
            class => {
                let message = format!("no class of abbreviations: {class}");
                return Err(Error::at(&source, row.line, message));
            }
        };
        words.push((row.columns[0].as_str(), does));
    }
    words.sort_unstable();
    let mut text = String::from(
        "//! Do not edit: `cargo run -p qawl-datagen` writes this file from\n\
         //! `data/tokenize/abbreviations.tsv` and `sentence_words.tsv`.\n\n\
         use crate::abbreviations::Abbreviation::{self, *};\n\n\
         /// Sorted by code point.\n\
         #[rustfmt::skip]\n\
         pub(crate) static ABBREVIATIONS: &[(&str, Abbreviation)] = &[\n",
    );
    for (word, does) in &words {
        let _ = writeln!(text, "    ({word:?}, {does}),");
    }
    text.push_str(
        "];\n\n\
         /// Those of them that are one token with their full stop.\n\
         #[rustfmt::skip]\n\
         pub(crate) static DOTTED: &[&str] = &[\n",
    );
    for (word, _) in words.iter().filter(|(_, does)| *does == "Dotted") {
        let _ = writeln!(text, "    {word:?},");
    }
    text.push_str("];\n");
    push_words(root, &mut text)?;
    let path = "crates/qawl-tokenize/src/tables.rs".into();
    Ok(vec![Output { path, bytes: text.into_bytes() }])
}

/// The words that tell whether a sentence ends, a table for each class.
fn push_words(root: &Path, text: &mut String) -> Result<(), Error> {
    const TABLES: [(&str, &str, &str); 3] = [
        ("opener", "OPENERS", "Words with which a sentence begins behind an abbreviation."),
        ("waw", "WAW_WORDS", "Words whose first letter is no conjunction."),
        ("numbered", "NUMBERED", "Nouns that a number with a full stop follows in headings."),
    ];
    let source = root.join("data/tokenize/sentence_words.tsv");
    let rows = read_tsv(&source, 3)?;
    if let Some(row) = rows.iter().find(|row| TABLES.iter().all(|table| row.columns[1] != table.0))
    {
        let message = format!("no class of words: {}", row.columns[1]);
        return Err(Error::at(&source, row.line, message));
    }
    for (class, table, what) in TABLES {
        let _ = write!(text, "\n/// {what}\n#[rustfmt::skip]\n");
        let _ = writeln!(text, "pub(crate) static {table}: &[&str] = &[");
        for row in rows.iter().filter(|row| row.columns[1] == class) {
            let _ = writeln!(text, "    {:?},", row.columns[0]);
        }
        text.push_str("];\n");
    }
    Ok(())
}
