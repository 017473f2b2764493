//! How good and how fast everything is, in one table beside the last release's.
//!
//! ```sh
//! cargo run --release -p qawl-datagen --bin quality -- --help
//! ```
//!
//! Nothing is scored here: the scores are those of `qawl eval`, of cross-validation and of the marked
//! sentences, the speeds those of the examples of `qawl-benches`. `table` is `docs/QUALITY.md`.
#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::figure::Figure;
use crate::table::Table;

mod clitics;
mod figure;
mod machine;
mod program;
mod quotes;
mod sentences;
mod speed;
mod table;

/// Where the figures are kept, below the root.
const KEPT: &str = "docs/QUALITY.md";

/// Measures how good and how fast everything is, and prints it beside the figures of the last release.
///
/// The gold and the text of the repository are always measured, other gold where it is named. Speeds are
/// ratios within one run, by processor time, so that they hold where others use the machine too.
#[derive(Debug, Parser)]
#[command(after_help = "\
Example:
  cargo run --release -p qawl-datagen --bin quality -- --quotes press press.jsonl texts")]
struct Args {
    /// Articles of others: their name in the table, their quotes (a document a line) and the folder of
    /// their texts, a file DOC.txt each. May be given several times, as the next one.
    #[arg(long, num_args = 3, value_names = ["NAME", "GOLD.jsonl", "FOLDER"])]
    quotes: Vec<String>,
    /// Words that others cut: their name in the table and the gold, as `qawl eval segmentation` reads it.
    #[arg(long, num_args = 2, value_names = ["NAME", "GOLD.tsv"])]
    segmentation: Vec<String>,
    /// The text on which the speed is measured, up to its first megabyte, instead of that of the repository.
    #[arg(long, value_name = "FILE")]
    text: Option<PathBuf>,
    /// Leave out the speed, which takes most of the time.
    #[arg(long)]
    no_speed: bool,
    /// Keep the figures: write them into docs/QUALITY.md. What was not measured now is not kept.
    #[arg(long)]
    keep: bool,
    /// Keep the figures as those of this release, which later ones stand beside.
    #[arg(long, value_name = "VERSION")]
    release: Option<String>,
}

/// What went wrong, in one line.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("quality: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<(), Failure> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let path = root.join(KEPT);
    let page = std::fs::read_to_string(&path).map_err(|error| format!("{KEPT}: {error}"))?;
    let (before, table) = table::split(&page).map_err(|error| format!("{KEPT}: {error}"))?;
    let kept: Table = table.parse().map_err(|error| format!("{KEPT}: {error}"))?;
    let table = kept.renewed(measure(&root, args)?, machine::describe(), args.release.as_deref());
    print!("{table}");
    if args.keep || args.release.is_some() {
        std::fs::write(&path, format!("{before}{table}"))
            .map_err(|error| format!("{KEPT}: {error}"))?;
    }
    Ok(())
}

fn measure(root: &Path, args: &Args) -> Result<Vec<Figure>, Failure> {
    let mut figures = clitics::cross_validated(root)?;
    for set in args.segmentation.chunks_exact(2) {
        figures.extend(clitics::of_others(&set[0], Path::new(&set[1]))?);
    }
    figures.extend(sentences::measure(root)?);
    for set in quotes::OURS {
        figures.extend(quotes::measure(set.name, &root.join(set.gold), &root.join(set.texts))?);
    }
    for set in args.quotes.chunks_exact(3) {
        figures.extend(quotes::measure(&set[0], Path::new(&set[1]), Path::new(&set[2]))?);
    }
    if !args.no_speed {
        let ours = || root.join(speed::TEXT);
        figures.extend(speed::measure(&args.text.clone().unwrap_or_else(ours))?);
    }
    Ok(figures)
}
