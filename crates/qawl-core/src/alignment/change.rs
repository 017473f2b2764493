//! What happened to a stretch of the source.

use alloc::vec::Vec;

use super::Block;
use crate::Span;

/// A stretch of the source that was rewritten, as one piece, to a stretch of the result with other
/// offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(super) struct Edit {
    pub(super) source: Span,
    pub(super) result: Span,
}

/// One direction of reading an edit.
pub(super) type EditSide = fn(&Edit) -> Span;

/// A stretch of the source where the two offsets do not run along: one piece, or many in a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    Edit(Edit),
    Block(Block),
}

/// Which of the two texts is asked about; the answer lies in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    Source,
    Result,
}

impl From {
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Source => Self::Result,
            Self::Result => Self::Source,
        }
    }
}

impl Change {
    /// Where it stands in one of the texts.
    pub(super) fn span(&self, text: From) -> Span {
        match (self, text) {
            (Self::Edit(edit), From::Source) => edit.source,
            (Self::Edit(edit), From::Result) => edit.result,
            (Self::Block(block), From::Source) => block.source(),
            (Self::Block(block), From::Result) => block.result(),
        }
    }

    /// The start of the piece that the byte at `offset` belongs to, in the other text.
    pub(super) fn piece_start(&self, offset: usize, from: From) -> usize {
        match self {
            Self::Edit(_) => self.span(from.other()).start(),
            Self::Block(block) => block.piece_start(offset, from),
        }
    }

    /// The end of the piece that the byte before `offset` belongs to, in the other text.
    pub(super) fn piece_end(&self, offset: usize, from: From) -> usize {
        match self {
            Self::Edit(_) => self.span(from.other()).end(),
            Self::Block(block) => block.piece_end(offset, from),
        }
    }

    /// Its pieces whose lengths differ.
    pub(super) fn edits(&self) -> impl Iterator<Item = Edit> {
        let (edit, block) = match self {
            Self::Edit(edit) => (Some(*edit), None),
            Self::Block(block) => (None, Some(block.edits())),
        };
        edit.into_iter().chain(block.into_iter().flatten())
    }
}

/// Stores a piece behind others, in the block before it if it can.
pub(super) fn push(changes: &mut Vec<Change>, edit: Edit) {
    if let Some(Change::Block(block)) = changes.last_mut() {
        if block.append(edit) {
            return;
        }
    }
    changes.push(Block::of(edit).map_or(Change::Edit(edit), Change::Block));
}

/// Pieces in order, as changes.
pub(super) fn collect(edits: impl IntoIterator<Item = Edit>) -> Vec<Change> {
    let mut changes = Vec::new();
    edits.into_iter().for_each(|edit| push(&mut changes, edit));
    changes
}
