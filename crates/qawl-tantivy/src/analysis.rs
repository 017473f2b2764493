//! What becomes of one word.

use std::borrow::Cow;

use qawl::segment::{Piece, Role};
use qawl::{Normalizer, Profile, Scheme, Segmentation, Segmenter, Span};

use crate::keep::Keep;
use crate::terms::Terms;

/// Repairs how a word is encoded and changes no letter: presentation forms, letters and marks apart.
const LEGIBLE: Normalizer = Profile::QURAN_SAFE.normalizer();

/// Leaves the letters alone, as the forms of pieces are written.
const LETTERS: Normalizer = Profile::NLP.normalizer();

/// How a word becomes terms: cut, then folded. The words around it have no say, so that a query of one
/// word becomes the terms that the word has in every text.
#[derive(Clone, Debug)]
pub(crate) struct Analysis {
    pub(crate) profile: Profile,
    normalizer: Normalizer,
    pub(crate) cut: Option<Cut>,
}

/// How a word is cut, and what is kept of it.
#[derive(Clone, Debug)]
pub(crate) struct Cut {
    segmenter: Segmenter,
    pub(crate) scheme: Scheme,
    pub(crate) keep: Keep,
}

impl Analysis {
    pub(crate) fn new(profile: Profile) -> Self {
        Self { profile, normalizer: profile.normalizer(), cut: None }
    }

    /// The same, cutting words.
    pub(crate) fn cutting(self, scheme: Scheme, keep: Keep) -> Self {
        Self { cut: Some(Cut { segmenter: Segmenter::embedded(), scheme, keep }), ..self }
    }

    /// Adds the terms of `word`.
    pub(crate) fn analyse(&self, word: &str, terms: &mut Terms) {
        match &self.cut {
            Some(cut) => self.add_cut(cut, word, terms),
            None => self.add(word, Span::new(0, word.len()), 1, terms),
        }
    }

    /// A word in presentation forms is cut as it reads: a ligature may hold the end of one piece and
    /// the beginning of the next, and is then of the bytes of both.
    fn add_cut(&self, cut: &Cut, word: &str, terms: &mut Terms) {
        let legible = LEGIBLE.normalize_aligned(word);
        let pieces = cut.segmenter.segment(legible.as_str());
        match cut.keep {
            Keep::Pieces => {
                for piece in pieces.in_scheme(cut.scheme) {
                    self.add(spelled(&piece), legible.to_original(piece.span), 1, terms);
                }
            }
            Keep::Stem => match stem(&pieces, cut.scheme) {
                Some(stem) => self.add(spelled(&stem), legible.to_original(stem.span), 1, terms),
                None => self.add(word, Span::new(0, word.len()), 1, terms),
            },
            Keep::WordAndStem => {
                self.add_word_and_stem(word, stem(&pieces, cut.scheme).as_ref(), terms);
            }
        }
    }

    fn add_word_and_stem(&self, word: &str, stem: Option<&Piece<'_>>, terms: &mut Terms) {
        let whole = Span::new(0, word.len());
        let folded = self.fold(word);
        terms.push(&folded, whole, 1);
        let stem = stem.map(|stem| self.fold(spelled(stem)).into_owned());
        if let Some(stem) = stem.filter(|stem| **stem != *folded) {
            terms.push(&stem, whole, usize::from(folded.is_empty()));
        }
    }

    fn add(&self, spelling: &str, span: Span, step: usize, terms: &mut Terms) {
        terms.push(&self.fold(spelling), span, step);
    }

    /// Folded, and Latin letters small: tantivy's snippets compare terms in small letters alone.
    fn fold<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let folded = self.normalizer.normalize(text);
        if folded.chars().any(char::is_uppercase) {
            return Cow::Owned(folded.to_lowercase());
        }
        folded
    }
}

/// The piece with the stem in it; none where a pronoun leans on a preposition.
fn stem<'w>(word: &Segmentation<'w>, scheme: Scheme) -> Option<Piece<'w>> {
    word.in_scheme(scheme).into_iter().find(|piece| piece.role == Role::Stem)
}

/// How a piece is spelled before it is folded: as it stands there, with its marks, for a profile that
/// keeps them, unless its letters are others when it stands alone («مدرستـ» of «مدرستها», "her school").
fn spelled<'p>(piece: &'p Piece<'_>) -> &'p str {
    if LETTERS.normalize(piece.surface) == piece.form { piece.surface } else { &piece.form }
}
