//! What tells the entries of a list apart where one list changes another.

use crate::entry::Entry;

/// Name, type and identifier of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) id: Option<String>,
}

impl Key {
    pub(crate) fn of(entry: &Entry) -> Self {
        Self { name: entry.name.clone(), kind: entry.kind.clone(), id: entry.id.clone() }
    }

    /// Its texts.
    pub(crate) fn parts(&self) -> impl Iterator<Item = &str> {
        [&self.name, &self.kind].into_iter().chain(&self.id).map(String::as_str)
    }
}
