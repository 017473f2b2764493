//! The zero-width non-joiner is kept, deleted or written as a space.

use crate::{NormalizeOptions, Zwnj};

/// ZERO WIDTH NON-JOINER
const ZWNJ: char = '\u{200C}';

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match (c, options.zwnj) {
        (ZWNJ, Zwnj::Space) => ' ',
        _ => c,
    }
}

pub(super) const fn deletes(c: char, options: &NormalizeOptions) -> bool {
    matches!((c, options.zwnj), (ZWNJ, Zwnj::Delete))
}
