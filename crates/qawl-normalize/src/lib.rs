//! One form for many spellings of Arabic text, with the way back to the source.
//!
//! Every fold is a switch of [`NormalizeOptions`]; a [`Profile`] is a named and versioned set of
//! them; a [`Normalizer`] applies them.
//!
//! ```
//! use qawl_core::Span;
//! use qawl_normalize::Profile;
//!
//! // "the school was opened", with DAMMA, KASRA and TATWEEL
//! let text = "ف\u{064F}ت\u{0650}حت المدرس\u{0640}ة";
//! assert_eq!(Profile::NLP.normalizer().normalize(text), "فتحت المدرسة");
//!
//! let normalized = Profile::SEARCH.normalizer().normalize_aligned(text);
//! assert_eq!(normalized.as_str(), "فتحت المدرسه");
//! let school = Span::new(9, 23);
//! assert_eq!(school.get(normalized.as_str()), Some("المدرسه"));
//! assert_eq!(normalized.to_original(school).get(text), Some("المدرس\u{0640}ة"));
//! ```
//!
//! Laws, for all options and all text: normalizing twice is normalizing once; the result is
//! borrowed exactly if nothing changed; a deleted mark belongs to the letter before it; a span
//! mapped there and back covers itself.
//!
//! Beside the normalizer: [`marks`] asks about vocalization, [`transliterate`] writes in Latin
//! letters and back, [`visual_order`] repairs text taken from a PDF back to front.
//!
//! # Limits
//!
//! Texts may be of any length, and so may a letter with its marks. Time is linear in the text, but for marks
//! in no canonical order on one letter, n of which are sorted in the order of n log n. An
//! [alignment](Normalized::alignment) takes up to twelve times as much memory as the text, where each
//! character is rewritten; for news it is half of the text. Of [`visual_order`] the lines and
//! stretches of a text take up to 130 times as much as the text, where it is nothing but line ends.
//!
//! # Features
//!
//! * `simd` (on by default; needs the standard library): 64 bytes at a time, at the best level of
//!   the processor, which is found at run time. The results are the same without, where the crate
//!   is `no_std` with `alloc`.
//! * `serde`: `Serialize` and `Deserialize` for [`Normalized`] and the results of [`visual_order`].
//! * `proptest` (needs the standard library): strategies for Arabic text and laws, to test
//!   normalizers of your own with.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "proptest")]
extern crate std;

pub use crate::changes::{Changes, Rule};
pub use crate::chars::Chars;
pub use crate::mark_set::MarkSet;
pub use crate::normalized::Normalized;
pub use crate::normalizer::Normalizer;
pub use crate::option_names::RuleNameError;
pub use crate::options::{
    AlefMaksura, DaggerAlef, Digits, Elongation, Honorifics, NormalizeOptions, NumberSigns,
    Punctuation, Whitespace, Zwnj,
};
pub use crate::profile::Profile;

mod mark_set;
mod option_names;
mod options;
mod profile;

mod changes;
mod chars;
mod normalized;
mod normalizer;

pub mod marks;
pub mod transliterate;
pub mod visual_order;

mod bits;
#[cfg(feature = "simd")]
mod blocks;
mod cluster;
mod context;
mod counted;
mod engine;
mod others;
mod rules;
mod sink;
mod tables;
#[cfg(not(feature = "simd"))]
mod windows;

#[cfg(feature = "proptest")]
pub mod proptest;

#[cfg(test)]
mod agreement;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod traps;

// One example of the README is about the feature.
#[cfg(all(doctest, feature = "proptest"))]
#[doc = include_str!("../README.md")]
struct Readme;
