//! A list of names and later changes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::iter::FusedIterator;

use qawl_core::Mention;

use crate::build::GazetteerBuilder;
use crate::entry::Entry;
use crate::error::BuildError;
use crate::file::File;
use crate::found::Match;
use crate::gazetteer::Gazetteer;
use crate::key::Key;
use crate::lookup::entries_of;
use crate::rule::When;
use crate::search::FindIter;
use crate::view::EntryView;

/// A list and its deltas, searched as if they were one list that was built anew.
///
/// A delta is a list too: its entries come in addition, and those that it
/// [removes](GazetteerBuilder::remove) are lost to all lists below it. Rules of all count. People are
/// composed of the [parts](crate::Part) in the list alone, which deltas do not touch, and whom a delta names
/// is not known again by the family name alone.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Layers};
/// use qawl_normalize::Profile;
///
/// // New York State, and New York
/// let (state, york) = (Entry::new("ولاية نيويورك", "region"), Entry::new("نيويورك", "city"));
/// let base = GazetteerBuilder::new(Profile::SEARCH).add(state.clone()).add(york).build()?;
/// let delta = GazetteerBuilder::new(Profile::SEARCH)
///     .remove(&state)
///     .add(Entry::new("نيويورك تايمز", "media")) // the New York Times
///     .build()?;
/// let layers = Layers::new(Gazetteer::open(base)?, [Gazetteer::open(delta)?])?;
///
/// let text = "في ولاية نيويورك قالت نيويورك تايمز"; // "in New York State the New York Times said"
/// let found: Vec<_> = layers.find_iter(text).map(|m| m.as_str()).collect();
/// assert_eq!(found, ["نيويورك", "نيويورك تايمز"]);
///
/// let compact = Gazetteer::open(layers.compact()?)?;
/// assert_eq!(compact.mentions(text), layers.mentions(text));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Layers<D = &'static [u8]> {
    base: Gazetteer<D>,
    /// All entries of each name that a delta touches, and all rules.
    changed: Gazetteer<Vec<u8>>,
    /// The entries of the base that have such a name, sorted.
    hidden: Vec<u32>,
    /// The types that rules name, sorted, with their numbers in `changed` and their ranks.
    kinds: Vec<(String, u32, u32)>,
}

impl<D: AsRef<[u8]>> Layers<D> {
    /// Puts deltas on a list, each on those before it. Takes time and memory for the deltas only.
    ///
    /// # Errors
    /// Where a delta is folded by another profile than the list, or all deltas together are too large.
    pub fn new<E: AsRef<[u8]>>(
        base: Gazetteer<D>,
        deltas: impl IntoIterator<Item = Gazetteer<E>>,
    ) -> Result<Self, BuildError> {
        let mut names = Names { base: &base, entries: BTreeMap::new(), hidden: Vec::new() };
        let mut builder = GazetteerBuilder::new(base.profile()).rules(base.rules());
        for delta in deltas {
            delta.profile_must_be(base.profile())?;
            names.change(&delta);
            builder = builder.rules(delta.rules());
        }
        let Names { entries, mut hidden, .. } = names;
        hidden.sort_unstable();
        let changed = builder.entries(entries.into_values().flatten()).build()?;
        let changed = Gazetteer::open(changed).map_err(|_| BuildError::size())?;
        let kinds = ruled_kinds(&changed);
        Ok(Self { base, changed, hidden, kinds })
    }

    /// The names in `text`; see [`Gazetteer::find_iter`]. The text is cut twice, however many deltas
    /// there are.
    pub fn find_iter<'g, 'a>(&'g self, text: &'a str) -> LayersIter<'g, 'a, D> {
        let layer = Layer { hidden: &self.hidden, kinds: &self.kinds, rules: self.changed.file() };
        let (base, changed) = (self.base.find_iter(text), self.changed.find_iter(text));
        LayersIter { base: base.below(layer), changed: changed.without_people() }
    }

    /// All names in `text` as mentions; see [`find_iter`](Layers::find_iter).
    pub fn mentions(&self, text: &str) -> Vec<Mention<'_>> {
        self.find_iter(text).map(|found| found.mention()).collect()
    }

    /// The entries that are left: those whose names no delta touches, sorted by name, then the others.
    pub fn entries(&self) -> impl Iterator<Item = EntryView<'_>> + Clone {
        let hides = |place: u32| self.hidden.binary_search(&place).is_ok();
        let untouched = (0..).zip(self.base.entries()).filter(move |&(place, _)| !hides(place));
        untouched.map(|(_, entry)| entry).chain(self.changed.entries())
    }

    /// One list with the same entries and rules, as a file.
    ///
    /// # Errors
    /// Where it is too large for one.
    pub fn compact(&self) -> Result<Vec<u8>, BuildError> {
        GazetteerBuilder::new(self.base.profile())
            .rules(self.changed.rules())
            .entries(self.entries().map(EntryView::to_entry))
            .build()
    }
}

impl<D: AsRef<[u8]>> fmt::Debug for Layers<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layers")
            .field("base", &self.base)
            .field("changed", &self.changed)
            .finish_non_exhaustive()
    }
}

/// The names in a text; see [`Layers::find_iter`].
pub struct LayersIter<'g, 'a, D> {
    base: FindIter<'g, 'a, D>,
    changed: FindIter<'g, 'a, Vec<u8>>,
}

impl<'g, 'a, D> Iterator for LayersIter<'g, 'a, D> {
    type Item = Match<'g, 'a>;

    /// No name is in both lists, so the better match of the two is the best of all. The other list
    /// goes on behind it.
    fn next(&mut self) -> Option<Match<'g, 'a>> {
        let (base, changed) = (self.base.find(), self.changed.find());
        let is_base = match (&base, &changed) {
            (Some(base), Some(changed)) => base.order < changed.order,
            _ => base.is_some(),
        };
        let best = if is_base { base } else { changed }?;
        let end = best.found.span().end();
        if is_base {
            self.base.pass(&best);
        } else {
            self.base.people.pass(end);
            self.base.pass_to(end);
        }
        self.changed.pass_to(end);
        Some(best.found)
    }
}

impl<D> FusedIterator for LayersIter<'_, '_, D> {}

impl<D> Clone for LayersIter<'_, '_, D> {
    fn clone(&self) -> Self {
        Self { base: self.base.clone(), changed: self.changed.clone() }
    }
}

impl<D> fmt::Debug for LayersIter<'_, '_, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.base.fmt(f)
    }
}

/// What the search of a list must know of those above it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layer<'g> {
    hidden: &'g [u32],
    kinds: &'g [(String, u32, u32)],
    rules: File<'g>,
}

impl<'g> Layer<'g> {
    /// Where the rules are.
    pub(crate) const fn rules(self) -> File<'g> {
        self.rules
    }

    /// Whether the entry is found elsewhere or nowhere.
    pub(crate) fn hides(self, entry: u32) -> bool {
        self.hidden.binary_search(&entry).is_ok()
    }

    /// The type of an entry, as the rules number it: a number that none has, where no rule names it.
    pub(crate) fn kind(self, file: File<'_>, entry: u32) -> u32 {
        self.find(file.string(file.kind(entry))).map_or(u32::MAX, |&(_, number, _)| number)
    }

    /// What orders the entries of one name.
    pub(crate) fn rank(self, file: File<'_>, entry: u32) -> (u32, u32) {
        let kind = self.find(file.string(file.kind(entry)));
        (kind.map_or(u32::MAX, |&(.., rank)| rank), entry)
    }

    fn find(self, kind: &str) -> Option<&'g (String, u32, u32)> {
        let place = self.kinds.binary_search_by(|(other, ..)| other.as_str().cmp(kind)).ok()?;
        self.kinds.get(place)
    }
}

/// The names that deltas touch, as words in the form of the list, and their entries.
struct Names<'b, D> {
    base: &'b Gazetteer<D>,
    entries: BTreeMap<Vec<String>, BTreeSet<Entry>>,
    hidden: Vec<u32>,
}

impl<D: AsRef<[u8]>> Names<'_, D> {
    fn change<E: AsRef<[u8]>>(&mut self, delta: &Gazetteer<E>) {
        for removed in delta.removed() {
            let key = Key::of(&removed);
            self.touch(&removed.name).retain(|entry| Key::of(entry) != key);
        }
        for entry in delta.entries() {
            self.touch(entry.name()).insert(entry.to_entry());
        }
    }

    /// The entries of the name, those of the base if nothing touched it before.
    fn touch(&mut self, name: &str) -> &mut BTreeSet<Entry> {
        let Self { base, entries, hidden } = self;
        entries.entry(base.folding().words(name)).or_insert_with_key(|words| {
            let places = entries_of(base.file(), base.folding(), words);
            hidden.extend(&places);
            let view = |place: &u32| EntryView::new(base.file(), *place).to_entry();
            places.iter().map(view).collect()
        })
    }
}

fn ruled_kinds<D: AsRef<[u8]>>(list: &Gazetteer<D>) -> Vec<(String, u32, u32)> {
    let file = list.file();
    let mut kinds: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (number, rule) in (0..).zip(list.rules()) {
        let kind = kinds.entry(rule.kind).or_insert((file.rule(number).kind, u32::MAX));
        if let When::Rank(rank) = rule.when {
            kind.1 = rank;
        }
    }
    kinds.into_iter().map(|(kind, (number, rank))| (kind, number, rank)).collect()
}
