//! Normalizes the first megabyte of one file, once, to count what that takes.
//!
//! ```sh
//! cargo build --profile bench -p qawl-benches --examples
//! valgrind --tool=callgrind --toggle-collect='*measured*' --callgrind-out-file=/dev/null \
//!     target/release/examples/once nlp FILE
//! ```
//!
//! "Collected" are the instructions; the program prints the bytes. Who: `nlp`, `search`, `aligned`,
//! `clean` (text that is normalized already), `naive`, `naive-tuned`, `naive-runs` or `memcpy`. Valgrind
//! knows AVX2, not AVX-512: the figures are for AVX2. (`memcpy` is one instruction that repeats itself, and counts
//! once a byte.) Counts guard against a relapse; they are not time.
#![allow(clippy::panic, reason = "a benchmark fails by panicking")]

use std::hint::black_box;
use std::path::Path;

use qawl_benches::{naive, read};
use qawl_normalize::{Normalizer, Profile};

const NLP: Normalizer = Profile::NLP.normalizer();
const SEARCH: Normalizer = Profile::SEARCH.normalizer();

type Run = fn(&str, &mut String);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (Some(who), Some(file)) = (arguments.next(), arguments.next()) else {
        panic!("usage: once WHO FILE");
    };
    let (run, mut text): (Run, String) = (runner(&who), read(Path::new(&file)).text);
    if who == "clean" {
        text = NLP.normalize(&text).into_owned();
    }
    let mut out = String::with_capacity(text.len());
    measured(run, black_box(&text), &mut out);
    println!("{} bytes", text.len());
}

fn runner(who: &str) -> Run {
    match who {
        "nlp" => |text, out| NLP.normalize_into(text, out),
        "search" => |text, out| SEARCH.normalize_into(text, out),
        "aligned" => |text, _| drop(black_box(NLP.normalize_aligned(text))),
        "clean" => |text, _| drop(black_box(NLP.normalize(text))),
        "naive" => naive::fold_into,
        "naive-tuned" => naive::fold_tuned_into,
        "naive-runs" => naive::fold_runs_into,
        "memcpy" => str::clone_into,
        _ => panic!("who is {who}?"),
    }
}

/// What valgrind collects.
#[inline(never)]
fn measured(run: Run, text: &str, out: &mut String) {
    run(text, out);
    black_box(out);
}
