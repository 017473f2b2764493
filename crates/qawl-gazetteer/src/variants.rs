//! The other ways in which the press writes a name that a list gives in one.

mod article;
mod compound;
mod five_nouns;
mod hamza;
mod hyphen;
mod ibn;
mod kunya;
mod name;
mod rule;
mod sound_plural;
mod spelling;
mod tables;
mod title;

use crate::entry::Entry;
use crate::variants::name::Name;
pub use crate::variants::rule::VariantRule;
use crate::variants::title::Titles;

/// The most spellings of one name.
const MOST: usize = 100;

/// Adds the other spellings of a name, by rules that are chosen one by one. By default all
/// [safe](VariantRule::is_safe) ones.
///
/// What folding makes one («إ» and «ا», «ة» and «ه», a hyphen and a space) needs no variants: a name
/// with a hyphen is found with a space anyway.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Variants};
/// use qawl_normalize::Profile;
///
/// let king = Entry::new("عبدالله بن عبدالعزيز", "person"); // Abdullah bin Abdulaziz
/// let variants = Variants::default();
/// let builder = GazetteerBuilder::new(Profile::SEARCH);
/// let bytes = builder.entries([king].into_iter().flat_map(|e| variants.expand(e))).build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
///
/// let mentions = gazetteer.mentions("لقاء عبد الله بن عبد العزيز"); // "a meeting with …"
/// assert_eq!(mentions[0].name, "عبدالله بن عبدالعزيز"); // as the list writes it
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Variants {
    rules: Vec<VariantRule>,
    titles: Titles,
}

impl Default for Variants {
    fn default() -> Self {
        Self::of(VariantRule::ALL.iter().copied().filter(|rule| rule.is_safe()))
    }
}

impl Variants {
    /// Those of `rules` alone.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, VariantRule, Variants};
    ///
    /// let variants = Variants::of([VariantRule::Ibn]);
    /// let names = variants.expand(Entry::new("محمد بن سلمان", "person")); // Mohammed bin Salman
    /// assert_eq!(names[1].name, "محمد ابن سلمان");
    /// assert_eq!(names[1].canonical.as_deref(), Some("محمد بن سلمان"));
    /// assert_eq!(names.len(), 2);
    /// ```
    pub fn of(rules: impl IntoIterator<Item = VariantRule>) -> Self {
        let none = Self { rules: Vec::new(), titles: Titles::default() };
        rules.into_iter().fold(none, Self::with)
    }

    /// The same, with `rule`. See the example of [`Variants::titles`].
    pub fn with(mut self, rule: VariantRule) -> Self {
        if !self.rules.contains(&rule) {
            self.rules.push(rule);
            self.rules.sort_unstable();
        }
        self
    }

    /// The same, without `rule`.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, VariantRule, Variants};
    ///
    /// let variants = Variants::default().without(VariantRule::Compound);
    /// assert_eq!(variants.expand(Entry::new("عبد الله", "person")).len(), 1); // Abdullah
    /// ```
    pub fn without(mut self, rule: VariantRule) -> Self {
        self.rules.retain(|&other| other != rule);
        self
    }

    /// The same, with these titles instead of the built-in ones.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, VariantRule, Variants};
    ///
    /// let variants = Variants::of([]).with(VariantRule::Title).titles(["الرفيق"]); // comrade
    /// let names = variants.expand(Entry::new("الرفيق سامي حداد", "person"));
    /// assert_eq!(names[1].name, "سامي حداد"); // Sami Haddad
    /// ```
    pub fn titles<T: AsRef<str>>(mut self, titles: impl IntoIterator<Item = T>) -> Self {
        self.titles = Titles::of(titles);
        self
    }

    /// The entry, then one for each other spelling of its name, none twice; a hundred at most. They have
    /// the identifier and the flags of the entry, and its name as canonical one where it has no other.
    ///
    /// See the example of [`Variants`].
    #[must_use]
    pub fn expand(&self, entry: Entry) -> Vec<Entry> {
        let canonical = entry.canonical.as_ref().unwrap_or(&entry.name);
        let variant = |name: String| {
            let canonical = Some(canonical).filter(|canonical| **canonical != name).cloned();
            Entry { name, canonical, ..entry.clone() }
        };
        let variants: Vec<Entry> = self.spellings(&entry).into_iter().map(variant).collect();
        std::iter::once(entry).chain(variants).collect()
    }

    /// All spellings but the entry's own: what the rules make of it, of what they made, and so on.
    fn spellings(&self, entry: &Entry) -> Vec<String> {
        let name = Name::new(&entry.name, &entry.kind);
        // Rules put one space between words, whatever stands there in the list.
        let mut known = vec![name.words.join(" ")];
        let mut next = 0;
        while let Some(name) = known.get(next).filter(|_| known.len() < MOST) {
            let others = self.respell(&Name::new(name, &entry.kind));
            next += 1;
            for name in others {
                if !name.is_empty() && !known.contains(&name) {
                    known.push(name);
                }
            }
        }
        known.into_iter().take(MOST).skip(1).collect()
    }

    /// What the rules make of a name.
    fn respell(&self, name: &Name<'_>) -> Vec<String> {
        self.rules.iter().flat_map(|rule| rule.respell(name, &self.titles)).collect()
    }
}

#[cfg(test)]
mod tests;
