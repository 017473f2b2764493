//! The vocabulary that every qawl crate speaks: where something stands in a text ([`Span`]), how a
//! rewritten text relates to its source ([`Alignment`]), how bytes become characters or UTF-16
//! units at the edge ([`OffsetMap`]), which characters Arabic words are made of ([`letters`]), and
//! what a recognised name looks like ([`Mention`]).
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
//! The crate is `no_std` with `alloc` and has no required dependency. The feature `serde` adds
//! `Serialize` and `Deserialize` to the output types.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub use crate::alignment::{Alignment, AlignmentBuilder};
pub use crate::mention::{Mention, entity};
pub use crate::offset_map::{OffsetMap, OffsetUnit, UnknownUnit};
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
