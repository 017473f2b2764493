//! Windows give the text and the alignment of the engine.

use crate::Profile;
use crate::agreement::{self, Way, assert_same};
use crate::rules::Rules;
use crate::sink::Sink;
use crate::windows;

#[derive(Debug)]
struct Windows;

impl Way for Windows {
    fn run<S: Sink>(&self, rules: &Rules, text: &str, sink: &mut S) {
        windows::run(rules, text, sink);
    }
}

#[test]
fn windows_agree_for_any_options() {
    agreement::agree_for_any_options(&[Windows], 320);
}

#[test]
fn windows_agree_for_profiles() {
    agreement::agree_for_profiles(&[Windows]);
}

#[test]
fn windows_agree_for_every_option_alone() {
    agreement::agree_for_every_option_alone(&[Windows], 600);
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
                assert_same(&[Windows], profile.options(), &text);
            }
        }
    }
}

#[test]
fn windows_agree_wherever_one_begins() {
    agreement::agree_wherever_a_window_begins(&[Windows], 4);
}
