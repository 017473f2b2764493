//! A normalized text that knows where it came from.

use alloc::borrow::Cow;

use qawl_core::{Alignment, Span};

/// A normalized text with the [`Alignment`] to its source.
///
/// With the feature `serde`, one that is read in is checked: the alignment must be one to a text of
/// that length.
///
/// ```
/// use qawl_core::Span;
/// use qawl_normalize::Profile;
///
/// // "the book", with KASRA under the kaf and a tatweel in the middle
/// let text = "الك\u{0650}ت\u{0640}اب";
/// let normalized = Profile::NLP.normalizer().normalize_aligned(text);
/// assert_eq!(normalized.as_str(), "الكتاب");
/// let kaf_teh = Span::new(4, 8);
/// assert_eq!(normalized.to_original(kaf_teh).get(text), Some("ك\u{0650}ت\u{0640}"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Normalized<'a> {
    text: Cow<'a, str>,
    alignment: Alignment,
}

impl<'a> Normalized<'a> {
    pub(crate) const fn new(text: Cow<'a, str>, alignment: Alignment) -> Self {
        Self { text, alignment }
    }

    /// The normalized text.
    ///
    /// ```
    /// let normalized = qawl_normalize::Profile::SEARCH.normalizer().normalize_aligned("مدرسة"); // "school"
    /// assert_eq!(normalized.as_str(), "مدرسه");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The map between the source and the normalized text, both ways.
    ///
    /// ```
    /// let normalized = qawl_normalize::Profile::NLP.normalizer().normalize_aligned("بيت"); // "house"
    /// assert!(normalized.alignment().is_identity());
    /// ```
    #[must_use]
    pub const fn alignment(&self) -> &Alignment {
        &self.alignment
    }

    /// Where a span of the normalized text came from; a binary search. See the example of
    /// [`Normalized`].
    #[must_use]
    pub fn to_original(&self, span: Span) -> Span {
        self.alignment.to_original(span)
    }

    /// The text, borrowed if nothing changed, and the alignment.
    ///
    /// ```
    /// use std::borrow::Cow;
    ///
    /// let normalized = qawl_normalize::Profile::NLP.normalizer().normalize_aligned("بيت"); // "house"
    /// let (text, alignment) = normalized.into_parts();
    /// assert!(matches!(text, Cow::Borrowed("بيت")));
    /// assert_eq!(alignment.normalized_len(), text.len());
    /// ```
    #[must_use]
    pub fn into_parts(self) -> (Cow<'a, str>, Alignment) {
        (self.text, self.alignment)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Normalized<'_> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        #[serde(rename = "Normalized")]
        struct Unchecked {
            text: alloc::string::String,
            alignment: Alignment,
        }
        let Unchecked { text, alignment } = Unchecked::deserialize(deserializer)?;
        if alignment.normalized_len() != text.len() {
            return Err(serde::de::Error::custom("an alignment to a text of another length"));
        }
        Ok(Self { text: Cow::Owned(text), alignment })
    }
}
