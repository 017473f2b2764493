//! What is said to a function behind the text.

use std::fmt::Display;

use datafusion::common::{ScalarValue, plan_datafusion_err, plan_err};
use datafusion::error::{DataFusionError, Result};
use qawl::{OffsetUnit, Profile, Scheme};

/// An argument behind the text. They are constants and may be left out from the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Argument {
    Profile,
    Scheme,
    Unit,
    /// What [`Resources::lists`](crate::resources::Resources::lists) says elsewhere.
    Lists,
}

/// What the arguments say.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) profile: Profile,
    pub(crate) scheme: Scheme,
    pub(crate) unit: OffsetUnit,
    pub(crate) lists: Option<String>,
}

impl Default for Settings {
    /// What the command `qawl` does unless it is told otherwise.
    fn default() -> Self {
        Self {
            profile: Profile::NLP,
            scheme: Scheme::default(),
            unit: OffsetUnit::default(),
            lists: None,
        }
    }
}

impl Argument {
    const fn name(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::Scheme => "scheme",
            Self::Unit => "unit",
            Self::Lists => "lists",
        }
    }

    /// What is expected of it.
    fn expected(self) -> String {
        let one_of = |names: Vec<&str>| format!("expected one of {}", names.join(", "));
        match self {
            Self::Profile => one_of(Profile::ALL.iter().map(Profile::name).collect()),
            Self::Scheme => one_of(Scheme::ALL.map(Scheme::as_str).to_vec()),
            Self::Unit => {
                let units = [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16];
                one_of(units.map(OffsetUnit::as_str).to_vec())
            }
            Self::Lists => "expected what qawl_lists() says".to_owned(),
        }
    }

    /// An error that says so.
    pub(crate) fn wrong(self, function: &str, what: impl Display) -> DataFusionError {
        plan_datafusion_err!("{function}: its {} is {what}, {}", self.name(), self.expected())
    }

    fn set(self, settings: &mut Settings, value: &str) -> Option<()> {
        match self {
            Self::Profile => {
                let name = value.to_ascii_uppercase().replace('-', "_");
                settings.profile = Profile::by_name(&name)?;
            }
            Self::Scheme => settings.scheme = value.parse().ok()?,
            Self::Unit => settings.unit = value.to_ascii_lowercase().parse().ok()?,
            Self::Lists => settings.lists = Some(value.to_owned()),
        }
        Some(())
    }
}

impl Settings {
    /// Reads constants. Those that are not known yet (None) are passed over.
    pub(crate) fn read(
        function: &str,
        arguments: &[Argument],
        constants: &[Option<&ScalarValue>],
    ) -> Result<Self> {
        let mut settings = Self::default();
        for (argument, constant) in arguments.iter().zip(constants) {
            let Some(constant) = constant else { continue };
            match constant.try_as_str() {
                Some(Some(value)) => argument
                    .set(&mut settings, value)
                    .ok_or_else(|| argument.wrong(function, format_args!("'{value}'")))?,
                Some(None) => return Err(argument.wrong(function, "null")),
                None if constant.is_null() => return Err(argument.wrong(function, "null")),
                None => return Err(argument.wrong(function, constant)),
            }
        }
        Ok(settings)
    }
}

/// Fails where there are too few or too many.
pub(crate) fn expect_count(function: &str, arguments: &[Argument], count: usize) -> Result<()> {
    if (1..=arguments.len() + 1).contains(&count) {
        return Ok(());
    }
    let names: Vec<_> = arguments.iter().map(|argument| argument.name()).collect();
    let options =
        if names.is_empty() { String::new() } else { format!(" [, {}]", names.join(", ")) };
    plan_err!("{function}: {count} arguments, expected {function}(text{options})")
}
