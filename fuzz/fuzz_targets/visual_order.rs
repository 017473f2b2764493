//! Lines in visual order: told apart and turned.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, text) = (drawn.choices, drawn.text());
    laws::lines_leave_out_line_ends(&text);
    laws::turning_keeps_characters(choices.reorder(), &text);
});
