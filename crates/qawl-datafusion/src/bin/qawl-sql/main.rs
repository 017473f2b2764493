//! SQL over files of Arabic text.
//!
//! `qawl-sql "SELECT speaker, count(*) AS quotes FROM qawl_quotes_of('news.parquet', 'text') GROUP BY speaker"`

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;

mod args;
mod failure;
mod json_lines;
mod output;
mod query;

fn main() -> ExitCode {
    match query::run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // Who reads has read enough.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("qawl-sql: {failure}");
            ExitCode::from(2)
        }
    }
}
