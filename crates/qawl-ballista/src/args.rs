//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args as Arguments, Parser, Subcommand};
use log::LevelFilter;
use qawl::OffsetUnit;

use crate::names::Names;

/// Annotate Parquet files of Arabic texts on many machines.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "\
Example, each line in a terminal of its own:
  qawl-ballista scheduler
  qawl-ballista executor --port 50051 --grpc-port 50052
  qawl-ballista executor --port 50061 --grpc-port 50062
  qawl-ballista annotate -o annotated news/*.parquet"
)]
pub(crate) struct Args {
    /// What Ballista tells of itself on standard error: off, error, warn, info, debug or trace.
    #[arg(long, global = true, value_name = "LEVEL", default_value = "off", value_parser = level)]
    pub(crate) tell: LevelFilter,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Give out the work: one process for a cluster.
    Scheduler(Scheduler),
    /// Do the work: a process on each machine.
    Executor(Executor),
    /// Hand in files, and wait for them.
    Annotate(Annotate),
}

#[derive(Debug, Arguments)]
pub(crate) struct Scheduler {
    /// Listen at this address.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) host: String,
    /// Listen at this port.
    #[arg(long, default_value_t = 50050)]
    pub(crate) port: u16,
    /// Count an executor as lost that has said nothing for so long; more than two of its heartbeats.
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    pub(crate) executor_timeout: u64,
}

#[derive(Debug, Arguments)]
pub(crate) struct Executor {
    /// The scheduler's address.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) scheduler: String,
    /// The scheduler's port.
    #[arg(long, default_value_t = 50050)]
    pub(crate) scheduler_port: u16,
    /// Listen at this address, by which the scheduler and the client must reach it too.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) host: String,
    /// Give results at this port.
    #[arg(long, default_value_t = 50051)]
    pub(crate) port: u16,
    /// Take orders at this port.
    #[arg(long, default_value_t = 50052)]
    pub(crate) grpc_port: u16,
    /// How many files are worked on at once; as many as there are processors.
    #[arg(long, value_name = "N")]
    pub(crate) tasks: Option<NonZeroUsize>,
    /// Tell the scheduler so often that this executor lives.
    #[arg(long, value_name = "SECONDS", default_value_t = 2)]
    pub(crate) heartbeat: u64,
    /// Keep what jobs leave behind here; in a temporary folder otherwise.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) work: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) names: Names,
}

#[derive(Debug, Arguments)]
pub(crate) struct Annotate {
    /// Parquet files with a column of texts. All executors must see them under these names.
    #[arg(required = true, value_name = "FILE.parquet")]
    pub(crate) files: Vec<PathBuf>,
    /// Write files of the same names into this folder, which must not exist yet. It appears when all
    /// is done and counted.
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
    /// The column of texts.
    #[arg(long, value_name = "COLUMN", default_value = "text")]
    pub(crate) field: String,
    /// The column of the texts' names.
    #[arg(long, value_name = "COLUMN", default_value = "id")]
    pub(crate) id: String,
    /// What offsets count: bytes, chars or utf16.
    #[arg(long = "offsets", value_name = "UNIT", default_value_t = OffsetUnit::Bytes)]
    pub(crate) unit: OffsetUnit,
    /// The scheduler's address.
    #[arg(long, value_name = "HOST", default_value = "127.0.0.1")]
    pub(crate) scheduler: String,
    /// The scheduler's port.
    #[arg(long, default_value_t = 50050)]
    pub(crate) scheduler_port: u16,
    /// How many files are handed in at once: at least as many as the executors have tasks together.
    #[arg(long, value_name = "N", default_value = "16")]
    pub(crate) jobs: NonZeroUsize,
    /// Give a file up, and begin it anew, after so long in which no file was finished.
    #[arg(long, value_name = "SECONDS", default_value_t = 600)]
    pub(crate) time_limit: u64,
    /// Begin a file so often before the whole run fails.
    #[arg(long, value_name = "N", default_value = "3")]
    pub(crate) attempts: NonZeroUsize,
    /// How many rows are worked on together: fewer take less memory where texts are long.
    #[arg(long, value_name = "ROWS", default_value = "1024")]
    pub(crate) batch: NonZeroUsize,
    #[command(flatten)]
    pub(crate) names: Names,
}

fn level(name: &str) -> Result<LevelFilter, &'static str> {
    name.parse().map_err(|_| "expected one of off, error, warn, info, debug, trace")
}
