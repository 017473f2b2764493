//! Arabic text and laws for property tests, of this normalizer or of your own. Behind the feature
//! `proptest`, which needs the standard library.
//!
//! Each function of this module is a strategy of the crate `proptest` (version 1): text as it is
//! written, typed and scraped, with what breaks a rewriting of Arabic. [`laws`] are what such a
//! rewriting should keep to, for `?` inside `proptest!`.
//!
//! ```
//! use proptest::prelude::*;
//! use qawl_normalize::proptest::{anything, laws, profile};
//!
//! proptest!(|(text in anything(), profile in profile())| {
//!     let normalizer = profile.normalizer();
//!     laws::borrows_iff_unchanged(|text| normalizer.normalize(text), &text)?;
//!     let result = normalizer.normalize_aligned(&text);
//!     laws::alignment_covers(&text, result.as_str(), result.alignment())?;
//! });
//! ```
//!
//! What a strategy generates may change in any release. A seed that taught something is best kept
//! as a test of its own.

pub use self::anything::{anything, jumble};
pub use self::directions::mixed_directions;
pub use self::messy::{litter, messy};
pub use self::numbers::number;
pub use self::options::{options, profile};
pub use self::words::{elongated_word, letter, mark, presentation_word, word};

mod words;

mod directions;
mod messy;
mod numbers;

mod anything;

mod options;

pub mod laws;
