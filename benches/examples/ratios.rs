//! How many times as fast as each other the ways to normalize are, in one run.
//!
//! ```sh
//! cargo run --profile bench -p qawl-benches --all-features --example ratios -- [FILES]
//! ```
//!
//! The profile is that of `cargo bench`; `--release` links less tightly. Without files: the long texts
//! of the repository and those of `QAWL_CORPUS`. Of a file the first megabyte is read, which a cache
//! holds: one line repeats its text up to 12 MB.
//!
//! * Without vectors: `--no-default-features`, with `--features peers` where wanted.
//! * With AVX2 at most: `RUSTFLAGS="--cfg disable_dispatch_avx512"`.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::hint::black_box;

use qawl_benches::{Ratio, Rounds, Times, asked_or, naive, pieces, print_table, with_long_marked};
use qawl_normalize::{Normalizer, Profile};

const NLP: Normalizer = Profile::NLP.normalizer();
const SEARCH: Normalizer = Profile::SEARCH.normalizer();

/// NFC and NFKC are no folds: context.
const RATIOS: &[Ratio] = &[
    ("NLP ÷ naive loop, reused String", "into", "naive-into"),
    ("NLP ÷ naive loop, tuned, reused String", "into", "naive-tuned"),
    ("SEARCH ÷ naive loop of NLP, reused String", "search-into", "naive-into"),
    ("NLP ÷ naive loop by runs, reused String", "into", "naive-runs"),
    ("NLP to a Cow ÷ naive loop to a new String", "cow", "naive"),
    ("NLP aligned ÷ NLP to a Cow", "aligned", "cow"),
    ("SEARCH aligned ÷ SEARCH to a Cow", "search-aligned", "search"),
    ("NLP chars ÷ naive chars", "chars", "naive-chars"),
    ("clean text: NLP, borrowed ÷ memcpy", "clean", "clean-memcpy"),
    ("clean text of 12 MB: NLP, borrowed ÷ memcpy", "clean-long", "clean-long-memcpy"),
    ("clean text: is_normalized ÷ memcpy", "clean-is", "clean-memcpy"),
    ("clean text: NLP, borrowed ÷ naive loop", "clean", "clean-naive"),
    ("140 characters: NLP ÷ naive loop, new String", "piece", "piece-naive"),
    ("140 characters: NLP aligned ÷ NLP to a Cow", "piece-aligned", "piece-cow"),
    ("NLP to a Cow ÷ aho-corasick, the same fold", "cow", "aho-corasick"),
    ("NLP to a Cow ÷ icu_normalizer NFC", "cow", "icu-nfc"),
    ("NLP to a Cow ÷ icu_normalizer NFKC", "cow", "icu-nfkc"),
    ("NLP to a Cow ÷ unicode-normalization NFC", "cow", "unicode-nfc"),
    ("NLP to a Cow ÷ unicode-normalization NFKC", "cow", "unicode-nfkc"),
];

/// More than a core has in caches of its own; the shared one may hold it.
const LONG: usize = 12_000_000;

/// For scale, in megabytes a second.
const SPEEDS: &[&str] =
    &["into", "search-into", "naive-into", "naive-tuned", "clean", "memcpy-into"];

fn main() {
    let texts = asked_or(|| {
        let mut all = with_long_marked();
        all.retain(|text| text.text.len() > 100_000);
        all
    });
    let vectors = if cfg!(feature = "simd") { "on" } else { "off" };
    println!("simd {vectors}; RUSTFLAGS {:?}\n", option_env!("RUSTFLAGS").unwrap_or(""));
    #[cfg(feature = "peers")]
    println!("{}\n", qawl_benches::peers::versions());
    let times: Vec<_> = texts.iter().map(|text| measure(&text.text)).collect();
    print_table(&texts, &times, RATIOS, SPEEDS);
}

fn measure(text: &str) -> Times {
    naive::assert_same_fold(text);
    let clean = NLP.normalize(text);
    assert_eq!(NLP.normalize_aligned(text).as_str(), clean);
    let long = clean.repeat(LONG.div_ceil(clean.len()));
    let mut rounds = Rounds::default();
    add_whole(&mut rounds, text, &clean);
    add_long(&mut rounds, &long);
    add_pieces(&mut rounds, text);
    #[cfg(feature = "peers")]
    for (name, peer) in qawl_benches::peers::normalizers() {
        rounds.add(name, move || drop(black_box(peer(black_box(text)))));
    }
    rounds.times(text.len())
}

fn add_whole<'t>(rounds: &mut Rounds<'t>, text: &'t str, clean: &'t str) {
    let mut into = |name, text: &'t str, into: fn(&str, &mut String)| {
        let mut out = String::new();
        rounds.add(name, move || into(black_box(text), black_box(&mut out)));
    };
    into("into", text, |text, out| NLP.normalize_into(text, out));
    into("search-into", text, |text, out| SEARCH.normalize_into(text, out));
    into("naive-into", text, naive::fold_into);
    into("naive-tuned", text, naive::fold_tuned_into);
    into("naive-runs", text, naive::fold_runs_into);
    into("memcpy-into", text, str::clone_into);
    into("clean-memcpy", clean, str::clone_into);
    let mut to = |name, text: &'t str, to: fn(&str)| {
        rounds.add(name, move || to(black_box(text)));
    };
    to("cow", text, |text| drop(black_box(NLP.normalize(text))));
    to("naive", text, |text| drop(black_box(naive::fold(text))));
    to("search", text, |text| drop(black_box(SEARCH.normalize(text))));
    to("aligned", text, |text| drop(black_box(NLP.normalize_aligned(text))));
    to("search-aligned", text, |text| drop(black_box(SEARCH.normalize_aligned(text))));
    to("chars", text, |text| sum(NLP.chars(text)));
    to("naive-chars", text, |text| sum(text.chars().filter_map(naive::fold_char)));
    to("clean", clean, |text| drop(black_box(NLP.normalize(text))));
    to("clean-is", clean, |text| assert!(NLP.is_normalized(text)));
    to("clean-naive", clean, |text| drop(black_box(naive::fold(text))));
}

/// Clean text out of memory, not out of a cache.
fn add_long<'t>(rounds: &mut Rounds<'t>, text: &'t str) {
    rounds.add("clean-long", move || drop(black_box(NLP.normalize(black_box(text)))));
    let mut out = String::new();
    rounds.add("clean-long-memcpy", move || black_box(text).clone_into(black_box(&mut out)));
}

fn sum(chars: impl Iterator<Item = char>) {
    black_box(chars.map(|c| c as usize).sum::<usize>());
}

/// Posts, each to a text of its own.
fn add_pieces<'t>(rounds: &mut Rounds<'t>, text: &'t str) {
    let mut each = |name, one: fn(&str)| {
        let pieces = pieces(text, 140);
        rounds.add(name, move || black_box(&pieces).iter().for_each(|piece| one(piece)));
    };
    each("piece", |piece| drop(black_box(NLP.normalize(piece).into_owned())));
    each("piece-cow", |piece| drop(black_box(NLP.normalize(piece))));
    each("piece-aligned", |piece| drop(black_box(NLP.normalize_aligned(piece))));
    each("piece-naive", |piece| drop(black_box(naive::fold(piece))));
}
