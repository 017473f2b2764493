//! Every layer at once: what a document holds, in all units, read again, and with memory of others.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::Span;
use qawl_fuzz::{Drawn, pieces};
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let mut choices = drawn.choices;
    let text = if choices.flag() { pieces::text(&drawn.bytes) } else { drawn.text() };
    let mut place = || text.floor_char_boundary(choices.below(256).min(text.len()));
    let (one, other) = (place(), place());
    let span = Span::new(one.min(other), one.max(other));
    laws::document_is_what_layers_find(&text);
    laws::documents_are_read_again(&text);
    laws::all_offsets_are_converted(&text);
    laws::views_are_parts_of_the_lists(&text, span);
    laws::offsets_count_what_std_counts(&text, span);
    let (before, behind) = text.split_at(span.start());
    laws::scratch_leaves_no_trace(&[text.clone(), before.to_owned(), behind.to_owned()]);
});
