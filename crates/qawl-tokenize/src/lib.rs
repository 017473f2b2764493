//! Arabic text cut into tokens, sentences and paragraphs, with nothing lost.
//!
//! * [`tokens`]: words, numbers, marks, addresses and the spaces between them. Put together again
//!   they are the text. Marks, tatweel and joiners never split a word; ٣٫٥ and 10:30 are one
//!   number; أ.ف.ب (AFP) is one word.
//! * [`words`]: the words and numbers alone.
//! * [`Tokenizer`]: the same by other rules, Unicode's among them.
//! * [`sentences`]: ends at . ! ? ؟ and at line breaks; not after «د.» ("Dr."), not after the
//!   numbers of a list in one line («1. الماء 2. الكهرباء», "1. water 2. electricity"), not inside a
//!   quotation or a bracket that closes soon.
//! * [`paragraphs`]: the lines that hold something.
//!
//! ```
//! use qawl_tokenize::{sentences, words, TokenKind};
//!
//! let text = "وصل د. سالم إلى عمّان. واستقبله ٣٫٥ آلاف مواطن!";
//! // "Dr. Salem arrived in Amman. 3.5 thousand citizens received him!"
//! let first: Vec<_> = words(text).take(3).filter_map(|t| t.span.get(text)).collect();
//! assert_eq!(first, ["وصل", "د", "سالم"]);
//! assert!(words(text).any(|t| t.kind == TokenKind::Number && t.span.get(text) == Some("٣٫٥")));
//! assert_eq!(sentences(text).count(), 2);
//! ```
//!
//! All iterators borrow the text, allocate nothing and never fail.
//!
//! # Limits
//!
//! Texts, tokens and sentences may be of any length, as far as memory holds the text. Time is linear: a full
//! stop or an opening mark is judged by a bounded number of tokens behind it
//! ([`SentenceOptions::with_quotation_limit`]), and brackets may be nested to any depth, since
//! nothing is looked for by recursion.
//!
//! The feature `simd` (on by default; needs the standard library) sorts 64 bytes at a time, at the
//! best level of the processor, which is found at run time. The results are the same without, where
//! the crate is `no_std` and has no dependency but `qawl-core`.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]

extern crate alloc;

pub use crate::abbreviations::Abbreviations;
pub use crate::options::{Newlines, SentenceOptions};
pub use crate::paragraphs::{Paragraphs, is_line_break, paragraphs};
pub use crate::sentences::{Sentence, Sentences, sentences, sentences_with};
pub use crate::token::{Script, Token, TokenKind};
pub use crate::tokenizer::Tokenizer;
pub use crate::tokens::{Tokens, tokens};
pub use crate::words::{Words, words};

mod abbreviations;
mod address;
mod batch;
mod class;
mod emoticon;
mod enclosure;
mod look;
mod measure;
mod number;
mod options;
mod paragraphs;
pub mod quotation;
mod row;
mod scalar;
mod sentences;
mod sorter;
mod sorts;
mod stop;
mod tables;
mod token;
mod tokenizer;
mod tokens;
mod uax29;
#[cfg(feature = "simd")]
mod vectors;
mod window;
mod word;
mod word_break;
mod word_break_table;
mod words;

#[cfg(test)]
mod naive;

/// The example of the read-me file runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
