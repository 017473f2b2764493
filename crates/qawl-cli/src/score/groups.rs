//! Documents by what they are: house style, genre, region.

use std::collections::BTreeMap;
use std::path::Path;

use crate::error::Failure;
use crate::files::{label, read_text};

/// What stands for a document of which the file says nothing.
const UNKNOWN: &str = "-";

/// A table with a line a document.
#[derive(Debug)]
pub(crate) struct Groups {
    /// The names of the columns behind the first.
    columns: Vec<String>,
    /// Their values by document.
    values: BTreeMap<String, Vec<String>>,
}

impl Groups {
    /// Reads columns with tabs between, the first of them the document. A first line that begins
    /// with `doc` names them; without it a single column is called `group`, more are numbered.
    pub(crate) fn read(file: &Path) -> Result<Self, Failure> {
        let text = read_text(file)?;
        let mut groups = Self { columns: Vec::new(), values: BTreeMap::new() };
        let mut width = None;
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
            let wrong = |message: String| Failure::at_line(label(file), number, message);
            let mut cells = line.split('\t').map(|cell| cell.trim().to_owned());
            let doc = cells.next().unwrap_or_default();
            let cells: Vec<String> = cells.collect();
            if width.is_none() && cells.is_empty() {
                return Err(wrong("one column, expected a document, a tab, its group".to_owned()));
            }
            if width.is_some_and(|width| width != cells.len()) {
                let expected = width.unwrap_or_default() + 1;
                return Err(wrong(format!("{} columns, expected {expected}", cells.len() + 1)));
            }
            if width.replace(cells.len()).is_none() && doc == "doc" {
                groups.columns = cells;
                continue;
            }
            if groups.values.insert(doc, cells).is_some() {
                return Err(wrong("a second line for the same document, expected one".to_owned()));
            }
        }
        if groups.columns.is_empty() {
            groups.columns = numbered(width.unwrap_or_default());
        }
        Ok(groups)
    }

    /// The columns, each with its values and the documents of each value.
    pub(crate) fn split<'g, T: Copy>(
        &'g self,
        documents: &[(&str, T)],
    ) -> Vec<(&'g str, BTreeMap<&'g str, Vec<T>>)> {
        let column = |(at, name): (usize, &'g String)| {
            let mut parts: BTreeMap<&str, Vec<T>> = BTreeMap::new();
            for &(doc, document) in documents {
                parts.entry(self.value(doc, at)).or_default().push(document);
            }
            (name.as_str(), parts)
        };
        self.columns.iter().enumerate().map(column).collect()
    }

    fn value(&self, doc: &str, column: usize) -> &str {
        let value = self.values.get(doc).and_then(|cells| cells.get(column));
        value.map(String::as_str).filter(|value| !value.is_empty()).unwrap_or(UNKNOWN)
    }
}

fn numbered(columns: usize) -> Vec<String> {
    match columns {
        1 => vec!["group".to_owned()],
        _ => (2..columns + 2).map(|number| format!("column {number}")).collect(),
    }
}
