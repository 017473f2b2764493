//! Sentences by any options and abbreviations tile the text; paragraphs hold what is visible.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::tokenize::Abbreviations;
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    let words = text.split_whitespace().take(3).collect::<Vec<_>>();
    let own = words.iter().fold(Abbreviations::new(), |own, word| match choices.below(3) {
        0 => own.title(word),
        1 => own.label(word),
        _ => own.unit(word),
    });
    laws::sentences_tile(&text);
    let options = choices.sentences();
    laws::any_sentences_tile(&text, options);
    laws::any_sentences_tile(&text, options.with_abbreviations(&own));
    laws::paragraphs_are_cut_alone(&text);
    laws::paragraphs_hold_all_that_is_visible(&text);
});
