//! The command qawl: an Arabic article in, who said what out.
#![forbid(unsafe_code)]
