//! What a list says about a name.

/// One name of one thing, as a list gives it.
///
/// Several things may share a name and one thing may have several names: each pair is an entry.
///
/// ```
/// use qawl_gazetteer::Entry;
///
/// // The United Nations, found under its short name too.
/// let long = Entry::new("منظمة الأمم المتحدة", "organization").id("Q1065");
/// let short = Entry::new("الأمم المتحدة", "organization").id("Q1065").canonical(&long.name);
/// assert_eq!(short.canonical.as_deref(), Some("منظمة الأمم المتحدة"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Entry {
    /// The name to look for, written as usual: the builder folds it.
    pub name: String,
    /// What the thing is: one of [`qawl_core::entity`] or a word of the list's own.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: String,
    /// The list's identifier of the thing.
    pub id: Option<String>,
    /// The name by which the thing is known, where that is another one.
    pub canonical: Option<String>,
    /// Conditions on a match.
    pub flags: Flags,
}

impl Entry {
    /// An entry without identifier, other name or conditions.
    ///
    /// ```
    /// let entry = qawl_gazetteer::Entry::new("لندن", "city"); // London
    /// assert_eq!((entry.name.as_str(), entry.id), ("لندن", None));
    /// ```
    #[must_use]
    pub fn new(name: impl Into<String>, kind: impl Into<String>) -> Self {
        let flags = Flags::default();
        Self { name: name.into(), kind: kind.into(), id: None, canonical: None, flags }
    }

    /// The same entry with an identifier.
    ///
    /// ```
    /// let london = qawl_gazetteer::Entry::new("لندن", "city").id("GN:2643743");
    /// assert_eq!(london.id.as_deref(), Some("GN:2643743"));
    /// ```
    #[must_use]
    pub fn id(self, id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// The same entry, of a thing known by another name.
    ///
    /// ```
    /// // "Britain", known as the United Kingdom
    /// let britain = qawl_gazetteer::Entry::new("بريطانيا", "country").canonical("المملكة المتحدة");
    /// assert_eq!(britain.canonical.as_deref(), Some("المملكة المتحدة"));
    /// ```
    #[must_use]
    pub fn canonical(self, name: impl Into<String>) -> Self {
        Self { canonical: Some(name.into()), ..self }
    }

    /// The same entry under other conditions.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Flags};
    ///
    /// // March, written like "he practised"
    /// let march = Entry::new("مارس", "month").flags(Flags::default().context());
    /// assert!(march.flags.context);
    /// ```
    #[must_use]
    pub fn flags(self, flags: Flags) -> Self {
        Self { flags, ..self }
    }
}

/// Conditions on a match of an entry. None is set by default.
///
/// ```
/// use qawl_gazetteer::Flags;
///
/// let flags = Flags::default().exact().no_clitic();
/// assert!(flags.exact && flags.no_clitic && !flags.context);
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Flags {
    /// Only where the text writes it letter by letter and mark by mark as the list does: «عُمان»
    /// (Oman) is not «عمان».
    pub exact: bool,
    /// Not behind a proclitic in the same word.
    pub no_clitic: bool,
    /// Only where a [`Rule`](crate::Rule) of its type licenses it: the name is a common word.
    pub context: bool,
}

impl Flags {
    /// The same, with `exact`. See the example of [`Flags`].
    #[must_use]
    pub const fn exact(self) -> Self {
        Self { exact: true, ..self }
    }

    /// The same, with `no_clitic`. See the example of [`Flags`].
    #[must_use]
    pub const fn no_clitic(self) -> Self {
        Self { no_clitic: true, ..self }
    }

    /// The same, with `context`. See the example of [`Flags`].
    #[must_use]
    pub const fn context(self) -> Self {
        Self { context: true, ..self }
    }

    /// How the file stores them.
    pub(crate) const fn bits(self) -> u32 {
        self.exact as u32 | (self.no_clitic as u32) << 1 | (self.context as u32) << 2
    }

    /// The flags of `bits`; `None` where one is unknown.
    pub(crate) const fn from_bits(bits: u32) -> Option<Self> {
        if bits > 0b111 {
            return None;
        }
        Some(Self { exact: bits & 1 != 0, no_clitic: bits & 2 != 0, context: bits & 4 != 0 })
    }
}
