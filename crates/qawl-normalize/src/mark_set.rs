//! The marks of the Arabic script, in groups that are deleted together.

use core::fmt;

use qawl_core::letters;

/// A set of groups of Arabic marks.
///
/// The groups share no mark, and every mark of [`qawl_core::letters::is_mark`] is in one of them but
/// the dagger alef, which has a choice of its own ([`DaggerAlef`](crate::DaggerAlef)).
///
/// ```
/// use qawl_normalize::MarkSet;
///
/// let set = MarkSet::HARAKAT.union(MarkSet::SHADDA);
/// assert!(set.contains(MarkSet::SHADDA));
/// assert!(set.contains_mark('\u{064E}')); // ARABIC FATHA
/// assert!(!set.contains_mark('\u{0654}')); // ARABIC HAMZA ABOVE
/// assert!(!set.contains_mark('ب'));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct MarkSet(u8);

impl MarkSet {
    /// No mark.
    pub const NONE: Self = Self(0);
    /// Short vowels, tanwin and sukun: U+064B..=U+0650 and U+0652.
    pub const HARAKAT: Self = Self(1);
    /// The doubling of a consonant: U+0651 ARABIC SHADDA.
    pub const SHADDA: Self = Self(1 << 1);
    /// Combining maddah and hamza: U+0653..=U+0655. They are part of a letter, so no profile
    /// deletes them; with `compose` only those are deleted that found no letter to compose with.
    pub const MADDA_HAMZA: Self = Self(1 << 2);
    /// Marks of other languages and later blocks: U+0656..=U+065F, U+0897..=U+089F,
    /// U+08CA..=U+08E1, U+08E3..=U+08FF and U+10EFA..=U+10EFF.
    pub const EXTENDED: Self = Self(1 << 4);
    /// Signs of recitation and honorific signs above names: U+0610..=U+061A, U+06D6..=U+06DC,
    /// U+06DF..=U+06E4, U+06E7, U+06E8 and U+06EA..=U+06ED.
    pub const QURANIC: Self = Self(1 << 5);

    /// The groups with their names.
    pub(crate) const NAMED: [(&'static str, Self); 5] = [
        ("HARAKAT", Self::HARAKAT),
        ("SHADDA", Self::SHADDA),
        ("MADDA_HAMZA", Self::MADDA_HAMZA),
        ("EXTENDED", Self::EXTENDED),
        ("QURANIC", Self::QURANIC),
    ];

    /// The groups of either set.
    ///
    /// ```
    /// use qawl_normalize::MarkSet;
    ///
    /// assert_eq!(MarkSet::NONE.union(MarkSet::QURANIC), MarkSet::QURANIC);
    /// ```
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The groups of this set that are not in `other`.
    ///
    /// ```
    /// use qawl_normalize::MarkSet;
    ///
    /// let both = MarkSet::HARAKAT.union(MarkSet::SHADDA);
    /// assert_eq!(both.difference(MarkSet::SHADDA), MarkSet::HARAKAT);
    /// ```
    #[must_use]
    pub const fn difference(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether every group of `other` is in this set.
    ///
    /// ```
    /// use qawl_normalize::MarkSet;
    ///
    /// assert!(MarkSet::SHADDA.contains(MarkSet::NONE));
    /// assert!(!MarkSet::SHADDA.contains(MarkSet::HARAKAT));
    /// ```
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the mark `c` is in one of the groups. False for what is not a mark.
    ///
    /// ```
    /// use qawl_normalize::MarkSet;
    ///
    /// assert!(MarkSet::QURANIC.contains_mark('\u{06DA}')); // ARABIC SMALL HIGH JEEM
    /// ```
    #[must_use]
    pub const fn contains_mark(self, c: char) -> bool {
        self.0 & Self::of(c).0 != 0
    }

    /// The group of the mark `c`; none for what is not a mark.
    const fn of(c: char) -> Self {
        match c {
            '\u{064B}'..='\u{0650}' | '\u{0652}' => Self::HARAKAT,
            '\u{0651}' => Self::SHADDA,
            '\u{0653}'..='\u{0655}' => Self::MADDA_HAMZA,
            '\u{0670}' => Self::NONE, // the dagger alef has a choice of its own
            '\u{0610}'..='\u{061A}' => Self::QURANIC,
            '\u{06D6}'..='\u{06ED}' if letters::is_mark(c) => Self::QURANIC,
            _ if letters::is_mark(c) => Self::EXTENDED,
            _ => Self::NONE,
        }
    }
}

impl fmt::Debug for MarkSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Self::NAMED.iter().filter(|(_, set)| self.contains(*set));
        f.debug_set().entries(names.map(|(name, _)| name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_in_one_group_and_nothing_else_is() {
        for c in '\0'..=char::MAX {
            let groups = MarkSet::NAMED.iter().filter(|(_, set)| set.contains_mark(c)).count();
            let is_dagger_alef = c == '\u{0670}';
            assert_eq!(groups, usize::from(letters::is_mark(c) && !is_dagger_alef), "{c:?}");
        }
    }
}
