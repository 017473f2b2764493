//! The vocabulary that every qawl crate speaks.
//!
//! * [`Span`]: where something stands in a text, in bytes.
//! * [`OffsetMap`]: the same in characters or UTF-16 units, made at the edge; [`OffsetCursor`] for many
//!   spans in one pass.
//! * [`Alignment`]: how a rewritten text relates to its source, both ways.
//! * [`Mention`]: what a recognised name looks like, whoever found it; [`entity`] has the types.
//! * [`letters`]: which characters Arabic words are made of.
//!
//! ```
//! use qawl_core::{OffsetMap, Span};
//!
//! let text = "قال الوزير"; // "the minister said"
//! let minister = Span::new(7, 19);
//! assert_eq!(minister.get(text), Some("الوزير")); // "the minister"
//!
//! let offsets = OffsetMap::new(text);
//! assert_eq!(offsets.to_chars(minister), 4..10);
//! ```
//!
//! # Limits
//!
//! Offsets are `usize`, so texts may be as long as memory is. A [`Span`] that lies out of a text cuts nothing
//! out of it ([`Span::get`] is `None`); converted by an [`OffsetMap`] it ends where the text ends. Sums
//! of offsets stop at `usize::MAX`.
//!
//! The crate is `no_std` with `alloc` and has no required dependency. The feature `serde` adds
//! `Serialize` and `Deserialize` to the output types.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub use crate::alignment::{Alignment, AlignmentBuilder};
pub use crate::mention::{Mention, entity};
pub use crate::offset_map::{OffsetCursor, OffsetMap, OffsetUnit, UnknownUnit};
pub use crate::span::Span;

mod alignment;
pub mod letters;
mod mention;
mod offset_map;
mod span;

/// The example of the read-me file runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
