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
//! # What to use
//!
//! | to | use |
//! | --- | --- |
//! | annotate one text | [`annotate`] |
//! | annotate many, from any number of threads | a [`Pipeline`], built once; [`Pipeline::annotate_with`] and a [`Scratch`] for each thread |
//! | choose layers, add names, reporting verbs, titles and abbreviations of your own | [`Pipeline::builder`] |
//! | go from layer to layer | [`Document`]: [`sentence_of`](Document::sentence_of), [`tokens_in`](Document::tokens_in), [`mentions_in`](Document::mentions_in) and the like, by binary search |
//! | know where a letter of the normalized text came from | [`Document::normalized`] |
//! | count in characters or UTF-16 units | [`Document::offsets`]; [`OffsetMap`] for single spans |
//! | store a document and read it again | [`Annotations`] (feature `serde`), [`Document::new`] |
//! | use one layer | its crate, or the module here: [`mod@core`], [`normalize`], [`tokenize`], `segment`, `gazetteer`, `quotes` |
//!
//! Nothing that runs over a text fails or panics, whatever the text. The same text gives the same
//! document on every machine. Pipelines and documents are `Send` and `Sync`; nothing that can be set is
//! global.
//!
//! # Features
//!
//! On by default: `gazetteer`, `segment`, `quotes`, one for each optional layer. Off by default:
//! `serde`, which writes a [`Document`] and reads [`Annotations`], and the feature of the same name of
//! every layer; `json`, lists of names as JSON lines.
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

pub use qawl_core::{
    Alignment, AlignmentBuilder, Mention, OffsetCursor, OffsetMap, OffsetUnit, Span, entity,
};
#[cfg(feature = "gazetteer")]
pub use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Policy};
pub use qawl_normalize::{NormalizeOptions, Normalized, Normalizer, Profile};
#[cfg(feature = "quotes")]
pub use qawl_quotes::{
    Attributor, CueList, Quote, QuoteKind, QuoteOptions, Speaker, Speakers, TitleList,
};
#[cfg(feature = "segment")]
pub use qawl_segment::{Scheme, Segmentation, Segmenter};
pub use qawl_tokenize::{Token, TokenKind};

pub use crate::annotations::Annotations;
pub use crate::builder::PipelineBuilder;
pub use crate::check::{DocumentError, DocumentErrorKind};
pub use crate::document::Document;
pub use crate::names::UNREPORTED;
pub use crate::pipeline::{Pipeline, annotate};
pub use crate::scratch::Scratch;

mod annotations;
mod builder;
mod check;
mod document;
mod names;
mod pipeline;
mod scratch;
mod views;

#[cfg(all(doctest, feature = "gazetteer", feature = "quotes"))]
#[doc = include_str!("../README.md")]
struct Readme;
