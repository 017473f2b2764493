//! What a normalizer changed, and how often.

use core::fmt;

/// A rule of a normalizer, named as the field of [`NormalizeOptions`](crate::NormalizeOptions) that
/// switches it on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[expect(missing_docs, reason = "each is documented at the field it is named by")]
pub enum Rule {
    Compose,
    PresentationForms,
    Honorifics,
    Controls,
    Zwnj,
    Marks,
    DaggerAlef,
    SmallLetters,
    QuranSigns,
    Tatweel,
    RareAlef,
    Wasla,
    Alef,
    HamzaSeats,
    LoneHamza,
    TehMarbuta,
    AlefMaksura,
    PersoArabic,
    Digits,
    NumberSigns,
    Punctuation,
    Quotes,
    Whitespace,
    Elongation,
}

impl Rule {
    /// Every rule, in the order of the enum.
    pub const ALL: &'static [Self] = &[
        Self::Compose,
        Self::PresentationForms,
        Self::Honorifics,
        Self::Controls,
        Self::Zwnj,
        Self::Marks,
        Self::DaggerAlef,
        Self::SmallLetters,
        Self::QuranSigns,
        Self::Tatweel,
        Self::RareAlef,
        Self::Wasla,
        Self::Alef,
        Self::HamzaSeats,
        Self::LoneHamza,
        Self::TehMarbuta,
        Self::AlefMaksura,
        Self::PersoArabic,
        Self::Digits,
        Self::NumberSigns,
        Self::Punctuation,
        Self::Quotes,
        Self::Whitespace,
        Self::Elongation,
    ];

    /// The name of the field that switches it on.
    ///
    /// ```
    /// assert_eq!(qawl_normalize::Rule::TehMarbuta.as_str(), "teh_marbuta");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compose => "compose",
            Self::PresentationForms => "presentation_forms",
            Self::Honorifics => "honorifics",
            Self::Controls => "controls",
            Self::Zwnj => "zwnj",
            Self::Marks => "marks",
            Self::DaggerAlef => "dagger_alef",
            Self::SmallLetters => "small_letters",
            Self::QuranSigns => "quran_signs",
            Self::Tatweel => "tatweel",
            Self::RareAlef => "rare_alef",
            Self::Wasla => "wasla",
            Self::Alef => "alef",
            Self::HamzaSeats => "hamza_seats",
            Self::LoneHamza => "lone_hamza",
            Self::TehMarbuta => "teh_marbuta",
            Self::AlefMaksura => "alef_maksura",
            Self::PersoArabic => "perso_arabic",
            Self::Digits => "digits",
            Self::NumberSigns => "number_signs",
            Self::Punctuation => "punctuation",
            Self::Quotes => "quotes",
            Self::Whitespace => "whitespace",
            Self::Elongation => "elongation",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How often each rule changed something: a character that it exchanged or deleted, a group that it
/// composed, a run that it shortened. A character that several rules changed in turn counts for
/// each of them.
///
/// ```
/// use qawl_normalize::{Profile, Rule};
///
/// // "the girl's school", with DAMMA, KASRA, TATWEEL
/// let changes = Profile::SEARCH.normalizer().changes("م\u{064F}در\u{0650}س\u{0640}ة أمل");
/// assert_eq!(changes.of(Rule::Marks), 2);
/// assert_eq!(changes.to_string(), "marks 2, tatweel 1, alef 1, teh_marbuta 1");
/// assert_eq!(changes.total(), 5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Changes {
    counts: [usize; Rule::ALL.len()],
}

impl Changes {
    /// How often `rule` changed something.
    ///
    /// ```
    /// use qawl_normalize::{Profile, Rule};
    ///
    /// let changes = Profile::NLP.normalizer().changes("سـلام"); // "peace", with ARABIC TATWEEL
    /// assert_eq!(changes.of(Rule::Tatweel), 1);
    /// assert_eq!(changes.of(Rule::Marks), 0);
    /// ```
    #[must_use]
    pub fn of(&self, rule: Rule) -> usize {
        self.counts.get(rule as usize).copied().unwrap_or_default()
    }

    /// The rules that changed something, and how often, in the order of [`Rule::ALL`].
    ///
    /// ```
    /// use qawl_normalize::{Profile, Rule};
    ///
    /// let changes = Profile::SEARCH.normalizer().changes("مدرسة"); // "school"
    /// assert_eq!(changes.iter().collect::<Vec<_>>(), [(Rule::TehMarbuta, 1)]);
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = (Rule, usize)> {
        let counts = *self;
        Rule::ALL.iter().map(move |rule| (*rule, counts.of(*rule))).filter(|(_, count)| *count > 0)
    }

    /// How often anything was changed.
    ///
    /// ```
    /// let changes = qawl_normalize::Profile::NLP.normalizer().changes("مدرسة"); // "school"
    /// assert_eq!(changes.total(), 0);
    /// ```
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    pub(crate) fn count(&mut self, rule: Rule) {
        if let Some(count) = self.counts.get_mut(rule as usize) {
            *count += 1;
        }
    }
}

/// Adds up what was changed in two texts.
impl core::ops::AddAssign for Changes {
    fn add_assign(&mut self, other: Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
    }
}

impl fmt::Display for Changes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (rule, count)) in self.iter().enumerate() {
            let comma = if at > 0 { ", " } else { "" };
            write!(f, "{comma}{rule} {count}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_stand_at_their_numbers() {
        for (at, rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(*rule as usize, at);
        }
    }
}
