//! A list of names, opened.

use std::fmt;

use qawl_core::{Mention, entity};
use qawl_normalize::Profile;

use crate::entry::Entry;
use crate::error::{BuildError, BuildErrorKind, OpenError};
use crate::file::{File, StoredRule};
use crate::fold::Fold;
use crate::format::{Layout, VERSION};
use crate::fuzzy::Fuzzy;
use crate::fuzzy_search::FuzzyIter;
use crate::lookup::{Similar, lookup};
use crate::options::Search;
use crate::part::Part;
use crate::rule::{Rule, When};
use crate::search::FindIter;
use crate::view::EntryView;

/// A list of names, ready to be found in texts. It reads its file in place, from any bytes: a
/// vector, a static, a memory map.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("لندن", "city").id("GN:2643743")) // London
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
///
/// let text = "اجتمعوا بلندن"; // "they met in London"
/// let mentions = gazetteer.mentions(text);
/// assert_eq!(mentions[0].span.get(text), Some("لندن"));
/// assert_eq!(mentions[0].clitics[0].get(text), Some("ب")); // in
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Gazetteer<D = &'static [u8]> {
    data: D,
    layout: Layout,
    profile: Profile,
    fold: Fold,
}

impl<D: AsRef<[u8]>> Gazetteer<D> {
    /// Opens a file that [`GazetteerBuilder`](crate::GazetteerBuilder) wrote.
    ///
    /// A checksum over the whole file is compared, which takes as long as reading it; nothing is
    /// copied. It guards against damage, not against malice: from a file that someone forged, names may
    /// be found that are not in it, or missed. A search never panics: what a forged file leads out of
    /// itself by is refused here or asked for in bounds.
    ///
    /// The bytes must stay as they are. Where they are a map of a file, another file may take its place, but
    /// nothing may be written into it: what was checked here is not checked again, so that a fuzzy search
    /// could then panic, and of a file that was cut short reading is a signal.
    ///
    /// # Errors
    /// Where the bytes are no such file, of another format, cut short, damaged, or folded by a
    /// profile that is not known here in the same version. See [`OpenError`].
    pub fn open(data: D) -> Result<Self, OpenError> {
        let mut layout = Layout::read(data.as_ref())?;
        let file = File::new(data.as_ref(), &layout);
        let profile = file.check_profile()?;
        file.check()?;
        let mut refused: Vec<u32> = file.kinds(StoredRule::NOT_BEFORE).collect();
        refused.sort_unstable();
        refused.dedup();
        let person = refused.iter().copied().find(|&kind| file.string(kind) == entity::PERSON);
        let parts = file.parts().collect();
        let (ruled, governors) = (file.ruled_words(), file.governors());
        layout.refused = refused;
        layout.person = person;
        layout.parts = parts;
        layout.ruled = Some(ruled);
        layout.governors = Some(governors);
        let fold = Fold::new(profile.normalizer());
        Ok(Self { data, layout, profile, fold })
    }

    /// The names in `text`, from the left, the longest at each place, none overlapping another.
    ///
    /// A name begins where a word begins, or behind the proclitics of that word (و ف, then ب ل ك),
    /// and ends where a word ends. A word is cut only where more words match behind the cut than
    /// without it. Of «للأمم المتحدة» ("to the United Nations") the proclitic ل is left outside:
    /// the name «الأمم المتحدة» is found at «لأمم المتحدة».
    ///
    /// What ends in a written tanwin and its alef is no name, unless the list writes the name so: «كوبًا»
    /// (a cup) is not Cuba.
    ///
    /// Where the list has [parts](crate::Part) of names, people whom it does not hold are composed of them; a
    /// name that it holds goes first, unless the composed one is longer.
    ///
    /// Cuts and folds the text as it goes: linear, with a small window in memory. See the example
    /// of [`Gazetteer`].
    pub fn find_iter<'g, 'a>(&'g self, text: &'a str) -> FindIter<'g, 'a, D> {
        FindIter::new(self.file(), &self.fold, text)
    }

    /// A search by another policy, of fewer names or matches, to be run over any number of texts. See the
    /// example of [`Search`].
    pub fn search(&self) -> Search<'_, D> {
        Search::new(self)
    }

    /// The names in `text`, misspelled ones too, as far as `fuzzy` bears it.
    ///
    /// What [`find_iter`](Gazetteer::find_iter) finds stands, unless a longer name contains all of it.
    /// Elsewhere the longest name at each place is taken, from the left, and of equally long ones the
    /// nearest. Each word of a name is compared with one of the text: none is joined or split.
    /// Proclitics are cut off as in an exact search, conditions and rules hold. An entry that asks for
    /// its exact spelling is found only so.
    ///
    /// Memory grows with the number of different words, up to 65 536. See the example of
    /// [`FuzzyMatch`](crate::FuzzyMatch).
    pub fn find_fuzzy<'g, 'a>(&'g self, text: &'a str, fuzzy: &Fuzzy) -> FuzzyIter<'g, 'a, D> {
        FuzzyIter::new(self.find_iter(text), self.file(), *fuzzy)
    }

    /// The entries whose whole name is `name` or near it, the nearest first, then in the order of the list:
    /// "did you mean". Proclitics are not cut off and conditions are not asked for.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Fuzzy, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let bytes = GazetteerBuilder::new(Profile::SEARCH)
    ///     .add(Entry::new("محمد بن سلمان", "person")) // Muhammad bin Salman
    ///     .add(Entry::new("محمد بن سليمان", "person")) // Muhammad bin Sulayman
    ///     .build()?;
    /// let gazetteer = Gazetteer::open(bytes)?;
    /// let near = gazetteer.lookup("محمد بن سلمان", &Fuzzy::default());
    /// let near: Vec<_> = near.iter().map(|one| (one.entry.name(), one.distance)).collect();
    /// assert_eq!(near, [("محمد بن سلمان", 0), ("محمد بن سليمان", 2)]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lookup(&self, name: &str, fuzzy: &Fuzzy) -> Vec<Similar<'_>> {
        lookup(self.file(), &self.fold, fuzzy, name)
    }

    /// All names in `text` as mentions; see [`find_iter`](Gazetteer::find_iter).
    pub fn mentions(&self, text: &str) -> Vec<Mention<'_>> {
        self.find_iter(text).map(|found| found.mention()).collect()
    }

    /// The number of entries: pairs of a name and a thing, [parts](crate::Part) of names included.
    ///
    /// ```
    /// use qawl_gazetteer::{Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let empty = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).build()?)?;
    /// assert!(empty.is_empty() && empty.len() == 0);
    /// assert!(empty.mentions("في لندن").is_empty()); // "in London"
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn len(&self) -> usize {
        self.file().entries() as usize
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The profile that folds names and texts.
    pub const fn profile(&self) -> Profile {
        self.profile
    }

    /// The entries, sorted by name.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let bytes = GazetteerBuilder::new(Profile::SEARCH)
    ///     .add(Entry::new("لندن", "city")) // London
    ///     .add(Entry::new("باريس", "city")) // Paris
    ///     .build()?;
    /// let gazetteer = Gazetteer::open(bytes)?;
    /// let names: Vec<_> = gazetteer.entries().map(|entry| entry.name()).collect();
    /// assert_eq!(names, ["باريس", "لندن"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn entries(&self) -> impl ExactSizeIterator<Item = EntryView<'_>> + Clone {
        let file = self.file();
        (0..file.entries()).map(move |entry| EntryView::new(file, entry))
    }

    /// The rules, with their words folded. See the example of
    /// [`GazetteerBuilder::rules`](crate::GazetteerBuilder::rules).
    pub fn rules(&self) -> impl ExactSizeIterator<Item = Rule> + Clone + use<'_, D> {
        let file = self.file();
        (0..file.rules()).map(move |index| read_rule(file, file.rule(index)))
    }

    /// Name, type and identifier of the entries that lists below this one lose, where it is a delta of
    /// [`Layers`](crate::Layers); see [`GazetteerBuilder::remove`](crate::GazetteerBuilder::remove).
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let london = Entry::new("لندن", "city"); // London
    /// let delta = GazetteerBuilder::new(Profile::SEARCH).remove(&london).build()?;
    /// assert!(Gazetteer::open(delta)?.removed().eq([london]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn removed(&self) -> impl ExactSizeIterator<Item = Entry> + Clone + use<'_, D> {
        self.file()
            .removed()
            .map(|(name, kind, id)| Entry { id: id.map(str::to_owned), ..Entry::new(name, kind) })
    }

    pub(crate) fn profile_must_be(&self, profile: Profile) -> Result<(), BuildError> {
        if self.profile == profile {
            return Ok(());
        }
        let message = format!("the list is folded by {}, not by {profile}", self.profile);
        Err(BuildError::new(BuildErrorKind::Profile, message))
    }

    pub(crate) const fn folding(&self) -> &Fold {
        &self.fold
    }

    /// The version of the file's format: this program opens one alone.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")]
    /// assert!(qawl_gazetteer::Gazetteer::embedded().format() >= 3);
    /// ```
    pub const fn format(&self) -> u32 {
        VERSION
    }

    /// The parts of the file and how many bytes each has, in the order in which they stand there.
    ///
    /// ```
    /// # #[cfg(feature = "embedded")] {
    /// let mut sections = qawl_gazetteer::Gazetteer::embedded().sections();
    /// assert!(sections.any(|(name, len)| name == "strings" && len > 100_000));
    /// # }
    /// ```
    pub fn sections(&self) -> impl Iterator<Item = (&'static str, usize)> + use<'_, D> {
        self.layout.sections().map(|(name, section)| (name, section.len()))
    }

    pub(crate) fn file(&self) -> File<'_> {
        File::new(self.data.as_ref(), &self.layout)
    }
}

fn read_rule(file: File<'_>, rule: StoredRule) -> Rule {
    let word = || file.string(rule.value).to_owned();
    let when = match rule.code {
        StoredRule::BEFORE => When::Before(word()),
        StoredRule::AFTER => When::After(word()),
        StoredRule::NOT_BEFORE => When::NotBefore(word()),
        StoredRule::NUMBER => When::Number,
        StoredRule::DEFINITE => When::Definite,
        StoredRule::QUOTED => When::Quoted,
        StoredRule::PART => When::Part(Part::by_code(rule.value).unwrap_or(Part::Attribute)),
        StoredRule::NOT_WITHIN => When::NotWithin(word()),
        _ => When::Rank(rule.value),
    };
    Rule::new(file.string(rule.kind), when)
}

impl<D: AsRef<[u8]>> fmt::Debug for Gazetteer<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gazetteer")
            .field("profile", &self.profile.name())
            .field("entries", &self.len())
            .finish_non_exhaustive()
    }
}
