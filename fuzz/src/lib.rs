//! What the targets share: how the bytes of an input become choices, texts and files.
//!
//! * [`Drawn`]: choices from the first sixteen bytes, a text of the rest.
//! * [`Choices`]: and what is chosen by them.
//! * [`pieces`]: texts of the words that reports are made of.
//! * [`forged`]: gazetteer files that were changed and sealed again.
#![forbid(unsafe_code)]

pub mod choices;
pub mod drawn;
pub mod forged;
pub mod pieces;

pub use choices::Choices;
pub use drawn::Drawn;
