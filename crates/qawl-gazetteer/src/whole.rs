//! Whether a name stands for itself in the text, with nothing joined to it.

use qawl_tokenize::TokenKind;

use crate::piece::{Gap, Piece};
use crate::window::Window;

/// Marks that make one expression of what stands on their sides: hyphens, a slash, an underscore,
/// apostrophes and the like.
const JOINING: &[&str] =
    &["-", "\u{2010}", "\u{2011}", "/", "\\", "_", "'", "\u{2019}", "&", "@", "#", "+", "="];

/// Whether nothing that joins touches the first `pieces` of the window.
pub(crate) fn is_whole(window: &mut Window<'_, '_>, pieces: usize) -> bool {
    let text = window.text();
    let Some(first) = window.seen(0).map(|place| place.piece) else { return false };
    let next = window.get(pieces).map(|place| place.piece);
    let joined_before = window.behind(1).is_some_and(|before| joins(text, before, first.gap));
    !joined_before && !next.is_some_and(|next| joins(text, next, next.gap))
}

/// Whether `neighbour` is one with the name from which `gap` separates it.
pub(crate) fn joins(text: &str, neighbour: Piece, gap: Gap) -> bool {
    let touches = gap == Gap::None;
    let mark = neighbour.span.get(text).unwrap_or_default();
    let separates = match neighbour.kind {
        TokenKind::Punctuation => !JOINING.contains(&mark),
        TokenKind::Emoji => true,
        _ => false,
    };
    gap == Gap::Hyphen || touches && !separates
}
