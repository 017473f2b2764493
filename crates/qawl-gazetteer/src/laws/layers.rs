//! A list with deltas finds what the list finds that is built from what they leave.

use qawl_normalize::Profile;

use super::dice::Dice;
use crate::key::Key;
use crate::{Entry, EntryView, Flags, Gazetteer, GazetteerBuilder, Layers, Match, Rule, When};

/// Lists and texts of few words.
struct Words(Dice);

impl Words {
    /// One of few words, so that lists meet.
    fn word(&mut self) -> &'static str {
        self.0.one_of(&["لندن", "وادي", "بلد", "الامم", "الأمم", "مدينة", "مدينه", "والامم", "ولندن"])
    }

    fn entry(&mut self) -> Entry {
        let words: Vec<&str> = (0..1 + self.0.roll(3)).map(|_| self.word()).collect();
        let kind = self.0.one_of(&["city", "person", "media"]);
        let none = Flags::default();
        let flags = [none, none, none.exact(), none.context(), none.inner_clitics(), none.whole()];
        let entry = Entry::new(words.join(" "), kind).flags(self.0.one_of(&flags));
        if self.0.roll(3) == 0 { entry.id("Q1") } else { entry }
    }

    fn rule(&mut self) -> Rule {
        let word = self.word().to_owned();
        let choices =
            [When::Before(word.clone()), When::NotBefore(word.clone()), When::After(word)];
        let ranks = [When::Rank(1), When::Rank(2), When::Definite, When::Number];
        let when = choices.into_iter().chain(ranks).nth(self.0.roll(7)).unwrap();
        Rule::new(self.0.one_of(&["city", "person", "media", "river"]), when)
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..30 {
            text.push_str(self.0.one_of(&["", "", "", "و", "ب", "ل"]));
            text.push_str(self.word());
            text.push_str(self.0.one_of(&[" ", " ", " ", " ", " و", "، ", "-", "\n", " 7 "]));
        }
        text
    }

    /// Entries and rules, and entries to remove.
    fn list(&mut self, len: usize, lost: &[Entry]) -> (Vec<Entry>, Vec<Rule>, Vec<Entry>) {
        let entries = (0..len).map(|_| self.entry()).collect();
        let rules = (0..self.0.roll(3)).map(|_| self.rule()).collect();
        let some = |dice: &mut Self| lost.get(dice.0.roll(2 * lost.len() + 1)).cloned();
        let removed = (0..len).filter_map(|_| some(self)).collect();
        (entries, rules, removed)
    }
}

fn open(entries: &[Entry], rules: &[Rule], removed: &[Entry]) -> Gazetteer<Vec<u8>> {
    let builder =
        GazetteerBuilder::new(Profile::SEARCH).entries(entries.to_vec()).rules(rules.to_vec());
    let builder = removed.iter().fold(builder, GazetteerBuilder::remove);
    Gazetteer::open(builder.build().unwrap()).unwrap()
}

fn described(found: Match<'_, '_>) -> String {
    let entries: Vec<_> = found.entries().map(EntryView::to_entry).collect();
    format!("{:?} {:?} {entries:?}", found.span(), found.clitics())
}

#[test]
fn layers_find_what_one_list_finds() {
    let mut dice = Words(Dice(0x9E37_79B9_7F4A_7C15));
    let mut total = 0;
    for _ in 0..120 {
        let (mut entries, mut rules, _) = dice.list(12, &[]);
        let base = open(&entries, &rules, &[]);
        let mut deltas = Vec::new();
        for _ in 0..1 + dice.0.roll(3) {
            let (added, more_rules, removed) = dice.list(4, &entries);
            deltas.push(open(&added, &more_rules, &removed));
            let lost: Vec<Key> = removed.iter().map(Key::of).collect();
            entries.retain(|entry| !lost.contains(&Key::of(entry)));
            entries.extend(added);
            rules.extend(more_rules);
        }
        let whole = open(&entries, &rules, &[]);
        let layers = Layers::new(base, deltas).unwrap();
        assert_eq!(
            layers.compact().unwrap(),
            GazetteerBuilder::new(Profile::SEARCH)
                .entries(entries.clone())
                .rules(rules.clone())
                .build()
                .unwrap()
        );
        for _ in 0..10 {
            let text = dice.text();
            let found: Vec<_> = layers.find_iter(&text).map(described).collect();
            let wanted: Vec<_> = whole.find_iter(&text).map(described).collect();
            assert_eq!(found, wanted, "{text:?} with {entries:#?} and {rules:#?}");
            total += found.len();
        }
    }
    assert!(total > 3000, "too few matches to mean anything: {total}");
}

#[test]
fn another_profile_is_refused() {
    let base = open(&[], &[], &[]);
    let delta = GazetteerBuilder::new(Profile::NLP).build().unwrap();
    let error = Layers::new(base, [Gazetteer::open(delta).unwrap()]).unwrap_err();
    assert_eq!(error.to_string(), "the list is folded by NLP@1, not by SEARCH@1");
}
