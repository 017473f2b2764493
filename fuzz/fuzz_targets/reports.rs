//! Who said what in texts that are made of reporting words, names and marks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::Gazetteer;
use qawl::quotes::{Attributor, quotes};
use qawl_fuzz::{Drawn, pieces};
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, pieces::text(&drawn.bytes));
    let mentions = Gazetteer::embedded().mentions(&text);
    let attributor = Attributor::new(choices.quotes());
    laws::quotes_are_sound(&text, &attributor.attribute(&text, &mentions));
    laws::options_only_choose(&text, &mentions);
    let found = quotes(&text, &mentions);
    laws::speakers_have_their_quotes(&text, &found);
    laws::quotes_overlap_only_nested(&found);
    laws::any_sentences_tile(&text, choices.sentences());
});
