//! A stretch of a text, in bytes.

use core::fmt;
use core::ops::Range;

/// A half-open range of UTF-8 byte offsets into the text that the caller gave.
///
/// Every span that a qawl crate hands out lies on character boundaries of that text, so
/// [`get`](Span::get) on the same text always answers `Some`. With the feature `serde` a span is
/// the array `[start, end]`.
///
/// ```
/// use qawl_core::Span;
///
/// let span = Span::new(0, 6);
/// assert_eq!(span.get("قال الوزير"), Some("قال")); // "said", in "the minister said"
/// assert_eq!(span.range(), 0..6);
/// assert_eq!(Span::from(0..6), span);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: usize,
    end: usize,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`. Where `end` is before `start` the span
    /// is empty at `start`; nothing panics.
    ///
    /// ```
    /// use qawl_core::Span;
    ///
    /// assert_eq!(Span::new(7, 3), Span::new(7, 7));
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end: if end < start { start } else { end } }
    }

    /// The empty span at `offset`.
    ///
    /// ```
    /// assert!(qawl_core::Span::empty(4).is_empty());
    /// ```
    #[must_use]
    pub const fn empty(offset: usize) -> Self {
        Self { start: offset, end: offset }
    }

    /// The first byte.
    ///
    /// ```
    /// assert_eq!(qawl_core::Span::new(2, 6).start(), 2);
    /// ```
    #[must_use]
    pub const fn start(self) -> usize {
        self.start
    }

    /// The byte behind the last one.
    ///
    /// ```
    /// assert_eq!(qawl_core::Span::new(2, 6).end(), 6);
    /// ```
    #[must_use]
    pub const fn end(self) -> usize {
        self.end
    }

    /// The length in bytes.
    ///
    /// ```
    /// assert_eq!(qawl_core::Span::new(2, 6).len(), 4); // two Arabic letters
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    ///
    /// ```
    /// assert!(!qawl_core::Span::new(2, 6).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a standard range.
    ///
    /// ```
    /// assert_eq!(qawl_core::Span::new(2, 6).range(), 2..6);
    /// ```
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text it covers, or `None` where it is out of bounds or cuts a character: then it was
    /// made for another text.
    ///
    /// ```
    /// use qawl_core::Span;
    ///
    /// assert_eq!(Span::new(0, 4).get("من"), Some("من")); // "from"
    /// assert_eq!(Span::new(0, 3).get("من"), None); // cuts the second letter
    /// ```
    #[must_use]
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether every byte of `other` lies in this span.
    ///
    /// ```
    /// use qawl_core::Span;
    ///
    /// assert!(Span::new(0, 9).contains(Span::new(3, 9)));
    /// assert!(!Span::new(0, 9).contains(Span::new(3, 10)));
    /// ```
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte. Empty spans share none.
    ///
    /// ```
    /// use qawl_core::Span;
    ///
    /// assert!(Span::new(0, 4).overlaps(Span::new(3, 6)));
    /// assert!(!Span::new(0, 4).overlaps(Span::new(4, 6)));
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end && !self.is_empty() && !other.is_empty()
    }

    /// The smallest span that contains both.
    ///
    /// ```
    /// use qawl_core::Span;
    ///
    /// assert_eq!(Span::new(4, 8).cover(Span::new(0, 2)), Span::new(0, 8));
    /// ```
    #[must_use]
    pub const fn cover(self, other: Span) -> Span {
        let start = if self.start < other.start { self.start } else { other.start };
        let end = if self.end > other.end { self.end } else { other.end };
        Span { start, end }
    }

    /// The same stretch, `by` bytes further on: from a paragraph's offsets to its document's.
    ///
    /// ```
    /// use qawl_core::Span;
    ///
    /// assert_eq!(Span::new(0, 4).shift(10), Span::new(10, 14));
    /// ```
    #[must_use]
    pub const fn shift(self, by: usize) -> Span {
        Span { start: self.start.saturating_add(by), end: self.end.saturating_add(by) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        [self.start, self.end].serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [start, end] = <[usize; 2]>::deserialize(deserializer)?;
        if end < start {
            return Err(serde::de::Error::custom("a span that ends before it starts"));
        }
        Ok(Self { start, end })
    }
}
