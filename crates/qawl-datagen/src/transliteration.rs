//! The outputs of `qawl-normalize` for its transliteration schemes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::{Error, Output, Row, read_tsv};

const SOURCE: &str = "data/normalize/transliteration.tsv";

/// The schemes in the order of their columns.
const SCHEMES: [&str; 4] = ["BUCKWALTER", "SAFE_BUCKWALTER", "XML_BUCKWALTER", "HSB"];

const HEADER: &str = "\
//! Generated from `data/normalize/transliteration.tsv` by `cargo run -p qawl-datagen`; do not edit.
//!
//! For each scheme the Arabic characters, sorted, and the Latin ones. Where an Arabic character
//! stands more than once, the first Latin one is written and the others are only read.
";

/// One line of the source: a character, and what each scheme writes or reads for it.
#[derive(Debug, PartialEq, Eq)]
struct Letter {
    arabic: char,
    /// A list for each scheme: first what it writes, then what it also reads.
    latin: Vec<Vec<char>>,
}

/// Renders them from `data/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let path = root.join(SOURCE);
    let letters = letters(&path, &read_tsv(&path, SCHEMES.len() + 2)?)?;
    Ok(vec![Output {
        path: "crates/qawl-normalize/src/transliterate/tables.rs".into(),
        bytes: tables(&letters).into_bytes(),
    }])
}

/// The letters, checked: sorted, without duplicates, and each Latin character once in a scheme, so
/// that what a scheme writes is read as what it was written for.
fn letters(path: &Path, rows: &[Row]) -> Result<Vec<Letter>, Error> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut seen = vec![BTreeSet::new(); SCHEMES.len()];
    for row in rows {
        let letter = letter(row).map_err(|message| Error::at(path, row.line, message))?;
        if letters.last().is_some_and(|last| last.arabic >= letter.arabic) {
            return Err(Error::at(path, row.line, "characters are not sorted or occur twice"));
        }
        for ((scheme, seen), latin) in SCHEMES.iter().zip(&mut seen).zip(&letter.latin) {
            if let Some(c) = latin.iter().find(|&&c| !seen.insert(c)) {
                let message = format!("{c:?} stands for two characters in {scheme}");
                return Err(Error::at(path, row.line, message));
            }
        }
        letters.push(letter);
    }
    Ok(letters)
}

fn letter(row: &Row) -> Result<Letter, String> {
    let [code, cells @ .., name] = row.columns.as_slice() else {
        return Err("expected a character, its schemes and its name".to_owned());
    };
    let arabic = character(code).filter(|c| matches!(c, '\u{0621}'..='\u{06FF}'));
    let arabic = arabic.ok_or("the character is not a hexadecimal one of U+0621..=U+06FF")?;
    if !name.starts_with("ARABIC ") {
        return Err("the name is not that of an Arabic character".to_owned());
    }
    let latin = cells.iter().map(|cell| latin(cell)).collect::<Result<_, _>>()?;
    Ok(Letter { arabic, latin })
}

/// The characters of a cell; none of `-`.
fn latin(cell: &str) -> Result<Vec<char>, String> {
    if cell == "-" {
        return Ok(Vec::new());
    }
    cell.split(' ')
        .map(|item| latin_character(item).ok_or_else(|| format!("{item:?} is not a character")))
        .collect()
}

/// A visible ASCII character that is not a digit, or the escape of a letter or sign behind ASCII
/// and before the Cyrillic block.
fn latin_character(item: &str) -> Option<char> {
    match item.strip_prefix("\\u{").and_then(|escape| escape.strip_suffix('}')) {
        Some(code) => character(code).filter(|c| matches!(c, '\u{00A1}'..='\u{03FF}')),
        None => {
            let c = item.parse().ok()?;
            char::is_ascii_graphic(&c).then_some(c).filter(|c| !c.is_ascii_digit())
        }
    }
}

fn character(code: &str) -> Option<char> {
    u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
}

fn tables(letters: &[Letter]) -> String {
    let mut tables = HEADER.to_owned();
    for (at, scheme) in SCHEMES.iter().enumerate() {
        let _ =
            write!(tables, "\n#[rustfmt::skip]\npub(super) const {scheme}: &[(char, char)] = &[\n");
        let entries: Vec<String> = letters.iter().flat_map(|letter| entries(letter, at)).collect();
        for line in entries.chunks(4) {
            let _ = writeln!(tables, "    {}", line.join(" "));
        }
        tables.push_str("];\n");
    }
    tables
}

/// The entries of the letter in the scheme of column `at`.
fn entries(letter: &Letter, at: usize) -> impl Iterator<Item = String> {
    let arabic = letter.arabic.escape_unicode();
    let latin = letter.latin.get(at).into_iter().flatten();
    latin.map(move |c| format!("('{arabic}', '{}'),", c.escape_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Result<Vec<Letter>, String> {
        let columns = |line: &&str| line.split('\t').map(str::to_owned).collect();
        let rows = lines.iter().zip(1..);
        let rows: Vec<Row> =
            rows.map(|(text, line)| Row { line, columns: columns(text) }).collect();
        letters(Path::new("t.tsv"), &rows).map_err(|error| error.to_string())
    }

    #[test]
    fn a_cell_holds_what_is_written_and_then_what_is_read() {
        let read = read(&["0625\t<\tI\t-\t\\u{01CD} \\u{0102}\tARABIC LETTER X"]).unwrap();
        let latin = vec![vec!['<'], vec!['I'], vec![], vec!['\u{01CD}', '\u{0102}']];
        assert_eq!(read, [Letter { arabic: '\u{0625}', latin }]);
    }

    #[test]
    fn faults_are_named_with_their_line() {
        let good = "0628\tb\tb\tb\tb\tARABIC LETTER BEH";
        let faults = [
            ("0627\tA\tA\tA\tA\tARABIC LETTER ALEF", "sorted"),
            ("0629\tb\tp\tp\tp\tARABIC LETTER TEH MARBUTA", "'b' stands for two characters"),
            ("0629\tpp\tp\tp\tp\tARABIC LETTER TEH MARBUTA", "\"pp\" is not a character"),
            ("0629\t7\tp\tp\tp\tARABIC LETTER TEH MARBUTA", "\"7\" is not a character"),
            ("0629\tp\tp\tp\t\\u{0660}\tARABIC LETTER TEH MARBUTA", "is not a character"),
            ("0629\tp\tp\tp\t \tARABIC LETTER TEH MARBUTA", "\"\" is not a character"),
            ("0041\tp\tp\tp\tp\tARABIC LETTER TEH MARBUTA", "hexadecimal"),
            ("0629\tp\tp\tp\tp\tTEH MARBUTA", "name"),
        ];
        for (fault, want) in faults {
            let message = read(&[good, fault]).unwrap_err();
            assert!(message.starts_with("t.tsv:2: ") && message.contains(want), "{message}");
        }
    }
}
