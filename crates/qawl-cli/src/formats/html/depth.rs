//! How many quotes deep the text is marked.
//!
//! In a text that never closes what it opens, "he said that he said that …", each quote goes on in the words
//! of those before it: were all of them marked, a page would grow with the square of its text.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use qawl::Quote;

/// So many quotes are marked at one place, more than anybody writes.
const DEPTH: usize = 8;

/// The numbers of the quotes that are marked in the text: at no place more than [`DEPTH`] of them, those that
/// begin first. The others stand in the list alone.
pub(super) fn marked_quotes(quotes: &[Quote]) -> BTreeSet<usize> {
    let mut extents: Vec<_> = quotes.iter().filter_map(extent).collect();
    extents.sort_by_key(|&(start, end, id)| (start, Reverse(end), id));
    let mut open_ends: Vec<usize> = Vec::with_capacity(DEPTH);
    let mut marked = BTreeSet::new();
    for (start, end, id) in extents {
        open_ends.retain(|&open| open > start);
        if open_ends.len() < DEPTH {
            open_ends.push(end);
            marked.insert(id);
        }
    }
    marked
}

/// Where a quote begins, where it ends, and its number.
fn extent(quote: &Quote) -> Option<(usize, usize, usize)> {
    let start = quote.content.iter().map(|span| span.start()).min()?;
    let end = quote.content.iter().map(|span| span.end()).max()?;
    Some((start, end, quote.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_too_deep_is_not_marked_and_what_follows_is() {
        // "Sami Haddad said that" again and again, "the bridge is ready", then one on its own.
        let text = "قال سامي حداد إن ".repeat(30) + "الجسر جاهز.\nقالت ليلى منصور إن العمل انتهى.";
        let document = qawl::annotate(&text);
        let quotes = document.quotes();
        assert_eq!(quotes.len(), 31);
        assert!(marked_quotes(quotes).into_iter().eq((1..=DEPTH).chain([31])));
    }
}
