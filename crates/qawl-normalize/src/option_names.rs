//! Options by name, for command lines, settings files and fixtures.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

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

    /// These options with all of those names switched on: what one name of a command line or a
    /// settings file means to another. Values of these options may be replaced.
    ///
    /// # Errors
    /// Where a name is not in [`NAMES`](Self::NAMES), or two of them undo each other: two values
    /// of one field.
    ///
    /// ```
    /// use qawl_normalize::NormalizeOptions;
    ///
    /// let options = NormalizeOptions::new().with_names(["tatweel", "digits.Ascii"]).unwrap();
    /// assert!(options.tatweel);
    /// let both = NormalizeOptions::new().with_names(["digits.Ascii", "digits.ArabicIndic"]);
    /// let error = both.unwrap_err().to_string();
    /// assert_eq!(error, "the rules digits.Ascii and digits.ArabicIndic exclude each other");
    /// ```
    pub fn with_names<'n>(
        self,
        names: impl IntoIterator<Item = &'n str>,
    ) -> Result<Self, RuleNameError> {
        let (mut options, mut seen) = (self, Vec::<&str>::new());
        for name in names {
            options = options.with_named(name).ok_or_else(|| RuleNameError::unknown(name))?;
            if let Some(other) = seen.iter().find(|other| exclude(other, name)) {
                return Err(RuleNameError::excluded(other, name));
            }
            seen.push(name);
        }
        Ok(options)
    }

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

/// Whether two names stand for two values of one field that can only have one.
fn exclude(one: &str, other: &str) -> bool {
    let field = |name: &str| name.split_once('.').map(|(field, _)| field.to_owned());
    one != other && field(one).is_some_and(|one| one != "marks" && field(other) == Some(one))
}

/// Names of rules that mean nothing, alone or together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNameError {
    message: String,
}

impl RuleNameError {
    fn unknown(name: &str) -> Self {
        let known = NormalizeOptions::NAMES.join(", ");
        Self { message: format!("no rule is named {name:?}, expected one of {known}") }
    }

    fn excluded(one: &str, other: &str) -> Self {
        Self { message: format!("the rules {one} and {other} exclude each other") }
    }
}

impl fmt::Display for RuleNameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl core::error::Error for RuleNameError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_undo_each_other_are_refused() {
        let with = |names: &[&str]| NormalizeOptions::new().with_names(names.iter().copied());
        assert!(with(&["elongation.ToOne", "elongation.ToTwo"]).is_err());
        assert!(with(&["alef_maksura.FromFinalYeh", "tatweel", "alef_maksura.ToYeh"]).is_err());
        assert!(with(&["marks.SHADDA", "marks.HARAKAT", "digits.Ascii", "digits.Ascii"]).is_ok());
        assert!(with(&["hamza"]).unwrap_err().to_string().contains("\"hamza\""));
    }

    #[test]
    fn every_name_is_known_and_switches_something_on() {
        let none = NormalizeOptions::new();
        for name in NormalizeOptions::NAMES {
            assert_ne!(none.with_named(name), Some(none), "{name}");
            assert!(none.with_named(name).is_some(), "{name}");
        }
    }
}
