//! The dagger alef is deleted, or written as the letter it is read as.

use crate::{DaggerAlef, NormalizeOptions};

/// ARABIC LETTER SUPERSCRIPT ALEF
const DAGGER_ALEF: char = '\u{0670}';
/// ARABIC LETTER ALEF MAKSURA
const ALEF_MAKSURA: char = '\u{0649}';

pub(super) const fn fold(c: char, options: &NormalizeOptions) -> char {
    match (c, options.dagger_alef) {
        (DAGGER_ALEF, DaggerAlef::ToAlef) => 'ا',
        _ => c,
    }
}

/// Behind ى it only says how that is read: «موسىٰ» is «موسى» ("Moses").
pub(super) const fn deletes(c: char, before: Option<char>, options: &NormalizeOptions) -> bool {
    match (c, options.dagger_alef) {
        (DAGGER_ALEF, DaggerAlef::Delete) => true,
        (DAGGER_ALEF, DaggerAlef::ToAlef) => matches!(before, Some(ALEF_MAKSURA)),
        _ => false,
    }
}

/// Whether what becomes of it depends on the letter before.
pub(super) const fn is_contextual(c: char, options: &NormalizeOptions) -> bool {
    c == DAGGER_ALEF && matches!(options.dagger_alef, DaggerAlef::ToAlef)
}
