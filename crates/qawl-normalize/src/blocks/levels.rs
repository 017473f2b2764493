//! Every level of the processor gives the text and the alignment of the engine that looks at one
//! character after another.

use std::vec::Vec;

use fearless_simd::Level;

use crate::agreement::{self, Way};
use crate::blocks;
use crate::rules::Rules;
use crate::sink::Sink;

impl Way for Level {
    fn run<S: Sink>(&self, rules: &Rules, text: &str, sink: &mut S) {
        blocks::run(*self, rules, text, sink);
    }
}

/// The level of this processor and those below it.
fn levels() -> Vec<Level> {
    let best = Level::new();
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return [
        best.as_sse2().map(Level::Sse2),
        best.as_sse4_2().map(Level::Sse4_2),
        best.as_avx2().map(Level::Avx2),
        best.as_avx512().map(Level::Avx512),
    ]
    .into_iter()
    .flatten()
    .collect();
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    return std::vec![best];
}

#[test]
fn levels_agree_for_any_options() {
    agreement::agree_for_any_options(&levels(), 160);
}

#[test]
fn levels_agree_for_profiles() {
    agreement::agree_for_profiles(&levels());
}

#[test]
fn levels_agree_for_every_option_alone() {
    agreement::agree_for_every_option_alone(&levels(), 300);
}

#[test]
fn levels_agree_wherever_a_window_begins() {
    agreement::agree_wherever_a_window_begins(&levels(), 3);
}
