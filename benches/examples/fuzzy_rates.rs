//! How fast misspelled names are found, beside names that are written right.
//!
//! ```sh
//! cargo run --profile bench -p qawl-benches --example fuzzy_rates -- [FILE]
//! ```
//!
//! By processor time, of the first megabyte of a file or the long text of the repository. With
//! `QAWL_SHOW=1` it prints what the embedded list finds misspelled, to be read.
#![allow(clippy::unwrap_used, reason = "an example fails by panicking")]

use cpu_time::ThreadTime;
use qawl_benches::lists::{Density, entries};
use qawl_benches::{arabic, asked_or};
use qawl_gazetteer::{Fuzzy, Gazetteer, GazetteerBuilder};
use qawl_normalize::Profile;

fn main() {
    let long = || arabic().into_iter().filter(|text| text.text.len() > 200_000).collect();
    let text = asked_or(long).swap_remove(0).text;
    println!("| list | edits | right | misspelled | exact, MB/s | fuzzy, MB/s |");
    println!("| --- | --: | --: | --: | --: | --: |");
    measure("embedded", Gazetteer::embedded(), &text);
    let lists = [("100k", Density::Selective), ("100k-dense", Density::Dense)];
    for (name, density) in lists {
        let list = entries(&text, 100_000, density);
        let bytes = GazetteerBuilder::new(Profile::SEARCH).entries(list).build().unwrap();
        measure(name, &Gazetteer::open(bytes).unwrap(), &text);
    }
    if std::env::var_os("QAWL_SHOW").is_some() {
        show(&text);
    }
}

fn measure<D: AsRef<[u8]>>(list: &str, gazetteer: &Gazetteer<D>, text: &str) {
    let rate = |run: &dyn Fn() -> usize| {
        let start = ThreadTime::now();
        std::hint::black_box(run());
        text.len() as f64 / start.elapsed().as_secs_f64() / 1e6
    };
    let exact = rate(&|| gazetteer.find_iter(text).count());
    for edits in [1, 2] {
        let fuzzy = Fuzzy::default().max_edits(edits);
        let speed = rate(&|| gazetteer.find_fuzzy(text, &fuzzy).count());
        let (right, wrong): (Vec<_>, Vec<_>) =
            gazetteer.find_fuzzy(text, &fuzzy).partition(|found| found.distance() == 0);
        let (right, wrong) = (right.len(), wrong.len());
        println!("| {list} | {edits} | {right} | {wrong} | {exact:.1} | {speed:.2} |");
    }
}

fn show(text: &str) {
    for found in Gazetteer::embedded().find_fuzzy(text, &Fuzzy::default()) {
        if found.distance() > 0 {
            let (surface, mention) = (found.found().as_str(), found.found().mention());
            println!("{}\t{surface}\t{}\t{}", found.distance(), mention.name, mention.kind);
        }
    }
}
