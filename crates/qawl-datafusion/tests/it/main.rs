//! The functions against the library, and against wrong use of them.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod agreement;
mod command;
mod errors;
mod kinds;
mod names;
mod oracle;
mod readme;
mod schema;
mod session;
mod tables;
