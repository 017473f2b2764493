//! Normalizing by any options: stable, by the naive reader the same, with the way back.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    let (options, second) = (choices.normalize(), choices.normalize());
    laws::normalizing_is_stable(options, &text);
    laws::nothing_deleted_is_left(options, &text);
    laws::alignment_leads_back(options, &text);
    laws::alignments_compose(options, second, &text);
    laws::normalizing_is_what_the_options_say(options, &text);
});
