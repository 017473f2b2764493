//! Arabic text in Rust: normalization, tokens, clitics, names and quote attribution in one pipeline.
#![forbid(unsafe_code)]
