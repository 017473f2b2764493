//! From a cut to the pieces of the word, and from fine pieces to coarse ones.

use std::borrow::Cow;

use qawl_core::Span;

use crate::clitics::{self, Article, Cut, LETTER, PRONOUNS, Particle};
use crate::letters::Letters;
use crate::piece::{Piece, Role};
use crate::rank::{Choice, Stem};

/// The whole of a word that is not made of Arabic letters.
pub(crate) fn foreign(word: &str) -> Piece<'_> {
    let span = Span::new(0, word.len());
    let form = Cow::Borrowed(word);
    Piece { span, surface: word, form, role: Role::Stem, written: span }
}

/// The pieces of `word` that `choice` cuts it into.
pub(crate) fn of_cut<'w>(word: &'w str, letters: &Letters<'w>, choice: &Choice) -> Vec<Piece<'w>> {
    let mut pieces =
        Pieces { word, letters, pieces: Vec::with_capacity(4), written: 0, original: 0 };
    let cut = &choice.cut;
    if cut.interrogative {
        pieces.push(Role::Interrogative, 1);
    }
    if cut.conjunction.is_some() {
        pieces.push(Role::Conjunction, 1);
    }
    match cut.particle {
        Some(Particle::Will) => pieces.push(Role::Future, 1),
        Some(_) => pieces.push(Role::Preposition, 1),
        None => {}
    }
    if let Some(article) = cut.article {
        pieces.push(Role::Article, article.written());
    }
    pieces.push(stem_role(cut, &letters.text), cut.stem.1 - cut.stem.0);
    pieces.respell_stem(cut, choice.stem);
    let pronoun = cut.written_pronoun(&letters.text);
    if !pronoun.is_empty() {
        pieces.push(Role::Pronoun, clitics::letters(pronoun));
    }
    pieces.pieces
}

/// A pronoun behind a preposition is cut as a stem, but is none.
fn stem_role(cut: &Cut, letters: &str) -> Role {
    let leans = cut.particle.is_some_and(|particle| particle != Particle::Will);
    let stem = cut.written_stem(letters);
    let ends = cut.written_pronoun(letters).is_empty();
    if leans && ends && cut.article.is_none() && PRONOUNS.contains(&stem) {
        Role::Pronoun
    } else {
        Role::Stem
    }
}

/// Pieces being laid over a word, front to back.
struct Pieces<'l, 'w> {
    word: &'w str,
    letters: &'l Letters<'w>,
    pieces: Vec<Piece<'w>>,
    written: usize,
    original: usize,
}

impl<'w> Pieces<'_, 'w> {
    /// The next `letters` letters.
    fn push(&mut self, role: Role, letters: u8) {
        let written = Span::new(self.written, self.written + usize::from(letters) * LETTER);
        let end = self.letters.original_end(written.end(), self.word.len()).max(self.original);
        let span = Span::new(self.original, end);
        let form = match role {
            Role::Article => Cow::Borrowed("ال"),
            _ => slice(&self.letters.text, written),
        };
        let surface = span.get(self.word).unwrap_or_default();
        self.pieces.push(Piece { span, surface, form, role, written });
        (self.written, self.original) = (written.end(), end);
    }

    /// Spells the piece just pushed as it is alone.
    fn respell_stem(&mut self, cut: &Cut, stem: Stem) {
        let Some(piece) = self.pieces.last_mut() else { return };
        match stem {
            Stem::Listed(form) if form != piece.form => piece.form = Cow::Borrowed(form),
            Stem::Listed(_) => {}
            Stem::Found(restoration) => {
                let host = cut.key(&self.letters.text);
                let (kept, added) = restoration.parts(host);
                if !added.is_empty() || kept.len() < host.len() {
                    piece.form = Cow::Owned([kept, added].concat());
                } else if cut.article == Some(Article::Shared) {
                    let start = piece.written.start().saturating_sub(LETTER);
                    piece.form = slice(&self.letters.text, Span::new(start, piece.written.end()));
                }
            }
        }
    }
}

/// A part of the letters, borrowed from the word where they are.
fn slice<'w>(letters: &Cow<'w, str>, span: Span) -> Cow<'w, str> {
    match letters {
        Cow::Borrowed(text) => Cow::Borrowed(span.get(text).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(span.get(text).unwrap_or_default().to_owned()),
    }
}

/// Neighbours as one piece. Inside it, letters stay as they are written.
pub(crate) fn join<'w>(group: &[Piece<'w>], word: &'w str, letters: &Cow<'w, str>) -> Piece<'w> {
    let (first, last) = match group {
        [] => return foreign(word),
        [piece] => return piece.clone(),
        [first, .., last] => (first, last),
    };
    let span = first.span.cover(last.span);
    let written = first.written.cover(last.written);
    let form = match first.role {
        // An article in front shows its alef and gives a shared ل back: لغة in للغة.
        Role::Article if last.role == Role::Stem => join_article(last, written, letters),
        _ => slice(letters, written),
    };
    let has_stem = group.iter().any(|piece| piece.role == Role::Stem);
    let role = if has_stem { Role::Stem } else { first.role };
    Piece { span, surface: span.get(word).unwrap_or_default(), form, role, written }
}

fn join_article<'w>(stem: &Piece<'w>, written: Span, letters: &Cow<'w, str>) -> Cow<'w, str> {
    let as_written = slice(letters, written);
    if as_written.strip_prefix("ال") == Some(&stem.form) {
        return as_written;
    }
    Cow::Owned(["ال", &stem.form].concat())
}
