//! What becomes of a list.

use qawl_normalize::Profile;

use super::dice::{Dice, cases};
use super::{POLICIES, build, open};
use crate::{EntryView, Gazetteer, GazetteerBuilder};

#[test]
fn the_order_of_entries_does_not_matter() {
    let mut dice = Dice(7);
    for _ in 0..cases(20) {
        let (entries, rules) = (dice.entries(100), dice.rules());
        let want = build(&entries, &rules);
        let (mut turned, mut other_rules) = (entries.clone(), rules.clone());
        turned.extend(entries.iter().take(50).cloned());
        dice.shuffle(&mut turned);
        dice.shuffle(&mut other_rules);
        assert!(build(&turned, &other_rules) == want, "{entries:#?}");
        let mut builder = GazetteerBuilder::new(Profile::SEARCH);
        for entry in turned {
            builder = builder.add(entry);
        }
        for rule in other_rules {
            builder = builder.rule(rule);
        }
        assert!(builder.build().unwrap() == want, "{entries:#?}");
    }
}

#[test]
fn what_is_read_is_what_was_written() {
    let mut dice = Dice(11);
    for _ in 0..cases(20) {
        let (mut entries, rules) = (dice.entries(100), dice.rules());
        for entry in &mut entries {
            entry.id = (dice.roll(2) == 0).then(|| "Q1".to_owned());
            entry.canonical = (dice.roll(2) == 0).then(|| "اسم آخر".to_owned()); // another name
        }
        let gazetteer = open(&entries, &rules);
        let read: Vec<_> = gazetteer.entries().map(EntryView::to_entry).collect();
        assert_eq!(gazetteer.profile(), Profile::SEARCH);
        assert_eq!(gazetteer.rules().len(), rules.len());
        let again = GazetteerBuilder::new(Profile::SEARCH).entries(read.clone());
        assert!(again.rules(gazetteer.rules()).build().unwrap() == build(&entries, &rules));
        entries.sort();
        entries.dedup();
        assert_eq!(read, entries);
    }
}

/// The bytes may lie wherever they like: what is saved and opened again finds the same.
#[test]
fn saved_and_opened_finds_the_same() {
    let mut dice = Dice(13);
    for _ in 0..cases(20) {
        let (entries, rules) = (dice.entries(20), dice.rules());
        let bytes = build(&entries, &rules);
        let shifted = [&[0], &bytes[..]].concat();
        let first = Gazetteer::open(bytes).unwrap();
        let second = Gazetteer::open(&shifted[1..]).unwrap();
        let text = dice.text(&entries);
        for policy in POLICIES {
            let want = first.search().policy(policy).mentions(&text);
            assert_eq!(second.search().policy(policy).mentions(&text), want);
        }
    }
}

#[cfg(feature = "serde")]
#[test]
fn matches_serialize_as_mentions() {
    use crate::{Entry, Flags};

    let gazetteer = Gazetteer::open(super::files::small()).unwrap();
    let found = gazetteer.find_iter("بلندن").next().unwrap();
    let json = serde_json::to_string(&found).unwrap();
    let want = r#"{"span":[2,10],"type":"city","id":null,"name":"لندن الكبرى","clitics":[[0,2]]}"#;
    assert_eq!(json, want);
    let entry = Entry::new("لندن", "city").flags(Flags::default().exact());
    let json = serde_json::to_string(&entry).unwrap();
    assert_eq!(serde_json::from_str::<Entry>(&json).unwrap(), entry);
}
