//! How every layer bears texts that are made to be slow: time and memory a byte, beside ordinary news.
//!
//! ```sh
//! cargo run --release -p qawl-tests --example hostile_rates -- [MEGABYTES] [TEXT [LAYER]]
//! ```
//!
//! Of the text and the layer, parts of their names; without them, all. Each pair runs in a process of its
//! own, which is ended where it takes too long, so that neither a crash nor what one run leaves in memory
//! is seen by another. Time is that of the processor; memory is the most that was resident beyond the text
//! itself (on Linux). A line for each pair, separated by tabs; at the end the worst of each layer.

#![allow(clippy::unwrap_used, clippy::panic, reason = "an example fails by panicking")]

use std::fmt;
use std::fs;
use std::io::Read;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use qawl_tests::hostile::{LAYERS, Layer, NEWS, TEXTS, Text};

/// How long one run may take, in nanoseconds a byte of the text.
const PATIENCE: u64 = 20_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mark, text, layer, len] = &arguments[..]
        && mark == "--cell"
    {
        let [text, layer]: [usize; 2] = [text, layer].map(|number| number.parse().unwrap());
        measure(text_at(text), &LAYERS[layer], len.parse().unwrap());
        return ExitCode::SUCCESS;
    }
    let mut arguments = arguments.into_iter();
    let megabytes: usize = arguments.next().map_or(100, |megabytes| megabytes.parse().unwrap());
    let [text, layer] = [arguments.next(), arguments.next()].map(Option::unwrap_or_default);
    println!("layer\ttext\tns/byte\ttimes news\tbytes of memory/byte\ttimes news");
    let layers = LAYERS.iter().enumerate().filter(|(_, one)| one.name.contains(&layer));
    let worst: Vec<_> =
        layers.map(|(number, layer)| (layer, compare(number, &text, megabytes << 20))).collect();
    let mut code = ExitCode::SUCCESS;
    for (layer, (worst, failed)) in worst {
        println!("worst of {}\t{worst}", layer.name);
        if failed {
            code = ExitCode::FAILURE;
        }
    }
    code
}

/// A text by its number; 0 is news.
fn text_at(number: usize) -> &'static Text {
    number.checked_sub(1).map_or(&NEWS, |number| &TEXTS[number])
}

/// What one layer takes for a byte of a text.
#[derive(Clone, Copy)]
struct Cost {
    nanoseconds: f64,
    bytes: f64,
}

/// Runs one layer over the texts and says which took most, and whether one came to no end.
fn compare(layer: usize, asked: &str, len: usize) -> (String, bool) {
    let news = cell(0, layer, len).unwrap();
    let (mut slowest, mut largest) = (("news", 1.0), ("news", 1.0));
    let mut failed = false;
    for number in 0..=TEXTS.len() {
        let name = text_at(number).name;
        if !name.contains(asked) {
            continue;
        }
        let (layer_name, cost) = (LAYERS[layer].name, cell(number, layer, len));
        let Ok(cost) = cost else {
            println!("{layer_name}\t{name}\t{}", cost.err().unwrap());
            failed = true;
            continue;
        };
        let times = Cost {
            nanoseconds: cost.nanoseconds / news.nanoseconds,
            bytes: (cost.bytes + 0.01) / (news.bytes + 0.01),
        };
        println!(
            "{layer_name}\t{name}\t{:.2}\t{:.2}\t{:.1}\t{:.1}",
            cost.nanoseconds, times.nanoseconds, cost.bytes, times.bytes
        );
        if times.nanoseconds > slowest.1 {
            slowest = (name, times.nanoseconds);
        }
        if times.bytes > largest.1 {
            largest = (name, times.bytes);
        }
    }
    let worst = format!(
        "{:.2} x in time: {}; {:.1} x in memory: {}",
        slowest.1, slowest.0, largest.1, largest.0
    );
    (worst, failed)
}

/// Runs one layer over one text in a process of its own.
fn cell(text: usize, layer: usize, len: usize) -> Result<Cost, Failed> {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--cell", &text.to_string(), &layer.to_string(), &len.to_string()]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let limit = Duration::from_nanos(PATIENCE * len as u64).max(Duration::from_secs(30));
    if !ends_within(&mut child, limit) {
        child.kill().unwrap();
        child.wait().unwrap();
        return Err(Failed::Slow(limit));
    }
    let mut said = String::new();
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    let numbers: Vec<f64> = said.split_whitespace().filter_map(|one| one.parse().ok()).collect();
    match numbers[..] {
        [nanoseconds, bytes] => Ok(Cost { nanoseconds, bytes }),
        _ => Err(Failed::Died(child.wait().unwrap().to_string())),
    }
}

fn ends_within(child: &mut Child, limit: Duration) -> bool {
    let start = Instant::now();
    while start.elapsed() < limit {
        if child.try_wait().unwrap().is_some() {
            return true;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    false
}

/// Why there is no cost.
enum Failed {
    Slow(Duration),
    Died(String),
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Slow(limit) => write!(f, "FAILED: not done within {limit:?}"),
            Self::Died(status) => write!(f, "FAILED: {status}"),
        }
    }
}

impl fmt::Debug for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Prints the cost of one run, after one over a little news by which all tables are made.
fn measure(text: &Text, layer: &Layer, len: usize) {
    layer.run(&NEWS.of_len(1 << 16));
    let text = text.of_len(len);
    let before = begin_peak();
    let start = ThreadTime::now();
    layer.run(&text);
    let seconds = start.elapsed().as_secs_f64();
    let peak = resident("VmHWM:").saturating_sub(before);
    println!("{} {}", seconds * 1e9 / text.len() as f64, peak as f64 / text.len() as f64);
}

/// What is resident now, from where on the peak is counted.
fn begin_peak() -> usize {
    // Elsewhere than on Linux there is no such file, and no figure.
    drop(fs::write("/proc/self/clear_refs", "5"));
    resident("VmRSS:")
}

fn resident(line: &str) -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let row = status.lines().find_map(|row| row.strip_prefix(line));
    let kilobytes = row.and_then(|row| row.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() << 10
}
