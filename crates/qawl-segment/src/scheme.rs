//! How finely a word is cut.

use std::fmt;
use std::str::FromStr;

/// A choice of cuts. Every cut of `D1` is one of `D2`, every cut of `D2` one of `D3`; `Atb` has
/// those of `D3` but the one between article and stem.
///
/// | scheme | cuts | `وسيكتبونها` ("and they will write it") | `وبالمدرسة` ("and in the school") |
/// | --- | --- | --- | --- |
/// | `D1` | conjunctions | و+سيكتبونها | و+بالمدرسة |
/// | `D2` | and prepositions, future | و+س+يكتبونها | و+ب+المدرسة |
/// | `Atb` | and pronouns | و+س+يكتبون+ها | و+ب+المدرسة |
/// | `D3` | and the article | و+س+يكتبون+ها | و+ب+ال+مدرسة |
///
/// ```
/// use qawl_segment::Scheme;
///
/// assert_eq!("d3".parse(), Ok(Scheme::D3));
/// assert_eq!(Scheme::Atb.to_string(), "atb");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Scheme {
    /// Conjunctions.
    D1,
    /// Conjunctions, prepositions, the future particle.
    D2,
    /// Every clitic.
    #[default]
    D3,
    /// Every clitic but the article: the words of the Penn Arabic Treebank and of Universal
    /// Dependencies.
    Atb,
}

impl Scheme {
    /// All of them, coarse to fine.
    ///
    /// ```
    /// assert_eq!(qawl_segment::Scheme::ALL.len(), 4);
    /// ```
    pub const ALL: [Scheme; 4] = [Scheme::D1, Scheme::D2, Scheme::Atb, Scheme::D3];

    /// Its name: `d1`, `d2`, `d3` or `atb`.
    ///
    /// ```
    /// assert_eq!(qawl_segment::Scheme::D2.as_str(), "d2");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Scheme::D1 => "d1",
            Scheme::D2 => "d2",
            Scheme::D3 => "d3",
            Scheme::Atb => "atb",
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A name that is not one of `d1`, `d2`, `d3`, `atb`.
///
/// ```
/// use qawl_segment::Scheme;
///
/// let error = "d4".parse::<Scheme>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of d1, d2, d3, atb");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownScheme(());

impl fmt::Display for UnknownScheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of d1, d2, d3, atb")
    }
}

impl std::error::Error for UnknownScheme {}

impl FromStr for Scheme {
    type Err = UnknownScheme;

    /// Upper and lower case are the same.
    fn from_str(name: &str) -> Result<Self, UnknownScheme> {
        Scheme::ALL
            .into_iter()
            .find(|scheme| scheme.as_str().eq_ignore_ascii_case(name))
            .ok_or(UnknownScheme(()))
    }
}
