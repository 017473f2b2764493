//! The outputs of `qawl-tokenize`: the abbreviations behind which a full stop ends nothing.

use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, read_tsv};

/// Renders them from `data/tokenize/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let rows = read_tsv(&root.join("data/tokenize/abbreviations.tsv"), 3)?;
    let mut words: Vec<&str> = rows.iter().map(|row| row.columns[0].as_str()).collect();
    words.sort_unstable();
    let mut text = String::from(
        "//! Do not edit: `cargo run -p qawl-datagen` writes this file from\n\
         //! `data/tokenize/abbreviations.tsv`.\n\n\
         /// Sorted by code point.\n\
         #[rustfmt::skip]\n\
         pub(crate) static ABBREVIATIONS: &[&str] = &[\n",
    );
    for word in words {
        let _ = writeln!(text, "    {word:?},");
    }
    text.push_str("];\n");
    let path = "crates/qawl-tokenize/src/tables.rs".into();
    Ok(vec![Output { path, bytes: text.into_bytes() }])
}
