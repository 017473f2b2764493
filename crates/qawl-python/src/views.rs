//! What lies where in a document whose offsets are characters.
//!
//! The views of a Rust document count bytes; these search the same sorted lists in the same way.

use std::ops::Range;

use qawl::{Quote, Span};

/// Where in a sorted list without overlaps the items stand that lie in `span` as a whole.
pub(crate) fn within<T>(items: &[T], span: Span, of: impl Fn(&T) -> Span) -> Range<usize> {
    let start = items.partition_point(|item| of(item).start() < span.start());
    let end = items.partition_point(|item| of(item).end() <= span.end());
    start..end.max(start)
}

/// Which item of such a list holds the character `offset`.
pub(crate) fn at(items: &[Span], offset: usize) -> Option<Span> {
    let before = items.partition_point(|item| item.start() <= offset).checked_sub(1)?;
    items.get(before).copied().filter(|item| offset < item.end())
}

/// Where the quotes stand whose reporting words start in `span`; of one with no reporting word, what is said.
pub(crate) fn quotes_within(quotes: &[Quote], span: Span) -> Range<usize> {
    let start = quotes.partition_point(|quote| place_of(quote) < span.start());
    let end = quotes.partition_point(|quote| place_of(quote) < span.end());
    start..end.max(start)
}

fn place_of(quote: &Quote) -> usize {
    let said = || quote.content.first().copied();
    quote.cue.as_ref().map(|cue| cue.span).or_else(said).map_or(0, Span::start)
}
