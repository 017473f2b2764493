//! Every test of the workspace that belongs to no single crate.
#![forbid(unsafe_code)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking, wherever its code stands"
)]

mod allocation;
mod corpus;
mod crowd;
mod drift;
mod examples;
mod fixtures;
mod goldens;
mod hostile;
mod laws;
mod layering;
mod segmentation_gold;
mod sentence_gold;
mod supply;
mod uax29;
