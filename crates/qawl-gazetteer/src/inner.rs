//! The conjunction و in front of later words of a name: «السعودية البحرين» (Saudi Arabia, Bahrain)
//! where a text writes «السعودية والبحرين».
//!
//! Names that may stand so ([`Flags::inner_clitics`](crate::Flags::inner_clitics)) are looked up under
//! each such form, so that the search of all others pays nothing. A form is a number whose bits say
//! before which of the later words the conjunction stands, the first of them lowest.

use qawl_tokenize::TokenKind;

use crate::clitic::Cut;
use crate::fold::Fold;
use crate::hash;
use crate::piece::Pieces;
use crate::window::Window;

/// How many later words may take a conjunction: a name has two to the power of it forms at most.
const MOST: u32 = 6;

const WAW: &str = "و";

/// The forms of a name with a conjunction at least, as the hashes of their pieces.
pub(crate) fn forms(fold: &Fold, name: &str) -> impl Iterator<Item = (u32, Vec<u64>)> {
    let pieces = Pieces::new(name);
    let words: Vec<[Option<u64>; 2]> = pieces
        .map(|piece| {
            let joined = || hash::parts([WAW, &fold.fold(name, piece)]);
            let is_word = piece.kind == TokenKind::Word;
            [Some(fold.hash(name, piece).hash), is_word.then(joined)]
        })
        .collect();
    let later = (words.len() as u32).saturating_sub(1).min(MOST);
    (1..1 << later).filter_map(move |form: u32| {
        let has =
            |place: usize| place > 0 && place <= MOST as usize && form >> (place - 1) & 1 != 0;
        let hash = |(place, word): (usize, &[Option<u64>; 2])| word[usize::from(has(place))];
        Some((form, words.iter().enumerate().map(hash).collect::<Option<_>>()?))
    })
}

/// The form of `name` that the first `pieces` of the window, read with `cut`, write. `None` where they
/// write none, or the name itself.
#[inline(never)]
pub(crate) fn read(window: &Window<'_, '_>, cut: Cut, pieces: usize, name: &str) -> Option<u32> {
    let (mut count, mut form) = (0, 0);
    for piece in Pieces::new(name) {
        let wanted = window.folding().fold(name, piece);
        let text = window.fold(window.seen(count).filter(|_| count < pieces)?.piece).text;
        let is_same = match wanted.strip_prefix(cut.dropped) {
            Some(rest) if count == 0 => rest == cut.rest(&text),
            _ => count > 0 && wanted == text,
        };
        if !is_same {
            let may = count > 0 && count <= MOST as usize && piece.kind == TokenKind::Word;
            text.strip_prefix(WAW).filter(|rest| may && *rest == wanted)?;
            form |= 1 << (count - 1);
        }
        count += 1;
    }
    (count == pieces && form > 0).then_some(form)
}
