//! Whether a name of the list is the one that the text writes.

use crate::clitic::Cut;
use crate::letters::Letters;
use crate::piece::{Piece, Pieces};
use crate::window::Window;

/// Whether the first `pieces` of the window, read with `cut`, are `name` in the form of the list.
/// This decides: hashes only said where to look.
pub(crate) fn is_folded(window: &Window<'_, '_>, cut: Cut, pieces: usize, name: &[u8]) -> bool {
    let name_text = || std::str::from_utf8(name).unwrap_or_default();
    by_letters(window, cut, pieces, name)
        .unwrap_or_else(|| by_pieces(window, cut, pieces, name_text()))
}

/// The answer, if both are words of letters that fold one for one, with single spaces between.
fn by_letters(window: &Window<'_, '_>, cut: Cut, pieces: usize, name: &[u8]) -> Option<bool> {
    let letters = window.folding().letters();
    let mut rest = take(letters, name, cut.dropped.as_bytes())?;
    for i in 0..pieces {
        let place = window.seen(i).filter(|place| place.hashed.by_letters)?;
        let word = window.text().as_bytes().get(place.piece.span.range())?;
        rest = if i == 0 {
            take(letters, rest, word.get(cut.len()..)?)?
        } else {
            take(letters, rest.strip_prefix(b" ")?, word)?
        };
    }
    rest.is_empty().then_some(true)
}

/// What stands in `name` behind the letters that become those of `word`, which is of letters alone.
#[inline]
fn take<'n>(letters: &Letters, name: &'n [u8], word: &[u8]) -> Option<&'n [u8]> {
    let (start, rest) = name.split_at_checked(word.len())?;
    // Most texts write most names as the list does.
    if start == word {
        return Some(rest);
    }
    let codes = |row: &'n [u8]| row.as_chunks::<2>().0.iter().map(|&pair| letters.code(pair));
    let wanted = word.as_chunks::<2>().0.iter().map(|&pair| letters.code(pair));
    let is_same = codes(start).zip(wanted).all(|(name, text)| name == text && name != 0);
    is_same.then_some(rest)
}

#[inline(never)]
fn by_pieces(window: &Window<'_, '_>, cut: Cut, pieces: usize, name: &str) -> bool {
    let folded = |i| window.seen(i).map(|place| window.fold(place.piece).text);
    let mut count = 0;
    let same = Pieces::new(name).all(|piece| {
        let wanted = window.folding().fold(name, piece);
        let text = folded(count).filter(|_| count < pieces);
        count += 1;
        text.is_some_and(|text| match wanted.strip_prefix(cut.dropped) {
            Some(rest) if count == 1 => rest == cut.rest(&text),
            _ => count > 1 && wanted == text,
        })
    });
    same && count == pieces
}

/// Whether the text, with the letters that a clitic dropped, writes `name` exactly. Spaces may
/// differ, and invisible characters between words.
pub(crate) fn is_exact(name: &str, [dropped, text]: [&str; 2]) -> bool {
    let Some(rest) = name.trim_start().strip_prefix(dropped) else { return false };
    if is_one_word(rest) && is_one_word(text) {
        return rest == text;
    }
    let pieces = |text| Pieces::new(text).map(move |piece: Piece| piece.span.get(text));
    pieces(rest).eq(pieces(text))
}

/// Whether a text is a word of the letters U+0621..=U+063A and U+0641..=U+064A, which needs no tokenizer.
fn is_one_word(text: &str) -> bool {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let is_letter = |pair: &[u8; 2]| matches!(pair, [0xD8, 0xA1..=0xBA] | [0xD9, 0x81..=0x8A]);
    rest.is_empty() && pairs.iter().all(is_letter)
}
