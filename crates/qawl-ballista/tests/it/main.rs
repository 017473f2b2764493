//! A scheduler and two executors on this machine, and what becomes of work when they are killed.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod annotate;
mod cluster;
mod kills;
mod readme;
mod reduce;
mod texts;
