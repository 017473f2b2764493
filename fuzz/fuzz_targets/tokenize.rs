//! Tokens by any options tile the text; Unicode's boundaries are Unicode's.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    laws::any_tokens_tile(choices.tokenizer(), &text);
    laws::tokens_tile(&text);
    laws::words_are_tokens(&text);
    laws::marks_split_nothing(&text, choices.below(256));
    laws::word_boundaries_are_those_of_unicode(&text);
});
