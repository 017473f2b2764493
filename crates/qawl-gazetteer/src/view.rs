//! An entry, read in place.

use std::fmt;

use crate::entry::{Entry, Flags};
use crate::file::File;

/// An entry of an open gazetteer. It borrows all its strings.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
/// use qawl_normalize::Profile;
///
/// // Britain, known as the United Kingdom
/// let britain = Entry::new("بريطانيا", "country").id("Q145").canonical("المملكة المتحدة");
/// let bytes = GazetteerBuilder::new(Profile::SEARCH).add(britain.clone()).build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
/// let view = gazetteer.entries().next().ok_or("no entry")?;
/// assert_eq!((view.name(), view.kind()), ("بريطانيا", "country"));
/// assert_eq!((view.id(), view.canonical()), (Some("Q145"), "المملكة المتحدة"));
/// assert_eq!(view.to_entry(), britain);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct EntryView<'g> {
    file: File<'g>,
    index: u32,
}

impl<'g> EntryView<'g> {
    pub(crate) const fn new(file: File<'g>, index: u32) -> Self {
        Self { file, index }
    }

    /// The name as the list writes it. See the example of [`EntryView`] for this and the others.
    #[must_use]
    pub fn name(self) -> &'g str {
        self.file.name(self.index)
    }

    /// What the thing is.
    #[must_use]
    pub fn kind(self) -> &'g str {
        self.file.string(self.file.kind(self.index))
    }

    /// The list's identifier of the thing.
    #[must_use]
    pub fn id(self) -> Option<&'g str> {
        self.file.id(self.index)
    }

    /// The name by which the thing is known: [`name`](EntryView::name), where the list gives no
    /// other.
    #[must_use]
    pub fn canonical(self) -> &'g str {
        self.file.canonical(self.index)
    }

    /// Conditions on a match.
    #[must_use]
    pub fn flags(self) -> Flags {
        self.file.flags(self.index)
    }

    /// What else the list says of the thing: the text of a JSON value. A binary search among the
    /// entries that have one.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let london = Entry::new("لندن", "city").payload(r#"{"inhabitants": 8866180}"#); // London
    /// let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).add(london).build()?)?;
    /// let found = gazetteer.find_iter("في لندن").next().ok_or("nothing")?; // "in London"
    /// let payload = found.entries().next().and_then(|entry| entry.payload());
    /// assert_eq!(payload, Some(r#"{"inhabitants": 8866180}"#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn payload(self) -> Option<&'g str> {
        self.file.payload(self.index)
    }

    /// The entry with strings of its own.
    #[must_use]
    pub fn to_entry(self) -> Entry {
        let canonical = Some(self.canonical()).filter(|&canonical| canonical != self.name());
        Entry {
            name: self.name().to_owned(),
            kind: self.kind().to_owned(),
            id: self.id().map(str::to_owned),
            canonical: canonical.map(str::to_owned),
            flags: self.flags(),
            payload: self.payload().map(str::to_owned),
        }
    }
}

impl fmt::Debug for EntryView<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.to_entry().fmt(f)
    }
}
