//! The command `qawl`: an Arabic text in, who said what out.
//!
//! [`args`] says what can be asked for; each module of [`commands`] answers one request; [`input`]
//! and [`output`] read and write whole documents; [`formats`] spells what is written. [`score`]
//! compares what was found with what people marked.
#![deny(unsafe_code)]

use std::process::ExitCode;

mod args;
mod commands;
mod error;
mod files;
mod formats;
mod input;
mod job;
mod map;
mod names;
mod offsets;
mod output;
mod own_words;
mod printing;
mod progress;
mod run;
mod score;
mod signals;
mod usage;

fn main() -> ExitCode {
    error::exit_code(args::parse().and_then(|request| request.map_or(Ok(()), args::Args::run)))
}
