//! From a list of entries to a file.

use std::collections::{BTreeMap, BTreeSet};

use fst::MapBuilder;
use qawl_normalize::{Normalizer, Profile};

use crate::entry::Entry;
use crate::error::{BuildError, BuildErrorKind};
use crate::file::StoredRule;
use crate::filter;
use crate::format::{SEPARATOR, Sections};
use crate::piece::{Gap, Piece, Pieces};
use crate::rule::{Rule, When};
use crate::window::Window;

/// Collects entries and rules and writes the file that [`Gazetteer::open`](crate::Gazetteer::open)
/// reads.
///
/// The order of adding does not matter: the same entries and rules give the same bytes. An entry
/// given twice counts once. Building holds the whole list in memory.
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
#[derive(Clone, Debug)]
#[must_use]
pub struct GazetteerBuilder {
    profile: Profile,
    normalizer: Normalizer,
    entries: BTreeSet<Entry>,
    rules: BTreeSet<Rule>,
}

impl GazetteerBuilder {
    /// A builder of a list that is folded by `profile`, as each text will be in which it is sought.
    pub fn new(profile: Profile) -> Self {
        let normalizer = profile.normalizer();
        Self { profile, normalizer, entries: BTreeSet::new(), rules: BTreeSet::new() }
    }

    /// Adds an entry. See the example of [`GazetteerBuilder`].
    #[expect(clippy::should_implement_trait, reason = "a list is nothing to calculate with")]
    pub fn add(mut self, entry: Entry) -> Self {
        self.entries.insert(entry);
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
        self.entries.extend(entries);
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

    /// The file.
    ///
    /// # Errors
    /// Where an entry has no type, or its name begins with no word or runs over several lines;
    /// where the word of a rule is not one word; where the whole passes 4 gigabytes.
    pub fn build(self) -> Result<Vec<u8>, BuildError> {
        let ranks = self.ranks();
        let mut keys: BTreeMap<Vec<u8>, Vec<&Entry>> = BTreeMap::new();
        for entry in &self.entries {
            keys.entry(self.key(entry)?).or_default().push(entry);
        }
        // Entries of one name: by the rank of their type, then as the set has them.
        for entries in keys.values_mut() {
            entries
                .sort_by_key(|entry| ranks.get(entry.kind.as_str()).copied().unwrap_or(u32::MAX));
        }
        let rules = self.folded_rules()?;
        let strings = Strings::of(&self.entries, &rules)?;
        let mut sections = Sections {
            profile: self.profile.name().to_owned(),
            beginnings: filter::beginnings(keys.keys().map(Vec::as_slice)),
            heads: filter::heads(keys.keys().map(Vec::as_slice)),
            ..Sections::default()
        };
        strings.write(&mut sections)?;
        strings.write_entries(&self.entries, &mut sections);
        strings.write_rules(&rules, &mut sections);
        self.write_keys(&keys, &mut sections)?;
        sections.write(u32::from(self.profile.version()))
    }

    fn ranks(&self) -> BTreeMap<&str, u32> {
        let rank = |rule: &Rule| if let When::Rank(rank) = rule.when { Some(rank) } else { None };
        self.rules.iter().filter_map(|rule| Some((rule.kind.as_str(), rank(rule)?))).collect()
    }

    /// The folded pieces of a name, joined.
    fn key(&self, entry: &Entry) -> Result<Vec<u8>, BuildError> {
        check_entry(entry)?;
        let mut window = Window::new(&entry.name, &self.normalizer);
        let mut key = Vec::new();
        while let Some(folded) = window.get(0) {
            if folded.text.is_empty() {
                return Err(no_word(&entry.name));
            }
            if !key.is_empty() {
                key.push(SEPARATOR);
            }
            key.extend(folded.text.bytes());
            window.advance(1);
        }
        Ok(key)
    }

    /// The rules with their words folded.
    fn folded_rules(&self) -> Result<BTreeSet<Rule>, BuildError> {
        self.rules.iter().map(|rule| self.fold_rule(rule)).collect()
    }

    fn fold_rule(&self, rule: &Rule) -> Result<Rule, BuildError> {
        let fold = |word: &str| {
            let words = Pieces::new(word).count();
            let mut folded = String::new();
            self.normalizer.normalize_into(word.trim(), &mut folded);
            if rule.kind.is_empty() || words != 1 || folded.is_empty() {
                let message =
                    format!("a rule for {:?} with {word:?}: one type, one word", rule.kind);
                return Err(BuildError::new(BuildErrorKind::Type, message));
            }
            Ok(folded)
        };
        let when = match &rule.when {
            When::Before(word) => When::Before(fold(word)?),
            When::After(word) => When::After(fold(word)?),
            When::NotBefore(word) => When::NotBefore(fold(word)?),
            other => other.clone(),
        };
        Ok(Rule { kind: rule.kind.clone(), when })
    }

    fn write_keys(
        &self,
        keys: &BTreeMap<Vec<u8>, Vec<&Entry>>,
        sections: &mut Sections,
    ) -> Result<(), BuildError> {
        let places: BTreeMap<&Entry, u32> = self.entries.iter().zip(0..).collect();
        let mut map = MapBuilder::memory();
        for (key, entries) in keys {
            let start = sections.postings.len() as u64;
            sections.postings.push(len(entries.len())?);
            sections.postings.extend(entries.iter().filter_map(|entry| places.get(entry)));
            // Keys come from a sorted map and go to memory: neither order nor writing can fail.
            map.insert(key, start).map_err(|_| BuildError::size())?;
        }
        sections.keys = map.into_inner().map_err(|_| BuildError::size())?;
        Ok(())
    }
}

fn check_entry(entry: &Entry) -> Result<(), BuildError> {
    let refuse = |kind, message: String| Err(BuildError::new(kind, message));
    let name = &entry.name;
    if entry.kind.trim().is_empty() {
        return refuse(BuildErrorKind::Type, format!("the name {name:?} has no type"));
    }
    let mut pieces = Pieces::new(name);
    if !pieces.next().is_some_and(|first| first.may_begin() && first.gap != Gap::Break) {
        return Err(no_word(name));
    }
    if !pieces.all(Piece::may_continue) {
        let message =
            format!("the name {name:?} holds what no name can: a line break or an address");
        return refuse(BuildErrorKind::Name, message);
    }
    Ok(())
}

fn no_word(name: &str) -> BuildError {
    let message = format!("the name {name:?} does not begin with a word or a number");
    BuildError::new(BuildErrorKind::Name, message)
}

fn len(len: usize) -> Result<u32, BuildError> {
    u32::try_from(len).map_err(|_| BuildError::size())
}

/// Every text of the list, numbered in its order.
struct Strings<'e>(BTreeMap<&'e str, u32>);

impl<'e> Strings<'e> {
    fn of(entries: &'e BTreeSet<Entry>, rules: &'e BTreeSet<Rule>) -> Result<Self, BuildError> {
        let mut strings = BTreeSet::new();
        for entry in entries {
            strings.extend([entry.name.as_str(), entry.kind.as_str()]);
            strings.extend(entry.id.as_deref());
            strings.extend(entry.canonical.as_deref());
        }
        for rule in rules {
            strings.insert(rule.kind.as_str());
            strings.extend(word(rule));
        }
        len(strings.len())?;
        Ok(Self(strings.into_iter().zip(0..).collect()))
    }

    fn number(&self, string: &str) -> u32 {
        self.0.get(string).copied().unwrap_or_default()
    }

    fn write(&self, sections: &mut Sections) -> Result<(), BuildError> {
        for string in self.0.keys() {
            sections.strings.push_str(string);
            sections.string_ends.push(len(sections.strings.len())?);
        }
        Ok(())
    }

    fn write_entries(&self, entries: &BTreeSet<Entry>, sections: &mut Sections) {
        for entry in entries {
            let canonical = entry.canonical.as_deref().unwrap_or(&entry.name);
            sections.entries.extend([
                self.number(&entry.name),
                self.number(&entry.kind),
                entry.id.as_deref().map_or(0, |id| self.number(id) + 1),
                self.number(canonical),
                entry.flags.bits(),
            ]);
        }
    }

    fn write_rules(&self, rules: &BTreeSet<Rule>, sections: &mut Sections) {
        let stored = |rule: &Rule| {
            let (code, value) = match &rule.when {
                When::Before(word) => (StoredRule::BEFORE, self.number(word)),
                When::After(word) => (StoredRule::AFTER, self.number(word)),
                When::NotBefore(word) => (StoredRule::NOT_BEFORE, self.number(word)),
                When::Number => (StoredRule::NUMBER, 0),
                When::Definite => (StoredRule::DEFINITE, 0),
                When::Quoted => (StoredRule::QUOTED, 0),
                When::Rank(rank) => (StoredRule::RANK, *rank),
            };
            StoredRule { kind: self.number(&rule.kind), code, value }
        };
        let rules: BTreeSet<StoredRule> = rules.iter().map(stored).collect();
        sections.rules = rules.iter().flat_map(|rule| [rule.code, rule.value, rule.kind]).collect();
    }
}

fn word(rule: &Rule) -> Option<&str> {
    match &rule.when {
        When::Before(word) | When::After(word) | When::NotBefore(word) => Some(word),
        _ => None,
    }
}
