//! Marks are deleted by group.

use crate::{MarkSet, NormalizeOptions};

/// Combining hamza and maddah wait for composition, which makes them part of their letter.
pub(super) const fn deletes(c: char, options: &NormalizeOptions) -> bool {
    options.marks.contains_mark(c) && !(options.compose && MarkSet::MADDA_HAMZA.contains_mark(c))
}

/// What waited and found no letter.
pub(super) const fn deletes_leftover(c: char, options: &NormalizeOptions) -> bool {
    options.marks.contains_mark(c)
}
