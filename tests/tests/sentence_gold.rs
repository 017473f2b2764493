//! Sentences against those that people marked, beside other libraries on the same texts.
//!
//! `cargo test -p qawl-tests sentence_gold -- --nocapture` prints the scores.

use std::collections::BTreeMap;

use icu_segmenter::SentenceSegmenter;
use qawl_datagen::sentences::{Marked, Score, read};
use qawl_tests::workspace;
use qawl_tokenize::sentences;
use unicode_segmentation::UnicodeSegmentation;

#[test]
fn sentences_of_the_development_set() {
    let scores = scores("dev");
    assert!(scores["qawl"].f1() >= 0.98);
    assert!(scores.values().all(|peer| peer.f1() <= scores["qawl"].f1()));
}

/// These texts were not read while the rules were made.
#[test]
fn sentences_of_the_test_set() {
    assert!(scores("test")["qawl"].f1() >= 0.98);
}

fn scores(set: &str) -> BTreeMap<&'static str, Score> {
    let texts = read(&workspace::root().join("data/sentences").join(set)).unwrap();
    let icu = SentenceSegmenter::new(Default::default());
    let mut all = BTreeMap::<_, Score>::new();
    let mut classes = BTreeMap::<&str, Score>::new();
    for marked in &texts {
        all.entry("qawl").or_default().add(marked, ours(marked));
        classes.entry(&marked.class).or_default().add(marked, ours(marked));
        all.entry("icu_segmenter").or_default().add(marked, icu.segment_str(&marked.text));
        let pieces = marked.text.split_sentence_bound_indices();
        let ends = pieces.map(|(start, piece)| start + piece.len());
        all.entry("unicode-segmentation").or_default().add(marked, ends);
    }
    println!("{set}: {} texts", texts.len());
    all.iter().chain(&classes).for_each(|(name, score)| println!("  {name:20} {}", score.line()));
    all
}

fn ours(marked: &Marked) -> impl Iterator<Item = usize> {
    sentences(&marked.text).map(|sentence| sentence.span.end())
}
