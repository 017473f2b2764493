//! Who said what in any text, with any mentions and options.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::quotes::{Attributor, quotes};
use qawl::{Gazetteer, Mention, Span, entity};
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    let attributor = Attributor::new(choices.quotes());
    // Of another program: anywhere, also out of order, across each other and behind the end.
    let span = |_| {
        let (start, len) = (choices.below(256), choices.below(32));
        Mention::new(Span::new(start, start + len), entity::PERSON, "x")
    };
    let anywhere: Vec<_> = (0..4).map(span).collect();
    let known = Gazetteer::embedded().mentions(&text);
    for mentions in [&anywhere, &known] {
        laws::quotes_are_sound(&text, &attributor.attribute(&text, mentions));
        laws::options_only_choose(&text, mentions);
        let found = quotes(&text, mentions);
        laws::speakers_have_their_quotes(&text, &found);
        laws::quotes_overlap_only_nested(&found);
    }
});
