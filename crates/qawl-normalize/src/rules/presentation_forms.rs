//! Letters for positional forms and ligatures, from a table of our own.
//!
//! Compatibility normalization (NFKC) is no choice: it writes a space or a tatweel before a mark
//! that stood alone, and Persian letters for the rial sign.

use crate::NormalizeOptions;
use crate::tables::PRESENTATION_FORMS;

pub(super) fn letters(c: char, options: &NormalizeOptions) -> Option<&'static str> {
    if !options.presentation_forms {
        return None;
    }
    let place = PLACES.get((c as usize).checked_sub(FIRST as usize)?)?;
    let (_, letters) = PRESENTATION_FORMS.get(usize::from(*place).checked_sub(1)?)?;
    Some(letters)
}

const FIRST: char = '\u{FB50}';
const LAST: char = '\u{FEFC}';

/// Where each form stands in the table, from 1; 0 where it does not. Of a text that a page of a PDF was
/// taken from every character is asked for, several times: a search would take a third of all the time.
static PLACES: [u16; LAST as usize - FIRST as usize + 1] = {
    let mut places = [0; LAST as usize - FIRST as usize + 1];
    let mut at = 0;
    while at < PRESENTATION_FORMS.len() {
        let form = PRESENTATION_FORMS[at].0;
        at += 1;
        places[form as usize - FIRST as usize] = at as u16;
    }
    places
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_has_its_place_and_nothing_else_has() {
        let options = NormalizeOptions::new().with_presentation_forms(true);
        for c in '\0'..=char::MAX {
            let listed = PRESENTATION_FORMS.binary_search_by_key(&c, |(form, _)| *form);
            let listed = listed.ok().map(|at| PRESENTATION_FORMS[at].1);
            assert_eq!(letters(c, &options), listed, "{c:?}");
        }
        assert_eq!(letters('\u{FEFB}', &NormalizeOptions::new()), None);
    }
}
