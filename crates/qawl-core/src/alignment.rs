//! How a rewritten text relates to the text it was made from.

use alloc::vec::Vec;

use crate::Span;

/// A stretch of the source that was rewritten to a stretch of the result with other offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Edit {
    source: Span,
    result: Span,
}

/// The map between a source text and the text made from it, both ways, in bytes.
///
/// It stores a breakpoint where the difference between the two offsets changes and nothing where
/// letters are exchanged one for one, so an unchanged text costs nothing. Three rules:
///
/// * a deleted mark belongs to the character before it (to the one behind it at the very start);
/// * a rewritten group (a ligature, a letter and its hamza) is one piece: a part maps to the whole;
/// * inserted text maps to an empty span.
///
/// Both maps are total: an offset past the end counts as the end. They cost a binary search over
/// the breakpoints and allocate nothing. A span mapped there and back covers itself.
///
/// ```
/// use qawl_core::{AlignmentBuilder, Span};
///
/// // «كَتب» ("he wrote") without its fatha: the letter keeps the mark.
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Alignment {
    edits: Vec<Edit>,
    source_len: usize,
    result_len: usize,
}

/// One direction of reading an edit.
type Side = fn(&Edit) -> Span;

impl Alignment {
    /// The map of a text of `len` bytes to itself.
    ///
    /// ```
    /// use qawl_core::{Alignment, Span};
    ///
    /// let alignment = Alignment::identity(8);
    /// assert!(alignment.is_identity());
    /// assert_eq!(alignment.to_original(Span::new(2, 4)), Span::new(2, 4));
    /// ```
    #[must_use]
    pub const fn identity(len: usize) -> Self {
        Self { edits: Vec::new(), source_len: len, result_len: len }
    }

    /// Whether every offset maps to itself. The texts may still differ, letter for letter.
    ///
    /// ```
    /// assert!(qawl_core::Alignment::identity(3).is_identity());
    /// ```
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.edits.is_empty()
    }

    /// The length of the source in bytes.
    ///
    /// ```
    /// assert_eq!(qawl_core::Alignment::identity(3).original_len(), 3);
    /// ```
    #[must_use]
    pub const fn original_len(&self) -> usize {
        self.source_len
    }

    /// The length of the result in bytes.
    ///
    /// ```
    /// assert_eq!(qawl_core::Alignment::identity(3).normalized_len(), 3);
    /// ```
    #[must_use]
    pub const fn normalized_len(&self) -> usize {
        self.result_len
    }

    /// Where a span of the result came from. See the example of [`Alignment`].
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        self.map(span, self.result_len, self.source_len, |e| e.result, |e| e.source)
    }

    /// Where a span of the source went to. See the example of [`Alignment`].
    #[must_use]
    pub fn to_normalized(&self, span: Span) -> Span {
        self.map(span, self.source_len, self.result_len, |e| e.source, |e| e.result)
    }

    /// The map from this one's source to the result of `next`, which was made from this one's
    /// result. Linear in the breakpoints of both.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let mut first = AlignmentBuilder::new();
    /// first.keep(2);
    /// first.delete(2);
    /// first.keep(2);
    /// let mut second = AlignmentBuilder::new();
    /// second.keep(2);
    /// second.replace(2, 4);
    /// let both = first.finish().compose(&second.finish());
    /// assert_eq!(both.to_original(Span::new(2, 6)), Span::new(4, 6));
    /// assert_eq!(both.to_original(Span::new(0, 2)), Span::new(0, 4));
    /// ```
    #[must_use]
    pub fn compose(&self, next: &Alignment) -> Alignment {
        let mut edits: Vec<Edit> = Vec::new();
        let (mut left, mut right) = (self.edits.as_slice(), next.edits.as_slice());
        // In the text between the two maps, edits that touch the same bytes become one piece.
        while let Some(mut piece) = first_piece(left, right) {
            loop {
                let joined = absorb(&mut left, &mut piece, |e| e.result)
                    | absorb(&mut right, &mut piece, |e| e.source);
                if !joined {
                    break;
                }
            }
            edits.push(Edit { source: self.to_original(piece), result: next.to_normalized(piece) });
        }
        edits.retain(|e| !(e.source.is_empty() && e.result.is_empty()));
        Alignment { edits, source_len: self.source_len, result_len: next.result_len }
    }

    fn map(&self, span: Span, from_len: usize, to_len: usize, from: Side, to: Side) -> Span {
        let (start, end) = (span.start().min(from_len), span.end().min(from_len));
        Span::new(self.map_start(start, from, to), self.map_end(end, from, to).min(to_len))
    }

    /// The start of what the byte at `offset` came from: behind all that was deleted before it.
    fn map_start(&self, offset: usize, from: Side, to: Side) -> usize {
        let at = self.edits.partition_point(|e| from(e).start() <= offset);
        let Some(edit) = at.checked_sub(1).and_then(|i| self.edits.get(i)) else { return offset };
        if offset < from(edit).end() || (offset == 0 && from(edit).is_empty()) {
            to(edit).start()
        } else {
            to(edit).end() + (offset - from(edit).end())
        }
    }

    /// The end of what the byte before `offset` came from, with all that was deleted behind it.
    fn map_end(&self, offset: usize, from: Side, to: Side) -> usize {
        let at = self
            .edits
            .partition_point(|e| from(e).start() < offset || from(e) == Span::empty(offset));
        let Some(edit) = at.checked_sub(1).and_then(|i| self.edits.get(i)) else { return offset };
        if offset <= from(edit).end() {
            to(edit).end()
        } else {
            to(edit).end() + (offset - from(edit).end())
        }
    }
}

/// The earlier of the two next edits, as a span of the text between two maps.
fn first_piece(left: &[Edit], right: &[Edit]) -> Option<Span> {
    let left = left.first().map(|e| e.result);
    let right = right.first().map(|e| e.source);
    match (left, right) {
        (Some(l), Some(r)) => Some(if l.start() <= r.start() { l } else { r }),
        (one, other) => one.or(other),
    }
}

/// Takes the edits that lie in `piece` or reach into it, widening it. Answers whether it took any.
fn absorb(edits: &mut &[Edit], piece: &mut Span, side: Side) -> bool {
    let mut any = false;
    while let Some((first, rest)) = edits.split_first() {
        let span = side(first);
        if !(span.overlaps(*piece) || piece.contains(span)) {
            break;
        }
        *piece = piece.cover(span);
        *edits = rest;
        any = true;
    }
    any
}

/// Builds an [`Alignment`] character by character, front to back.
///
/// Lengths are bytes of whole characters. Each call is constant time.
#[derive(Clone, Debug, Default)]
pub struct AlignmentBuilder {
    edits: Vec<Edit>,
    source: usize,
    result: usize,
    /// The last character written, which takes what is deleted behind it.
    last: Option<Edit>,
    /// Whether `last` is the last of `edits`.
    last_is_edit: bool,
}

impl AlignmentBuilder {
    /// A builder of the empty map.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One character of `len` bytes stays, or is exchanged for another of the same length.
    pub fn keep(&mut self, len: usize) {
        self.replace(len, len);
    }

    /// Characters of `source` bytes become `result` bytes, as one piece.
    pub fn replace(&mut self, source: usize, result: usize) {
        if result == 0 {
            return self.delete(source);
        }
        let mut edit = Edit {
            source: Span::new(self.source, self.source + source),
            result: Span::new(self.result, self.result + result),
        };
        self.advance(source, result);
        // Marks deleted at the very start have no character before them.
        let widened = self.last.is_none() && edit.result.start() == 0 && source > 0;
        if widened {
            edit.source = Span::new(0, edit.source.end());
        }
        let moves = source != result || edit.source.len() != result;
        self.last_is_edit = moves || source == 0;
        if self.last_is_edit {
            self.edits.push(edit);
        }
        self.last = (source > 0).then_some(edit);
    }

    /// Characters of `len` bytes vanish: they join the character before them.
    pub fn delete(&mut self, len: usize) {
        self.advance(len, 0);
        let Some(last) = self.last.as_mut() else { return };
        last.source = Span::new(last.source.start(), self.source);
        if self.last_is_edit {
            self.edits.pop();
        }
        self.last_is_edit = true;
        self.edits.push(*last);
    }

    /// `len` bytes appear that come from nowhere.
    pub fn insert(&mut self, len: usize) {
        self.replace(0, len);
    }

    /// The map of all that was said.
    #[must_use]
    pub fn finish(mut self) -> Alignment {
        if self.result == 0 && self.source > 0 {
            // Nothing is left to belong to.
            self.edits.clear();
            self.edits.push(Edit { source: Span::new(0, self.source), result: Span::empty(0) });
        }
        Alignment { edits: self.edits, source_len: self.source, result_len: self.result }
    }

    fn advance(&mut self, source: usize, result: usize) {
        self.source += source;
        self.result += result;
    }
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
