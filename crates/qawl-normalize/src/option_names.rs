//! Options by name, for command lines, settings files and fixtures.

use crate::{AlefMaksura, Digits, MarkSet, NormalizeOptions, Zwnj};

impl NormalizeOptions {
    /// Every name that [`with_named`](Self::with_named) knows.
    pub const NAMES: &'static [&'static str] = &[
        "compose",
        "presentation_forms",
        "controls",
        "zwnj.Delete",
        "zwnj.Space",
        "marks.HARAKAT",
        "marks.SHADDA",
        "marks.MADDA_HAMZA",
        "marks.DAGGER",
        "marks.EXTENDED",
        "marks.QURANIC",
        "tatweel",
        "alef",
        "wasla",
        "hamza_seats",
        "teh_marbuta",
        "alef_maksura.ToYeh",
        "perso_arabic",
        "digits.Ascii",
        "digits.ArabicIndic",
        "punctuation",
        "quotes",
        "whitespace",
    ];

    /// These options with the one of that name switched on: the name of the field, and behind a
    /// full stop the value where it is not just on. Groups of marks add up. `None` for a name that
    /// is not in [`NAMES`](Self::NAMES). Allocates nothing.
    ///
    /// ```
    /// use qawl_normalize::{MarkSet, NormalizeOptions};
    ///
    /// let options = NormalizeOptions::new().with_named("marks.SHADDA");
    /// assert_eq!(options, Some(NormalizeOptions::new().with_marks(MarkSet::SHADDA)));
    /// assert_eq!(NormalizeOptions::new().with_named("hamza"), None);
    /// ```
    #[must_use]
    pub fn with_named(self, name: &str) -> Option<Self> {
        if let Some(group) = name.strip_prefix("marks.") {
            let (_, set) = MarkSet::NAMED.iter().find(|(known, _)| *known == group)?;
            return Some(self.with_marks(self.marks.union(*set)));
        }
        Some(match name {
            "compose" => self.with_compose(true),
            "presentation_forms" => self.with_presentation_forms(true),
            "controls" => self.with_controls(true),
            "zwnj.Delete" => self.with_zwnj(Zwnj::Delete),
            "zwnj.Space" => self.with_zwnj(Zwnj::Space),
            "tatweel" => self.with_tatweel(true),
            "alef" => self.with_alef(true),
            "wasla" => self.with_wasla(true),
            "hamza_seats" => self.with_hamza_seats(true),
            "teh_marbuta" => self.with_teh_marbuta(true),
            "alef_maksura.ToYeh" => self.with_alef_maksura(AlefMaksura::ToYeh),
            "perso_arabic" => self.with_perso_arabic(true),
            "digits.Ascii" => self.with_digits(Digits::Ascii),
            "digits.ArabicIndic" => self.with_digits(Digits::ArabicIndic),
            "punctuation" => self.with_punctuation(true),
            "quotes" => self.with_quotes(true),
            "whitespace" => self.with_whitespace(true),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_known_and_switches_something_on() {
        let none = NormalizeOptions::new();
        for name in NormalizeOptions::NAMES {
            assert_ne!(none.with_named(name), Some(none), "{name}");
            assert!(none.with_named(name).is_some(), "{name}");
        }
    }
}
