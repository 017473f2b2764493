//! Ratios of speed in one run, on a machine that others use too.

use std::collections::BTreeMap;
use std::time::Duration;

use cpu_time::ThreadTime;

const ROUNDS: usize = 11;
const SLOT: Duration = Duration::from_millis(20);
/// The clock is read once for so many bytes, so that reading it costs nothing.
const BYTES: usize = 1_000_000;

type Run<'t> = Box<dyn FnMut() + 't>;

/// What is run on one text, by name.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "closures have no `Debug`")]
pub struct Rounds<'t> {
    runs: Vec<(&'static str, Run<'t>)>,
}

impl<'t> Rounds<'t> {
    /// One more to run.
    pub fn add(&mut self, name: &'static str, run: impl FnMut() + 't) {
        self.runs.push((name, Box::new(run)));
    }

    /// Runs all of them on a text of `len` bytes. In each of 11 rounds they take turns for 20 ms
    /// each, by the processor time of the thread.
    #[must_use]
    pub fn times(mut self, len: usize) -> Times {
        let mut seconds = BTreeMap::<_, Vec<f64>>::new();
        for _ in 0..ROUNDS {
            for (name, run) in &mut self.runs {
                seconds.entry(*name).or_default().push(time(run, BYTES.div_ceil(len.max(1))));
            }
        }
        Times { len, seconds }
    }
}

/// The seconds that one run takes.
fn time(run: &mut impl FnMut(), at_once: usize) -> f64 {
    run(); // Its tables and its output are in the cache again.
    let (start, mut count) = (ThreadTime::now(), 0);
    while start.elapsed() < SLOT {
        (0..at_once).for_each(|_| run());
        count += at_once;
    }
    start.elapsed().as_secs_f64() / count as f64
}

/// The seconds that each run took in each round.
#[derive(Clone, Debug)]
pub struct Times {
    len: usize,
    seconds: BTreeMap<&'static str, Vec<f64>>,
}

impl Times {
    /// How many times as fast `who` is as `whom`: the median of the ratios within each round. None
    /// where one of them was not run.
    #[must_use]
    pub fn ratio(&self, who: &str, whom: &str) -> Option<f64> {
        let rounds = self.seconds.get(whom)?.iter().zip(self.seconds.get(who)?);
        Some(median(rounds.map(|(slow, fast)| slow / fast)))
    }

    /// The median speed in megabytes (10^6 bytes) a second.
    #[must_use]
    pub fn speed(&self, who: &str) -> Option<f64> {
        let rounds = self.seconds.get(who)?.iter();
        Some(median(rounds.map(|seconds| self.len as f64 / seconds / 1e6)))
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
