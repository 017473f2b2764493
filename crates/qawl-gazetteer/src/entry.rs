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
    /// What else the list says of the thing: the text of a JSON value, kept as it stands. Nothing
    /// here reads it; loaders of lists check that it is JSON.
    pub payload: Option<String>,
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
        Self {
            name: name.into(),
            kind: kind.into(),
            id: None,
            canonical: None,
            flags,
            payload: None,
        }
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

    /// The same entry with JSON beside it.
    ///
    /// ```
    /// let london = qawl_gazetteer::Entry::new("لندن", "city").payload(r#"{"inhabitants": 8866180}"#);
    /// assert_eq!(london.payload.as_deref(), Some(r#"{"inhabitants": 8866180}"#)); // London
    /// ```
    #[must_use]
    pub fn payload(self, json: impl Into<String>) -> Self {
        Self { payload: Some(json.into()), ..self }
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
    /// Only where it fills its words and nothing is joined to them: like `no_clitic`, and no letter,
    /// number, symbol or joining mark touches it. «سان» is not found in «سان-جيرمان» nor in «سان/7»;
    /// quotation marks, brackets, commas and stops may touch it.
    pub whole: bool,
    /// Found too where the text writes و (and) in front of later words: «السعودية البحرين» in
    /// «السعودية والبحرين». Of the later words the first six are meant. An `exact` name has no such
    /// forms.
    pub inner_clitics: bool,
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

    /// The same, with `whole`.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Flags, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// let san = Entry::new("سان", "name_part").flags(Flags::default().whole());
    /// let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).add(san).build()?)?;
    /// assert!(gazetteer.mentions("باريس سان-جيرمان").is_empty()); // Paris Saint-Germain
    /// assert_eq!(gazetteer.mentions("«سان»، باريس").len(), 1); // "Saint", Paris
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn whole(self) -> Self {
        Self { whole: true, ..self }
    }

    /// The same, with `inner_clitics`.
    ///
    /// ```
    /// use qawl_gazetteer::{Entry, Flags, Gazetteer, GazetteerBuilder};
    /// use qawl_normalize::Profile;
    ///
    /// // the Ministry of Education and Teaching, without its "and"
    /// let entry = Entry::new("وزارة التربية التعليم", "organization");
    /// let entry = entry.flags(Flags::default().inner_clitics());
    /// let gazetteer = Gazetteer::open(GazetteerBuilder::new(Profile::SEARCH).add(entry).build()?)?;
    /// assert_eq!(gazetteer.mentions("في وزارة التربية والتعليم").len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn inner_clitics(self) -> Self {
        Self { inner_clitics: true, ..self }
    }

    /// How the file stores them.
    pub(crate) const fn bits(self) -> u32 {
        self.exact as u32
            | (self.no_clitic as u32) << 1
            | (self.context as u32) << 2
            | (self.whole as u32) << 3
            | (self.inner_clitics as u32) << 4
    }

    /// The flags of `bits`; `None` where one is unknown.
    pub(crate) const fn from_bits(bits: u32) -> Option<Self> {
        if bits > 0b1_1111 {
            return None;
        }
        Some(Self {
            exact: bits & 1 != 0,
            no_clitic: bits & 2 != 0,
            context: bits & 4 != 0,
            whole: bits & 8 != 0,
            inner_clitics: bits & 16 != 0,
        })
    }
}
