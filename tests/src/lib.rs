//! The workspace's own tests: what they share. The tests stand in `tests/tests`, one binary.
//!
//! * [`text`]: generators of news, from single words to pages.
//! * [`naive`]: a normalizer as simple as can be, to compare with.
//! * [`laws`]: what must hold for every text, as functions that panic where it does not.
//! * [`fixture`]: cases in `tests/fixtures/<stage>/*.toml`.
//! * [`golden`]: whole documents in `tests/goldens`, rewritten with `UPDATE_GOLDEN=1`.
//! * [`agreement`]: how far found quotes agree with annotated ones.
//! * [`crowd`]: many threads that share one pipeline and one list.
//! * [`hostile`]: texts that are made to be slow, and every layer that takes a text.
//! * [`word_bounds`]: Unicode's word boundaries as simple as can be, to compare with.
//! * [`workspace`]: where files are.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking, wherever its code stands"
)]

pub mod agreement;
pub mod crowd;
pub mod fixture;
pub mod golden;
pub mod hostile;
pub mod laws;
pub mod naive;
pub mod text;
pub mod word_bounds;
pub mod workspace;

/// The configuration of every property: 1024 cases, others with `PROPTEST_CASES`, and seeds beside
/// the source file, to be committed.
#[must_use]
pub fn config() -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, FileFailurePersistence};
    let seeds = FileFailurePersistence::WithSource("regressions");
    let default = Config::default();
    let chosen = std::env::var_os("PROPTEST_CASES").is_some();
    Config {
        cases: if chosen { default.cases } else { 1024 },
        failure_persistence: Some(Box::new(seeds)),
        ..default
    }
}

/// The examples of the documents run as tests.
#[cfg(doctest)]
mod documents {
    #[doc = include_str!("../../README.md")]
    mod readme {}
    #[doc = include_str!("../../docs/quickstart.en.md")]
    mod quickstart_en {}
    #[doc = include_str!("../../docs/quickstart.ar.md")]
    mod quickstart_ar {}
    #[doc = include_str!("../../docs/cookbook.md")]
    mod cookbook {}
    #[doc = include_str!("../../docs/migrating.md")]
    mod migrating {}
}
