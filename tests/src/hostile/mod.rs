//! What nobody writes and anybody may send: texts made to be slow, and every layer that takes a text.
//!
//! The test `hostile` runs all of it at a small size, the example `hostile_rates` at full size.

mod layers;
mod texts;

pub use layers::{LAYERS, Layer};
pub use texts::{NEWS, TEXTS, Text};
