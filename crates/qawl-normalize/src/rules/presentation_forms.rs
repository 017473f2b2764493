//! Letters for positional forms and ligatures, from a table of our own.
//!
//! Compatibility normalization (NFKC) is no choice: it writes a space or a tatweel before a mark
//! that stood alone, and Persian letters for the rial sign.

use crate::NormalizeOptions;
use crate::tables::PRESENTATION_FORMS;

pub(super) fn letters(c: char, options: &NormalizeOptions) -> Option<&'static str> {
    if !options.presentation_forms || !matches!(c, '\u{FB50}'..='\u{FEFC}') {
        return None;
    }
    let at = PRESENTATION_FORMS.binary_search_by_key(&c, |(form, _)| *form).ok()?;
    PRESENTATION_FORMS.get(at).map(|(_, letters)| *letters)
}
