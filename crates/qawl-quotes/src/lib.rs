//! Who said what, in Arabic text: reported speech with its source, cue, content and speaker.
//!
//! ```
//! use qawl_quotes::quotes;
//!
//! let text = "وقالت المتحدثة ليلى منصور: «سنبدأ غدا». وأضافت أن العمل يستغرق شهرا.";
//! // "The spokeswoman Layla Mansour said: 'We start tomorrow.' She added that the work takes a month."
//! let found = quotes(text, &[]);
//! let said: Vec<_> = found.iter().filter_map(|q| q.content[0].get(text)).collect();
//! assert_eq!(said, ["سنبدأ غدا", "العمل يستغرق شهرا"]);
//! assert!(found.iter().all(|q| q.speaker.as_ref().is_some_and(|s| s.name == "ليلى منصور")));
//! ```
//!
//! The unit and its parts follow the scheme of the Penn Attribution Relations Corpus: a source, a
//! cue, a content. Rules find them, over data in `data/quotes/`; nothing is learned, nothing is
//! downloaded. Nothing here fails or panics, whatever the text; what could not be decided is said
//! in a field ([`Quote::balance`], [`Quote::speaker`], [`Quote::rule`]).
//!
//! * [`quotes`] and [`Attributor`] find; [`QuoteOptions`] say what is wanted.
//! * [`CueList`] and [`TitleList`] add reporting verbs and titles of your own.
//! * [`Rule`] names the patterns, each with an example and a counter-example that hold.
//! * [`Speakers`] gathers the speakers of a text, each once, with titles and mentions.
//! * [`Reason`] tells of a quote why it is so, [`Refused`] of quotation marks why they hold none.
//!
//! # Limits
//!
//! Time is linear in the text, because nothing is looked for farther than a fixed number of words and marks: in
//! a sentence 1000, in a paragraph 3000; a verb reaches 70 for what it governs. What stands farther is not
//! found. A name has at most 32 words and marks, a quotation 24 parts, and of quotes around a quote the
//! nearest 16 are known.
//!
//! Texts of up to 2 GiB are read; a longer one has no quotes. Memory is about twenty times the text where it is
//! news, and up to 190 times where every byte is a mark: whoever reads what strangers send should bound
//! its length. Of the forms of words that are not spelled as they are looked up, 4 GiB are kept; a word
//! beyond, which takes hundreds of megabytes of different words to meet, is no word to any rule.
#![forbid(unsafe_code)]

pub use crate::attribute::{Attributor, quotes};
pub use crate::cue_list::{CueList, ReportingVerb, Takes, Usage};
pub use crate::list_error::ListError;
pub use crate::options::{QuoteOptions, Unclosed};
pub use crate::quote::{
    Act, Balance, Cue, CueClass, Gender, Number, Quote, QuoteKind, Resolution, Speaker,
};
pub use crate::reason::{Candidate, Opener, Place, Reason, Verdict};
pub use crate::refused::{Refusal, Refused};
pub use crate::rule::Rule;
pub use crate::speakers::{SpeakerEntry, Speakers};
pub use crate::title_list::{TitleClass, TitleList};

mod article;
mod attribute;
mod attribution;
mod body;
mod boundary;
mod candidate;
mod chain;
mod complement;
mod content;
mod cue;
mod cue_line;
mod cue_list;
mod draft;
mod extent;
mod fold;
mod fullname;
mod inflect;
mod initial;
mod introduced;
mod items;
mod lexicon;
mod list_error;
mod marks;
mod morphology;
mod name;
mod namesakes;
mod object;
mod options;
mod phrase;
mod pointing;
mod pool;
mod quote;
mod reason;
mod refused;
mod register;
mod report;
mod reporting;
mod rule;
mod rules;
mod source;
mod speaker;
mod speakers;
mod statement;
mod subject;
mod tables;
mod title_line;
mod title_list;
mod walk;
mod word_map;
mod words;

/// The example of the read-me file runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
