//! What the words around a name say about its type.

use crate::part::Part;

/// Words around a name that speak for one type.
///
/// Where entries of several types share a name, those that a rule licenses come first. An entry
/// with the flag [`context`](crate::Flags::context) matches only where a rule licenses it.
///
/// ```
/// use qawl_gazetteer::{Entry, GazetteerBuilder, Gazetteer, Rule, When};
/// use qawl_normalize::Profile;
///
/// let bytes = GazetteerBuilder::new(Profile::SEARCH)
///     .add(Entry::new("الشرق الأوسط", "region")) // the Middle East
///     .add(Entry::new("الشرق الأوسط", "media")) // Asharq Al-Awsat
///     .rule(Rule::new("media", When::Before("صحيفة".into()))) // newspaper
///     .build()?;
/// let gazetteer = Gazetteer::open(bytes)?;
/// // "to the newspaper Asharq Al-Awsat"
/// let mention = gazetteer.find_iter("لصحيفة \"الشرق الأوسط\"").next().map(|m| m.mention());
/// assert_eq!(mention.map(|m| m.kind.into_owned()), Some("media".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rule {
    /// The type it speaks for.
    #[cfg_attr(feature = "serde", serde(rename = "type"))]
    pub kind: String,
    /// Where it applies.
    pub when: When,
}

impl Rule {
    /// A rule for entries of type `kind`. See the example of [`Rule`].
    #[must_use]
    pub fn new(kind: impl Into<String>, when: When) -> Self {
        Self { kind: kind.into(), when }
    }
}

/// Where a [`Rule`] applies. Between name and word may stand an opening mark or a slash, but no
/// line break.
///
/// ```
/// use qawl_gazetteer::When;
///
/// assert_ne!(When::Before("شهر".into()), When::After("الماضي".into())); // month, last
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
pub enum When {
    /// This word stands before the name, proclitics of its own left aside; no preposition may
    /// stand in between: «مدينة البصرة» ("the city of Basra"), not «مدينة بالعراق».
    Before(String),
    /// This word stands before the name and says that it is none: «صلاة المغرب» ("sunset prayer") is
    /// not Morocco, «بن سلمان» the rest of a longer name. Refuses entries of the type.
    NotBefore(String),
    /// This word stands behind the name: «مارس الماضي» ("last March").
    After(String),
    /// A number stands right before or behind the name: «3 مارس», «مارس 2015».
    Number,
    /// The word right before the name has the article: an adjective agrees, «الحكومة السعودية» ("the
    /// Saudi government"), a governed name does not, «حكومة السعودية». Licenses nothing.
    Definite,
    /// The name stands alone in quotation marks: «قال لـ"الحياة"» ("he told Al-Hayat").
    Quoted,
    /// Always, and without licensing anything: where nothing else decides, the type with the
    /// smallest rank comes first. Types without a rank come last.
    Rank(u32),
    /// This word stands within no name of the type that is composed: behind «محمد», «الماضي» (last) is no
    /// family.
    NotWithin(String),
    /// Always: entries of the type are no names of their own, but parts of the names of people. See the
    /// example of [`Part`].
    Part(Part),
}
