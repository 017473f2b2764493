//! The outputs of `qawl-normalize`.

use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, Row, read_tsv};

const SOURCE: &str = "data/normalize/presentation_forms.tsv";

const HEADER: &str = "\
//! Generated from `data/normalize/presentation_forms.tsv` by `cargo run -p qawl-datagen`; do not edit.

/// The forms, sorted, and the letters they stand for.
#[rustfmt::skip]
pub(crate) static PRESENTATION_FORMS: &[(char, &str)] = &[
";

/// Renders them from `data/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let path = root.join(SOURCE);
    let forms = forms(&path, &read_tsv(&path, 3)?)?;
    let table = table(&forms);
    Ok(vec![Output {
        path: "crates/qawl-normalize/src/tables.rs".into(),
        bytes: table.into_bytes(),
    }])
}

/// The forms and their letters, checked: sorted, without duplicates, each of letters and marks
/// that are not forms themselves, so that replacing twice is replacing once.
fn forms(path: &Path, rows: &[Row]) -> Result<Vec<(char, String)>, Error> {
    let mut forms: Vec<(char, String)> = Vec::new();
    for row in rows {
        let at = |message: &str| Error::at(path, row.line, message);
        let [code, letters, _name] = row.columns.as_slice() else {
            return Err(at("expected three columns"));
        };
        let form = character(code).ok_or_else(|| at("the form is not a hexadecimal character"))?;
        if !is_form(form) {
            return Err(at("the form is outside the blocks U+FB50 and U+FE70"));
        }
        if forms.last().is_some_and(|(last, _)| *last >= form) {
            return Err(at("forms are not sorted or occur twice"));
        }
        let letters: Option<String> = letters.split(' ').map(character).collect();
        match letters {
            Some(letters) if !letters.chars().any(is_form) => forms.push((form, letters)),
            _ => return Err(at("the replacement is not a list of plain hexadecimal characters")),
        }
    }
    Ok(forms)
}

fn character(code: &str) -> Option<char> {
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
}

const fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn table(forms: &[(char, String)]) -> String {
    let mut table = HEADER.to_owned();
    for entries in forms.chunks(3) {
        let line: Vec<String> = entries.iter().map(entry).collect();
        let _ = writeln!(table, "    {}", line.join(" "));
    }
    table.push_str("];\n");
    table
}

fn entry((form, letters): &(char, String)) -> String {
    format!("('{}', \"{}\"),", form.escape_unicode(), letters.escape_unicode())
}
