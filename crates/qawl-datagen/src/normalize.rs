//! The outputs of `qawl-normalize`.

use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, Row, read_tsv};

const FORMS: &str = "data/normalize/presentation_forms.tsv";
const HONORIFICS: &str = "data/normalize/honorifics.tsv";

const HEADER: &str = "\
//! Generated from `data/normalize/` by `cargo run -p qawl-datagen`; do not edit.

/// The forms, sorted, and the letters they stand for.
#[rustfmt::skip]
pub(crate) static PRESENTATION_FORMS: &[(char, &str)] = &[
";

const HONORIFICS_HEADER: &str = "\
];

/// The ligatures and symbols that stand for words, sorted: whether they are a blessing, which may be
/// left out, and the words.
#[rustfmt::skip]
pub(crate) static HONORIFICS: &[(char, bool, &str)] = &[
";

/// Renders them from `data/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let path = root.join(FORMS);
    let forms = forms(&path, &read_tsv(&path, 3)?)?;
    let path = root.join(HONORIFICS);
    let honorifics = honorifics(&path, &read_tsv(&path, 4)?)?;
    let table = table(&forms, &honorifics);
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
        let last = forms.last().map(|(form, _)| *form);
        forms.push((form(code, last).map_err(at)?, plain(letters).map_err(at)?));
    }
    Ok(forms)
}

/// The honorifics: the form, whether it is a blessing, its words, checked like the forms.
fn honorifics(path: &Path, rows: &[Row]) -> Result<Vec<(char, bool, String)>, Error> {
    let mut honorifics: Vec<(char, bool, String)> = Vec::new();
    for row in rows {
        let at = |message: &str| Error::at(path, row.line, message);
        let [code, kind, words, _name] = row.columns.as_slice() else {
            return Err(at("expected four columns"));
        };
        let is_blessing = match kind.as_str() {
            "blessing" => true,
            "word" => false,
            _ => return Err(at("expected `blessing` or `word` in the second column")),
        };
        let last = honorifics.last().map(|(form, ..)| *form);
        let form = form(code, last).map_err(at)?;
        honorifics.push((form, is_blessing, plain(words).map_err(at)?));
    }
    Ok(honorifics)
}

/// The form that `code` names, which must come behind `last`.
fn form(code: &str, last: Option<char>) -> Result<char, &'static str> {
    match character(code) {
        None => Err("the form is not a hexadecimal character"),
        Some(form) if !is_form(form) => Err("the form is outside the blocks U+FB50 and U+FE70"),
        Some(form) if last.is_some_and(|last| last >= form) => {
            Err("forms are not sorted or occur twice")
        }
        Some(form) => Ok(form),
    }
}

/// The text of characters in hexadecimal, none of them a form.
fn plain(codes: &str) -> Result<String, &'static str> {
    let text: Option<String> = codes.split(' ').map(character).collect();
    text.filter(|text| !text.chars().any(is_form))
        .ok_or("the replacement is not a list of plain hexadecimal characters")
}

fn character(code: &str) -> Option<char> {
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
}

const fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn table(forms: &[(char, String)], honorifics: &[(char, bool, String)]) -> String {
    let mut table = HEADER.to_owned();
    for entries in forms.chunks(3) {
        let line: Vec<String> = entries.iter().map(entry).collect();
        let _ = writeln!(table, "    {}", line.join(" "));
    }
    table.push_str(HONORIFICS_HEADER);
    for (form, is_blessing, words) in honorifics {
        let form = form.escape_unicode();
        let _ = writeln!(table, "    ('{form}', {is_blessing}, {words:?}),");
    }
    table.push_str("];\n");
    table
}

fn entry((form, letters): &(char, String)) -> String {
    format!("('{}', \"{}\"),", form.escape_unicode(), letters.escape_unicode())
}
