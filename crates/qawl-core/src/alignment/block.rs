//! Up to 64 bytes of the source from which bytes were taken out, as two masks.
//!
//! The masks are what code that works on many bytes at once has at hand, and a fraction of the size
//! of an edit for each mark of a vocalized text.

use super::change::{Edit, From};
use crate::Span;

/// Whole pieces in a row, each a character that stays and what was deleted behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    source: usize,
    result: usize,
    /// A bit for each byte of the source with which a piece begins; the first one is set.
    starts: u64,
    /// A bit for each byte of the source that stays, or whose place another one takes.
    kept: u64,
    /// How many bytes of the source it covers, 1 to 64.
    len: u8,
}

/// How many bytes of the source a block can cover.
pub(super) const WIDTH: usize = 64;

/// The lowest `len` bits.
pub(super) const fn low_bits(len: usize) -> u64 {
    if len >= WIDTH { u64::MAX } else { (1 << len) - 1 }
}

impl Block {
    /// A block of `len` bytes, 1 to 64. Bits from `len` on are ignored; the first byte begins a
    /// piece and stays, whatever the masks say.
    pub(super) const fn new(
        source: usize,
        result: usize,
        len: usize,
        starts: u64,
        kept: u64,
    ) -> Self {
        let len = if len > WIDTH { WIDTH } else { len };
        let mask = low_bits(len);
        let starts = starts & kept; // no piece begins with what vanishes
        Self {
            source,
            result,
            starts: (starts | 1) & mask,
            kept: (kept | 1) & mask,
            len: len as u8,
        }
    }

    /// A block of one piece, if the piece got shorter and is no longer than a block.
    pub(super) fn of(edit: Edit) -> Option<Self> {
        let (len, kept) = (edit.source.len(), edit.result.len());
        let fits = len <= WIDTH && 0 < kept && kept < len;
        fits.then(|| Self::new(edit.source.start(), edit.result.start(), len, 1, low_bits(kept)))
    }

    /// Takes in a piece that got shorter, and the bytes before it that stayed, if there is room.
    pub(super) fn append(&mut self, edit: Edit) -> bool {
        let Some(at) = edit.source.start().checked_sub(self.source) else { return false };
        let (len, kept) = (edit.source.len(), edit.result.len());
        let end = at.saturating_add(len);
        if end > WIDTH || at < self.len() || kept == 0 || kept >= len {
            return false;
        }
        // What stayed in between is a piece a byte: no byte of it changed its distance to another.
        let between = low_bits(at) & !low_bits(self.len());
        self.starts |= between | 1 << at;
        self.kept |= between | low_bits(kept) << at;
        self.len = end as u8;
        true
    }

    pub(super) fn source(&self) -> Span {
        Span::new(self.source, self.source.saturating_add(self.len()))
    }

    pub(super) fn result(&self) -> Span {
        Span::new(self.result, self.result.saturating_add(self.kept.count_ones() as usize))
    }

    const fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether nothing was taken out.
    pub(super) const fn is_whole(&self) -> bool {
        self.kept == low_bits(self.len())
    }

    /// Takes in `len` deleted bytes behind it, which join its last piece, if there is room.
    pub(super) const fn extend(&mut self, len: usize) -> bool {
        let fits = len <= WIDTH - self.len();
        if fits {
            self.len += len as u8;
        }
        fits
    }

    /// The block without its last piece, if any is left, and that piece.
    pub(super) fn split_last(&self) -> (Option<Self>, Edit) {
        let at = highest(self.starts);
        let before =
            (at > 0).then(|| Self::new(self.source, self.result, at, self.starts, self.kept));
        let source = Span::new(self.source.saturating_add(at), self.source().end());
        let result = Span::new(self.result_at(at), self.result().end());
        (before, Edit { source, result })
    }

    pub(super) fn piece_start(&self, offset: usize, from: From) -> usize {
        match from {
            From::Source => self.result_at(self.start_at(offset - self.source)),
            From::Result => self.source + self.start_at(self.byte(offset - self.result)),
        }
    }

    pub(super) fn piece_end(&self, offset: usize, from: From) -> usize {
        match from {
            From::Source => self.result_at(self.end_behind(offset - self.source - 1)),
            From::Result => self.source + self.end_behind(self.byte(offset - self.result - 1)),
        }
    }

    /// Its pieces whose lengths differ, front to back.
    pub(super) fn edits(&self) -> impl Iterator<Item = Edit> + use<> {
        let block = *self;
        let mut at = 0;
        core::iter::from_fn(move || {
            while at < block.len() {
                let start = at;
                at = block.end_behind(start);
                let source = Span::new(block.source + start, block.source + at);
                let result = Span::new(block.result_at(start), block.result_at(at));
                if source.len() != result.len() {
                    return Some(Edit { source, result });
                }
            }
            None
        })
    }

    /// Where the piece begins that holds byte `at` of the block.
    const fn start_at(&self, at: usize) -> usize {
        highest(self.starts & low_bits(at + 1))
    }

    /// Where the piece ends that holds byte `at` of the block.
    const fn end_behind(&self, at: usize) -> usize {
        let later = self.starts & !low_bits(at + 1);
        if later == 0 { self.len() } else { later.trailing_zeros() as usize }
    }

    /// Which byte of the block is the kept one with the number `rank`.
    const fn byte(&self, rank: usize) -> usize {
        let mut kept = self.kept;
        let mut left = rank;
        while left > 0 {
            kept &= kept.wrapping_sub(1);
            left -= 1;
        }
        if kept == 0 { self.len() - 1 } else { kept.trailing_zeros() as usize }
    }

    /// Where byte `at` of the block is in the result.
    const fn result_at(&self, at: usize) -> usize {
        self.result.saturating_add((self.kept & low_bits(at)).count_ones() as usize)
    }
}

/// The highest bit that is set; 0 where none is.
const fn highest(bits: u64) -> usize {
    if bits == 0 { 0 } else { WIDTH - 1 - bits.leading_zeros() as usize }
}
