//! Do not edit: `cargo run -p qawl-datagen` writes this file from
//! `data/tokenize/abbreviations.tsv`.

/// Sorted by code point.
#[rustfmt::skip]
pub(crate) static ABBREVIATIONS: &[&str] = &[
    "أ.د",
    "أ.م",
    "أ.م.د",
    "ب.م",
    "ت.ط",
    "ت.م",
    "تل",
    "د.م",
    "س.ت",
    "ش.م",
    "ش.م.م",
    "ص.ب",
    "ق.م",
    "ه.ع",
];
