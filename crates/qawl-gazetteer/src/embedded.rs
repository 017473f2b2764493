//! The list of names that comes with the crate.

use std::sync::OnceLock;

use crate::gazetteer::Gazetteer;

static BYTES: &[u8] = include_bytes!("embedded.qgz");

impl Gazetteer<&'static [u8]> {
    /// The list that comes with the crate: countries, regions, cities, organizations, media, people of
    /// public life, months and weekdays, and the parts of which names of other people are composed. Needs
    /// the feature `embedded`, which is on by default.
    ///
    /// It is opened and checked at the first call; after that a call costs nothing.
    ///
    /// ```
    /// use qawl_gazetteer::Gazetteer;
    ///
    /// let text = "عاد الوفد من لندن"; // "the delegation returned from London"
    /// let mentions = Gazetteer::embedded().mentions(text);
    /// assert_eq!(mentions.last().and_then(|m| m.span.get(text)), Some("لندن"));
    /// ```
    #[must_use]
    pub fn embedded() -> &'static Self {
        static GAZETTEER: OnceLock<Gazetteer<&'static [u8]>> = OnceLock::new();
        GAZETTEER.get_or_init(|| match Gazetteer::open(BYTES) {
            Ok(gazetteer) => gazetteer,
            Err(error) => unreachable!("the embedded list is built by this version: {error}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens() {
        assert_eq!(Gazetteer::open(BYTES).map(|gazetteer| gazetteer.is_empty()), Ok(false));
        assert!(std::ptr::eq(Gazetteer::embedded(), Gazetteer::embedded()));
    }
}
