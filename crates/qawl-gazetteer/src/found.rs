//! A name found in a text.

use std::borrow::Cow;

use qawl_core::letters::{TATWEEL, is_mark};
use qawl_core::{Mention, Span, entity};

use crate::clitic_span::Clitics;
use crate::file::File;
use crate::view::EntryView;

/// A name found in a text, with every entry that it may stand for.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("الأردن", "country").id("Q810")) // Jordan
///     .add(Entry::new("الأردن", "river").id("Q40059")) // the Jordan
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
///
/// let text = "دعوة للعراق وللأردن"; // "an invitation to Iraq and to Jordan"
/// let found = gazetteer.find_iter(text).next().ok_or("nothing")?;
/// assert_eq!(found.as_str(), "لأردن"); // the clitic stays outside
/// let clitics: Vec<_> = found.clitics().iter().filter_map(|c| c.get(text)).collect();
/// assert_eq!(clitics, ["و", "ل"]);
/// let kinds: Vec<_> = found.entries().map(|entry| entry.kind()).collect();
/// assert_eq!(kinds, ["country", "river"]);
/// assert_eq!(found.mention().id.as_deref(), Some("Q810"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Match<'g, 'a> {
    file: File<'g>,
    text: &'a str,
    span: Span,
    clitics: Clitics,
    entries: Chosen,
    /// Where the first of its words starts, proclitics included.
    start: usize,
    words: usize,
}

/// The numbers of the entries of a match. Most names have one entry, for which the heap
/// is not asked.
#[derive(Clone, Debug)]
pub(crate) enum Chosen {
    One(u32),
    Many(Vec<u32>),
    /// A person that no entry names, known by the name that stands there.
    Composed(Span),
}

impl Chosen {
    /// None where there is none.
    pub(crate) fn of(entries: Vec<u32>) -> Option<Self> {
        match entries.as_slice() {
            [] => None,
            [entry] => Some(Self::One(*entry)),
            _ => Some(Self::Many(entries)),
        }
    }

    fn as_slice(&self) -> &[u32] {
        match self {
            Self::One(entry) => std::slice::from_ref(entry),
            Self::Many(entries) => entries,
            Self::Composed(_) => &[],
        }
    }
}

impl<'g, 'a> Match<'g, 'a> {
    pub(crate) const fn new(
        file: File<'g>,
        text: &'a str,
        span: Span,
        clitics: Clitics,
        entries: Chosen,
    ) -> Self {
        Self { file, text, span, clitics, entries, start: span.start(), words: 1 }
    }

    /// The same, taking so many words from `start` on.
    pub(crate) fn taking(self, start: usize, words: usize) -> Self {
        Self { start, words, ..self }
    }

    /// The words that it takes, with the proclitics in the first of them.
    pub(crate) fn whole(&self) -> Span {
        Span::new(self.start.min(self.span.start()), self.span.end())
    }

    /// How many words it takes. A mark inside the name counts as one, a hyphen between two words does not.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// // the United Nations
    /// let list = GazetteerBuilder::new(Profile::SEARCH).add(Entry::new("الأمم المتحدة", "organization"));
    /// let gazetteer = Gazetteer::open(list.build()?)?;
    /// let found = gazetteer.find_iter("إلى الأمم المتحدة").next(); // "to the United Nations"
    /// assert_eq!(found.map(|found| found.words()), Some(2));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn words(&self) -> usize {
        self.words
    }

    /// Where the name stands, clitics left outside. See the example of [`Match`].
    #[must_use]
    pub const fn span(&self) -> Span {
        self.span
    }

    /// The name as the text writes it.
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.span.get(self.text).unwrap_or_default()
    }

    /// Whether its first entry is a person.
    pub(crate) fn is_person(&self) -> bool {
        let kind = self.entries.as_slice().first().map(|&entry| self.file.kind(entry));
        kind.is_none_or(|kind| self.file.string_bytes(kind) == entity::PERSON.as_bytes())
    }

    /// The proclitics in front of it, in reading order.
    #[must_use]
    pub fn clitics(&self) -> &[Span] {
        self.clitics.as_slice()
    }

    /// The entries that it may stand for, the preferred one first. None only for a person that is composed of
    /// [parts](crate::Part).
    pub fn entries(
        &self,
    ) -> impl ExactSizeIterator<Item = EntryView<'g>> + Clone + use<'_, 'g, 'a> {
        let file = self.file;
        self.entries.as_slice().iter().map(move |&entry| EntryView::new(file, entry))
    }

    /// The match as a mention of its first entry; allocates for clitics only. A composed person has no
    /// identifier, and for a name what the text writes, without marks and tatweel: of a lone family name the
    /// full name before it.
    #[must_use]
    pub fn mention(&self) -> Mention<'g> {
        let Some(&entry) = self.entries.as_slice().first() else { return self.composed() };
        let entry = EntryView::new(self.file, entry);
        Mention {
            span: self.span,
            kind: Cow::Borrowed(entry.kind()),
            id: entry.id().map(Cow::Borrowed),
            name: Cow::Borrowed(entry.canonical()),
            clitics: self.clitics().to_vec(),
        }
    }
}

impl<'g> Match<'g, '_> {
    /// The entries that it stands for, for another match of the same thing.
    pub(crate) fn chosen(&self) -> Chosen {
        self.entries.clone()
    }

    fn composed(&self) -> Mention<'g> {
        let named = if let Chosen::Composed(named) = self.entries { named } else { self.span };
        let name = plain(named.get(self.text).unwrap_or_default());
        let clitics = self.clitics().to_vec();
        Mention { clitics, ..Mention::new(self.span, entity::PERSON, name) }
    }
}

/// What the text writes, without marks and tatweel, and with single spaces.
fn plain(surface: &str) -> String {
    let mut name = String::with_capacity(surface.len());
    let mut is_behind_space = false;
    for c in surface.chars().filter(|&c| !is_mark(c) && c != TATWEEL) {
        if c.is_whitespace() {
            is_behind_space = !name.is_empty();
        } else {
            if std::mem::take(&mut is_behind_space) {
                name.push(' ');
            }
            name.push(c);
        }
    }
    name
}

#[cfg(feature = "serde")]
impl serde::Serialize for Match<'_, '_> {
    /// As its [`mention`](Match::mention).
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.mention().serialize(serializer)
    }
}
