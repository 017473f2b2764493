//! From a list of entries to a file.

use std::collections::{BTreeMap, BTreeSet};

use qawl_normalize::{Normalizer, Profile};

use crate::entry::Entry;
use crate::error::{BuildError, BuildErrorKind};
use crate::fold::Fold;
use crate::keys::Keys;
use crate::piece::{Gap, Piece, Pieces};
use crate::rule::{Rule, When};
use crate::store::{Item, Store};
use crate::write::write;

/// Collects entries and rules and writes the file that [`Gazetteer::open`](crate::Gazetteer::open)
/// reads.
///
/// The order of adding does not matter: the same entries and rules give the same bytes. An entry
/// given twice counts once. Building holds the whole list in memory, packed: a million names of 30 bytes
/// take less than 300 megabytes, the finished file included.
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
    entries: Store,
    rules: BTreeSet<Rule>,
}

impl GazetteerBuilder {
    /// A builder of a list that is folded by `profile`, as each text will be in which it is sought.
    pub fn new(profile: Profile) -> Self {
        Self { profile, entries: Store::default(), rules: BTreeSet::new() }
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

    /// The file.
    ///
    /// # Errors
    /// Where an entry has no type, or its name begins with no word or runs over several lines;
    /// where the word of a rule is not one word; where the whole passes 4 gigabytes.
    pub fn build(self) -> Result<Vec<u8>, BuildError> {
        let fold = Fold::new(self.profile.normalizer());
        let items = self.entries.view();
        let order = items.sorted();
        for &number in &order {
            check_entry(&fold, items.get(number))?;
        }
        let rules = self.folded_rules(fold.normalizer())?;
        let ranks = self.ranks();
        // Entries of one name: by the rank of their type, then in order.
        let rank = |kind: &str| ranks.get(kind).copied().unwrap_or(u32::MAX);
        let keys = Keys::new(&items, &order, &fold, rank)?;
        write(self.profile, &items, &order, &rules, keys)
    }

    fn ranks(&self) -> BTreeMap<&str, u32> {
        let rank = |rule: &Rule| if let When::Rank(rank) = rule.when { Some(rank) } else { None };
        self.rules.iter().filter_map(|rule| Some((rule.kind.as_str(), rank(rule)?))).collect()
    }

    /// The rules with their words folded.
    fn folded_rules(&self, normalizer: &Normalizer) -> Result<BTreeSet<Rule>, BuildError> {
        self.rules.iter().map(|rule| fold_rule(normalizer, rule)).collect()
    }
}

fn check_entry(fold: &Fold, entry: Item<'_>) -> Result<(), BuildError> {
    let refuse = |kind, message: String| Err(BuildError::new(kind, message));
    let name = entry.name;
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
    if Pieces::new(name).any(|piece| fold.vanishes(name, piece)) {
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
        other => other.clone(),
    };
    Ok(Rule { kind: rule.kind.clone(), when })
}
