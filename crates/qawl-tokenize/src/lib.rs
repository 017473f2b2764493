//! Lossless Arabic tokens, quote-aware sentences and paragraphs, as byte spans.
#![forbid(unsafe_code)]
