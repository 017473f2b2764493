//! Windows give the text and the alignment of the engine that looks at one character after another.

use crate::engine::Engine;
use crate::laws::{Random, traps};
use crate::rules::Rules;
use crate::sink::{Aligned, Changed, Lazy};
use crate::{NormalizeOptions, Profile, windows};

fn assert_same(options: NormalizeOptions, text: &str) {
    let rules = Rules::new(options);
    let mut sink = Aligned::new(text);
    Engine::new(&rules, text, &mut sink).walk(text.len());
    let slow = sink.finish();
    let context = || std::format!("{options:?}\n{}", text.escape_unicode());
    let mut sink = Aligned::new(text);
    windows::run(&rules, text, &mut sink);
    let fast = sink.finish();
    assert_eq!(fast.as_str(), slow.as_str(), "{}", context());
    assert_eq!(fast.alignment(), slow.alignment(), "{}", context());
    let mut sink = Lazy::new(text);
    windows::run(&rules, text, &mut sink);
    assert_eq!(sink.finish(), slow.as_str(), "{}", context());
    let mut sink = Changed::default();
    windows::run(&rules, text, &mut sink);
    assert_eq!(sink.changed(), slow.as_str() != text, "{}", context());
}

#[test]
fn windows_agree_for_any_options() {
    let (traps, mut random) = (traps(), Random(4));
    for _ in 0..6_000 {
        let options = random.options();
        let text = random.news(&traps, 320);
        assert_same(options, &text);
    }
}

#[test]
fn windows_agree_for_profiles() {
    let (traps, mut random) = (traps(), Random(5));
    for _ in 0..1_000 {
        let text = random.news(&traps, 1_600);
        for profile in Profile::ALL {
            assert_same(profile.options(), &text);
        }
    }
}

#[test]
fn windows_agree_for_every_option_alone() {
    let (traps, mut random) = (traps(), Random(6));
    for name in NormalizeOptions::NAMES {
        for compose in [false, true] {
            let options = NormalizeOptions::new().with_named(name).unwrap();
            let options = options.with_compose(compose || options.compose);
            for _ in 0..40 {
                let text = random.news(&traps, 600);
                assert_same(options, &text);
            }
        }
    }
}

/// Each character alone in fully vocalized text, where pairs are written, and in plain text.
#[test]
fn windows_agree_for_every_character() {
    let around = ["ب\u{064E}ت\u{0651}\u{0650}ث ", "بتث "].map(|some| some.repeat(20));
    let chars = ('\0'..='\u{8FF}').chain('\u{2000}'..='\u{206F}').chain('\u{FB50}'..='\u{FEFF}');
    for c in chars {
        for around in &around {
            let text = std::format!("{around}{c}{around}{c}{c}{around}");
            for profile in [Profile::NLP, Profile::SEARCH] {
                assert_same(profile.options(), &text);
            }
        }
    }
}

/// A window may begin and end at every byte of a text.
#[test]
fn windows_agree_wherever_one_begins() {
    let text = "ك\u{064E}ت\u{064E}ب\u{064E} ال\u{0640}معل\u{0651}\u{0650}م «درسا» في ا\u{0654}ول ٣٫٥\u{200F} ﷺ";
    let text = text.repeat(4);
    let starts = text.char_indices().map(|(at, _)| at);
    for start in starts.take(80) {
        for end in text.char_indices().map(|(at, _)| at).skip_while(|end| *end < start) {
            for profile in [Profile::SEARCH, Profile::DISPLAY] {
                assert_same(profile.options(), text.get(start..end).unwrap());
            }
        }
    }
}
