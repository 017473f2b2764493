//! Marks of vocalization: stripped, counted, compared.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let text = drawn.text();
    laws::marks_are_stripped(&text);
    let (one, other) = text.split_once('\n').unwrap_or((&text, ""));
    laws::spellings_fit_each_other(one, other);
});
