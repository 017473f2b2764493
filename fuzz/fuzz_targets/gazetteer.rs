//! Lists of any names and rules: compiled, searched by every policy, with misspellings, with deltas.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::{Gazetteer, GazetteerBuilder};
use qawl_fuzz::Drawn;
use qawl_tests::laws;

fuzz_target!(|drawn: Drawn| {
    let mut choices = drawn.choices;
    let (names, text) = drawn.names_and_text();
    let words: Vec<&str> = text.split_whitespace().collect();
    let (profile, fuzzy) = (choices.profile(), choices.fuzzy());
    let rules = choices.rules(&words[..words.len().min(64)]);
    let stopped = choices.below(4);
    let entries = choices.entries(&names);
    laws::compiled_list_is_the_list(profile, &entries, &rules);
    let split = stopped.min(entries.len());
    laws::layers_are_one_list(&entries, &entries[split..], &entries[..split], &text);
    let builder = GazetteerBuilder::new(profile).entries(entries.clone()).rules(rules);
    let Ok(file) = builder.build() else { return };
    let list = Gazetteer::open(file).expect("just written");
    laws::names_stand_in_order(&list, &text);
    laws::misspelled_names_hide_none(&list, &fuzzy, &text);
    laws::policies_choose_among_all(&list, &text);
    laws::file_is_harmless(&list, &text);
    laws::stop_list_is_a_shorter_list(&names, stopped, &text);
});
