//! One piece of a word.

use std::borrow::Cow;

use qawl_core::Span;

/// What a piece is in its word.
///
/// ```
/// use qawl_segment::{Role, Segmenter};
///
/// let word = Segmenter::embedded().segment("وبمدرستها"); // "and in her school"
/// let roles: Vec<Role> = word.pieces().iter().map(|piece| piece.role).collect();
/// assert_eq!(roles, [Role::Conjunction, Role::Preposition, Role::Stem, Role::Pronoun]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Role {
    /// أ before a question.
    Interrogative,
    /// و or ف.
    Conjunction,
    /// س of the future.
    Future,
    /// ب, ل or ك.
    Preposition,
    /// ال, or its ل behind the preposition ل.
    Article,
    /// The word itself.
    Stem,
    /// A pronoun at the end, also one that leans on a preposition: به ("in it").
    Pronoun,
}

/// How a piece is spelled in a line of segments.
///
/// ```
/// use qawl_segment::{Form, Scheme, Segmenter};
///
/// let segmenter = Segmenter::embedded();
/// let language = segmenter.segment("للغة"); // "to the language"
/// assert_eq!(language.plus(Scheme::D3, Form::Surface).to_string(), "ل+ل+غة");
/// assert_eq!(language.plus(Scheme::D3, Form::Article).to_string(), "ل+ال+لغة");
///
/// let school = segmenter.segment("مدرستها"); // "her school"
/// assert_eq!(school.plus(Scheme::D3, Form::Article).to_string(), "مدرست+ها");
/// assert_eq!(school.plus(Scheme::D3, Form::Restored).to_string(), "مدرسة+ها");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Form {
    /// As it stands in the word, marks and tatweel included: the pieces joined are the word.
    Surface,
    /// The article is ال also behind ل; a stem before a pronoun keeps the letters it has there.
    /// Most annotated corpora are written so.
    #[default]
    Article,
    /// The stem too is spelled as it is alone.
    Restored,
}

/// One piece of a word.
///
/// ```
/// use qawl_segment::{Role, Segmenter};
///
/// let word = Segmenter::embedded().segment("مستواه"); // "its level"
/// let stem = &word.pieces()[0];
/// assert_eq!(stem.surface, "مستوا");
/// assert_eq!(stem.form, "مستوى");
/// assert_eq!(stem.role, Role::Stem);
/// assert_eq!(stem.span.get("مستواه"), Some("مستوا"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Piece<'w> {
    /// Where it stands, in bytes of the word that was given.
    pub span: Span,
    /// What stands there.
    pub surface: &'w str,
    /// How it is spelled alone: without marks and tatweel, with the article written out and the
    /// end of the stem restored. Borrowed where that is what stands there.
    pub form: Cow<'w, str>,
    /// What it is.
    pub role: Role,
    /// Where its letters stand among the letters of the word.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) written: Span,
}
