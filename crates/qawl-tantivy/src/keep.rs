//! What is indexed of a word that was cut.

use std::fmt;
use std::str::FromStr;

use crate::error::{ConfigError, ConfigErrorKind};

/// What is indexed of a word that was cut into clitics and stem.
///
/// | | terms of «وبالرياض» ("and in Riyadh"), by the scheme `Atb` | positions |
/// | --- | --- | --- |
/// | `Pieces` | و, ب, الرياض | 0, 1, 2 |
/// | `Stem` | الرياض | 0 |
/// | `WordAndStem` | وبالرياض, الرياض | 0, 0 |
///
/// * **`Stem`** is what most searches want: every form of a word is one term and takes one position, so
///   that a phrase matches whatever clitics its words have.
/// * **`Pieces`** lets a phrase tell clitics: «قال الرئيس» ("the president said") is found in «وقال
///   الرئيس», «بالرئيس» ("by the president") is not found in «للرئيس». A query for a word with clitics finds it
///   with these clitics alone.
/// * **`WordAndStem`** keeps the word as it is written too, with its clitics, to be asked for in an optional
///   clause that ranks it first, or by tantivy's queries for prefixes and patterns. A query that is analysed
///   into both terms asks for both, as tantivy's parser reads two terms at one position, and finds the very
///   word alone: analyse queries by [`for_queries`](crate::WordTokenizer::for_queries).
///
/// ```
/// use qawl_tantivy::Keep;
///
/// assert_eq!("word-and-stem".parse(), Ok(Keep::WordAndStem));
/// let error = "all".parse::<Keep>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "unknown choice of terms \"all\", expected one of pieces, stem, word-and-stem"
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Keep {
    /// Every piece, one behind the other, each at its own bytes.
    Pieces,
    /// The stem, at its own bytes; a word without one, as «به» ("in it"), whole.
    #[default]
    Stem,
    /// The whole word, and the stem beside it at the same position and the same bytes.
    ///
    /// The bytes are the same because tantivy's snippets end where their last token ends: a stem that
    /// ends before its word, highlighted beside it, would end a snippet within what it highlights.
    WordAndStem,
}

impl Keep {
    const ALL: [Self; 3] = [Self::Pieces, Self::Stem, Self::WordAndStem];

    /// Its name: `pieces`, `stem` or `word-and-stem`.
    ///
    /// ```
    /// assert_eq!(qawl_tantivy::Keep::Stem.as_str(), "stem");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pieces => "pieces",
            Self::Stem => "stem",
            Self::WordAndStem => "word-and-stem",
        }
    }
}

impl fmt::Display for Keep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Keep {
    type Err = ConfigError;

    fn from_str(name: &str) -> Result<Self, ConfigError> {
        Self::ALL.into_iter().find(|keep| keep.as_str() == name).ok_or_else(|| {
            let known = Self::ALL.map(|keep| keep.to_string());
            ConfigError::unknown(ConfigErrorKind::Keep, "choice of terms", name, known)
        })
    }
}
