//! The parts of which `qawl-gazetteer` composes the names of people.
//!
//! They are derived: parts and titles from `data/quotes/`, further parts from the people of the list, and
//! what neither knows from `data/gazetteer/composition.tsv`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use qawl_gazetteer::{Entry, Flags, Rule, When};
use qawl_normalize::{Normalizer, Profile};

use crate::{Error, Row, read_tsv};

/// Stands beside the lists of names and has columns of its own.
pub(crate) const COMPOSITION: &str = "composition.tsv";

const FOLD: Normalizer = Profile::SEARCH.normalizer();

/// The fewest letters of a part that is taken from the people of the list.
const LEAST_LETTERS: usize = 4;

/// How often a word of the news must have been met to be a common one.
const COMMON: u32 = 70;

/// How often it must have been met without the article that it mostly has.
const BARE: u32 = 15;

/// What the parts are made of. All words are folded.
#[derive(Debug)]
pub(crate) struct People {
    /// The entries that `composition.tsv` adds.
    own: Vec<Entry>,
    /// The words of `composition.tsv` by class; those of `stop` are as written: «ال» is no part, «آل» is.
    classes: BTreeMap<String, BTreeSet<String>>,
    /// The commonest words of the news.
    common: BTreeSet<String>,
    name_parts: Vec<Row>,
    titles: Vec<Row>,
}

impl People {
    pub(crate) fn read(root: &Path) -> Result<Self, Error> {
        let mut people = Self {
            own: Vec::new(),
            classes: BTreeMap::new(),
            common: common_words(root)?,
            name_parts: read_tsv(&root.join("data/quotes/name_parts.tsv"), 3)?,
            titles: read_tsv(&root.join("data/quotes/titles.tsv"), 3)?,
        };
        people.read_composition(&root.join("data/gazetteer").join(COMPOSITION))?;
        Ok(people)
    }

    fn read_composition(&mut self, path: &Path) -> Result<(), Error> {
        for row in read_tsv(path, 3)? {
            let [name, class, _] = row.columns.as_slice() else { continue };
            let word = if class == "stop" { name.clone() } else { fold(name) };
            self.classes.entry(class.clone()).or_default().insert(word);
            let kind = match class.as_str() {
                "common" | "exact" | "stop" => continue,
                "attribute" => "title_attribute",
                "closing" => "name_closing",
                "given" => "given_name",
                "family" => "family_name",
                _ => return Err(Error::at(path, row.line, format!("unknown class {class:?}"))),
            };
            self.own.push(Entry::new(name, kind));
        }
        Ok(())
    }

    /// The entries that are parts of names; `names` is the list that they complete.
    pub(crate) fn parts(&self, names: &[Entry]) -> Vec<Entry> {
        let mut parts = self.own.clone();
        // What `composition.tsv` says of a word is all that it is.
        let own = folded(&parts);
        let listed = self.name_parts.iter().filter_map(name_part);
        parts.extend(listed.filter(|part| !own.contains(&fold(&part.name))));
        let titles: Vec<Entry> = self.titles.iter().filter_map(|row| self.title(row)).collect();
        let mut taken = folded(parts.iter().chain(&titles));
        taken.extend(folded(names.iter().filter(|entry| entry.kind != "person")));
        // A common word proves nothing by being a word of a name.
        let is_free = |word: &String| !taken.contains(word) && !self.common.contains(word);
        parts.extend(parts_of_people(names).into_iter().filter(|part| is_free(&fold(&part.name))));
        parts.retain(|part| !self.classes.get("stop").is_some_and(|s| s.contains(&part.name)));
        parts.iter_mut().for_each(|part| self.mark(part));
        parts.extend(titles);
        parts
    }

    /// The words that stand within no name: the commonest of the news, and those that look like family
    /// names. A word with proclitics or article is left out where the bare one is in.
    pub(crate) fn outside(&self, parts: &[Entry]) -> Vec<Rule> {
        let parts = folded(parts.iter().filter(|part| part.kind != "title"));
        // «وعلى» (and on) is written as the name is by some.
        let is_name = |word: &str| shorter(word).any(|rest| self.is("exact", rest));
        let stops = self.classes.get("stop").into_iter().flatten().map(|word| fold(word));
        let common = self.common.iter().filter(|word| !is_name(word)).cloned();
        let mut words: BTreeSet<String> = common.chain(stops).collect();
        words.retain(|word| !parts.contains(word) || self.is("exact", word));
        let is_reduced = |word: &str| shorter(word).any(|rest| words.contains(rest));
        let kept = words.iter().filter(|word| word.chars().nth(1).is_some() && !is_reduced(word));
        kept.map(|word| Rule::new("person", When::NotWithin(word.clone()))).collect()
    }

    fn is(&self, class: &str, word: &str) -> bool {
        self.classes.get(class).is_some_and(|words| words.contains(&fold(word)))
    }

    /// A title of one word without the article governs what stands behind it, «طبيب محمد» (Muhammad's
    /// doctor), unless it is one of honour: «سمو», «د.».
    fn title(&self, row: &Row) -> Option<Entry> {
        let [words, class, _] = row.columns.as_slice() else { return None };
        let is_bare = !words.starts_with("ال") && !words.contains(' ');
        let governs = is_bare && (class != "honorific" || self.is("common", words));
        let flags = if governs { Flags::default().context() } else { Flags::default() };
        let name = words.trim_end_matches('.');
        (class != "institution").then(|| Entry::new(name, "title").flags(flags))
    }

    /// Marks a part that is a common word too, or a name in one spelling only.
    fn mark(&self, part: &mut Entry) {
        if self.is("common", &part.name) {
            part.flags = part.flags.context();
        }
        if self.is("exact", &part.name) {
            part.flags = part.flags.exact();
        }
    }
}

/// The commonest words of the news, folded. What is seldom met without its article and in no dictionary is
/// a family, however common: «العيبان».
fn common_words(root: &Path) -> Result<BTreeSet<String>, Error> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for row in read_tsv(&root.join("data/segment/word_counts.tsv"), 2)? {
        let [word, count] = row.columns.as_slice() else { continue };
        *counts.entry(fold(word)).or_default() += count.parse().unwrap_or(0);
    }
    let stems = read_tsv(&root.join("data/segment/camel_morph_stems.tsv"), 2)?;
    let stems: BTreeSet<String> =
        stems.iter().filter_map(|row| row.columns.first()).map(|stem| fold(stem)).collect();
    let is_word =
        |bare: &str| stems.contains(bare) || counts.get(bare).is_some_and(|&count| count >= BARE);
    let is_family = |word: &str| {
        !stems.contains(word) && word.strip_prefix("ال").is_some_and(|bare| !is_word(bare))
    };
    let common = counts.iter().filter(|&(word, &count)| count >= COMMON && !is_family(word));
    Ok(common.map(|(word, _)| word.clone()).collect())
}

/// What is left of a word behind a proclitic, or behind the article.
fn shorter(word: &str) -> impl Iterator<Item = &str> {
    ["ال", "وال", "بال", "فال", "كال", "و", "ف", "ب", "ل", "ك"]
        .into_iter()
        .filter_map(|front| word.strip_prefix(front))
        .filter(|rest| rest.chars().nth(1).is_some())
}

fn fold(word: &str) -> String {
    FOLD.normalize(word).into_owned()
}

fn folded<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> BTreeSet<String> {
    entries.into_iter().map(|entry| fold(&entry.name)).collect()
}

fn name_part(row: &Row) -> Option<Entry> {
    let [word, class, _] = row.columns.as_slice() else { return None };
    let kind = match class.as_str() {
        "given" => "given_name",
        "family" => "family_name",
        "particle" => "name_particle",
        _ => "kunya",
    };
    Some(Entry::new(word, kind))
}

/// The first and the last words of names that a list holds.
fn parts_of_people(names: &[Entry]) -> Vec<Entry> {
    let mut parts = Vec::new();
    for person in names.iter().filter(|entry| entry.kind == "person" && !entry.flags.context) {
        let words: Vec<&str> = person.name.split_whitespace().collect();
        let [first, .., last] = words.as_slice() else { continue };
        for (word, kind) in [(first, "given_name"), (last, "family_name")] {
            if word.chars().nth(LEAST_LETTERS - 1).is_some() {
                parts.push(Entry::new(*word, kind));
            }
        }
    }
    parts
}
