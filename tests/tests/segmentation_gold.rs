//! Words that were cut by hand: sound in themselves, and cut so by the model they taught.

use qawl_segment::evaluation::{GoldWord, Score, read_gold};
use qawl_segment::{Form, Scheme, Segmenter, desegment};
use qawl_tests::workspace;

/// What the case of a noun decides, the seat of a hamza and the end of a dual, is not told by the
/// pieces; all else is.
#[test]
fn pieces_of_the_gold_are_their_word() {
    let gold = gold();
    let is_open = |word: &GoldWord| {
        let pieces = word.pieces();
        pieces.iter().any(|piece| piece.starts_with("كلا") || piece.starts_with("كلتا"))
            || pieces.iter().rev().nth(1).is_some_and(|host| host.ends_with("وا"))
    };
    let exact = gold.iter().filter(|word| rejoined(word) == word.surface()).count();
    let wrong: Vec<String> = gold
        .iter()
        .filter(|word| !is_spelling_of(&rejoined(word), word.surface()) && !is_open(word))
        .map(|word| format!("{} {}", word.surface(), word.pieces().join("+")))
        .collect();
    println!("rejoined exactly: {exact} of {} words", gold.len());
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), gold.len(), wrong.join("\n"));
    assert!(exact * 1000 > gold.len() * 998);
}

/// The model has seen these sentences: a guard against a relapse, no measure of quality. That is
/// cross-validation, in `crates/qawl-segment/MODEL.md`.
#[test]
fn the_model_cuts_what_it_was_taught() {
    let segmenter = Segmenter::embedded();
    let rules = segmenter.clone().without_weights();
    let [mut taught, mut by_rules] = [Score::default(), Score::default()];
    for word in &gold() {
        taught.add(word, &segmenter.segment(word.surface()));
        by_rules.add(word, &rules.segment(word.surface()));
    }
    let [taught, by_rules] = [taught, by_rules].map(|score| score.accuracy(Scheme::D3));
    println!("D3 of what was taught {taught:.4}, by rules alone {by_rules:.4}");
    assert!(taught > 0.99 && by_rules > 0.97 && taught > by_rules, "{taught} {by_rules}");
}

fn gold() -> Vec<GoldWord> {
    let files = workspace::files("data/segmentation", "tsv");
    let sentences = files.iter().flat_map(|path| read_gold(&workspace::read(path)).unwrap());
    let words: Vec<GoldWord> = sentences.flatten().collect();
    assert!(words.len() > 20_000);
    words
}

fn rejoined(word: &GoldWord) -> String {
    desegment(word.pieces().iter().map(String::as_str), Form::Restored)
}

/// Whether two words are the same but for the seat of a hamza.
fn is_spelling_of(one: &str, other: &str) -> bool {
    let seatless = |word: &str| -> String {
        word.chars().map(|c| if matches!(c, 'أ' | 'ؤ' | 'ئ') { 'ء' } else { c }).collect()
    };
    seatless(one) == seatless(other)
}
