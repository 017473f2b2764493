//! Arabic for the search engine [tantivy](https://docs.rs/tantivy): tokenizers and filters on
//! `tantivy-tokenizer-api`.
//!
//! | | |
//! | --- | --- |
//! | [`WordTokenizer`] | words folded by a profile, cut by a scheme or whole; [`Keep`] says what is indexed of a cut word |
//! | [`StopWords`], [`LightStem`], [`Fold`] | filters, for its terms or those of any other tokenizer |
//! | [`EntityTokenizer`] | names and speakers of a text as facets: `/city/GN:108410`, `/speaker/…` |
//! | [`SpeakerTokenizer`] | who speaks in a text, as words to be searched |
//! | [`widen_to_words`], [`widen_to_sentences`] | what a snippet cuts off at its ends |
//!
//! ```
//! use qawl::{Profile, Scheme};
//! use qawl_tantivy::{Keep, WordTokenizer};
//! use tantivy::collector::Count;
//! use tantivy::query::QueryParser;
//! use tantivy::schema::{IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
//! use tantivy::{Index, doc};
//!
//! let words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::Stem);
//! let mut schema = Schema::builder();
//! let indexing = TextFieldIndexing::default()
//!     .set_tokenizer(&words.name())
//!     .set_index_option(IndexRecordOption::WithFreqsAndPositions);
//! let body = schema.add_text_field("body", TextOptions::default().set_indexing_options(indexing) | STORED);
//! let index = Index::create_in_ram(schema.build());
//! index.tokenizers().register(&words.name(), words);
//!
//! let mut writer = index.writer_with_num_threads(1, 15_000_000)?;
//! writer.add_document(doc!(body => "عاد وبالرياض استقر"))?; // "he returned, and in Riyadh he settled"
//! writer.add_document(doc!(body => "دعوة للرياض"))?; // "an invitation to Riyadh"
//! writer.add_document(doc!(body => "التقى رياض صديقه"))?; // "Riyad met his friend"
//! writer.commit()?;
//!
//! let query = QueryParser::for_index(&index, vec![body]).parse_query("الرياض")?; // Riyadh
//! assert_eq!(index.reader()?.searcher().search(&query, &Count)?, 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Offsets are bytes of the text that is stored, on character boundaries, so snippets highlight the very
//! letters that were found, whether the term was folded, taken out of presentation forms, or cut off its
//! clitics. What a word becomes depends on the word alone and on the version of its profile and of this
//! crate: index anew when the crate changes its model of clitics (the changelog says so).
//!
//! Nothing that runs over text fails or panics. What is asked for by name and is not to be had is a
//! [`ConfigError`].
//!
//! # Features
//!
//! `entities`, on by default: [`EntityTokenizer`], [`SpeakerTokenizer`], [`open_gazetteer`],
//! [`LightStem::sparing_names_of`], with the lists that they stand on.
#![forbid(unsafe_code)]

#[cfg(feature = "entities")]
pub use crate::entity_tokenizer::EntityTokenizer;
pub use crate::error::{ConfigError, ConfigErrorKind};
pub use crate::filtered::{Filtered, FilteredStream};
pub use crate::fold::Fold;
#[cfg(feature = "entities")]
pub use crate::gazetteer_file::open_gazetteer;
pub use crate::keep::Keep;
pub use crate::light_stem::LightStem;
#[cfg(feature = "entities")]
pub use crate::places::PlaceStream;
#[cfg(feature = "entities")]
pub use crate::speaker_tokenizer::SpeakerTokenizer;
pub use crate::stop_words::StopWords;
pub use crate::widen::{widen_to_sentences, widen_to_words};
pub use crate::word_tokenizer::{WordStream, WordTokenizer};

mod error;

mod analysis;
mod keep;
mod name;
mod terms;
mod word_tokenizer;

mod affixes;
mod data;
mod filtered;
mod fold;
mod light_stem;
#[cfg(feature = "entities")]
mod single_names;
mod stop_words;

mod widen;

#[cfg(feature = "entities")]
mod entity_tokenizer;
#[cfg(feature = "entities")]
mod facet;
#[cfg(feature = "entities")]
mod gazetteer_file;
#[cfg(feature = "entities")]
mod places;
#[cfg(feature = "entities")]
mod speaker_place;
#[cfg(feature = "entities")]
mod speaker_tokenizer;

/// The example of the read-me file runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
