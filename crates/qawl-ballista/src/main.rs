//! Annotation of many files on many machines, by Ballista: a scheduler, executors, and a client that gives
//! each file as a job of one stage.

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};
use crate::failure::Failure;

mod annotate;
mod args;
mod executor;
mod failure;
mod names;
mod scheduler;
mod telling;

fn main() -> ExitCode {
    let args = Args::parse();
    telling::begin(args.tell);
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("qawl-ballista: {failure}");
            ExitCode::from(2)
        }
    }
}

fn run(args: Args) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(format_args!("no threads: {error}")))?;
    let result = runtime.block_on(async {
        match args.command {
            Command::Scheduler(scheduler) => scheduler::run(scheduler).await,
            Command::Executor(executor) => executor::run(executor).await,
            Command::Annotate(annotate) => annotate::run(&annotate).await,
        }
    });
    // What still waits for an answer of the cluster is not waited for.
    runtime.shutdown_background();
    result
}
