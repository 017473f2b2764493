//! The tatweel is deleted; a mark on it falls to the letter before it.

use qawl_core::letters::TATWEEL;

use crate::NormalizeOptions;

pub(super) const fn deletes(c: char, options: &NormalizeOptions) -> bool {
    options.tatweel && c == TATWEEL
}
