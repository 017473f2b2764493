//! How a rewritten text relates to the text it was made from.

use alloc::vec::Vec;

use crate::Span;

pub use builder::AlignmentBuilder;

use block::Block;
use change::{Change, Edit, From};

mod block;
mod builder;
mod change;
#[cfg(any(test, feature = "serde"))]
mod check;
mod compose;
#[cfg(test)]
mod laws;

/// The map between a source text and the text made from it, both ways, in bytes.
///
/// It stores a breakpoint where the difference between the two offsets changes and nothing where
/// letters are exchanged one for one, so an unchanged text costs nothing. Three rules:
///
/// * a deleted mark belongs to the character before it (to the one behind it at the very start);
/// * a rewritten group (a ligature, a letter and its hamza) is one piece: a part maps to the whole;
/// * inserted text maps to an empty span, and an empty span where text was inserted to that text.
///
/// Where many marks were taken out of a few bytes, a breakpoint is a block of up to 64 bytes with a
/// bit for each byte that stays ([`AlignmentBuilder::block`]), so that a fully vocalized text costs
/// about a byte for each of its own ([`heap_size`](Self::heap_size)).
///
/// Both maps are total: an offset past the end counts as the end. They cost a binary search over
/// the breakpoints and allocate nothing. A span of the source mapped there and back covers itself.
/// So does a span of the result, but for text inserted at its ends where it holds other text too:
/// no character of the source answers for that.
///
/// Two alignments are equal if the same pieces of the same texts changed, however that was said. With the feature `serde`, an
/// alignment is written as its pieces, and one that is read in is checked: they must be sorted,
/// within both lengths and consistent with them.
///
/// ```
/// use qawl_core::{AlignmentBuilder, Span};
///
/// // "he wrote" without the ARABIC FATHA on its first letter, which keeps the mark.
/// let mut builder = AlignmentBuilder::new();
/// builder.keep(2); // kaf
/// builder.delete(2); // ARABIC FATHA
/// builder.keep(2); // teh
/// builder.keep(2); // beh
/// let alignment = builder.finish();
///
/// assert_eq!(alignment.to_original(Span::new(0, 2)), Span::new(0, 4));
/// assert_eq!(alignment.to_original(Span::new(2, 6)), Span::new(4, 8));
/// assert_eq!(alignment.to_normalized(Span::new(2, 4)), Span::new(0, 2)); // the mark alone
/// ```
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// In order, in both texts; between two of them, source and result are equally long. None is
    /// empty on both sides, no two stand at one place, and only where the whole result is empty is
    /// the result of one empty.
    changes: Vec<Change>,
    source_len: usize,
    result_len: usize,
}

impl Alignment {
    /// The map of a text of `len` bytes to itself. Allocates nothing.
    ///
    /// ```
    /// use qawl_core::{Alignment, Span};
    ///
    /// let text = "بيت"; // "house"
    /// let alignment = Alignment::identity(text.len());
    /// assert!(alignment.is_identity());
    /// assert_eq!(alignment.to_original(Span::new(2, 4)), Span::new(2, 4));
    /// ```
    #[must_use]
    pub const fn identity(len: usize) -> Self {
        Self { changes: Vec::new(), source_len: len, result_len: len }
    }

    /// Whether every offset maps to itself. The texts may still differ, letter for letter.
    /// Constant time.
    ///
    /// ```
    /// use qawl_core::AlignmentBuilder;
    ///
    /// let mut builder = AlignmentBuilder::new();
    /// builder.keep("أين".len()); // "where", its alef with hamza exchanged for a plain one
    /// assert!(builder.finish().is_identity());
    /// ```
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.changes.is_empty()
    }

    /// The length of the source in bytes. Constant time.
    ///
    /// ```
    /// use qawl_core::AlignmentBuilder;
    ///
    /// let mut builder = AlignmentBuilder::new();
    /// builder.replace("\u{FEFB}".len(), "لا".len()); // ARABIC LIGATURE LAM WITH ALEF, "no"
    /// assert_eq!(builder.finish().original_len(), 3);
    /// ```
    #[must_use]
    pub const fn original_len(&self) -> usize {
        self.source_len
    }

    /// The length of the result in bytes. Constant time.
    ///
    /// ```
    /// use qawl_core::AlignmentBuilder;
    ///
    /// let mut builder = AlignmentBuilder::new();
    /// builder.replace("\u{FEFB}".len(), "لا".len()); // ARABIC LIGATURE LAM WITH ALEF, "no"
    /// assert_eq!(builder.finish().normalized_len(), 4);
    /// ```
    #[must_use]
    pub const fn normalized_len(&self) -> usize {
        self.result_len
    }

    /// Where a span of the result came from. A binary search; allocates nothing.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let text = "با\u{0640}\u{0640}ب"; // "door", drawn out with two ARABIC TATWEEL
    /// let mut builder = AlignmentBuilder::new();
    /// builder.keep(2); // beh
    /// builder.keep(2); // alef
    /// builder.delete(4); // the tatweels
    /// builder.keep(2); // beh
    /// let alignment = builder.finish();
    ///
    /// let alef = Span::new(2, 4); // of «باب»
    /// assert_eq!(alignment.to_original(alef).get(text), Some("ا\u{0640}\u{0640}"));
    /// ```
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        self.map(span, From::Result)
    }

    /// Where a span of the source went to. A binary search; allocates nothing.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let (text, result) = ("5كتب", "5 كتب"); // "5 books", without a space and with one
    /// let mut builder = AlignmentBuilder::new();
    /// builder.keep(1); // the digit
    /// builder.insert(1); // the space
    /// builder.keep(6); // the word
    /// let alignment = builder.finish();
    ///
    /// assert_eq!(alignment.to_normalized(Span::new(1, 7)).get(result), Some("كتب")); // "books"
    /// assert_eq!(alignment.to_normalized(Span::new(0, 7)).get(result), Some(result));
    /// assert_eq!(alignment.to_normalized(Span::empty(1)).get(result), Some(" "));
    /// assert_eq!(alignment.to_original(Span::new(1, 2)).get(text), Some(""));
    /// ```
    #[must_use]
    pub fn to_normalized(&self, span: Span) -> Span {
        self.map(span, From::Source)
    }

    /// How many bytes it holds on the heap, room to grow included. In use are about 40 for every 60
    /// bytes of a fully vocalized text, 40 for every stretch of plain text that holds something
    /// deleted, none for an unchanged one. Constant time.
    ///
    /// ```
    /// use qawl_core::Alignment;
    ///
    /// let text = "بيت"; // "house"
    /// assert_eq!(Alignment::identity(text.len()).heap_size(), 0);
    /// ```
    #[must_use]
    pub fn heap_size(&self) -> usize {
        self.changes.capacity() * size_of::<Change>()
    }

    /// The pieces of the source whose length changed.
    fn edits(&self) -> impl Iterator<Item = Edit> {
        self.changes.iter().flat_map(Change::edits)
    }

    const fn len(&self, text: From) -> usize {
        match text {
            From::Source => self.source_len,
            From::Result => self.result_len,
        }
    }

    fn map(&self, span: Span, from: From) -> Span {
        let span = clamp(span, self.len(from));
        let there = match self.edit_of_nothing(span, from) {
            Some(change) => change.span(from.other()),
            None => Span::new(self.map_start(span.start(), from), self.map_end(span.end(), from)),
        };
        clamp(there, self.len(from.other()))
    }

    /// What came from an empty span, or what went to one.
    fn edit_of_nothing(&self, span: Span, from: From) -> Option<&Change> {
        if !span.is_empty() {
            return None;
        }
        let at = self.changes.binary_search_by_key(&span, |change| change.span(from)).ok()?;
        self.changes.get(at)
    }

    /// The start of what the byte at `offset` came from: behind all that was deleted before it.
    fn map_start(&self, offset: usize, from: From) -> usize {
        let at = self.changes.partition_point(|c| c.span(from).start() <= offset);
        match at.checked_sub(1).and_then(|i| self.changes.get(i)) {
            Some(change) if offset < change.span(from).end() => change.piece_start(offset, from),
            change => behind(change, offset, from),
        }
    }

    /// The end of what the byte before `offset` came from, with all that was deleted behind it.
    fn map_end(&self, offset: usize, from: From) -> usize {
        let at = self.changes.partition_point(|c| c.span(from).start() < offset);
        match at.checked_sub(1).and_then(|i| self.changes.get(i)) {
            Some(change) if offset < change.span(from).end() => change.piece_end(offset, from),
            change => behind(change, offset, from),
        }
    }
}

impl PartialEq for Alignment {
    fn eq(&self, other: &Self) -> bool {
        (self.source_len, self.result_len) == (other.source_len, other.result_len)
            && self.edits().eq(other.edits())
    }
}

impl Eq for Alignment {}

impl core::hash::Hash for Alignment {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        (self.source_len, self.result_len).hash(state);
        self.edits().for_each(|edit| edit.hash(state));
    }
}

/// Where an offset behind `change`, and before the next one, maps to.
fn behind(change: Option<&Change>, offset: usize, from: From) -> usize {
    change.map_or(offset, |change| {
        let there = change.span(from.other()).end();
        there.saturating_add(offset - change.span(from).end())
    })
}

/// The part of `span` that lies before `len`.
fn clamp(span: Span, len: usize) -> Span {
    Span::new(span.start().min(len), span.end().min(len))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span::new(start, end)
    }

    #[test]
    fn leading_marks_belong_to_the_character_behind_them() {
        let mut builder = AlignmentBuilder::new();
        builder.delete(2);
        builder.keep(2);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(0, 2)), span(0, 4));
        assert_eq!(alignment.to_normalized(span(0, 2)), span(0, 2));
    }

    #[test]
    fn a_text_of_marks_alone_maps_to_the_empty_text_and_back() {
        let mut builder = AlignmentBuilder::new();
        builder.delete(4);
        let alignment = builder.finish();
        assert_eq!(alignment.to_normalized(span(0, 2)), span(0, 0));
        assert_eq!(alignment.to_original(span(0, 0)), span(0, 4));
    }

    #[test]
    fn a_leading_deletion_as_long_as_the_growth_behind_it_is_kept() {
        let mut builder = AlignmentBuilder::new();
        builder.delete(4);
        builder.replace(4, 8);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(0, 2)), span(0, 8));
        assert_eq!(alignment.to_normalized(span(4, 6)), span(0, 8));
    }

    #[test]
    fn inserted_text_maps_to_an_empty_span() {
        let mut builder = AlignmentBuilder::new();
        builder.keep(2);
        builder.insert(1);
        builder.keep(2);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(2, 3)), span(2, 2));
        assert_eq!(alignment.to_original(span(3, 5)), span(2, 4));
    }

    #[test]
    fn a_part_of_a_ligature_maps_to_the_whole() {
        let mut builder = AlignmentBuilder::new();
        builder.keep(1);
        builder.replace(3, 8);
        builder.keep(1);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(3, 5)), span(1, 4));
        assert_eq!(alignment.to_normalized(span(1, 4)), span(1, 9));
        assert_eq!(alignment.to_original(span(9, 10)), span(4, 5));
    }

    #[test]
    fn offsets_past_the_end_count_as_the_end() {
        let alignment = Alignment::identity(4);
        assert_eq!(alignment.to_original(span(2, 99)), span(2, 4));
    }
}
