//! What words are to the names of people.

/// What the entries of a type are to the names of people that no list holds.
///
/// Entries of a type with a rule [`When::Part`](crate::When::Part) are never found themselves: people
/// are composed of them. The flag [`context`](crate::Flags::context) says of such an entry that it is a
/// common word too, or no title where it stands alone: it proves less.
///
/// ```
/// use qawl_gazetteer::{Entry, Gazetteer, GazetteerBuilder, Part, Rule, When};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("سعاد", "given_name")) // Suad
///     .add(Entry::new("الحربي", "family_name")) // Al-Harbi
///     .rule(Rule::new("given_name", When::Part(Part::Given)))
///     .rule(Rule::new("family_name", When::Part(Part::Family)))
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
/// let text = "سألت سعاد الحربي زميلتها سعاد"; // "Suad Al-Harbi asked her colleague Suad"
/// let people = gazetteer.mentions(text);
/// assert_eq!(people.len(), 1); // a given name alone is no one
/// assert_eq!((&*people[0].kind, &*people[0].name), ("person", "سعاد الحربي"));
/// assert_eq!(people[0].id, None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum Part {
    /// A given name: «محمد».
    Given,
    /// A family name: «الحربي», «كيري» (Kerry).
    Family,
    /// A word that makes a name of the one behind it: «بن» (son of), «أبو» (father of), «عبد», «فان» (van).
    Particle,
    /// «أبو» and its name in one word: «أبومازن».
    Kunya,
    /// A word that closes a compound name: «الله» in «نصر الله», «الدين» in «صلاح الدين».
    Closing,
    /// A title, an office or a profession, of one word or of several: «الدكتور», «وزير الخارجية».
    Title,
    /// A word that may stand between a title and the name: «السابق» (former), «العام» (general).
    Attribute,
}

impl Part {
    pub(crate) const ALL: [Self; 7] = [
        Self::Given,
        Self::Family,
        Self::Particle,
        Self::Kunya,
        Self::Closing,
        Self::Title,
        Self::Attribute,
    ];

    /// How the list writes it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Family => "family",
            Self::Particle => "particle",
            Self::Kunya => "kunya",
            Self::Closing => "closing",
            Self::Title => "title",
            Self::Attribute => "attribute",
        }
    }

    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// Whether a name that no list holds may begin with it.
    pub(crate) const fn begins(self) -> bool {
        matches!(self, Self::Given | Self::Family | Self::Particle | Self::Kunya)
    }

    /// How the file stores it.
    pub(crate) const fn code(self) -> u32 {
        self as u32
    }

    pub(crate) fn by_code(code: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes_lead_back() {
        for part in Part::ALL {
            assert_eq!(Part::by_name(part.name()), Some(part));
            assert_eq!(Part::by_code(part.code()), Some(part));
        }
        assert_eq!(Part::by_name("rank"), None);
    }
}
