//! Counts the instructions of the hot loops with valgrind, and compares with the counts kept.
//!
//! ```sh
//! cargo run -p qawl-benches --features instructions --example instructions
//! ```
//!
//! Needs valgrind, and `gungraun-runner` in the version of `Cargo.lock`. Fails where a loop needs over
//! 5 % more than in `instructions.tsv`, or 15 % where another compiler made those counts. Where the
//! loops see another processor or level of vectors (valgrind shows AVX2, not AVX-512), the table is
//! printed and nothing compared. Counts guard against a relapse; they are not time.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write;
use std::fs;
use std::process::{Command, ExitCode, Stdio};

use fearless_simd::Level;
use qawl_benches::{Haystack, haystacks, is_rewriting};
use serde_json::Value;

/// How many percent more a loop may need, and how many with another compiler.
const TOLERANCE: f64 = 5.0;
const WIDE_TOLERANCE: f64 = 15.0;

const MANIFEST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/instructions.tsv");
const REWRITE: &str =
    "UPDATE_GOLDEN=1 cargo run -p qawl-benches --features instructions --example instructions";
const COLUMNS: &str = "# benchmark\thaystack\tbytes\tinstructions\tinstructions a byte";
const LEVEL: &str = "# level: ";
const COMPILER: &str = "# compiler: ";

fn main() -> ExitCode {
    if env::args().nth(1).is_some_and(|argument| argument == "level") {
        println!("{}", level());
        return ExitCode::SUCCESS;
    }
    let now = Counts::count();
    if is_rewriting() {
        fs::write(FILE, now.render()).unwrap();
    }
    let kept = Counts::parse(&fs::read_to_string(FILE).unwrap());
    now.print(&kept);
    now.compare(&kept)
}

/// The processor and the best level of vectors here.
fn level() -> String {
    let level = format!("{:?}", Level::new());
    format!("{} {}", env::consts::ARCH, level.split('(').next().unwrap())
}

/// How many instructions the loops need, and what that depends on.
struct Counts {
    level: String,
    compiler: String,
    /// By the first three columns of the file.
    loops: BTreeMap<String, u64>,
}

impl Counts {
    fn count() -> Self {
        let mut bench = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        bench.args(["bench", "--manifest-path", MANIFEST, "--features", "instructions"]);
        bench.args(["--bench", "instructions", "--", "--output-format=json"]);
        let mut level = Command::new("valgrind");
        level.args(["-q", "--tool=none"]).arg(env::current_exe().unwrap()).arg("level");
        let haystacks = haystacks();
        Self {
            level: output(&mut level),
            compiler: output(Command::new("rustc").arg("--version")),
            loops: output(&mut bench).lines().map(|line| entry(line, &haystacks)).collect(),
        }
    }

    fn parse(file: &str) -> Self {
        let head = |name| file.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned();
        let entry = |line: &str| {
            let (rest, _a_byte) = line.rsplit_once('\t').unwrap();
            let (which, count) = rest.rsplit_once('\t').unwrap();
            (which.to_owned(), count.parse().unwrap())
        };
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        Self { level: head(LEVEL), compiler: head(COMPILER), loops: lines.map(entry).collect() }
    }

    fn render(&self) -> String {
        let (level, compiler) = (&self.level, &self.compiler);
        let mut file = format!("{COLUMNS}\n# Rewritten by `{REWRITE}`.\n");
        writeln!(file, "{LEVEL}{level}\n{COMPILER}{compiler}").unwrap();
        for (which, count) in &self.loops {
            writeln!(file, "{which}\t{count}\t{:.2}", a_byte(which, *count)).unwrap();
        }
        file
    }

    fn print(&self, kept: &Self) {
        println!("| benchmark | haystack | bytes | instructions | a byte | kept | change |");
        println!("| --- | --- | --: | --: | --: | --: | --: |");
        for (which, now) in &self.loops {
            let (columns, each) = (which.replace('\t', " | "), a_byte(which, *now));
            let (kept, change) = kept.loops.get(which).map_or_else(Default::default, |kept| {
                (kept.to_string(), format!("{:+.1} %", change(*kept, *now)))
            });
            println!("| {columns} | {now} | {each:.2} | {kept} | {change} |");
        }
        println!("\nCounted on {}, {}.", self.level, self.compiler);
    }

    /// Says what is not as it was kept, and fails where that is worse.
    fn compare(&self, kept: &Self) -> ExitCode {
        if self.level != kept.level {
            println!("SKIPPED: nothing was compared, for the counts kept are of {}.", kept.level);
            return ExitCode::SUCCESS;
        }
        let mut tolerance = TOLERANCE;
        if self.compiler != kept.compiler {
            tolerance = WIDE_TOLERANCE;
            println!(
                "Kept by another compiler, {}: {tolerance} % more are let pass.",
                kept.compiler
            );
        }
        let all: BTreeSet<_> = kept.loops.keys().chain(self.loops.keys()).collect();
        let mut failed = false;
        for which in all {
            let (before, now) = (kept.loops.get(which), self.loops.get(which));
            if let Some((fails, why)) = verdict(before, now, tolerance) {
                let word = if fails { "FAILED" } else { "Better" };
                println!("{word}: {} bytes: {why}", which.replace('\t', ", "));
                failed |= fails;
            }
        }
        if failed {
            println!("If that is right: {REWRITE}");
            return ExitCode::FAILURE;
        }
        println!("No loop needs more than {tolerance} % more than before.");
        ExitCode::SUCCESS
    }
}

/// Whether a loop fails, and why. None where it is as it was kept, more or less.
fn verdict(kept: Option<&u64>, now: Option<&u64>, tolerance: f64) -> Option<(bool, String)> {
    let (Some(&kept), Some(&now)) = (kept, now) else {
        let where_alone =
            if kept.is_some() { "in the file, not counted" } else { "not in the file" };
        return Some((true, where_alone.into()));
    };
    let change = change(kept, now);
    let counts = format!("{kept} instructions before, {now} now, {change:+.1} %");
    match change {
        _ if change > tolerance => Some((true, counts)),
        _ if change < -TOLERANCE => Some((false, format!("{counts}; the file may be renewed"))),
        _ => None,
    }
}

/// In percent.
fn change(kept: u64, now: u64) -> f64 {
    (now as f64 / kept as f64 - 1.0) * 100.0
}

fn a_byte(which: &str, count: u64) -> f64 {
    let (_, bytes) = which.rsplit_once('\t').unwrap();
    count as f64 / bytes.parse::<f64>().unwrap()
}

/// A loop with its count, out of a line of what gungraun prints.
fn entry(line: &str, haystacks: &[Haystack]) -> (String, u64) {
    let summary: Value = serde_json::from_str(line).unwrap();
    let name = summary["id"].as_str().unwrap().replace('_', "-");
    let bytes = haystacks.iter().find(|haystack| haystack.name == name).unwrap().text.len();
    let count = &summary["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"];
    let benchmark = summary["function_name"].as_str().unwrap();
    (format!("{benchmark}\t{name}\t{bytes}"), count.as_u64().unwrap())
}

/// What a program prints. It must succeed.
fn output(command: &mut Command) -> String {
    let ran = command.stderr(Stdio::inherit()).output();
    let ran = ran.unwrap_or_else(|error| panic!("cannot run {command:?}: {error}"));
    assert!(ran.status.success(), "{command:?}: {}", ran.status);
    String::from_utf8(ran.stdout).unwrap().trim().to_owned()
}
