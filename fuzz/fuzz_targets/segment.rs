//! Words in pieces are the words, with and without weights; gold is read or refused.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qawl::Segmenter;
use qawl::segment::evaluation::{Score, read_gold};
use qawl::segment::{Form, desegment};
use qawl_fuzz::Drawn;
use qawl_tests::laws;

static SEGMENTERS: LazyLock<[Segmenter; 2]> =
    LazyLock::new(|| [Segmenter::embedded(), Segmenter::embedded().without_weights()]);

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    let segmenter = &SEGMENTERS[usize::from(choices.flag())];
    let words: Vec<&str> = text.split(' ').collect();
    words.iter().for_each(|word| laws::word_is_cut_soundly(segmenter, word));
    laws::cached_is_uncached(segmenter, &words);
    for form in [Form::Article, Form::Restored] {
        let _ = desegment(text.split('+'), form);
    }
    for word in read_gold(&text).into_iter().flatten().flatten() {
        let mut score = Score::default();
        score.add(&word, &segmenter.segment(word.surface()));
        assert_eq!(score.words(), 1);
    }
});
