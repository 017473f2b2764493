//! From a list of entries to a file.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use qawl_normalize::{Normalizer, Profile};

use crate::entry::Entry;
use crate::error::{BuildError, BuildErrorKind};
use crate::fold::Fold;
use crate::format::Sections;
use crate::gazetteer::Gazetteer;
use crate::key::Key;
use crate::piece::{Gap, Piece, Pieces};
use crate::rule::{Rule, When};
use crate::store::{Item, Store};
use crate::view::EntryView;
use crate::write::{List, write};

/// Collects entries and rules and writes the file that [`Gazetteer::open`](crate::Gazetteer::open)
/// reads.
///
/// The order of adding does not matter: the same entries and rules give the same bytes. An entry
/// given twice counts once. A list that is too long for memory is sorted in temporary files; see
/// [`memory`](GazetteerBuilder::memory).
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("الأمم المتحدة", "organization")) // the United Nations
///     .add(Entry::new("الرياض", "city")) // Riyadh
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
///
/// let text = "مندوب للأمم المتحدة وصل وبالرياض نزل"; // "a UN envoy arrived and in Riyadh stayed"
/// let found: Vec<_> = gazetteer.find_iter(text).map(|m| m.as_str()).collect();
/// assert_eq!(found, ["لأمم المتحدة", "الرياض"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use]
pub struct GazetteerBuilder {
    profile: Profile,
    entries: Store,
    rules: BTreeSet<Rule>,
    removed: BTreeSet<Key>,
    memory: usize,
}

/// Bytes of memory for a list that is being built.
const MEMORY: usize = 256 << 20;

impl GazetteerBuilder {
    /// A builder of a list that is folded by `profile`, as each text will be in which it is sought.
    pub fn new(profile: Profile) -> Self {
        let (rules, removed) = (BTreeSet::new(), BTreeSet::new());
        Self { profile, entries: Store::new(MEMORY / 2), rules, removed, memory: MEMORY }
    }

    /// About how many bytes of memory the list may take while it is sorted: 256 megabytes, where
    /// nothing is said. What does not fit goes to temporary files; the finished file is the same.
    /// Beside that two parts of the file are held whole for a while: the filter of first words, 18 bytes
    /// for each different one, and the table, 11 bytes for each different name and beginning of a name. So
    /// are the forms of names that take [clitics inside](crate::Flags::inner_clitics), 16 bytes each.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let names = ["لندن", "باريس"]; // London, Paris
    /// let builder = || GazetteerBuilder::new(Profile::SEARCH);
    /// let entries = || names.map(|name| Entry::new(name, "city"));
    /// let (mut file, whole) = (Vec::new(), builder().entries(entries()).build()?);
    /// builder().memory(1 << 20).entries(entries()).write_to(&mut file)?;
    /// assert_eq!(file, whole);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub const fn memory(mut self, bytes: usize) -> Self {
        self.memory = bytes;
        self.entries.set_memory(bytes / 2);
        self
    }

    /// Adds an entry. See the example of [`GazetteerBuilder`].
    #[expect(clippy::should_implement_trait, reason = "a list is nothing to calculate with")]
    pub fn add(mut self, entry: Entry) -> Self {
        self.entries.add(&entry);
        self
    }

    /// Adds many entries.
    ///
    /// ```
    /// use qawl_gazetteer::{tsv, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let list = "لندن\tcity\tGN:2643743\t-\t-\tgeonames\n"; // London
    /// let bytes = GazetteerBuilder::new(Profile::SEARCH).entries(tsv::read(list)?).build()?;
    /// assert_eq!(Gazetteer::open(bytes)?.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn entries(mut self, entries: impl IntoIterator<Item = Entry>) -> Self {
        entries.into_iter().for_each(|entry| self.entries.add(&entry));
        self
    }

    /// Adds a rule. See the example of [`Rule`].
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.insert(rule);
        self
    }

    /// Adds many rules, such as those of another gazetteer.
    ///
    /// ```
    /// use qawl_gazetteer::{Gazetteer, GazetteerBuilder, Rule, When};
    /// use qawl_normalize::Profile;
    ///
    /// let rule = Rule::new("city", When::Before("مدينة".into())); // city
    /// let first = GazetteerBuilder::new(Profile::SEARCH).rule(rule.clone()).build()?;
    /// let first = Gazetteer::open(first)?;
    /// let second = GazetteerBuilder::new(Profile::SEARCH).rules(first.rules()).build()?;
    /// let folded = Rule::new("city", When::Before("مدينه".into()));
    /// assert_eq!(Gazetteer::open(second)?.rules().collect::<Vec<_>>(), [folded]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn rules(mut self, rules: impl IntoIterator<Item = Rule>) -> Self {
        self.rules.extend(rules);
        self
    }

    /// Adds the entries and the rules of a compiled list, whatever the order in which lists are added.
    /// What it removes from lists below it is left out.
    ///
    /// ```
    /// use qawl_gazetteer::{BuildErrorKind, Entry, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let of = |entry| GazetteerBuilder::new(Profile::SEARCH).add(entry).build();
    /// let first = Gazetteer::open(of(Entry::new("لندن", "city"))?)?; // London
    /// let second = Gazetteer::open(of(Entry::new("باريس", "city"))?)?; // Paris
    /// let both = GazetteerBuilder::new(Profile::SEARCH).union(&first)?.union(&second)?.build()?;
    /// assert_eq!(Gazetteer::open(both)?.len(), 2);
    /// let refused = GazetteerBuilder::new(Profile::NLP).union(&first).unwrap_err();
    /// assert_eq!(refused.kind(), BuildErrorKind::Profile);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Where the list is folded by another profile.
    pub fn union<D: AsRef<[u8]>>(self, list: &Gazetteer<D>) -> Result<Self, BuildError> {
        let builder = self.rules(list.rules());
        list.profile_must_be(builder.profile)?;
        Ok(builder.entries(list.entries().map(EntryView::to_entry)))
    }

    /// Removes the entries of this name, type and identifier from the lists below this one, where it is
    /// a delta of [`Layers`](crate::Layers). An entry added here with the same three stays.
    pub fn remove(mut self, entry: &Entry) -> Self {
        self.removed.insert(Key::of(entry));
        self
    }

    /// The file.
    ///
    /// # Errors
    /// Where an entry has no type, or its name begins with no word or runs over several lines;
    /// where the word of a rule is not one word; where the whole passes 4 gigabytes; where a temporary
    /// file cannot be written.
    pub fn build(self) -> Result<Vec<u8>, BuildError> {
        let sections = self.sections()?;
        let mut file = Vec::with_capacity(sections.len());
        sections.write_to(&mut file)?;
        Ok(file)
    }

    /// Writes the file, which is never whole in memory where it is too long for it; see
    /// [`memory`](GazetteerBuilder::memory). Nothing is written before all entries and rules are checked.
    ///
    /// # Errors
    /// As of [`build`](GazetteerBuilder::build), and where `out` cannot be written.
    pub fn write_to(self, out: &mut impl Write) -> Result<(), BuildError> {
        self.sections()?.write_to(out)
    }

    fn sections(self) -> Result<Sections, BuildError> {
        let fold = Fold::new(self.profile.normalizer());
        let normalizer = fold.normalizer();
        let rules: Result<BTreeSet<Rule>, _> =
            self.rules.iter().map(|rule| fold_rule(normalizer, rule)).collect();
        let (entries, kinds) = self.entries.finish()?;
        let list = List {
            profile: self.profile,
            kinds: &kinds,
            rules: &rules?,
            ranks: ranks(&self.rules),
            removed: &self.removed,
            memory: self.memory / 8,
        };
        write(&list, &fold, entries)
    }
}

/// Entries of one name come by the rank of their type, then in order.
fn ranks(rules: &BTreeSet<Rule>) -> BTreeMap<&str, u32> {
    let rank = |rule: &Rule| if let When::Rank(rank) = rule.when { Some(rank) } else { None };
    rules.iter().filter_map(|rule| Some((rule.kind.as_str(), rank(rule)?))).collect()
}

/// Whether the entry, whose name consists of `pieces`, can be found.
pub(crate) fn check_entry(
    fold: &Fold,
    entry: &Item<'_>,
    pieces: &[Piece],
) -> Result<(), BuildError> {
    let refuse = |kind, message: String| Err(BuildError::new(kind, message));
    let name = entry.name();
    if entry.kind().trim().is_empty() {
        return refuse(BuildErrorKind::Type, format!("the name {name:?} has no type"));
    }
    let mut rest = pieces.iter();
    if !rest.next().is_some_and(|first| first.may_begin() && first.gap != Gap::Break) {
        return Err(no_word(name));
    }
    if !rest.all(|piece| piece.may_continue()) {
        let message =
            format!("the name {name:?} holds what no name can: a line break or an address");
        return refuse(BuildErrorKind::Name, message);
    }
    if pieces.iter().any(|&piece| fold.vanishes(name, piece)) {
        return Err(no_word(name));
    }
    Ok(())
}

fn no_word(name: &str) -> BuildError {
    let message = format!("the name {name:?} does not begin with a word or a number");
    BuildError::new(BuildErrorKind::Name, message)
}

fn fold_rule(normalizer: &Normalizer, rule: &Rule) -> Result<Rule, BuildError> {
    let fold = |word: &str| {
        let words = Pieces::new(word).count();
        let mut folded = String::new();
        normalizer.normalize_into(word.trim(), &mut folded);
        if rule.kind.is_empty() || words != 1 || folded.is_empty() {
            let message = format!("a rule for {:?} with {word:?}: one type, one word", rule.kind);
            return Err(BuildError::new(BuildErrorKind::Type, message));
        }
        Ok(folded)
    };
    let when = match &rule.when {
        When::Before(word) => When::Before(fold(word)?),
        When::After(word) => When::After(fold(word)?),
        When::NotBefore(word) => When::NotBefore(fold(word)?),
        When::NotWithin(word) => When::NotWithin(fold(word)?),
        other => other.clone(),
    };
    Ok(Rule { kind: rule.kind.clone(), when })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Flags;

    /// Names that share words, letters and other spellings, with all that an entry may carry.
    fn entries() -> impl DoubleEndedIterator<Item = Entry> {
        let words = ["لندن", "مدينة", "مدينه", "أمم", "امم", "والامم", "بلد", "وادي", "a"];
        let word = move |i: u32| words[i as usize % words.len()];
        (0..4000_u32).map(move |i| {
            let mixed = i.wrapping_mul(0x9E37_79B9) >> 12;
            let name = format!("{} {} {}", word(mixed), word(mixed / 9), mixed / 81 % 900);
            let [exact, inner] = [Flags::default().exact(), Flags::default().inner_clitics()];
            Entry {
                id: (i % 3 > 0).then(|| format!("Q{}", i % 2000)),
                canonical: (i % 4 == 0).then(|| word(i).to_owned()),
                flags: [Flags::default(), exact, inner][i as usize % 3],
                payload: (i % 5 == 0).then(|| (i % 300).to_string()),
                ..Entry::new(name.trim_end_matches('7').trim(), ["city", "media"][i as usize % 2])
            }
        })
    }

    #[test]
    fn a_list_sorted_in_files_is_the_same() {
        let rank = || Rule::new("media", When::Rank(1));
        let builder = || GazetteerBuilder::new(Profile::SEARCH).rule(rank());
        let whole = builder().entries(entries()).build().unwrap();
        let mut wanted: Vec<Entry> = entries().collect();
        wanted.sort();
        wanted.dedup();
        let gazetteer = Gazetteer::open(whole.as_slice()).unwrap();
        assert!(gazetteer.entries().map(EntryView::to_entry).eq(wanted));
        for memory in [0, 100_000] {
            let mut file = Vec::new();
            let twice = entries().rev().chain(entries().take(100));
            builder().memory(memory).entries(twice).write_to(&mut file).unwrap();
            assert!(file == whole, "{memory} bytes of memory");
        }
    }
}
