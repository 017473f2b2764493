//! Names in running Arabic text, from lists that are compiled once and read in place.
//!
//! * [`Gazetteer::embedded`] finds the names that come with the crate.
//! * [`GazetteerBuilder`] compiles a list of your own, [`Gazetteer::open`] opens the compiled bytes
//!   wherever they lie.
//! * [`tsv`], [`jsonl`](#features), [`spacy`](#features) and [`gate`] read lists; [`Variants`] adds the
//!   other spellings of a name: «عبدالله» for «عبد الله».
//! * [`Gazetteer::find_iter`] finds names from the left, the longest at each place, at the edges of
//!   words, and inside a word behind its proclitics: «وبالرياض» ("and in Riyadh").
//! * [`Gazetteer::search`] finds them by another [`Policy`] where they overlap, so many of them, or
//!   without a stop list.
//! * [`Gazetteer::find_fuzzy`] finds misspelled names too, [`Gazetteer::lookup`] the entries near a name;
//!   [`Fuzzy`] says how near.
//!
//! ```
//! use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
//! use qawl_normalize::Profile;
//!
//! let bytes = GazetteerBuilder::new(Profile::SEARCH)
//!     .add(Entry::new("الأمم المتحدة", "organization").id("Q1065")) // the United Nations
//!     .build()?;
//! let gazetteer = Gazetteer::open(bytes)?;
//!
//! let text = "بعثة للامم المتّحدة"; // "a mission of the United Nations", written carelessly
//! for found in gazetteer.find_iter(text) {
//!     assert_eq!(found.as_str(), "لامم المتّحدة"); // bytes of the text itself
//!     assert_eq!(found.mention().name, "الأمم المتحدة"); // the name in the list
//! }
//! assert_eq!(gazetteer.find_iter(text).count(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`Layers`] finds the names of a list as smaller ones change it: a delta adds entries and removes
//! others without the whole being built again.
//!
//! Where a list says which words are [parts](Part) of people's names, as the embedded one does, people whom
//! it does not hold are composed of them: a title and parts, or parts in a row. Such a [`Match`] has no
//! entries, its mention no identifier.
//!
//! ```
//! # #[cfg(feature = "embedded")] {
//! use qawl_gazetteer::Gazetteer;
//!
//! let text = "أوضح الدكتور سعود بن راشد الفارسي أن"; // "Dr. Saud bin Rashid Al-Farsi explained that"
//! let mentions = Gazetteer::embedded().mentions(text);
//! assert_eq!((&*mentions[0].kind, &*mentions[0].name), ("person", "سعود بن راشد الفارسي"));
//! assert_eq!(mentions[0].id, None);
//! # }
//! ```
//!
//! Names and text are folded by the same versioned [`Profile`](qawl_normalize::Profile), which the
//! file names: opening a file of another version is an error, so that no name is silently lost.
//!
//! # Limits
//!
//! A text may be of any length: a search looks at a stretch of it at a time and keeps a few dozen words. A list
//! may have up to 2^30 - 2 entries and 2^24 - 1 different types and words of rules, and no part of its file more
//! than 4 GiB; building a larger one is an error ([`BuildErrorKind::Size`]). Of a name of several words
//! the first six behind the first one may carry clitics of their own; a name that is composed has at most ten
//! words and marks, and of the people of a text the last 64 family names are remembered. [`Variants`] adds at
//! most a hundred spellings of a name; a pattern of spaCy stands for at most a thousand names. A word of more
//! than 64 letters is compared exactly, whatever [`Fuzzy`] says.
//!
//! Opening a file reads all of it once: what is cut, changed, of another version, or leads out of itself is an
//! [`OpenError`], and what was opened is searched without a panic, whoever made it. But its maker
//! decides how fast it is searched: a list in which all words have one hash, or a name a million
//! entries, makes every search slow. The bytes must stay as they were opened; see [`Gazetteer::open`].
//!
//! # Features
//!
//! On by default: `embedded`, the list that comes with the crate, and `simd`, which changes the speed alone.
//! `json` adds the readers of JSON lines, `jsonl` and `spacy`.
//! The feature `serde` adds `Serialize` to [`Match`], `Serialize` and `Deserialize` to [`Entry`],
//! [`Flags`] and [`Rule`].
#![forbid(unsafe_code)]

pub use crate::build::GazetteerBuilder;
pub use crate::entry::{Entry, Flags};
pub use crate::error::{BuildError, BuildErrorKind, OpenError, OpenErrorKind};
pub use crate::found::Match;
pub use crate::fuzzy::Fuzzy;
pub use crate::fuzzy_search::{FuzzyIter, FuzzyMatch};
pub use crate::gazetteer::Gazetteer;
pub use crate::layers::{Layers, LayersIter};
pub use crate::list::ListError;
pub use crate::lookup::Similar;
pub use crate::options::Search;
pub use crate::part::Part;
pub use crate::policy::Policy;
pub use crate::rule::{Rule, When};
pub use crate::search::FindIter;
pub use crate::search_iter::SearchIter;
pub use crate::variants::{VariantRule, Variants};
pub use crate::view::EntryView;

mod automaton;
mod build;
mod checksum;
mod clitic;
mod clitic_span;
mod codes;
mod compose;
mod confusable;
mod context;
mod cutter;
mod edits;
#[cfg(feature = "embedded")]
mod embedded;
mod entry;
mod error;
mod file;
mod filter;
mod fold;
mod format;
mod found;
mod fuzzy;
mod fuzzy_search;
pub mod gate;
mod gazetteer;
mod governors;
mod hash;
mod inner;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
pub mod jsonl;
mod key;
mod keys;
#[cfg(test)]
mod laws;
mod layers;
mod left_out;
mod letters;
mod list;
mod lookup;
mod numbered;
mod options;
mod part;
mod parts;
mod people;
mod piece;
mod plain;
mod policy;
mod row;
mod rule;
mod ruled;
mod scan;
mod search;
mod search_iter;
mod sieve;
mod similar;
mod sorter;
#[cfg(feature = "json")]
pub mod spacy;
mod spare;
mod spelling;
mod spool;
mod store;
mod strings;
mod table;
mod texts;
pub mod tsv;
mod variants;
#[cfg(feature = "simd")]
mod vectors;
mod view;
mod whole;
mod window;
mod words;
mod write;

/// The example of the read-me file runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
