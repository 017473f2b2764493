//! A word in pieces.

use std::borrow::Cow;
use std::fmt;

use crate::letters::Letters;
use crate::piece::{Form, Piece, Role};
use crate::pieces;
use crate::rank::{Choice, NAT, Score};
use crate::scheme::Scheme;

/// A word in its finest pieces, those of [`Scheme::D3`], which tile it.
///
/// ```
/// use qawl_segment::Segmenter;
///
/// let word = Segmenter::embedded().segment("وسيكتبونها"); // "and they will write it"
/// let pieces: Vec<&str> = word.pieces().iter().map(|piece| piece.surface).collect();
/// assert_eq!(pieces, ["و", "س", "يكتبون", "ها"]);
/// assert_eq!(pieces.concat(), "وسيكتبونها");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Segmentation<'w> {
    pieces: Vec<Piece<'w>>,
    score: f32,
    margin: f32,
    #[cfg_attr(feature = "serde", serde(skip))]
    word: &'w str,
    /// The word without marks and tatweel.
    #[cfg_attr(feature = "serde", serde(skip))]
    letters: Cow<'w, str>,
}

impl<'w> Segmentation<'w> {
    /// A word that is not made of Arabic letters: one piece, or none where it is empty.
    pub(crate) fn foreign(word: &'w str) -> Self {
        let piece = pieces::foreign(word);
        let pieces = if word.is_empty() { Vec::new() } else { vec![piece] };
        Self { pieces, score: 0.0, margin: f32::INFINITY, word, letters: Cow::Borrowed(word) }
    }

    pub(crate) fn new(
        word: &'w str,
        letters: Letters<'w>,
        choice: &Choice,
        second: Option<i32>,
    ) -> Self {
        let pieces = pieces::of_cut(word, &letters, choice);
        let score = nats(choice.score);
        let margin = second.map_or(f32::INFINITY, |second| nats(choice.score - second));
        Self { pieces, score, margin, word, letters: letters.text }
    }

    /// The pieces, in reading order. None is empty in a word without ligatures; behind a ligature
    /// that holds the last letter of one piece and the first of the next, the next one starts.
    #[must_use]
    pub fn pieces(&self) -> &[Piece<'w>] {
        &self.pieces
    }

    /// The word that was cut, as it was given.
    ///
    /// ```
    /// assert_eq!(qawl_segment::Segmenter::embedded().segment("به").word(), "به"); // "in it"
    /// ```
    #[must_use]
    pub fn word(&self) -> &'w str {
        self.word
    }

    /// The stem, or `None` where a pronoun leans on a preposition or the word is empty.
    ///
    /// ```
    /// let word = qawl_segment::Segmenter::embedded().segment("والحكومة"); // "and the government"
    /// assert_eq!(word.stem().map(|stem| stem.surface), Some("حكومة"));
    /// ```
    #[must_use]
    pub fn stem(&self) -> Option<&Piece<'w>> {
        self.pieces.iter().find(|piece| piece.role == Role::Stem)
    }

    /// How well the cut is supported, in nats: the logarithm of its odds but for a summand that all
    /// cuts of the word share, so comparable only between cuts of one word. 0 for words that are not
    /// of Arabic letters, for those of the list, and where there was nothing to choose.
    #[must_use]
    pub fn score(&self) -> f32 {
        self.score
    }

    /// How far the next best cut lies behind, in nats: by the model, the cut is eᵐ times as likely
    /// for a margin of m. Infinite where there was nothing to choose: one cut only, or a word of the list of
    /// exceptions.
    ///
    /// ```
    /// let segmenter = qawl_segment::Segmenter::embedded();
    /// assert!(segmenter.segment("على").margin().is_infinite()); // "on"
    /// assert!(segmenter.segment("والحكومة").margin() > 0.0); // "and the government"
    /// ```
    #[must_use]
    pub fn margin(&self) -> f32 {
        self.margin
    }

    /// The pieces of a coarser scheme. They tile the word too. Allocates the list, and the form of
    /// a joined piece where it is not what stands in the word.
    ///
    /// ```
    /// use qawl_segment::{Scheme, Segmenter};
    ///
    /// let word = Segmenter::embedded().segment("وللحكومة"); // "and to the government"
    /// let forms = |scheme| -> Vec<String> {
    ///     word.in_scheme(scheme).iter().map(|piece| piece.form.to_string()).collect()
    /// };
    /// assert_eq!(forms(Scheme::D3), ["و", "ل", "ال", "حكومة"]);
    /// assert_eq!(forms(Scheme::Atb), ["و", "ل", "الحكومة"]);
    /// assert_eq!(forms(Scheme::D1), ["و", "للحكومة"]);
    /// ```
    #[must_use]
    pub fn in_scheme(&self, scheme: Scheme) -> Vec<Piece<'w>> {
        let mut joined = Vec::with_capacity(self.pieces.len());
        for group in self.groups(scheme) {
            joined.push(pieces::join(group, self.word, &self.letters));
        }
        joined
    }

    /// The pieces of `scheme` with a `+` between them, to be printed. Allocates nothing but the
    /// forms of joined pieces.
    ///
    /// ```
    /// use qawl_segment::{Form, Scheme, Segmenter};
    ///
    /// let word = Segmenter::embedded().segment("والبحرين"); // "and Bahrain"
    /// assert_eq!(word.plus(Scheme::D3, Form::Article).to_string(), "و+ال+بحرين");
    /// assert_eq!(word.plus(Scheme::D2, Form::Article).to_string(), "و+البحرين");
    /// ```
    #[must_use]
    pub fn plus(&self, scheme: Scheme, form: Form) -> Plus<'_, 'w> {
        Plus { segmentation: self, scheme, form }
    }

    /// The finest pieces, those that `scheme` joins in one slice.
    fn groups(&self, scheme: Scheme) -> impl Iterator<Item = &[Piece<'w>]> {
        self.pieces.chunk_by(move |left, right| !is_cut(scheme, left.role, right.role))
    }
}

fn nats(score: Score) -> f32 {
    score as f32 / NAT as f32
}

/// Whether `scheme` cuts between two neighbours.
fn is_cut(scheme: Scheme, left: Role, right: Role) -> bool {
    let conjunction = matches!(left, Role::Interrogative | Role::Conjunction);
    let particle = matches!(left, Role::Preposition | Role::Future);
    match scheme {
        Scheme::D1 => conjunction,
        Scheme::D2 => conjunction || particle,
        Scheme::Atb => conjunction || particle || right == Role::Pronoun,
        Scheme::D3 => true,
    }
}

/// A word printed in pieces; see [`Segmentation::plus`].
#[derive(Clone, Copy, Debug)]
pub struct Plus<'s, 'w> {
    segmentation: &'s Segmentation<'w>,
    scheme: Scheme,
    form: Form,
}

impl fmt::Display for Plus<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Segmentation { word, letters, .. } = self.segmentation;
        let mut groups = self.segmentation.groups(self.scheme).peekable();
        let mut before = None;
        while let Some(group) = groups.next() {
            if before.is_some() {
                f.write_str("+")?;
            }
            let piece = pieces::join(group, word, letters);
            // The article, also where the stem holds it or shares its ل, is written out.
            let shows_article = before == Some(Role::Article) || piece.form.starts_with("ال");
            let is_host = groups.peek().is_some();
            match self.form {
                Form::Surface => f.write_str(piece.surface)?,
                Form::Article if piece.role == Role::Stem && (is_host || !shows_article) => {
                    f.write_str(piece.written.get(letters).unwrap_or_default())?;
                }
                Form::Article | Form::Restored => f.write_str(&piece.form)?,
            }
            before = group.last().map(|last| last.role);
        }
        Ok(())
    }
}
