//! What is found in texts.

use qawl_core::Span;

use super::dice::{Dice, cases};
use super::naive::{Found, Naive, choose};
use super::{POLICIES, open};
use crate::policy::Policy;
use crate::{Entry, Gazetteer, Rule};

/// Runs `law` on generated lists, each with some texts.
fn try_lists(seed: u64, usual: usize, mut law: impl FnMut(&[Entry], &[Rule], &[String])) {
    let mut dice = Dice(seed);
    for _ in 0..cases(usual) {
        let entries = dice.entries(20);
        let rules = dice.rules();
        let texts: Vec<String> = (0..6).map(|_| dice.text(&entries)).collect();
        law(&entries, &rules, &texts);
    }
}

fn found<D: AsRef<[u8]>>(gazetteer: &Gazetteer<D>, policy: Policy, text: &str) -> Vec<Found> {
    let search = gazetteer.search().policy(policy);
    search.find_iter(text).map(|found| Found::of(text, &found)).collect()
}

#[test]
fn finds_what_the_naive_matcher_finds() {
    let mut totals = [0; 4];
    try_lists(0x9E37_79B9_7F4A_7C15, 100, |entries, rules, texts| {
        let (gazetteer, naive) = (open(entries, rules), Naive::new(entries, rules));
        for text in texts {
            let all = naive.all(text);
            for (policy, total) in POLICIES.into_iter().zip(&mut totals) {
                let found = found(&gazetteer, policy, text);
                let want = choose(policy, &all);
                assert_eq!(found, want, "{policy:?}: {text:?} with {rules:?} and {entries:#?}");
                *total += found.len();
            }
        }
    });
    let [leftmost, all, no_subsumed, longest] = totals;
    assert!(leftmost > 3000 && longest > 3000, "too few matches to mean anything: {totals:?}");
    assert!(all > no_subsumed && no_subsumed > leftmost, "too few overlaps: {totals:?}");
}

#[test]
fn the_default_is_find_iter_and_mentions() {
    try_lists(5, 20, |entries, rules, texts| {
        let gazetteer = open(entries, rules);
        for text in texts {
            let plain: Vec<Found> =
                gazetteer.find_iter(text).map(|found| Found::of(text, &found)).collect();
            assert_eq!(plain, found(&gazetteer, Policy::default(), text));
            assert_eq!(gazetteer.mentions(text), gazetteer.search().mentions(text));
        }
    });
}

#[test]
fn every_policy_is_all_matches_reduced() {
    try_lists(6, 20, |entries, rules, texts| {
        let gazetteer = open(entries, rules);
        for text in texts {
            for policy in POLICIES {
                let mut all: Vec<_> =
                    gazetteer.search().policy(Policy::All).find_iter(text).collect();
                all.reverse();
                policy.reduce(&mut all);
                let reduced: Vec<Found> = all.iter().map(|found| Found::of(text, found)).collect();
                assert_eq!(reduced, found(&gazetteer, policy, text), "{policy:?}: {text:?}");
            }
        }
    });
}

#[test]
fn what_is_left_out_might_as_well_not_be_in_the_list() {
    let folded = |name: &str| {
        let pieces = crate::piece::Pieces::new(name);
        pieces.map(|piece| super::naive::fold(name, piece)).collect::<Vec<_>>()
    };
    try_lists(7, 40, |entries, rules, texts| {
        let gazetteer = open(entries, rules);
        let stops: Vec<&str> = entries.iter().take(5).map(|entry| entry.name.as_str()).collect();
        let is_stopped = |e: &Entry| stops.iter().any(|stop| folded(stop) == folded(&e.name));
        let without = gazetteer.search().without_kinds(["city", "none"]).without_names(&stops);
        let only = gazetteer.search().only_kinds(["media"]).only_kinds(["none", "person"]);
        let only = only.without_names(&stops).without_names(["no such name"]);
        let rest: Vec<Entry> =
            entries.iter().filter(|e| e.kind != "city" && !is_stopped(e)).cloned().collect();
        let rest = open(&rest, rules);
        for text in texts {
            for policy in POLICIES {
                let want = found(&rest, policy, text);
                for search in [&without, &only] {
                    let search = search.clone().policy(policy);
                    let found: Vec<Found> =
                        search.find_iter(text).map(|found| Found::of(text, &found)).collect();
                    assert_eq!(found, want, "{policy:?}: {text:?} without {stops:?}");
                }
            }
        }
    });
}

#[test]
fn a_limit_keeps_the_first() {
    try_lists(8, 10, |entries, rules, texts| {
        let gazetteer = open(entries, rules);
        for (limit, text) in texts.iter().enumerate() {
            for policy in POLICIES {
                let search = gazetteer.search().policy(policy);
                let mut all = search.mentions(text);
                all.truncate(limit);
                assert_eq!(search.limit(limit).mentions(text), all);
            }
        }
    });
}

/// Names among characters that no one expects: lone marks, ligatures, joiners, halves of things.
#[test]
fn spans_fit_whatever_the_text() {
    // ARABIC FATHA, SHADDA, TATWEEL, RIGHT-TO-LEFT MARK, ZERO WIDTH NON-JOINER, HAMZA ABOVE,
    // LIGATURE LAM WITH ALEF ISOLATED FORM, LIGATURE BISMILLAH, COMBINING ACUTE ACCENT.
    let odd = ["\u{064E}", "\u{0651}", "\u{0640}", "\u{200F}", "\u{200C}", "\u{0654}", "\u{FEFB}"];
    let odder = ["\u{FDFD}", "\u{0301}", "😀", "#", "@", "/", "«", "\"", "-", "\n", "\0", "7", "A"];
    let plain = ["و", "ل", "ب", "لل", "الأمم", "المتحدة", "لندن", " ", " "];
    let choices = [&odd[..], &odder[..], &plain[..], &plain[..]].concat();
    let gazetteer = Gazetteer::open(super::files::small()).unwrap();
    let mut dice = Dice(3);
    let mut total = 0;
    for _ in 0..3000 {
        let text: String = (0..16).map(|_| dice.one_of(&choices)).collect();
        assert_in_order(gazetteer.find_iter(&text).map(|found| found.mention()), &text);
        for policy in POLICIES {
            let mut last = Span::default();
            for found in gazetteer.search().policy(policy).find_iter(&text) {
                assert_in_order([found.mention()], &text);
                assert!(found.span().start() >= last.start(), "{text:?}: {found:?}");
                assert!(found.whole().contains(found.span()), "{text:?}: {found:?}");
                last = found.span();
                total += 1;
            }
        }
    }
    assert!(total > 2000, "too few matches to mean anything: {total}");
}

/// Clitics and names follow one another and cut something out of the text.
fn assert_in_order<'g>(mentions: impl IntoIterator<Item = qawl_core::Mention<'g>>, text: &str) {
    let mut end = 0;
    for mention in mentions {
        for span in mention.clitics.iter().copied().chain([mention.span]) {
            assert!(span.start() >= end && !span.is_empty(), "{text:?}: {mention:?}");
            assert!(span.get(text).is_some(), "{text:?}: {mention:?}");
            end = span.end();
        }
    }
}
