//! The tables of `qawl_normalize::visual_order`: which forms join their neighbours, and which
//! words are known.

use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, Row, read_tsv};

const FORMS: &str = "data/normalize/presentation_forms.tsv";
const WORDS: &str = "data/normalize/function_words.tsv";

const HEADER: &str = "\
//! Generated from `data/normalize/presentation_forms.tsv` and `data/normalize/function_words.tsv` by
//! `cargo run -p qawl-datagen`; do not edit.
";

/// Renders them from `data/normalize/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let forms = read_tsv(&root.join(FORMS), 3)?;
    let words = words(&root.join(WORDS))?;
    let mut table = HEADER.to_owned();
    let next = with_name(root, &forms, &[" INITIAL FORM", " MEDIAL FORM"])?;
    list(
        &mut table,
        "/// The forms that join the next letter, sorted.",
        "JOIN_NEXT: &[char]",
        &next,
    );
    let last = with_name(root, &forms, &[" MEDIAL FORM", " FINAL FORM"])?;
    list(
        &mut table,
        "/// The forms that join the letter before, sorted.",
        "JOIN_LAST: &[char]",
        &last,
    );
    list(
        &mut table,
        "/// Words that make none when read backwards, sorted by code point.",
        "FUNCTION_WORDS: &[&str]",
        &words,
    );
    let path = "crates/qawl-normalize/src/visual_order/tables.rs".into();
    Ok(vec![Output { path, bytes: table.into_bytes() }])
}

/// The forms whose Unicode name has one of these ends. That they are sorted is checked where their
/// letters are read.
fn with_name(root: &Path, rows: &[Row], ends: &[&str]) -> Result<Vec<String>, Error> {
    let named = rows.iter().filter(|row| {
        row.columns.get(2).is_some_and(|name| ends.iter().any(|end| name.ends_with(end)))
    });
    named
        .map(|row| {
            let code = row.columns.first().map(|code| u32::from_str_radix(code, 16));
            let form = code.and_then(Result::ok).and_then(char::from_u32);
            let form = form.ok_or_else(|| {
                Error::at(&root.join(FORMS), row.line, "the form is not a hexadecimal character")
            })?;
            Ok(format!("'{}'", form.escape_unicode()))
        })
        .collect()
}

/// The words, checked: sorted, and none of them another one read backwards.
fn words(path: &Path) -> Result<Vec<String>, Error> {
    let rows = read_tsv(path, 2)?;
    let mut words: Vec<&str> = Vec::new();
    for row in &rows {
        let word = row.columns.first().map_or("", String::as_str);
        if words.last().is_some_and(|last| *last >= word) {
            return Err(Error::at(path, row.line, "words are not sorted or occur twice"));
        }
        words.push(word);
    }
    for row in &rows {
        let backwards: String =
            row.columns.first().into_iter().flat_map(|w| w.chars().rev()).collect();
        if words.binary_search(&backwards.as_str()).is_ok() {
            return Err(Error::at(path, row.line, "the word is one of the list read backwards"));
        }
    }
    Ok(words.iter().map(|word| format!("\"{word}\"")).collect())
}

fn list(table: &mut String, documentation: &str, declaration: &str, entries: &[String]) {
    let _ = write!(
        table,
        "\n{documentation}\n#[rustfmt::skip]\npub(super) static {declaration} = &[\n"
    );
    for line in entries.chunks(7) {
        let _ = writeln!(table, "    {},", line.join(", "));
    }
    table.push_str("];\n");
}
