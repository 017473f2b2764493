//! Texts and helpers that the benchmarks share.
