//! What a search passes over.

use std::collections::BTreeSet;

use crate::file::File;
use crate::fold::Fold;
use crate::lookup::entries_of;

/// Entries that a search passes over, as though the list did not hold them.
#[derive(Clone, Debug, Default)]
pub(crate) struct LeftOut {
    /// The only types that are sought, where they were named.
    only: Option<BTreeSet<String>>,
    kinds: BTreeSet<String>,
    entries: BTreeSet<u32>,
}

impl LeftOut {
    pub(crate) fn is_empty(&self) -> bool {
        self.only.is_none() && self.kinds.is_empty() && self.entries.is_empty()
    }

    pub(crate) fn has(&self, file: File<'_>, entry: u32) -> bool {
        let has_kinds = self.only.is_some() || !self.kinds.is_empty();
        self.entries.contains(&entry) || (has_kinds && self.has_kind(file.string(file.kind(entry))))
    }

    /// Whether all of a type are left out.
    pub(crate) fn has_kind(&self, kind: &str) -> bool {
        self.kinds.contains(kind) || self.only.as_ref().is_some_and(|only| !only.contains(kind))
    }

    pub(crate) fn seek_only(&mut self, kind: String) {
        self.only.get_or_insert_default().insert(kind);
    }

    pub(crate) fn leave_kind(&mut self, kind: String) {
        self.kinds.insert(kind);
    }

    /// Leaves out the entries of a name, however it is written: they are looked up once, so that the
    /// text need not be.
    pub(crate) fn leave_name(&mut self, file: File<'_>, fold: &Fold, name: &str) {
        self.entries.extend(entries_of(file, fold, &fold.words(name)));
    }
}
