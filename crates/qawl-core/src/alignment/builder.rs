//! An alignment, said piece by piece.

use alloc::vec::Vec;

use super::Alignment;
use super::block::{Block, WIDTH, low_bits};
use super::change::{self, Change, Edit, From};
use crate::Span;

/// Builds an [`Alignment`] character by character, front to back.
///
/// Lengths are bytes of whole characters. Each call is constant time and stores a few breakpoints at
/// most, none for characters that stay; every sequence of calls makes a sound map.
///
/// ```
/// use qawl_core::{AlignmentBuilder, Span};
///
/// // «شكرًا» ("thank you") without its ARABIC FATHATAN, and with an exclamation mark.
/// let mut builder = AlignmentBuilder::new();
/// builder.keep(4); // sheen, kaf
/// builder.keep(2); // reh
/// builder.delete(2); // ARABIC FATHATAN
/// builder.keep(2); // alef
/// builder.insert(1); // the exclamation mark
/// let alignment = builder.finish();
///
/// assert_eq!((alignment.original_len(), alignment.normalized_len()), (10, 9));
/// assert_eq!(alignment.to_original(Span::new(4, 6)), Span::new(4, 8)); // reh and its mark
/// ```
#[derive(Clone, Debug, Default)]
pub struct AlignmentBuilder {
    changes: Vec<Change>,
    source: usize,
    result: usize,
    /// What was written last, which takes what is deleted behind it.
    last: Option<Last>,
    /// How many bytes were inserted behind `last`.
    inserted: usize,
}

/// What was written last.
#[derive(Clone, Copy, Debug)]
enum Last {
    /// A character that stayed.
    Kept(Edit),
    /// One to be stored, also where its lengths are the same.
    Edit(Edit),
    /// The last of the changes, which is a block.
    Block,
}

impl AlignmentBuilder {
    /// A builder of the empty map. Allocates nothing.
    ///
    /// ```
    /// use qawl_core::{Alignment, AlignmentBuilder};
    ///
    /// assert_eq!(AlignmentBuilder::new().finish(), Alignment::identity("".len())); // no text
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// One character of `len` bytes stays, or is exchanged for another of the same length. A
    /// stretch of several may be said at once, but for its last one if marks behind it are deleted.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// // «مدرسة» ("school") written «مدرسه»
    /// let mut builder = AlignmentBuilder::new();
    /// builder.keep("مدرس".len());
    /// builder.keep("ة".len()); // exchanged for a heh
    /// assert_eq!(builder.finish().to_original(Span::new(8, 10)), Span::new(8, 10));
    /// ```
    pub fn keep(&mut self, len: usize) {
        self.replace(len, len);
    }

    /// Characters of `source` bytes become `result` bytes, as one piece. Where one of the two is
    /// zero, this is [`delete`](Self::delete) or [`insert`](Self::insert).
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let text = "\u{FEFB}"; // ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM, "no"
    /// let mut builder = AlignmentBuilder::new();
    /// builder.replace(text.len(), "لا".len());
    /// let lam = Span::new(0, 2);
    /// assert_eq!(builder.finish().to_original(lam).get(text), Some(text)); // a part: the whole
    /// ```
    pub fn replace(&mut self, source: usize, result: usize) {
        match (source, result) {
            (0, inserted) => self.insert(inserted),
            (deleted, 0) => self.delete(deleted),
            _ => self.write(source, result),
        }
    }

    /// Characters of `len` bytes vanish: they join the character before them, also where something
    /// was inserted in between.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let text = "رب\u{0651}"; // "lord", with ARABIC SHADDA
    /// let mut builder = AlignmentBuilder::new();
    /// builder.keep(2); // reh
    /// builder.keep(2); // beh
    /// builder.delete(2); // ARABIC SHADDA
    /// let beh = Span::new(2, 4);
    /// assert_eq!(builder.finish().to_original(beh).get(text), Some("ب\u{0651}"));
    /// ```
    pub fn delete(&mut self, len: usize) {
        if len == 0 {
            return;
        }
        self.source = self.source.saturating_add(len);
        match self.last {
            None => {}
            Some(Last::Kept(last) | Last::Edit(last)) => self.grow(last),
            Some(Last::Block) => self.grow_block(len),
        }
    }

    /// The piece written last ends where the source does.
    fn grow(&mut self, last: Edit) {
        let source = Span::new(last.source.start(), self.source);
        self.last = Some(Last::Edit(Edit { source, ..last }));
    }

    /// The block written last takes `len` bytes more. Where there is no room, its last piece takes
    /// them alone.
    fn grow_block(&mut self, len: usize) {
        let Some(Change::Block(block)) = self.changes.last_mut() else { return };
        if !block.extend(len) {
            let (before, last) = block.split_last();
            self.changes.pop();
            let before = before.filter(|block| !block.is_whole());
            self.changes.extend(before.map(Change::Block));
            self.grow(last);
        }
    }

    /// Up to 64 bytes of whole characters at once: those with a bit in `kept` stay or are exchanged
    /// one for one, the others vanish; `starts` has a bit for the first byte of each character that
    /// stays. The lowest bit stands for the first byte. What vanishes joins the character before
    /// it. Bits from `len` on are ignored, and of more than 64 bytes the rest is kept.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// // "he wrote", a letter and an ARABIC FATHA each, without its three marks
    /// let text = "ك\u{064E}ت\u{064E}ب\u{064E}";
    /// let mut builder = AlignmentBuilder::new();
    /// builder.block(text.len(), 0b0001_0001_0001, 0b0011_0011_0011);
    /// let alignment = builder.finish();
    /// assert_eq!(alignment.normalized_len(), "كتب".len());
    /// assert_eq!(alignment.to_original(Span::new(2, 4)).get(text), Some("ت\u{064E}"));
    /// ```
    pub fn block(&mut self, len: usize, starts: u64, kept: u64) {
        if self.last.is_some() && kept & 1 == 1 && (1..=WIDTH).contains(&len) {
            self.write_block(len, starts, kept);
        } else {
            self.block_of_any_kind(len, starts, kept);
        }
    }

    /// The same where something vanishes at its start, or is the first of all.
    #[inline(never)]
    fn block_of_any_kind(&mut self, len: usize, starts: u64, kept: u64) {
        let width = len.min(WIDTH);
        let kept = kept & low_bits(width);
        let vanished = (kept.trailing_zeros() as usize).min(width);
        self.delete(vanished);
        let shift = vanished as u32;
        let behind = |mask: u64| mask.checked_shr(shift).unwrap_or_default();
        let (starts, kept) = (behind(starts), behind(kept));
        let left = width - vanished;
        if left > 0 && self.last.is_none() {
            self.write_first_block(left, starts, kept);
        } else if left > 0 {
            self.write_block(left, starts, kept);
        }
        if len > WIDTH {
            self.keep(len - WIDTH);
        }
    }

    /// The first character of all takes what was deleted before it.
    fn write_first_block(&mut self, len: usize, starts: u64, kept: u64) {
        let next = starts & low_bits(len) & !1;
        let first = if next == 0 { len } else { next.trailing_zeros() as usize };
        let stays = (kept & low_bits(first)).count_ones() as usize;
        self.keep(stays);
        self.delete(first - stays);
        if first < len {
            self.write_block(len - first, starts >> first, kept >> first);
        }
    }

    /// Stores the block at once: it is too large to be put down here and taken up again.
    #[inline]
    fn write_block(&mut self, len: usize, starts: u64, kept: u64) {
        self.settle();
        let block = Block::new(self.source, self.result, len, starts, kept);
        self.source = block.source().end();
        self.result = block.result().end();
        if block.is_whole() {
            self.last = Some(Last::Kept(block.split_last().1));
        } else {
            self.changes.push(Change::Block(block));
            self.last = Some(Last::Block);
        }
    }

    /// `len` bytes appear that come from nowhere.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// // «وقال» ("and he said") cut in two: «و قال»
    /// let mut builder = AlignmentBuilder::new();
    /// builder.keep("و".len());
    /// builder.insert(" ".len());
    /// builder.keep("قال".len());
    /// let alignment = builder.finish();
    /// assert_eq!(alignment.to_original(Span::new(2, 3)), Span::empty(2)); // the space
    /// assert_eq!(alignment.to_original(Span::new(3, 9)), Span::new(2, 8)); // "he said"
    /// ```
    pub fn insert(&mut self, len: usize) {
        self.result = self.result.saturating_add(len);
        self.inserted = self.inserted.saturating_add(len);
    }

    /// The map of all that was said. Where no character is left of a text, the whole of it is one
    /// piece. Constant time.
    ///
    /// ```
    /// use qawl_core::{AlignmentBuilder, Span};
    ///
    /// let mut builder = AlignmentBuilder::new();
    /// builder.delete("\u{0640}\u{0640}".len()); // ARABIC TATWEEL twice: a line, no word
    /// let alignment = builder.finish();
    /// assert_eq!(alignment.to_original(Span::empty(0)), Span::new(0, 4));
    /// ```
    #[must_use]
    pub fn finish(mut self) -> Alignment {
        if self.last.is_none() && self.source > 0 {
            // No character is left that the deleted ones could belong to.
            let (source, result) = (Span::new(0, self.source), Span::new(0, self.result));
            self.changes.push(Change::Edit(Edit { source, result }));
        } else {
            self.settle();
        }
        Alignment { changes: self.changes, source_len: self.source, result_len: self.result }
    }

    fn write(&mut self, source: usize, result: usize) {
        // What was deleted at the very start has no character before it.
        let start = if self.last.is_none() { 0 } else { self.source };
        self.settle();
        let stays = source == result && start == self.source;
        let before = self.result;
        self.source = self.source.saturating_add(source);
        self.result = self.result.saturating_add(result);
        let (source, result) = (Span::new(start, self.source), Span::new(before, self.result));
        let piece = Edit { source, result };
        self.last = Some(if stays { Last::Kept(piece) } else { Last::Edit(piece) });
    }

    /// Stores what was written last and what was inserted behind it: nothing can be deleted from
    /// the one or added to the other any more.
    #[inline]
    fn settle(&mut self) {
        if matches!(self.last, Some(Last::Edit(_))) || self.inserted > 0 {
            self.store();
        }
    }

    #[inline(never)]
    fn store(&mut self) {
        if let Some(Last::Edit(edit)) = self.last {
            change::push(&mut self.changes, edit);
        }
        if self.inserted > 0 {
            let result = Span::new(self.result - self.inserted, self.result);
            let source = Span::empty(self.last_end());
            self.changes.push(Change::Edit(Edit { source, result }));
        }
        self.inserted = 0;
    }

    /// Where what was written last ends in the source.
    fn last_end(&self) -> usize {
        match self.last {
            None => 0,
            Some(Last::Kept(last) | Last::Edit(last)) => last.source.end(),
            Some(Last::Block) => {
                self.changes.last().map_or(0, |last| last.span(From::Source).end())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span::new(start, end)
    }

    #[test]
    fn what_is_deleted_behind_inserted_text_belongs_to_the_character_before() {
        let mut builder = AlignmentBuilder::new();
        builder.keep(2);
        builder.insert(1);
        builder.delete(2);
        builder.keep(2);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(0, 2)), span(0, 4));
        assert_eq!(alignment.to_original(span(2, 3)), span(4, 4));
        assert_eq!(alignment.to_original(span(3, 5)), span(4, 6));
        assert_eq!(alignment.to_normalized(span(2, 4)), span(0, 2));
        assert_eq!(alignment.to_normalized(span(4, 6)), span(3, 5));
    }

    #[test]
    fn what_is_deleted_around_leading_inserted_text_belongs_to_the_character_behind() {
        let mut builder = AlignmentBuilder::new();
        builder.delete(2);
        builder.insert(1);
        builder.delete(2);
        builder.keep(2);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(0, 1)), span(0, 0));
        assert_eq!(alignment.to_original(span(1, 3)), span(0, 6));
        assert_eq!(alignment.to_normalized(span(2, 4)), span(1, 3));
    }

    #[test]
    fn inserted_text_in_place_of_all_others_is_one_piece_with_them() {
        let mut builder = AlignmentBuilder::new();
        builder.insert(1);
        builder.delete(4);
        let alignment = builder.finish();
        assert_eq!(alignment.to_original(span(0, 1)), span(0, 4));
        assert_eq!(alignment.to_normalized(span(2, 4)), span(0, 1));
    }

    #[test]
    fn nothing_is_nothing() {
        let mut builder = AlignmentBuilder::new();
        builder.keep(2);
        builder.keep(0);
        builder.delete(0);
        builder.insert(0);
        assert_eq!(builder.finish(), Alignment::identity(2));
    }

    #[test]
    fn blocks_of_any_masks_make_sound_maps() {
        let mut builder = AlignmentBuilder::new();
        builder.block(71, 0, 0);
        let alignment = builder.finish();
        assert_eq!((alignment.original_len(), alignment.normalized_len()), (71, 7));
        assert_eq!(alignment.check(), Ok(()));
        for (len, starts, kept) in
            [(4, 0b101, 0b1), (8, u64::MAX, 0b10), (64, 0, u64::MAX), (0, 1, 1)]
        {
            let mut builder = AlignmentBuilder::new();
            builder.keep(2);
            builder.block(len, starts, kept);
            builder.block(len, starts, kept);
            builder.delete(2);
            builder.keep(1);
            let alignment = builder.finish();
            assert_eq!(alignment.check(), Ok(()), "{len} {starts:b} {kept:b}");
            assert_eq!(alignment.original_len(), 5 + 2 * len);
        }
    }

    #[test]
    fn what_is_deleted_behind_a_block_belongs_to_its_last_character() {
        // A whole block, one with a gap, and none at all.
        for (len, kept) in [(4, 0b1111), (6, 0b11_0011), (0, 1)] {
            let mut builder = AlignmentBuilder::new();
            builder.keep(2);
            builder.block(len, 0b1_0101, kept);
            builder.delete(2);
            builder.keep(2);
            let alignment = builder.finish();
            assert_eq!(alignment.check(), Ok(()));
            let end = alignment.normalized_len() - 2;
            assert_eq!(alignment.to_original(span(end - 2, end)), span(len, len + 4), "{kept:b}");
        }
    }

    #[test]
    fn lengths_that_no_text_has_do_not_panic() {
        let mut builder = AlignmentBuilder::new();
        builder.keep(usize::MAX);
        builder.replace(2, usize::MAX);
        builder.insert(usize::MAX);
        builder.delete(usize::MAX);
        let alignment = builder.finish();
        let _ = alignment.compose(&alignment).to_original(span(0, usize::MAX));
    }
}
