//! The rules, by name.

use std::fmt;

use crate::variants::name::Name;
use crate::variants::title::Titles;
use crate::variants::{
    article, compound, five_nouns, hamza, hyphen, ibn, kunya, sound_plural, spelling, title,
};

/// One way in which the spelling of a name varies.
///
/// ```
/// use qawl_gazetteer::VariantRule;
///
/// assert_eq!(VariantRule::by_name("five-nouns"), Some(VariantRule::FiveNouns));
/// assert_eq!(VariantRule::FiveNouns.to_string(), "five-nouns");
/// let unsafe_rules = VariantRule::ALL.iter().filter(|rule| !rule.is_safe());
/// assert!(unsafe_rules.eq(&[VariantRule::Article]));
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VariantRule {
    /// Annexations (المركب الإضافي) written as one word or as two: «عبد الله», «عبدالله»; «نصر الله»,
    /// «نصرالله»; «نور الدين», «نورالدين».
    Compound,
    /// The أبو of a kunya (الكنية) or a place, alone or joined: «أبو ظبي», «أبوظبي».
    Kunya,
    /// The alef of ابن, which the orthography drops between two names (حذف همزة الوصل): «محمد بن سلمان»,
    /// «محمد ابن سلمان». The first word of a name keeps its form.
    Ibn,
    /// The cases of the five nouns (الأسماء الخمسة) and of بنو before a name: «أبو مازن», «أبا مازن»,
    /// «أبي مازن». From the nominative alone: «أبي أحمد» (Abiy Ahmed) is no kunya.
    FiveNouns,
    /// The cases of sound masculine plurals (جمع المذكر السالم): «الإخوان المسلمون», «الإخوان المسلمين».
    /// Not in names of persons.
    SoundPlural,
    /// The seat of a hamza before a long u (كرسي الهمزة): «شؤون», in Egypt «شئون»; «رؤوف», «رءوف».
    Hamza,
    /// Single words of two spellings: «داود», «داوود»; «إسحاق», «إسحق».
    Spelling,
    /// Words joined by a hyphen, or without it: «هونغ-كونغ», «هونغكونغ».
    Hyphen,
    /// Titles (الألقاب) in front of a person's name, left out where two words are left: «الرئيس محمد مرسي»,
    /// «محمد مرسي».
    Title,
    /// The article (أل التعريف) of a person's last name: «بشار الأسد», «بشار أسد». Makes ambiguous names
    /// and is not safe.
    Article,
}

impl VariantRule {
    /// All rules.
    pub const ALL: &'static [Self] = &[
        Self::Compound,
        Self::Kunya,
        Self::Ibn,
        Self::FiveNouns,
        Self::SoundPlural,
        Self::Hamza,
        Self::Spelling,
        Self::Hyphen,
        Self::Title,
        Self::Article,
    ];

    /// The name in lower case, with hyphens. See the example of [`VariantRule`].
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compound => "compound",
            Self::Kunya => "kunya",
            Self::Ibn => "ibn",
            Self::FiveNouns => "five-nouns",
            Self::SoundPlural => "sound-plural",
            Self::Hamza => "hamza",
            Self::Spelling => "spelling",
            Self::Hyphen => "hyphen",
            Self::Title => "title",
            Self::Article => "article",
        }
    }

    /// The rule of that name. See the example of [`VariantRule`].
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.name() == name)
    }

    /// Whether it makes names that hardly ever mean something else. See the example of [`VariantRule`].
    #[must_use]
    pub const fn is_safe(self) -> bool {
        !matches!(self, Self::Article)
    }

    /// The other spellings of a name.
    pub(super) fn respell(self, name: &Name<'_>, titles: &Titles) -> Vec<String> {
        match self {
            Self::Compound => compound::respell(name),
            Self::Kunya => kunya::respell(name),
            Self::Ibn => ibn::respell(name),
            Self::FiveNouns => five_nouns::respell(name),
            Self::SoundPlural => sound_plural::respell(name),
            Self::Hamza => hamza::respell(name),
            Self::Spelling => spelling::respell(name),
            Self::Hyphen => hyphen::respell(name),
            Self::Title => title::respell(name, titles),
            Self::Article => article::respell(name),
        }
    }
}

impl fmt::Display for VariantRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
