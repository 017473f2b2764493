//! Names in running Arabic text from FST-backed lists, found inside clitic words too.
#![forbid(unsafe_code)]
