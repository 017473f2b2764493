//! The examples of the crates run. Each holds a test of its own, which stands here so that it is run
//! and needs no program of its own.

#[path = "../../crates/qawl/examples/article.rs"]
mod article;
#[path = "../../crates/qawl-tokenize/examples/cuts.rs"]
mod cuts;
#[path = "../../crates/qawl-core/examples/offsets.rs"]
mod offsets;
#[path = "../../crates/qawl-gazetteer/examples/own_names.rs"]
mod own_names;
#[path = "../../crates/qawl-normalize/examples/profiles.rs"]
mod profiles;
#[path = "../../crates/qawl-segment/examples/schemes.rs"]
mod schemes;
#[path = "../../crates/qawl-quotes/examples/who_said_what.rs"]
mod who_said_what;
