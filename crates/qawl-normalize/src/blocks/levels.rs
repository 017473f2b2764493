//! Every level of the processor gives the text and the alignment of the engine that looks at one
//! character after another.

use std::vec::Vec;

use fearless_simd::Level;

use crate::engine::Engine;
use crate::laws::{Random, traps};
use crate::rules::Rules;
use crate::sink::{Aligned, Changed, Lazy};
use crate::{NormalizeOptions, Profile, blocks};

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

fn assert_same(options: NormalizeOptions, text: &str) {
    let rules = Rules::new(options);
    let mut sink = Aligned::new(text);
    Engine::new(&rules, text, &mut sink).walk(text.len());
    let slow = sink.finish();
    for level in levels() {
        let context = || std::format!("{level:?} {options:?}\n{}", text.escape_unicode());
        let mut sink = Aligned::new(text);
        blocks::run(level, &rules, text, &mut sink);
        let fast = sink.finish();
        assert_eq!(fast.as_str(), slow.as_str(), "{}", context());
        assert_eq!(fast.alignment(), slow.alignment(), "{}", context());
        let mut sink = Lazy::new(text);
        blocks::run(level, &rules, text, &mut sink);
        assert_eq!(sink.finish(), slow.as_str(), "{}", context());
        let mut sink = Changed::default();
        blocks::run(level, &rules, text, &mut sink);
        assert_eq!(sink.changed(), slow.as_str() != text, "{}", context());
    }
}

#[test]
fn levels_agree_for_any_options() {
    let (traps, mut random) = (traps(), Random(4));
    for _ in 0..6_000 {
        let options = random.options();
        let text = random.news(&traps, 160);
        assert_same(options, &text);
    }
}

#[test]
fn levels_agree_for_profiles() {
    let (traps, mut random) = (traps(), Random(5));
    for _ in 0..1_000 {
        let text = random.news(&traps, 1_600);
        for profile in Profile::ALL {
            assert_same(profile.options(), &text);
        }
    }
}

#[test]
fn levels_agree_for_every_option_alone() {
    let (traps, mut random) = (traps(), Random(6));
    for name in NormalizeOptions::NAMES {
        for compose in [false, true] {
            let options = NormalizeOptions::new().with_named(name).unwrap();
            let options = options.with_compose(compose || options.compose);
            for _ in 0..40 {
                let text = random.news(&traps, 300);
                assert_same(options, &text);
            }
        }
    }
}

/// A window may begin and end at every byte of a text.
#[test]
fn levels_agree_wherever_a_window_begins() {
    let text = "ك\u{064E}ت\u{064E}ب\u{064E} ال\u{0640}معل\u{0651}\u{0650}م «درسا» في ا\u{0654}ول ٣٫٥\u{200F} ﷺ";
    let text = text.repeat(3);
    let starts = text.char_indices().map(|(at, _)| at);
    for start in starts.take(80) {
        for end in text.char_indices().map(|(at, _)| at).skip_while(|end| *end < start) {
            for profile in [Profile::SEARCH, Profile::DISPLAY] {
                assert_same(profile.options(), text.get(start..end).unwrap());
            }
        }
    }
}
