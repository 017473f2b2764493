//! Lists and texts from a small generator with a fixed start.

use crate::{Entry, Flags, Rule, When};

/// How many lists a law is tried on: `usual`, or `PROPTEST_CASES` if that is set.
pub(super) fn cases(usual: usize) -> usize {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// A number below `sides` (xorshift64).
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    pub(super) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.roll(choices.len())]
    }

    pub(super) fn shuffle<T>(&mut self, row: &mut [T]) {
        for end in (1..row.len()).rev() {
            row.swap(end, self.roll(end + 1));
        }
    }

    /// A word over few letters, so that words meet, clitics look like letters and folds matter.
    fn word(&mut self) -> String {
        let letters = ['و', 'ب', 'ل', 'ك', 'ا', 'أ', 'م', 'ة'];
        let article = self.one_of(&["", "", "ال"]);
        let len = 1 + self.roll(3);
        article.chars().chain((0..len).map(|_| self.one_of(&letters))).collect()
    }

    /// Few first words, so that names overlap.
    fn name(&mut self, words: &[String]) -> String {
        let gap = self.one_of(&[" ", " ", " ", "  ", "-", "/"]);
        let name = |dice: &mut Self| words[dice.roll(words.len())].clone();
        (0..1 + self.roll(3)).map(|_| name(self)).collect::<Vec<_>>().join(gap)
    }

    pub(super) fn entries(&mut self, count: usize) -> Vec<Entry> {
        let words: Vec<String> = (0..8 + self.roll(count)).map(|_| self.word()).collect();
        (0..count).map(|_| self.entry(&words)).collect()
    }

    fn entry(&mut self, words: &[String]) -> Entry {
        let flags = match self.roll(14) {
            0 => Flags::default().exact(),
            1 => Flags::default().no_clitic(),
            2 | 3 => Flags::default().context(),
            4 => Flags::default().whole(),
            5 | 6 => Flags::default().inner_clitics(),
            _ => Flags::default(),
        };
        let kind = self.one_of(&["city", "person", "media"]);
        Entry::new(self.name(words), kind).flags(flags)
    }

    /// Some of the rules that the naive matcher knows.
    pub(super) fn rules(&mut self) -> Vec<Rule> {
        let rules = [
            Rule::new("city", When::Before("مدينة".into())), // city
            Rule::new("person", When::NotBefore("مدينة".into())),
            Rule::new("person", When::After("قال".into())), // said
            Rule::new("media", When::Number),
            Rule::new("media", When::Rank(1)),
            Rule::new("person", When::Rank(2)),
        ];
        rules.into_iter().filter(|_| self.roll(2) == 0).collect()
    }

    /// Names of the list and other words, with proclitics, marks and gaps of all sorts.
    pub(super) fn text(&mut self, entries: &[Entry]) -> String {
        (0..24).map(|_| self.stretch(entries)).collect()
    }

    fn stretch(&mut self, entries: &[Entry]) -> String {
        let clitic = self.one_of(&["", "", "و", "ف", "ب", "ل", "ك", "وب", "لـ", "وَلِ", "لـ\""]);
        let mut name = self.known_or_other(entries);
        if clitic.ends_with('ل') && self.roll(2) == 0 {
            name = name.strip_prefix('ا').unwrap_or(&name).to_owned();
        }
        if self.roll(6) == 0 {
            name = name.replace(' ', self.one_of(&["-", "\n", "  ", "\u{200F} ", "،"]));
        }
        if self.roll(4) == 0 {
            name = name.replacen(' ', " و", 1);
        }
        // ARABIC FATHA, ARABIC TATWEEL, ARABIC FATHATAN behind a word.
        let mark = self.one_of(&["", "", "", "\u{064E}", "\u{0640}", "\u{064B}"]);
        let gap = self.one_of(&[" ", " ", " ", "، ", "-", "/", "\n", "\u{200F} ", " («"]);
        [clitic, &name, mark, gap].concat()
    }

    /// A name or the start of one, a word of a rule, any word.
    fn known_or_other(&mut self, entries: &[Entry]) -> String {
        let name = |known: usize| entries.get(known).map(|entry| entry.name.clone());
        match self.roll(8) {
            0 => self.one_of(&["مدينة", "قال", "3"]).to_owned(),
            1 => self.word(),
            2 => {
                let name = name(self.roll(entries.len())).unwrap_or_default();
                name.split(' ').next().unwrap_or_default().to_owned()
            }
            _ => name(self.roll(entries.len())).unwrap_or_default(),
        }
    }
}
