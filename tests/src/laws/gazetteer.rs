//! Names stand in the text.

use qawl_gazetteer::{Gazetteer, Match};

use super::assert_cuts;

/// Names come from the left without overlap; their clitics stand before them in order.
pub fn names_stand_in_order(gazetteer: &Gazetteer, text: &str) {
    let mut end = 0;
    for found in gazetteer.find_iter(text) {
        assert_cuts(found.span(), text);
        assert_eq!(found.span().get(text), Some(found.as_str()));
        let start = found.clitics().first().map_or(found.span(), |first| *first).start();
        assert!(start >= end, "{found:?} begins before {end}");
        assert_clitics(&found, text);
        assert!(found.entries().len() > 0);
        end = found.span().end();
    }
}

fn assert_clitics(found: &Match<'_, '_>, text: &str) {
    let mut end = 0;
    for clitic in found.clitics() {
        assert_cuts(*clitic, text);
        assert!(clitic.start() >= end && clitic.end() <= found.span().start(), "{found:?}");
        end = clitic.end();
    }
}
