//! Lists of names, as they are read and as they are compiled.

use std::collections::BTreeSet;

use qawl_gazetteer::{
    Entry, EntryView, Fuzzy, Gazetteer, GazetteerBuilder, Layers, ListError, Policy, Rule,
    Variants, jsonl,
};
use qawl_normalize::Profile;

/// What is read of a list has names and types, is the same when written as JSON and read again, has
/// variants that keep all but the name, and can be compiled or is refused. What is not read is refused at
/// a line that there is.
pub fn list_is_read_or_refused(list: &str, read: Result<Vec<Entry>, ListError>) {
    let entries = match read {
        Ok(entries) => entries,
        Err(error) => {
            assert!(
                (1..=list.lines().count().max(1)).contains(&error.line()),
                "{error} of {list:?}"
            );
            return assert!(!error.message().is_empty());
        }
    };
    for entry in &entries {
        assert!(!entry.name.is_empty() && !entry.kind.is_empty(), "{entry:?}");
        let line = serde_json::to_string(entry).unwrap();
        assert_eq!(jsonl::read(&line).as_deref(), Ok(std::slice::from_ref(entry)), "{line}");
        let variants = Variants::default().expand(entry.clone());
        assert_eq!(variants.first(), Some(entry));
        let is_same = |other: &Entry| (&other.kind, &other.id) == (&entry.kind, &entry.id);
        assert!(variants.iter().all(is_same), "{variants:?}");
    }
    if let Ok(file) = GazetteerBuilder::new(Profile::SEARCH).entries(entries).build() {
        assert!(Gazetteer::open(file).is_ok());
    }
}

/// A compiled list holds its entries, finds each by its name, and is the same when built of itself; a
/// list that cannot be compiled is refused.
pub fn compiled_list_is_the_list(profile: Profile, entries: &[Entry], rules: &[Rule]) {
    let builder = || GazetteerBuilder::new(profile).rules(rules.iter().cloned());
    let Ok(file) = builder().entries(entries.iter().cloned()).build() else { return };
    let list = Gazetteer::open(&file).unwrap();
    let keys = |entries: &mut dyn Iterator<Item = Entry>| -> BTreeSet<_> {
        entries.map(|entry| (entry.name, entry.kind, entry.id)).collect()
    };
    let want = keys(&mut entries.iter().cloned());
    assert_eq!(keys(&mut list.entries().map(EntryView::to_entry)), want);
    let again = GazetteerBuilder::new(profile).union(&list).unwrap().build().unwrap();
    assert_eq!(Gazetteer::open(&again).unwrap().len(), list.len());
    for entry in entries {
        let found = list.lookup(&entry.name, &Fuzzy::default().max_edits(0));
        assert!(found.iter().all(|similar| similar.distance == 0), "{found:?}");
        let is_found = found.iter().any(|similar| similar.entry.name() == entry.name);
        assert!(is_found, "{entry:?} is not in {found:?}");
    }
}

/// A delta on a list finds what the list built anew finds. `removed` of the entries are removed, of
/// which `added` are those of the delta.
pub fn layers_are_one_list(entries: &[Entry], added: &[Entry], removed: &[Entry], text: &str) {
    let builder = || GazetteerBuilder::new(Profile::SEARCH);
    let base = builder().entries(entries.iter().cloned()).build();
    let delta =
        removed.iter().fold(builder().entries(added.iter().cloned()), GazetteerBuilder::remove);
    let (Ok(base), Ok(delta)) = (base, delta.build()) else { return };
    let [base, delta] = [base, delta].map(|file| Gazetteer::open(file).unwrap());
    let layers = Layers::new(base, [delta]).unwrap();
    let compact = Gazetteer::open(layers.compact().unwrap()).unwrap();
    assert_eq!(layers.entries().count(), compact.len());
    assert_eq!(layers.mentions(text), compact.mentions(text), "{text:?}");
}

/// Whatever can be asked of a list that somebody forged is answered, with spans of the text.
pub fn file_is_harmless<D: AsRef<[u8]>>(list: &Gazetteer<D>, text: &str) {
    let policies =
        [Policy::LeftmostLongest, Policy::All, Policy::NoSubsumed, Policy::LongestDominantRight];
    for policy in policies {
        let search = list.search().policy(policy).without_names(["لندن"]); // London
        for mention in search.mentions(text) {
            assert!(mention.span.get(text).is_some_and(|name| !name.is_empty()), "{mention:?}");
        }
    }
    let fuzzy = Fuzzy::default().one_edit_from(2);
    for found in list.find_fuzzy(text, &fuzzy) {
        let span = found.found().span();
        assert!(span.get(text).is_some_and(|name| !name.is_empty()), "{found:?}");
    }
    for word in text.split_whitespace().take(4) {
        list.lookup(word, &fuzzy).iter().for_each(|similar| drop(similar.entry.to_entry()));
    }
    assert_eq!(list.entries().count(), list.len());
    list.entries().for_each(|entry| drop(entry.to_entry()));
    list.rules().for_each(drop);
    list.removed().for_each(drop);
    list.sections().for_each(drop);
}
