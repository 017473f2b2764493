//! Tokenizers by name, for settings and for the schema of an index.

use qawl::{Profile, Scheme};

use crate::analysis::{Analysis, Cut};
use crate::error::{ConfigError, ConfigErrorKind};
use crate::word_tokenizer::WordTokenizer;

impl WordTokenizer {
    /// The name that says how it is made: `qawl:SEARCH@1` for whole words, `qawl:SEARCH@1:atb:stem` for
    /// cut ones.
    ///
    /// Register the tokenizer under it and name it so in the schema. Then an index whose words were folded
    /// by one version of a profile is not searched with another: tantivy knows no tokenizer of that name.
    ///
    /// ```
    /// use qawl::{Profile, Scheme};
    /// use qawl_tantivy::{Keep, WordTokenizer};
    ///
    /// let words = WordTokenizer::new(Profile::SEARCH).cut(Scheme::Atb, Keep::Stem);
    /// assert_eq!(words.name(), "qawl:SEARCH@1:atb:stem");
    /// ```
    #[must_use]
    pub fn name(&self) -> String {
        let Analysis { profile, cut, .. } = self.analysis();
        match cut {
            Some(Cut { scheme, keep, .. }) => format!("qawl:{profile}:{scheme}:{keep}"),
            None => format!("qawl:{profile}"),
        }
    }

    /// The tokenizer of a [name](Self::name). The version of the profile may be left out.
    ///
    /// ```
    /// use qawl_tantivy::WordTokenizer;
    ///
    /// assert_eq!(WordTokenizer::from_name("qawl:SEARCH:d3:pieces")?.name(), "qawl:SEARCH@1:d3:pieces");
    /// let error = WordTokenizer::from_name("qawl:SEARCH:d4:stem").unwrap_err();
    /// assert_eq!(error.to_string(), "unknown scheme \"d4\", expected one of d1, d2, atb, d3");
    /// # Ok::<(), qawl_tantivy::ConfigError>(())
    /// ```
    ///
    /// # Errors
    /// Where a part is unknown, or the name is made in another way. See [`ConfigError`].
    pub fn from_name(name: &str) -> Result<Self, ConfigError> {
        let parts: Vec<&str> = name.split(':').collect();
        match parts.as_slice() {
            ["qawl", profile] => Ok(Self::new(profile_of(profile)?)),
            ["qawl", profile, scheme, keep] => {
                let (profile, scheme) = (profile_of(profile)?, scheme_of(scheme)?);
                Ok(Self::new(profile).cut(scheme, keep.parse()?))
            }
            _ => Err(unlike_ours(name)),
        }
    }
}

fn unlike_ours(name: &str) -> ConfigError {
    let message = format!(
        "no tokenizer is called {name:?}, expected \"qawl:PROFILE\" or \"qawl:PROFILE:SCHEME:KEEP\""
    );
    ConfigError::new(ConfigErrorKind::Name, message)
}

fn profile_of(name: &str) -> Result<Profile, ConfigError> {
    let is_named = |profile: &&Profile| name == profile.name() || name == profile.to_string();
    Profile::ALL.iter().find(is_named).copied().ok_or_else(|| {
        let known = Profile::ALL.iter().map(Profile::to_string);
        ConfigError::unknown(ConfigErrorKind::Profile, "profile", name, known)
    })
}

fn scheme_of(name: &str) -> Result<Scheme, ConfigError> {
    name.parse().map_err(|_| {
        let known = Scheme::ALL.map(|scheme| scheme.to_string());
        ConfigError::unknown(ConfigErrorKind::Scheme, "scheme", name, known)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::Keep;

    #[test]
    fn every_name_leads_back() {
        for profile in Profile::ALL {
            let whole = WordTokenizer::new(*profile);
            let mut names = vec![whole.name()];
            for scheme in Scheme::ALL {
                for keep in [Keep::Pieces, Keep::Stem, Keep::WordAndStem] {
                    names.push(whole.clone().cut(scheme, keep).name());
                }
            }
            for name in names {
                assert_eq!(WordTokenizer::from_name(&name).map(|words| words.name()), Ok(name));
            }
        }
    }

    #[test]
    fn other_names_are_refused() {
        let kind = |name: &str| WordTokenizer::from_name(name).map_err(|error| error.kind());
        assert_eq!(kind("default").err(), Some(ConfigErrorKind::Name));
        assert_eq!(kind("qawl").err(), Some(ConfigErrorKind::Name));
        assert_eq!(kind("qawl:SEARCH:atb").err(), Some(ConfigErrorKind::Name));
        assert_eq!(kind("qawl:SEARCH@2:atb:stem").err(), Some(ConfigErrorKind::Profile));
        assert_eq!(kind("qawl:SEARCH:atb:root").err(), Some(ConfigErrorKind::Keep));
    }
}
