//! Initials within names: «لورا جيه. كورتسن» (Laura J. Kurtsen).

use crate::items::{Kind, Piece};
use crate::lexicon::NameClass;
use crate::morphology::{Shape, is_letter};
use crate::words::{Word, Words};

/// Makes an initial behind a given name and its full stop one word, so that what follows is part of the
/// same name.
pub(crate) fn join_initials<'t>(text: &'t str, words: &mut Words, pieces: &mut Vec<Piece<'t>>) {
    let stops: Vec<usize> =
        (2..pieces.len()).filter(|&at| closes_initial(words, pieces, at)).collect();
    if stops.is_empty() {
        return;
    }
    for &stop in &stops {
        let Some(end) = pieces.get(stop).map(|piece| piece.span) else { continue };
        let Some(letter) = pieces.get_mut(stop - 1) else { continue };
        letter.span = letter.span.cover(end);
        let spelled = letter.span.get(text).unwrap_or_default();
        letter.word = words.initial(letter.word, letter.text, spelled);
        letter.text = spelled;
    }
    let mut at = 0;
    pieces.retain(|_| {
        at += 1;
        stops.binary_search(&(at - 1)).is_err()
    });
}

/// Whether the full stop of an initial stands at `at`: behind a given name, before another word.
fn closes_initial(words: &Words, pieces: &[Piece<'_>], at: usize) -> bool {
    // Most pieces are done with here.
    let stop = |piece: &Piece<'_>| piece.kind == Kind::Stop && !piece.gap && piece.text == ".";
    if !pieces.get(at).is_some_and(stop) {
        return false;
    }
    let word = |at: usize| -> Option<(&Word, &str)> {
        let piece = pieces.get(at).filter(|piece| piece.kind == Kind::Word && piece.gap)?;
        let word = words.get(piece.word);
        Some((word, words.key(word, piece.text)))
    };
    word(at - 2).is_some_and(|(given, _)| given.name == Some(NameClass::Given))
        && word(at - 1).is_some_and(|(_, key)| is_letter(key))
        && word(at + 1).is_some_and(|(next, key)| {
            !key.is_empty()
                && !next.shape.has(Shape::ARTICLE)
                && next.classes == 0
                && next.plain_verb.is_none()
                && [next.known, next.joined()]
                    .iter()
                    .all(|&entry| !words.lexicon().get(entry).may_report())
        })
}
