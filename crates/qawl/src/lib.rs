//! Arabic text in Rust: normalization, tokens, clitics, names and quote attribution in one pipeline.
//!
//! [`annotate`] runs every layer over a text; the [`Document`] answers in byte spans of it.
//!
#![cfg_attr(feature = "quotes", doc = "```")]
#![cfg_attr(not(feature = "quotes"), doc = "```ignore")]
//! let text = "قال المدير سامي حداد: «سنفتح المعرض غدا». وأضافت ليلى ناصر أن الدخول مجاني.";
//! // "The director Sami Haddad said: 'We open the fair tomorrow.' Layla Nasser added that entry is free."
//! let document = qawl::annotate(text);
//! let mut said = Vec::new();
//! for quote in document.quotes() {
//!     let speaker = quote.speaker.as_ref().map_or("", |speaker| &speaker.name);
//!     let words = quote.content[0].get(text).unwrap_or("");
//!     said.push((speaker, words));
//! }
//! assert_eq!(said, [("سامي حداد", "سنفتح المعرض غدا"), ("ليلى ناصر", "الدخول مجاني")]);
//! ```
//!
//! * [`Pipeline`] holds what a run needs: built once, shared between threads, with names of your
//!   own beside the embedded ones, and with the layers that you want.
//! * [`Document`] holds what was found: sentences, tokens, mentions, quotes, and views on them.
//! * Each layer is a crate of its own, re-exported here: [`mod@core`], [`normalize`],
//!   [`tokenize`], [`segment`], [`gazetteer`], [`quotes`].
//!
//! Nothing that runs over a text fails or panics, whatever the text. The same text gives the same
//! document on every machine.
//!
//! Features, on by default: `gazetteer`, `segment`, `quotes`, one for each optional layer. Off by
//! default: `serde`, `Serialize` for [`Document`] and the feature of the same name of every layer;
//! `json`, lists of names as JSON lines.
#![forbid(unsafe_code)]

pub use qawl_core as core;
#[cfg(feature = "gazetteer")]
pub use qawl_gazetteer as gazetteer;
pub use qawl_normalize as normalize;
#[cfg(feature = "quotes")]
pub use qawl_quotes as quotes;
#[cfg(feature = "segment")]
pub use qawl_segment as segment;
pub use qawl_tokenize as tokenize;

pub use qawl_core::{Alignment, AlignmentBuilder, Mention, OffsetMap, OffsetUnit, Span, entity};
#[cfg(feature = "gazetteer")]
pub use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
pub use qawl_normalize::{NormalizeOptions, Normalized, Normalizer, Profile};
#[cfg(feature = "quotes")]
pub use qawl_quotes::{Attributor, Quote, QuoteKind, QuoteOptions, Speaker, Speakers};
#[cfg(feature = "segment")]
pub use qawl_segment::{Scheme, Segmentation, Segmenter};
pub use qawl_tokenize::{Token, TokenKind};

pub use crate::builder::PipelineBuilder;
pub use crate::document::Document;
pub use crate::names::UNREPORTED;
pub use crate::pipeline::{Pipeline, annotate};

mod builder;
mod document;
mod names;
mod pipeline;
mod views;

#[cfg(all(doctest, feature = "gazetteer", feature = "quotes"))]
#[doc = include_str!("../README.md")]
struct Readme;
