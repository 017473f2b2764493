//! Do not edit: `cargo run -p qawl-datagen` writes this file from
//! `data/tokenize/abbreviations.tsv`.

use crate::stop::Abbreviation::{self, *};

/// Sorted by code point.
#[rustfmt::skip]
pub(crate) static ABBREVIATIONS: &[(&str, Abbreviation)] = &[
    ("Capt", Title),
    ("Co", Closing),
    ("Col", Title),
    ("Corp", Closing),
    ("Dr", Title),
    ("Gen", Title),
    ("Gov", Title),
    ("Inc", Closing),
    ("Jr", Title),
    ("Lt", Title),
    ("Ltd", Closing),
    ("Mr", Title),
    ("Mrs", Title),
    ("Ms", Title),
    ("No", Title),
    ("Prof", Title),
    ("Rep", Title),
    ("Sen", Title),
    ("Sgt", Title),
    ("Sr", Title),
    ("St", Title),
    ("vs", Title),
    ("أ.د", Title),
    ("أ.م", Title),
    ("أ.م.د", Title),
    ("أخيرا", Ordinal),
    ("أولا", Ordinal),
    ("إلخ", Dotted),
    ("الخ", Dotted),
    ("ب.م", Closing),
    ("ت.ط", Title),
    ("ت.م", Title),
    ("تاسعا", Ordinal),
    ("تل", Title),
    ("ثالثا", Ordinal),
    ("ثامنا", Ordinal),
    ("ثانيا", Ordinal),
    ("خامسا", Ordinal),
    ("د.م", Title),
    ("رابعا", Ordinal),
    ("س.ت", Title),
    ("سابعا", Ordinal),
    ("سادسا", Ordinal),
    ("سم", Closing),
    ("ش.م", Title),
    ("ش.م.م", Title),
    ("ص.ب", Title),
    ("عاشرا", Ordinal),
    ("ق.م", Closing),
    ("كجم", Closing),
    ("كغ", Closing),
    ("كلغ", Closing),
    ("كلم", Closing),
    ("كم", Closing),
    ("ملغ", Closing),
    ("ملم", Closing),
    ("مم", Closing),
    ("ه.ع", Title),
];

/// Those of them that are one token with their full stop.
#[rustfmt::skip]
pub(crate) static DOTTED: &[&str] = &[
    "إلخ",
    "الخ",
];
