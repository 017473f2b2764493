//! Lists of names in every form that is read: entries that hold, or an error with its line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qawl::gazetteer::{gate, jsonl, spacy, tsv};
use qawl::{GazetteerBuilder, Profile};
use qawl_fuzz::Drawn;
use qawl_tests::laws::list_is_read_or_refused;

fuzz_target!(|drawn: Drawn| {
    let (mut choices, list) = (drawn.choices, drawn.text());
    match choices.below(5) {
        0 => list_is_read_or_refused(&list, tsv::read(&list)),
        1 => list_is_read_or_refused(&list, jsonl::read(&list)),
        2 => list_is_read_or_refused(&list, spacy::read(&list)),
        3 => gate_list(&list, choices.one_of(&[None, Some('&'), Some('\t'), Some('،')])),
        _ => {
            let Ok(rules) = tsv::read_rules(&list) else { return };
            // A rule may be refused: its word is not one word.
            let _ = GazetteerBuilder::new(Profile::SEARCH).rules(rules).build();
        }
    }
});

/// An index up to the first empty line, and behind it a list that its first line speaks of.
fn gate_list(all: &str, separator: Option<char>) {
    let (index, list) = all.split_once("\n\n").unwrap_or(("a.lst:location:city", all));
    let Ok(lists) = gate::read_index(index) else { return };
    assert!(lists.iter().all(|list| !list.file.is_empty() && !list.kind.is_empty()), "{lists:?}");
    if let Some(of) = lists.first() {
        list_is_read_or_refused(list, gate::read(list, of, separator));
    }
}
