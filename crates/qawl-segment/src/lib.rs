//! Arabic clitic segmentation in named schemes, with surface spans and restored forms.
//!
//! Arabic writes conjunctions, prepositions, the article and pronouns onto the words beside them.
//! A [`Segmenter`] cuts them off: [`Segmenter::segment`] answers with a [`Segmentation`], whose
//! [`Piece`]s say where they stand in the word, what they are, and how they are spelled alone. A
//! [`Scheme`] says how finely to cut.
//!
//! ```
//! use qawl_segment::{Form, Role, Scheme, Segmenter};
//!
//! let segmenter = Segmenter::embedded();
//! let word = segmenter.segment("وللحكومة"); // "and to the government"
//! assert_eq!(word.plus(Scheme::D3, Form::Restored).to_string(), "و+ل+ال+حكومة");
//! assert_eq!(word.plus(Scheme::Atb, Form::Restored).to_string(), "و+ل+الحكومة");
//! assert_eq!(word.plus(Scheme::D3, Form::Surface).to_string(), "و+ل+ل+حكومة");
//!
//! let stem = word.stem().unwrap();
//! assert_eq!((stem.surface, stem.role), ("حكومة", Role::Stem)); // "government"
//! ```
//!
//! # What stands where
//! The pieces tile the word: each byte lies in one, in reading order. So the article of للحكومة
//! has the second ل for its surface and ال for its form. In للغة ("to the language") three ل are
//! spoken and two written; the article takes the second, and the stem, whose form is لغة, has غة
//! for its surface. Marks and tatweel belong to the letter before them.
//!
//! # How a cut is chosen
//! A word has at most a dozen cuts that the grammar allows. Closed-class words are cut by list. For
//! the others the segmenter scores each cut: what is known of the stem that it leaves, from counts
//! of words in Arabic news and a lexicon of stems, by a few rules and by weights that annotated
//! sentences taught. Where an exact spelling is unknown, others are looked up: without hamza, with
//! ه for ة. The words around are not read: the same word gives the same answer everywhere.
//! `MODEL.md` beside the sources is the model card.
//!
//! # Not done
//! Dialects; the endings of number and gender (ات, ون, ة); the أ of questions outside a short list;
//! telling شركتي "my company" from "two companies of".
//!
//! # Limits
//! A word of more than 60 letters is not cut: no Arabic word is half as long. Any string is a word to
//! [`Segmenter::segment`], of any length; time and memory are linear in it. A [`Cache`] remembers words of
//! up to 21 letters, at most 2^24 of them, and never grows. [`Segmenter::open`] compares the checksum of the
//! table and trusts its maker: one who makes a false table whose sums fit can make it panic.
//!
//! The feature `embedded`, on by default, puts the model (0.9 MB) into the library; without it,
//! [`Segmenter::open`] takes one. The feature `serde` adds `Serialize` to the output
//! types.
#![forbid(unsafe_code)]

pub use crate::cache::Cache;
pub use crate::desegment::desegment;
pub use crate::error::OpenError;
pub use crate::piece::{Form, Piece, Role};
pub use crate::scheme::{Scheme, UnknownScheme};
pub use crate::segmentation::{Plus, Segmentation};
pub use crate::segmenter::Segmenter;

mod cache;
mod desegment;
mod error;
pub mod evaluation;
mod piece;
mod scheme;
mod segmentation;
mod segmenter;

mod clitics;
mod exceptions;
mod exceptions_table;
mod features;
mod known;
mod letters;
mod pieces;
mod rank;
mod restore;
mod rules;
mod stems;
mod trail;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;
mod weights;

#[cfg(all(test, feature = "embedded"))]
mod tests;

/// The README's examples run as tests.
#[cfg(all(doctest, feature = "embedded"))]
#[doc = include_str!("../README.md")]
struct Readme;
