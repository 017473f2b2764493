//! How many words a second are cut into clitics, and how long a segmenter takes to open.
//!
//! ```sh
//! cargo run --profile bench -p qawl-benches --example word_rates -- [FILES]
//! ```
//!
//! Without files: the long text of the repository and those of `QAWL_CORPUS`; of a file the first
//! megabyte is read. By processor time, the median of 11 rounds that take turns. A cold cache is
//! new for each run over the text, a warm one has seen the text before.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::cell::RefCell;
use std::hint::black_box;

use qawl_benches::{Haystack, Rounds, arabic, asked_or, each};
use qawl_segment::{Cache, Segmenter};

fn main() {
    println!("| million words a second | words | no cache | cold cache | warm cache | open, ms |");
    println!("| --- | --: | --: | --: | --: | --: |");
    let long = || arabic().into_iter().filter(|text| text.text.len() > 200_000).collect();
    asked_or(long).iter().for_each(print_row);
}

fn print_row(haystack: &Haystack) {
    let segmenter = Segmenter::embedded();
    let text = haystack.text.as_str();
    let words: Vec<&str> =
        qawl_tokenize::words(text).filter_map(|token| token.span.get(text)).collect();
    let warm = RefCell::new(Cache::new());
    let cut = |cache: &mut Cache| {
        for word in &words {
            black_box(segmenter.segment_cached(word, cache).pieces().len());
        }
    };
    let mut rounds = Rounds::default();
    rounds.add("plain", || each(words.iter(), |word| segmenter.segment(word).pieces().len()));
    rounds.add("cold", || cut(&mut Cache::new()));
    rounds.add("warm", || cut(&mut warm.borrow_mut()));
    rounds.add("open", || drop(black_box(Segmenter::embedded())));
    let times = rounds.times(text.len());
    // The speed is told in bytes; a run over the text is so many seconds.
    let seconds = |who| text.len() as f64 / times.speed(who).unwrap() / 1e6;
    let [plain, cold, warm] =
        ["plain", "cold", "warm"].map(|who| words.len() as f64 / seconds(who) / 1e6);
    let (name, count, open) = (&haystack.name, words.len(), 1000.0 * seconds("open"));
    println!("| {name} | {count} | {plain:.2} | {cold:.2} | {warm:.2} | {open:.2} |");
}
