//! The command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// SQL over files of Arabic text: who said what, which names, which words.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "\
Tables are files, in quotation marks, of Parquet (.parquet) and JSON lines (.jsonl, .ndjson, .json), \
or folders of them that end in a slash; also .csv.

Functions: qawl_normalize(text, profile), qawl_sentences(text), qawl_tokens(text), qawl_segment(text, scheme), \
qawl_mentions(text), qawl_quotes(text), qawl_annotate(text); tables: qawl_quotes_of(table, text, doc), \
qawl_mentions_of, qawl_sentences_of, qawl_tokens_of.

Examples:
  qawl-sql \"SELECT speaker, count(*) AS quotes FROM qawl_quotes_of('news.parquet', 'text') GROUP BY speaker ORDER BY quotes DESC\"
  qawl-sql --format csv \"SELECT doc, name, start FROM qawl_mentions_of('news.jsonl', 'text', 'id') WHERE type = 'city'\"
  qawl-sql -o folded.parquet \"SELECT id, qawl_normalize(text, 'SEARCH') AS text FROM 'news.jsonl'\""
)]
pub(crate) struct Args {
    /// One statement; - reads it from standard input.
    pub(crate) sql: String,
    /// Give a file a name as a table; may be given again.
    #[arg(long = "table", value_name = "NAME=FILE", value_parser = table)]
    pub(crate) tables: Vec<(String, String)>,
    /// Find the names of this list too, compiled by `qawl gazetteer build`; may be given again.
    #[arg(long, value_name = "FILE.qgz")]
    pub(crate) gazetteer: Vec<PathBuf>,
    /// How to write rows: table on a terminal, parquet into a file of that ending, csv likewise, json
    /// elsewhere.
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    /// Write into this file, whole or not at all.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How many parts of the work run at once; as many as there are processors.
    #[arg(long, value_name = "N")]
    pub(crate) partitions: Option<NonZeroUsize>,
    /// How many rows are worked on together: fewer take less memory where texts are long.
    #[arg(long, value_name = "ROWS", default_value = "1024")]
    pub(crate) batch: NonZeroUsize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Columns to look at. All rows are held in memory.
    Table,
    /// One JSON object a line.
    Json,
    /// Comma-separated values; no lists.
    Csv,
    /// Apache Parquet.
    Parquet,
}

fn table(argument: &str) -> Result<(String, String), String> {
    match argument.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => {
            Ok((name.to_owned(), file.to_owned()))
        }
        _ => Err("expected NAME=FILE".to_owned()),
    }
}
