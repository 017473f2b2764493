//! A fast way to normalize gives the text and the alignment of the engine, which looks at one
//! character after another.

use core::fmt::Debug;

use crate::engine::Engine;
use crate::laws::{Random, traps};
use crate::rules::Rules;
use crate::sink::{Aligned, Changed, Lazy, Sink};
use crate::{NormalizeOptions, Profile};

/// A way to tell a sink what the rules do to a text.
pub(crate) trait Way: Debug {
    fn run<S: Sink>(&self, rules: &Rules, text: &str, sink: &mut S);
}

pub(crate) fn assert_same(ways: &[impl Way], options: NormalizeOptions, text: &str) {
    let rules = Rules::new(options);
    let mut sink = Aligned::new(text);
    Engine::new(&rules, text, &mut sink).walk(text.len());
    let slow = sink.finish();
    for way in ways {
        let context = || std::format!("{way:?} {options:?}\n{}", text.escape_unicode());
        let mut sink = Aligned::new(text);
        way.run(&rules, text, &mut sink);
        let fast = sink.finish();
        assert_eq!(fast.as_str(), slow.as_str(), "{}", context());
        assert_eq!(fast.alignment(), slow.alignment(), "{}", context());
        let mut sink = Lazy::new(text);
        way.run(&rules, text, &mut sink);
        assert_eq!(sink.finish(), slow.as_str(), "{}", context());
        let mut sink = Changed::default();
        way.run(&rules, text, &mut sink);
        assert_eq!(sink.changed(), slow.as_str() != text, "{}", context());
    }
}

/// Texts of about `len` characters.
pub(crate) fn agree_for_any_options(ways: &[impl Way], len: usize) {
    let (traps, mut random) = (traps(), Random(4));
    for _ in 0..6_000 {
        let options = random.options();
        let text = random.news(&traps, len);
        assert_same(ways, options, &text);
    }
}

pub(crate) fn agree_for_profiles(ways: &[impl Way]) {
    let (traps, mut random) = (traps(), Random(5));
    for _ in 0..1_000 {
        let text = random.news(&traps, 1_600);
        for profile in Profile::ALL {
            assert_same(ways, profile.options(), &text);
        }
    }
}

pub(crate) fn agree_for_every_option_alone(ways: &[impl Way], len: usize) {
    let (traps, mut random) = (traps(), Random(6));
    for name in NormalizeOptions::NAMES {
        for compose in [false, true] {
            let options = NormalizeOptions::new().with_named(name).unwrap();
            let options = options.with_compose(compose || options.compose);
            for _ in 0..40 {
                let text = random.news(&traps, len);
                assert_same(ways, options, &text);
            }
        }
    }
}

/// A window may begin and end at every byte of a text.
pub(crate) fn agree_wherever_a_window_begins(ways: &[impl Way], repeats: usize) {
    let text = "ك\u{064E}ت\u{064E}ب\u{064E} ال\u{0640}معل\u{0651}\u{0650}م «درسا» في ا\u{0654}ول ٣٫٥\u{200F} ﷺ";
    let text = text.repeat(repeats);
    let starts = text.char_indices().map(|(at, _)| at);
    for start in starts.take(80) {
        for end in text.char_indices().map(|(at, _)| at).skip_while(|end| *end < start) {
            for profile in [Profile::SEARCH, Profile::DISPLAY] {
                assert_same(ways, profile.options(), text.get(start..end).unwrap());
            }
        }
    }
}
