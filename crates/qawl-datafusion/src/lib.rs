//! Arabic text in SQL: the layers of [qawl](https://docs.rs/qawl) as functions of
//! [DataFusion](https://docs.rs/datafusion).
//!
//! [`register`] adds them to a session. Who said what, counted in a table of articles:
//!
//! ```
//! use datafusion::prelude::SessionContext;
//! use qawl_datafusion::{Config, register};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> datafusion::error::Result<()> {
//! let session = SessionContext::new();
//! register(&session, &Config::new())?;
//! // "The director Sami Haddad said: 'We open the fair tomorrow.'"
//! session.sql("CREATE TABLE news AS VALUES ('قال المدير سامي حداد: «سنفتح المعرض غدا».')").await?;
//! let said = "SELECT speaker, text FROM qawl_quotes_of('news', 'column1')";
//! let said = session.sql(said).await?.to_string().await?;
//! assert!(said.contains("| سامي حداد | سنفتح المعرض غدا |"));
//! # Ok(())
//! # }
//! ```
//!
//! # The functions
//!
//! | function | gives |
//! | --- | --- |
//! | `qawl_normalize(text, profile)` | the text in one spelling |
//! | `qawl_sentences(text, unit)` | a list of `{start, end, text}` |
//! | `qawl_tokens(text, unit)` | a list of `{start, end, kind, text}`, white space left out |
//! | `qawl_segment(text, scheme, unit)` | a list of the words, `{start, end, text, pieces}`; a piece is `{start, end, form, role}` |
//! | `qawl_mentions(text, unit)` | a list of names, `{start, end, type, id, name, clitics, text}` |
//! | `qawl_quotes(text, unit)` | a list of `{id, type, content, cue, source, speaker, in, rule, confidence, balance, text}` |
//! | `qawl_annotate(text, unit, lists)` | all layers at once, `{offset_unit, profile, sentences, tokens, mentions, quotes}`: the columns of the Parquet that the command `qawl` writes, without texts |
//! | `qawl_lists()` | what names are known here, to be compared with another process |
//!
//! All but the first argument may be left out. They are constants: a profile of
//! [`qawl::Profile::ALL`] (`NLP` where none is named), a scheme of [`qawl::Scheme::ALL`] (`d3`), a unit
//! of offsets: `bytes`, `chars` or `utf16` (`bytes`). Names are the same in upper and lower case.
//! `lists` is what [`Functions::lists`] says elsewhere: where the lists here are others,
//! `qawl_annotate` fails.
//!
//! For each of the lists there is a table function, whose rows are their items beside a column of the
//! table as text, `doc`: `qawl_quotes_of(table, text, doc, unit)`, and `qawl_sentences_of`,
//! `qawl_tokens_of`, `qawl_mentions_of` likewise. The first argument names a table of the session, the
//! second and third name columns of it; the last two may be left out.
//!
//! # Types
//!
//! Strings are `Utf8View`, numbers are `Int64`, `confidence` is `Float64` with two places; `content` and
//! `clitics` are lists of `{start, end}`, `cue` and `source` are a `{start, end}` or null. Only `id` of a
//! name, `cue`, `source`, `speaker`, `in` and the parts of `qawl_annotate` can be null. `text` of a quote is its content, the parts
//! joined by one space. Lists hold elements called `element`, as Parquet calls them.
//!
//! Text is taken as it comes: `Utf8`, `LargeUtf8`, `Utf8View`, and `Binary` in its kinds, which is
//! checked to be UTF-8; each also in a dictionary, whose values are worked on once. Null gives null.
//! Offsets count from the beginning of each text.
//!
//! # Cost
//!
//! Time is that of the library and of building the columns; the figures are in the README. Functions are
//! immutable: DataFusion computes them once for a constant. Where several parts of one `qawl_annotate` are
//! wanted, DataFusion 55 calls it for each of them, unless
//! `datafusion.optimizer.enable_leaf_expression_pushdown` is `false` (the command `qawl-sql` sets it so). A
//! batch of rows whose lists hold more than 2^31 items together is an error that says so.
#![forbid(unsafe_code)]

pub use crate::config::Config;
pub use crate::functions::{Functions, register};

mod arguments;
mod columns;
mod config;
mod function;
mod functions;
mod layer;
mod lists;
mod offsets;
mod resources;
mod rows;
mod texts;
