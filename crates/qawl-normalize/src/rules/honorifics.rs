//! Ligatures and symbols that stand for a phrase are written out or left out.
//!
//! Most of them have no decomposition in Unicode; the table follows their names.

use crate::tables::HONORIFICS;
use crate::{Honorifics, NormalizeOptions};

/// What `c` is written as; nothing for a blessing that is left out.
pub(super) fn words(c: char, options: &NormalizeOptions) -> Option<&'static str> {
    if options.honorifics == Honorifics::Keep || !matches!(c, '\u{FD40}'..='\u{FDFF}') {
        return None;
    }
    let at = HONORIFICS.binary_search_by_key(&c, |(form, ..)| *form).ok()?;
    let (_, is_blessing, words) = HONORIFICS.get(at)?;
    let left_out = *is_blessing && options.honorifics == Honorifics::Delete;
    Some(if left_out { "" } else { words })
}
