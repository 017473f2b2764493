//! What the benchmarks share: texts by name, one way to measure, and the counts that are expected.
//!
//! `cargo bench -p qawl-benches` measures. With `--features peers` other libraries stand in the same
//! groups; with `QAWL_CORPUS=folder` the first megabyte of every file there is a text too.
//!
//! Where others use the machine, absolute speeds swing and only ratios within one run hold:
//!
//! * `examples/ratios.rs` prints those of normalization as a table, `examples/token_ratios.rs` those
//!   of tokens and sentences;
//! * `examples/name_rates.rs` prints those of finding names, beside what lists cost;
//!   `examples/fuzzy_rates.rs` the speed of finding misspelled ones;
//! * `examples/pipeline_rates.rs` prints those of the whole, beside each of its layers;
//! * `examples/instructions.rs` counts the instructions of every hot loop with valgrind and compares
//!   them with `instructions.tsv`; `examples/once.rs` is for counting one loop of normalization;
//! * `--no-default-features` builds `ratios`, `once` and the benchmark `normalize` without vectors.
#![forbid(unsafe_code)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a benchmark fails by panicking")]

mod expected;
mod haystack;
#[cfg(feature = "layers")]
pub mod lists;
pub mod naive;
#[cfg(feature = "peers")]
pub mod peers;
mod rounds;
mod table;
#[cfg(feature = "layers")]
pub mod walk;

pub use expected::{assert_expected, is_rewriting};
pub use haystack::{Haystack, arabic, asked_or, haystacks, pieces, read, with_long_marked};
pub use rounds::{Rounds, Times};
pub use table::{Ratio, print_table};

use std::hint::black_box;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};

/// Short runs: the whole of the benchmarks takes six minutes. A number to publish wants
/// `--measurement-time 5`.
#[must_use]
pub fn criterion() -> Criterion {
    Criterion::default()
        .without_plots()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .configure_from_args()
}

/// What a caller does at the least with what is found: a loop that reads one field of each.
#[inline]
pub fn each<T>(found: impl Iterator<Item = T>, field: impl Fn(T) -> usize) {
    let mut sum = 0;
    for one in found {
        sum ^= field(one);
    }
    black_box(sum);
}

/// Reads all of a token. A loop over the ends alone is no measure of that: where `next` is inlined the
/// compiler leaves out kinds and scripts that nobody reads, and is a third faster.
#[cfg(feature = "layers")]
#[inline]
#[must_use]
pub fn every_field(token: qawl_tokenize::Token) -> usize {
    token.span.end() ^ token.kind as usize ^ token.script as usize
}

/// The benchmarks of one operation, on one text after another.
#[expect(missing_debug_implementations, reason = "the group of criterion has no `Debug`")]
pub struct Operation<'c> {
    name: &'static str,
    group: BenchmarkGroup<'c, WallTime>,
}

impl<'c> Operation<'c> {
    /// A group named by its operation.
    pub fn new(criterion: &'c mut Criterion, name: &'static str) -> Self {
        Self { name, group: criterion.benchmark_group(name) }
    }

    /// Measures `run` in bytes of the text a second. It must answer a count, which is compared with
    /// the expected one first: a wrong answer must not look fast.
    pub fn measure(&mut self, who: &str, haystack: &Haystack, mut run: impl FnMut(&str) -> usize) {
        assert_expected(&format!("{}/{who}", self.name), haystack, run(&haystack.text));
        self.group.throughput(Throughput::Bytes(haystack.text.len() as u64));
        self.group.bench_with_input(BenchmarkId::new(who, &haystack.name), haystack, |b, h| {
            b.iter(|| run(black_box(&h.text)));
        });
    }
}
