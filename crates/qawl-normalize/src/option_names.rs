//! Options by name, for command lines, settings files and fixtures.

use crate::{
    AlefMaksura, DaggerAlef, Digits, Elongation, Honorifics, MarkSet, NormalizeOptions,
    NumberSigns, Punctuation, Whitespace, Zwnj,
};

impl NormalizeOptions {
    /// Every name that [`with_named`](Self::with_named) knows.
    pub const NAMES: &'static [&'static str] = &[
        "compose",
        "presentation_forms",
        "honorifics.Expand",
        "honorifics.Delete",
        "controls",
        "zwnj.Delete",
        "zwnj.Space",
        "marks.HARAKAT",
        "marks.SHADDA",
        "marks.MADDA_HAMZA",
        "marks.EXTENDED",
        "marks.QURANIC",
        "dagger_alef.Delete",
        "dagger_alef.ToAlef",
        "small_letters",
        "quran_signs",
        "tatweel",
        "alef",
        "rare_alef",
        "wasla",
        "hamza_seats",
        "lone_hamza",
        "teh_marbuta",
        "alef_maksura.ToYeh",
        "alef_maksura.FromFinalYeh",
        "perso_arabic",
        "digits.Ascii",
        "digits.ArabicIndic",
        "number_signs.Ascii",
        "number_signs.AsciiUngrouped",
        "punctuation.Ascii",
        "punctuation.Arabic",
        "quotes",
        "whitespace.Ascii",
        "whitespace.Collapse",
        "elongation.ToTwo",
        "elongation.ToOne",
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
            "honorifics.Expand" => self.with_honorifics(Honorifics::Expand),
            "honorifics.Delete" => self.with_honorifics(Honorifics::Delete),
            "controls" => self.with_controls(true),
            "zwnj.Delete" => self.with_zwnj(Zwnj::Delete),
            "zwnj.Space" => self.with_zwnj(Zwnj::Space),
            "dagger_alef.Delete" => self.with_dagger_alef(DaggerAlef::Delete),
            "dagger_alef.ToAlef" => self.with_dagger_alef(DaggerAlef::ToAlef),
            "small_letters" => self.with_small_letters(true),
            "quran_signs" => self.with_quran_signs(true),
            "tatweel" => self.with_tatweel(true),
            "alef" => self.with_alef(true),
            "rare_alef" => self.with_rare_alef(true),
            "wasla" => self.with_wasla(true),
            "hamza_seats" => self.with_hamza_seats(true),
            "lone_hamza" => self.with_lone_hamza(true),
            "teh_marbuta" => self.with_teh_marbuta(true),
            "alef_maksura.ToYeh" => self.with_alef_maksura(AlefMaksura::ToYeh),
            "alef_maksura.FromFinalYeh" => self.with_alef_maksura(AlefMaksura::FromFinalYeh),
            "perso_arabic" => self.with_perso_arabic(true),
            "digits.Ascii" => self.with_digits(Digits::Ascii),
            "digits.ArabicIndic" => self.with_digits(Digits::ArabicIndic),
            "number_signs.Ascii" => self.with_number_signs(NumberSigns::Ascii),
            "number_signs.AsciiUngrouped" => self.with_number_signs(NumberSigns::AsciiUngrouped),
            "punctuation.Ascii" => self.with_punctuation(Punctuation::Ascii),
            "punctuation.Arabic" => self.with_punctuation(Punctuation::Arabic),
            "quotes" => self.with_quotes(true),
            "whitespace.Ascii" => self.with_whitespace(Whitespace::Ascii),
            "whitespace.Collapse" => self.with_whitespace(Whitespace::Collapse),
            "elongation.ToTwo" => self.with_elongation(Elongation::ToTwo),
            "elongation.ToOne" => self.with_elongation(Elongation::ToOne),
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
