//! How many times as fast as an `fst` and an Aho-Corasick automaton names are found, in one run; how
//! fast lists are built and opened, how large they are.
//!
//! ```sh
//! cargo run --profile bench -p qawl-benches --all-features --example name_rates -- [FILE]
//! ```
//!
//! By processor time, from text to matches: everyone cuts and folds the text within the time. Without
//! a file: the long text of the repository; of a file the first megabyte is read. The lists are those
//! of [`lists`](qawl_benches::lists). `fst` is walked from each word and behind its proclitics,
//! `fst-bare` from each word alone, `daachorse` (charwise, leftmost-longest) from each character: it
//! knows no edges of words and no proclitics. Ours verifies each match and finds out where it stands.
//!
//! Each list is built by a process of its own, which prints the time, that of making up the entries
//! included, and the most memory it ever held. Entries are given to the builder one by one. With
//! `QAWL_BUILD_LIST=5000000` only that is printed, of a selective list of so many entries that is
//! written to nowhere.
#![allow(clippy::unwrap_used, reason = "an example fails by panicking")]

use std::process::Command;
use std::time::Instant;

use cpu_time::{ProcessTime, ThreadTime};
use qawl_benches::lists::{Density, entries};
use qawl_benches::walk::{Walk, folded_words};
use qawl_benches::{Haystack, Ratio, Rounds, Times, arabic, asked_or, each, print_table};
use qawl_gazetteer::{Gazetteer, GazetteerBuilder};
use qawl_normalize::Profile;

const LISTS: [(&str, usize, Density); 6] = [
    ("1k", 1_000, Density::Selective),
    ("100k", 100_000, Density::Selective),
    ("1M", 1_000_000, Density::Selective),
    ("100k-common", 100_000, Density::Common),
    ("100k-dense", 100_000, Density::Dense),
    ("1M-dense", 1_000_000, Density::Dense),
];

const RATIOS: &[Ratio] = &[
    ("qawl ÷ fst", "qawl", "fst"),
    ("qawl ÷ fst, no proclitics", "qawl", "fst-bare"),
    ("qawl ÷ daachorse charwise", "qawl", "daachorse"),
];

const SPEEDS: &[&str] = &["qawl", "fst", "fst-bare", "daachorse", "tokens", "folding"];

fn main() {
    if let Some(name) = std::env::var_os("QAWL_BUILD_LIST") {
        return build_alone(name.to_str().unwrap());
    }
    let long = || arabic().into_iter().filter(|text| text.text.len() > 200_000).collect();
    let text = asked_or(long).swap_remove(0);
    println!("{}, {} bytes", text.name, text.text.len());
    println!(
        "\n| list | entries | build, s | peak, MB | file, MB | bytes an entry beside names | open, ms | matches | fst |"
    );
    println!("| --- | --: | --: | --: | --: | --: | --: | --: | --: |");
    let only = std::env::var("QAWL_LISTS").ok();
    let lists: Vec<_> = LISTS
        .iter()
        .filter(|list| only.as_ref().is_none_or(|only| only.split(',').any(|o| o == list.0)))
        .collect();
    let times: Vec<_> = lists.iter().map(|&&list| measure(&text.text, list)).collect();
    let column = |list: &&(&str, _, _)| Haystack { name: list.0.into(), ..Haystack::clone(&text) };
    println!();
    print_table(&lists.iter().map(column).collect::<Vec<_>>(), &times, RATIOS, SPEEDS);
}

fn measure(text: &str, (name, len, density): (&str, usize, Density)) -> Times {
    let bytes = build(text, len, density);
    let gazetteer = Gazetteer::open(bytes.as_slice()).unwrap();
    let fold = Profile::SEARCH.normalizer();
    let mut names: Vec<String> =
        entries(text, len, density).map(|entry| folded_words(&fold, &entry.name)).collect();
    names.sort_unstable();
    names.dedup();
    let walks = [true, false].map(|clitics| Walk::new(&names, clitics));
    print_list(name, text, &bytes, &gazetteer, walks[0].count(text));

    let mut folded = String::new();
    #[cfg(feature = "peers")]
    let automaton = daachorse::CharwiseDoubleArrayAhoCorasickBuilder::new()
        .match_kind(daachorse::MatchKind::LeftmostLongest)
        .build::<_, _, u32>(&names)
        .unwrap();
    let mut rounds = Rounds::default();
    rounds.add("qawl", || each(gazetteer.find_iter(text), |found| found.span().end()));
    rounds.add("fst", || each(Some(walks[0].count(text)).into_iter(), |count| count));
    rounds.add("fst-bare", || each(Some(walks[1].count(text)).into_iter(), |count| count));
    rounds.add("tokens", || each(qawl_tokenize::tokens(text), |token| token.span.end()));
    rounds.add("folding", || fold.normalize_into(text, &mut folded));
    #[cfg(feature = "peers")]
    rounds.add("daachorse", || {
        let folded = fold.normalize(text);
        each(automaton.leftmost_find_iter(folded.as_ref()), |found| found.end());
    });
    rounds.times(text.len())
}

fn build(text: &str, len: usize, density: Density) -> Vec<u8> {
    GazetteerBuilder::new(Profile::SEARCH).entries(entries(text, len, density)).build().unwrap()
}

fn print_list(name: &str, text: &str, file: &[u8], gazetteer: &Gazetteer<&[u8]>, by_fst: usize) {
    let (entries, size) = (gazetteer.len(), file.len());
    let names: usize = gazetteer.entries().map(|entry| entry.name().len()).sum();
    let beside = (size - names) as f64 / entries as f64;
    let open = (0..11).map(|_| {
        let start = ThreadTime::now();
        Gazetteer::open(file).unwrap();
        start.elapsed().as_secs_f64() * 1e3
    });
    let open = open.fold(f64::INFINITY, f64::min);
    let output = Command::new(std::env::current_exe().unwrap())
        .args(std::env::args_os().skip(1))
        .env("QAWL_BUILD_LIST", name)
        .output()
        .unwrap();
    let alone = String::from_utf8(output.stdout).unwrap();
    let found = gazetteer.find_iter(text).count();
    let size = size as f64 / 1e6;
    println!(
        "| {name} | {entries} | {} | {size:.1} | {beside:.1} | {open:.2} | {found} | {by_fst} |",
        alone.trim()
    );
}

/// Writes a list that nobody keeps: what stays in memory is what the builder needs.
fn write_large(text: &str, len: usize) -> Vec<u8> {
    let entries = entries(text, len, Density::Selective);
    let builder = GazetteerBuilder::new(Profile::SEARCH).entries(entries);
    builder.write_to(&mut std::io::sink()).unwrap();
    Vec::new()
}

/// Builds one list and prints the seconds and the megabytes that took.
fn build_alone(name: &str) {
    let long = || arabic().into_iter().filter(|text| text.text.len() > 200_000).collect();
    let text = asked_or(long).swap_remove(0).text;
    let (start, wall) = (ProcessTime::now(), Instant::now());
    let bytes = match LISTS.iter().find(|list| list.0 == name) {
        Some(&(_, len, density)) => build(&text, len, density),
        None => write_large(&text, name.parse().unwrap()),
    };
    let seconds = start.elapsed().as_secs_f64().min(wall.elapsed().as_secs_f64());
    std::hint::black_box(&bytes);
    println!("{seconds:.2} | {}", peak().map_or("?".into(), |mb| format!("{mb:.0}")));
}

/// The most memory that this process ever held, in megabytes. None where the system does not say.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? * 1024.0 / 1e6)
}
