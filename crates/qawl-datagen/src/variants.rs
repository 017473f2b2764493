//! The table of `qawl-gazetteer` about names that are written in several ways.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use qawl_normalize::Profile;

use crate::{Error, Output, read_tsv};

/// Renders it from `data/variants/`.
pub(crate) fn render(root: &Path) -> Result<Vec<Output>, Error> {
    let folder = root.join("data/variants");
    let compounds = pairs(&folder.join("compounds.tsv"), |a, b| vec![(fold(a), b.to_owned())])?;
    let both = |a: &str, b: &str| vec![(fold(a), b.to_owned()), (fold(b), a.to_owned())];
    let spellings = pairs(&folder.join("spellings.tsv"), both)?;
    let titles = read_tsv(&folder.join("titles.tsv"), 2)?;
    let title = |row: &crate::Row| row.columns.first().cloned();
    let titles: BTreeSet<String> = titles.iter().filter_map(title).collect();
    let mut text = String::from(
        "//! Do not edit: `cargo run -p qawl-datagen` writes this file from `data/variants/`.\n",
    );
    let doc = "First parts, folded, and second parts of compound names; sorted.";
    table(&mut text, doc, "COMPOUNDS", "(&str, &str)", &compounds);
    let doc = "Words, folded, and how else they are written; sorted.";
    table(&mut text, doc, "SPELLINGS", "(&str, &str)", &spellings);
    table(&mut text, "Titles in front of names; sorted.", "TITLES", "&str", &titles);
    let path = "crates/qawl-gazetteer/src/variants/tables.rs".into();
    Ok(vec![Output { path, bytes: text.into_bytes() }])
}

/// What `rows` makes of the first two columns of a file.
fn pairs(
    path: &Path,
    rows: impl Fn(&str, &str) -> Vec<(String, String)>,
) -> Result<BTreeSet<(String, String)>, Error> {
    let mut pairs = BTreeSet::new();
    for row in read_tsv(path, 3)? {
        if let [first, second, _] = row.columns.as_slice() {
            pairs.extend(rows(first, second));
        }
    }
    Ok(pairs)
}

/// In the form in which names are compared with the table.
fn fold(word: &str) -> String {
    Profile::SEARCH.normalizer().normalize(word).into_owned()
}

fn table<T: std::fmt::Debug>(
    text: &mut String,
    doc: &str,
    name: &str,
    item: &str,
    rows: &BTreeSet<T>,
) {
    let lines: String = rows.iter().map(|row| format!("    {row:?},\n")).collect();
    let _ = write!(
        text,
        "\n/// {doc}\n#[rustfmt::skip]\npub(super) static {name}: &[{item}] = &[\n{lines}];\n"
    );
}
