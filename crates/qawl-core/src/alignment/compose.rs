//! Two maps in a row, as one.

use alloc::vec::Vec;

use super::Alignment;
use super::change::{self, Edit, EditSide};
use crate::Span;

impl Alignment {
    /// The map from this one's source to the result of `next`, which was made from this one's
    /// result. Linear in the pieces of both that changed; allocates a list of them.
    ///
    /// Edits of the two that touch the same bytes become one piece, so the composed map may be
    /// coarser than the two applied one after the other: for every span that is not empty it
    /// answers the same or more. If `next` was made from a text of another length, the map means
    /// nothing, but stays in bounds.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let text = "ه\u{0640}\u{FEFB}"; // heh, ARABIC TATWEEL, ARABIC LIGATURE LAM WITH ALEF
    /// let mut first = AlignmentBuilder::new();
    /// first.keep(2); // heh
    /// first.delete(2); // ARABIC TATWEEL
    /// first.keep(3); // the ligature
    /// let mut second = AlignmentBuilder::new();
    /// second.keep(2); // heh
    /// second.replace(3, 4); // lam, alef: «هلا» ("welcome")
    /// let both = first.finish().compose(&second.finish());
    ///
    /// assert_eq!(both.to_original(Span::new(2, 4)).get(text), Some("\u{FEFB}"));
    /// assert_eq!(both.to_original(Span::new(0, 2)).get(text), Some("ه\u{0640}"));
    /// ```
    #[must_use]
    pub fn compose(&self, next: &Alignment) -> Alignment {
        let mut edits: Vec<Edit> = Vec::new();
        if self.is_identity() && self.result_len == next.source_len {
            return next.clone();
        }
        if next.is_identity() && self.result_len == next.source_len {
            return self.clone();
        }
        let (first, second): (Vec<_>, Vec<_>) = (self.edits().collect(), next.edits().collect());
        let mut left = Edits::new(&first, |e| e.result, |e| e.source);
        let mut right = Edits::new(&second, |e| e.source, |e| e.result);
        while let Some(mut piece) = first_piece(&left, &right) {
            let (source, result) = (left.outside(piece.start()), right.outside(piece.start()));
            // Not `||`: both are to take what they can.
            while left.join(&mut piece) | right.join(&mut piece) {}
            let source = Span::new(source, left.outside(piece.end()));
            let result = Span::new(result, right.outside(piece.end()));
            push(&mut edits, Edit { source, result });
        }
        let changes = change::collect(edits);
        Alignment { changes, source_len: self.source_len, result_len: next.result_len }
    }
}

/// The edits of one of the two maps that are still to come, and the last one taken.
struct Edits<'e> {
    rest: &'e [Edit],
    taken: Option<&'e Edit>,
    /// Where they stand in the text between the two maps.
    inside: EditSide,
    /// Where they stand in the other text.
    outside: EditSide,
}

impl<'e> Edits<'e> {
    fn new(rest: &'e [Edit], inside: EditSide, outside: EditSide) -> Self {
        Self { rest, taken: None, inside, outside }
    }

    fn next(&self) -> Option<Span> {
        self.rest.first().map(self.inside)
    }

    /// Where an offset between the last edit taken and the next one is in the other text.
    fn outside(&self, offset: usize) -> usize {
        self.taken.map_or(offset, |edit| {
            (self.outside)(edit).end().saturating_add(offset - (self.inside)(edit).end())
        })
    }

    /// Takes the edits that begin inside `piece`, widening it. Answers whether it took any.
    ///
    /// Text inserted where the piece begins or ends is none of them.
    fn join(&mut self, piece: &mut Span) -> bool {
        let mut any = false;
        while let Some((first, rest)) = self.rest.split_first() {
            let span = (self.inside)(first);
            if span.start() >= piece.end() && span != *piece {
                break;
            }
            *piece = piece.cover(span);
            (self.taken, self.rest) = (Some(first), rest);
            any = true;
        }
        any
    }
}

/// The earlier of the two next edits, in the text between the maps; an empty one comes first.
fn first_piece(left: &Edits<'_>, right: &Edits<'_>) -> Option<Span> {
    left.next().into_iter().chain(right.next()).min()
}

fn push(edits: &mut Vec<Edit>, edit: Edit) {
    if edit.source.is_empty() && edit.result.is_empty() {
        return; // Inserted by the first, deleted by the second.
    }
    match edits.last_mut() {
        // Both inserted something at this place.
        Some(last) if last.source == edit.source => last.result = last.result.cover(edit.result),
        _ => edits.push(edit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::AlignmentBuilder;

    fn insertion() -> Alignment {
        let mut builder = AlignmentBuilder::new();
        builder.keep(2);
        builder.insert(1);
        builder.keep(2);
        builder.finish()
    }

    #[test]
    fn inserted_text_is_not_lost() {
        assert_eq!(Alignment::identity(4).compose(&insertion()), insertion());
        assert_eq!(insertion().compose(&Alignment::identity(5)), insertion());
    }

    #[test]
    fn inserted_text_at_the_end_of_a_piece_stays_outside() {
        let mut builder = AlignmentBuilder::new();
        builder.replace(3, 2);
        builder.keep(2);
        let both = builder.finish().compose(&insertion());
        assert_eq!(both.to_original(Span::new(0, 2)), Span::new(0, 3));
        assert_eq!(both.to_original(Span::new(2, 3)), Span::empty(3));
        assert_eq!(both.to_original(Span::new(3, 5)), Span::new(3, 5));
    }

    #[test]
    fn what_both_insert_at_one_place_is_one_insertion() {
        let mut builder = AlignmentBuilder::new();
        builder.keep(2);
        builder.insert(3);
        builder.keep(3);
        let both = insertion().compose(&builder.finish());
        assert_eq!(both.to_original(Span::new(2, 6)), Span::empty(2));
        assert_eq!(both.to_normalized(Span::empty(2)), Span::new(2, 6));
        assert_eq!(both.to_normalized(Span::new(2, 4)), Span::new(6, 8));
    }

    #[test]
    fn maps_that_do_not_fit_each_other_stay_in_bounds() {
        let both = Alignment::identity(4).compose(&Alignment::identity(8));
        assert_eq!(both.to_original(Span::new(6, 8)), Span::empty(4));
    }
}
