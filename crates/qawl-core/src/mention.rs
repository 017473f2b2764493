//! A name found in a text.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use crate::Span;

/// The types that qawl's own list of names uses. A list of your own may use any other word.
///
/// ```
/// use qawl_core::{Mention, Span, entity};
///
/// let found = [
///     Mention::new(Span::new(0, 6), entity::COUNTRY, "مصر"), // Egypt
///     Mention::new(Span::new(10, 20), "river", "النيل"),     // the Nile, of another list
/// ];
/// let countries = found.iter().filter(|mention| mention.kind == entity::COUNTRY);
/// assert!(countries.map(|mention| mention.name.as_ref()).eq(["مصر"]));
/// ```
pub mod entity {
    /// A human being: «جون كيري» (John Kerry).
    pub const PERSON: &str = "person";
    /// A body: ministry, alliance, party, armed group, company.
    pub const ORGANIZATION: &str = "organization";
    /// A newspaper, agency or channel.
    pub const MEDIA: &str = "media";
    /// A state or territory.
    pub const COUNTRY: &str = "country";
    /// A town of any size.
    pub const CITY: &str = "city";
    /// An area that is neither town nor state.
    pub const REGION: &str = "region";
    /// An adjective of origin: «بريطاني» (British). Not a name, but it tells where one ends.
    pub const DEMONYM: &str = "demonym";
    /// A month of any calendar.
    pub const MONTH: &str = "month";
    /// A day of the week.
    pub const WEEKDAY: &str = "weekday";
}

/// A name found in a text, by qawl's gazetteer or by any other program.
///
/// Fields are public: a mention has no invariant but that its spans fit the text.
///
/// ```
/// use qawl_core::{entity, Mention, Span};
///
/// let text = "في لندن"; // "in London"
/// let london = Mention::new(Span::new(5, 13), entity::CITY, "لندن");
/// assert_eq!(london.span.get(text), Some("لندن"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention<'g> {
    /// Where the name stands, clitics left outside.
    pub span: Span,
    /// What it is, one of [`entity`] or a word of the list's own.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: Cow<'g, str>,
    /// The identifier that the list gives, if it gives one.
    pub id: Option<Cow<'g, str>>,
    /// The name by which the list knows it.
    pub name: Cow<'g, str>,
    /// The proclitics cut off in front of it, in reading order: و and ب of «وبالرياض» ("and in
    /// Riyadh").
    pub clitics: Vec<Span>,
}

impl<'g> Mention<'g> {
    /// A mention with no identifier and no clitics. Copies nothing that is borrowed.
    ///
    /// ```
    /// use qawl_core::{entity, Mention, Span};
    ///
    /// let mention = Mention::new(Span::new(0, 6), entity::COUNTRY, "مصر"); // Egypt
    /// assert_eq!(mention.id, None);
    /// ```
    #[must_use]
    pub fn new(
        span: Span,
        kind: impl Into<Cow<'g, str>>,
        name: impl Into<Cow<'g, str>>,
    ) -> Mention<'g> {
        Mention { span, kind: kind.into(), id: None, name: name.into(), clitics: Vec::new() }
    }

    /// The same mention, holding its strings itself: copies those that were borrowed.
    ///
    /// ```
    /// use qawl_core::{entity, Mention, Span};
    ///
    /// let name = String::from("مصر"); // Egypt
    /// let owned = Mention::new(Span::new(0, 6), entity::COUNTRY, name.as_str()).into_owned();
    /// drop(name);
    /// assert_eq!(owned.name, "مصر");
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Mention<'static> {
        Mention {
            span: self.span,
            kind: Cow::Owned(self.kind.into_owned()),
            id: self.id.map(|id| Cow::Owned(id.into_owned())),
            name: Cow::Owned(self.name.into_owned()),
            clitics: self.clitics,
        }
    }
}
