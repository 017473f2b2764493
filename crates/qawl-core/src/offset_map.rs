//! From bytes to the units that other programs count in, and back.

use alloc::vec::Vec;
use core::fmt;
use core::ops::{Add, Range};
use core::str::FromStr;

use crate::Span;

/// What an offset counts. There are no others.
///
/// ```
/// use qawl_core::{OffsetMap, OffsetUnit, Span};
///
/// let text = "😀 نعم"; // "yes", behind an emoji
/// let (offsets, yes) = (OffsetMap::new(text), Span::new(5, 11));
/// assert_eq!(offsets.to_unit(yes, OffsetUnit::Bytes), 5..11);
/// assert_eq!(offsets.to_unit(yes, OffsetUnit::Chars), 2..5);
/// assert_eq!(offsets.to_unit(yes, OffsetUnit::Utf16), 3..6);
/// assert_eq!("utf16".parse(), Ok(OffsetUnit::Utf16));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum OffsetUnit {
    /// Bytes of UTF-8: Rust, Go, search engines.
    #[default]
    Bytes,
    /// Unicode scalar values: Python, spaCy, brat.
    Chars,
    /// Code units of UTF-16: JavaScript, Java, language servers.
    Utf16,
}

impl OffsetUnit {
    /// The name that the command and its output use: `bytes`, `chars` or `utf16`.
    ///
    /// ```
    /// assert_eq!(qawl_core::OffsetUnit::Utf16.as_str(), "utf16");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            OffsetUnit::Bytes => "bytes",
            OffsetUnit::Chars => "chars",
            OffsetUnit::Utf16 => "utf16",
        }
    }
}

impl fmt::Display for OffsetUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name that is not one of `bytes`, `chars`, `utf16`: the error of parsing an [`OffsetUnit`].
///
/// ```
/// use qawl_core::{OffsetUnit, UnknownUnit};
///
/// let error: UnknownUnit = "حرف".parse::<OffsetUnit>().unwrap_err(); // "letter"
/// assert_eq!(error.to_string(), "expected one of bytes, chars, utf16");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownUnit(());

impl fmt::Display for UnknownUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected one of bytes, chars, utf16")
    }
}

impl core::error::Error for UnknownUnit {}

impl FromStr for OffsetUnit {
    type Err = UnknownUnit;

    fn from_str(name: &str) -> Result<Self, UnknownUnit> {
        match name {
            "bytes" => Ok(OffsetUnit::Bytes),
            "chars" => Ok(OffsetUnit::Chars),
            "utf16" => Ok(OffsetUnit::Utf16),
            _ => Err(UnknownUnit(())),
        }
    }
}

/// How far apart, in bytes, the counts are written down.
const STEP: usize = 256;

/// Characters and UTF-16 units before a checkpoint.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    chars: usize,
    utf16: usize,
}

impl Counts {
    /// What begins in these bytes: no byte but the first of a character is 0b10…, and only those of
    /// four bytes, which are two units, begin with 0b1111….
    fn of(bytes: &[u8]) -> Self {
        let chars = bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count();
        let pairs = bytes.iter().filter(|&&byte| byte >= 0xF0).count();
        Self { chars, utf16: chars + pairs }
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { chars: self.chars + other.chars, utf16: self.utf16 + other.utf16 }
    }
}

/// Converts offsets of one text between bytes, characters and UTF-16 units.
///
/// Building walks the text once and stores two counts for every 256 bytes; a conversion then reads
/// at most 256 bytes. Offsets past the end count as the end; an offset inside a character counts
/// as that character's start.
///
/// ```
/// use qawl_core::{OffsetMap, Span};
///
/// let text = "😀 قال"; // "said", behind an emoji of four bytes and two UTF-16 units
/// let offsets = OffsetMap::new(text);
/// let said = Span::new(5, 11);
/// assert_eq!(offsets.to_chars(said), 2..5);
/// assert_eq!(offsets.to_utf16(said), 3..6);
/// assert_eq!(offsets.from_utf16(3..6), said);
/// ```
#[derive(Clone, Debug)]
pub struct OffsetMap<'a> {
    text: &'a str,
    checkpoints: Vec<Counts>,
}

impl<'a> OffsetMap<'a> {
    /// Counts once through `text`: linear, with one allocation of a sixteenth of its size.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, Span};
    ///
    /// let text = "صباح الخير"; // "good morning"
    /// let offsets = OffsetMap::new(text);
    /// assert_eq!(offsets.to_chars(Span::new(0, text.len())), 0..10);
    /// ```
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 2);
        let mut counts = Counts::default();
        checkpoints.push(counts);
        for bytes in text.as_bytes().chunks(STEP) {
            counts = counts + Counts::of(bytes);
            checkpoints.push(counts);
        }
        Self { text, checkpoints }
    }

    /// The span in characters. Reads at most 256 bytes for each end; allocates nothing.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, Span};
    ///
    /// let text = "صباح الخير"; // "good morning"
    /// let good = Span::new(9, 19);
    /// assert_eq!(good.get(text), Some("الخير"));
    /// assert_eq!(OffsetMap::new(text).to_chars(good), 5..10);
    /// ```
    #[must_use]
    pub fn to_chars(&self, span: Span) -> Range<usize> {
        self.at(span.start()).chars..self.at(span.end()).chars
    }

    /// The span in UTF-16 units. Costs what [`to_chars`](Self::to_chars) costs.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, Span};
    ///
    /// let text = "😀 نعم"; // "yes", behind an emoji of two units
    /// assert_eq!(OffsetMap::new(text).to_utf16(Span::new(5, 11)), 3..6);
    /// ```
    #[must_use]
    pub fn to_utf16(&self, span: Span) -> Range<usize> {
        self.at(span.start()).utf16..self.at(span.end()).utf16
    }

    /// The span in the unit asked for. Bytes are handed on as they are.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, OffsetUnit, Span};
    ///
    /// let offsets = OffsetMap::new("قال"); // "said"
    /// assert_eq!(offsets.to_unit(Span::new(2, 6), OffsetUnit::Chars), 1..3);
    /// ```
    #[must_use]
    pub fn to_unit(&self, span: Span, unit: OffsetUnit) -> Range<usize> {
        match unit {
            OffsetUnit::Bytes => span.range(),
            OffsetUnit::Chars => self.to_chars(span),
            OffsetUnit::Utf16 => self.to_utf16(span),
        }
    }

    /// The span of a range of characters. A binary search over the checkpoints, then at most 256
    /// bytes for each end; allocates nothing.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, Span};
    ///
    /// assert_eq!(OffsetMap::new("قال").from_chars(1..3), Span::new(2, 6)); // "said"
    /// ```
    #[must_use]
    pub fn from_chars(&self, range: Range<usize>) -> Span {
        self.span_of(range, |counts| counts.chars)
    }

    /// The span of a range of UTF-16 units. Half a surrogate pair counts as its character's start.
    /// Costs what [`from_chars`](Self::from_chars) costs.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, Span};
    ///
    /// let text = "😀 نعم"; // "yes", behind an emoji of two units
    /// assert_eq!(OffsetMap::new(text).from_utf16(3..6).get(text), Some("نعم"));
    /// assert_eq!(OffsetMap::new(text).from_utf16(1..2), Span::new(0, 4)); // its second half
    /// ```
    #[must_use]
    pub fn from_utf16(&self, range: Range<usize>) -> Span {
        self.span_of(range, |counts| counts.utf16)
    }

    /// The span of a range in the unit given. Bytes are handed on as they are.
    ///
    /// ```
    /// use qawl_core::{OffsetMap, OffsetUnit, Span};
    ///
    /// let offsets = OffsetMap::new("قال"); // "said"
    /// assert_eq!(offsets.from_unit(1..3, OffsetUnit::Chars), Span::new(2, 6));
    /// ```
    #[must_use]
    pub fn from_unit(&self, range: Range<usize>, unit: OffsetUnit) -> Span {
        match unit {
            OffsetUnit::Bytes => range.into(),
            OffsetUnit::Chars => self.from_chars(range),
            OffsetUnit::Utf16 => self.from_utf16(range),
        }
    }

    fn at(&self, offset: usize) -> Counts {
        let offset = self.floor(offset);
        let step = offset / STEP;
        let counts = self.checkpoints.get(step).copied().unwrap_or_default();
        counts + self.between(step * STEP, offset)
    }

    /// The last offset up to this one at which a character begins or the text ends.
    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }

    fn between(&self, start: usize, end: usize) -> Counts {
        Counts::of(self.text.as_bytes().get(start..end).unwrap_or_default())
    }

    fn span_of(&self, range: Range<usize>, unit: fn(Counts) -> usize) -> Span {
        Span::new(self.byte_of(range.start, unit), self.byte_of(range.end, unit))
    }

    fn byte_of(&self, units: usize, unit: fn(Counts) -> usize) -> usize {
        let step = self.checkpoints.partition_point(|&c| unit(c) <= units).saturating_sub(1);
        let mut counts = self.checkpoints.get(step).copied().unwrap_or_default();
        for (offset, c) in self.chars_from(step) {
            counts.chars += 1;
            counts.utf16 += c.len_utf16();
            if unit(counts) > units {
                return offset;
            }
        }
        self.text.len()
    }

    /// The characters that start at or behind the byte of checkpoint `step`.
    fn chars_from(&self, step: usize) -> impl Iterator<Item = (usize, char)> + '_ {
        // The last checkpoint counts what is before the end, and may stand for a byte behind it.
        let mut start = (step * STEP).min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices().map(move |(i, c)| (start + i, c))
    }
}

/// Where the span before ended, for many spans of one text: each is counted from there, where it lies a
/// little behind. Spans in any order are converted; those in the order of the text read each byte once.
/// A cursor goes with one map: with another its counts are those of neither.
///
/// ```
/// use qawl_core::{OffsetCursor, OffsetMap, OffsetUnit, Span};
///
/// let offsets = OffsetMap::new("😀 قال 😀 نعم"); // "he said: yes", with emoji
/// let mut cursor = OffsetCursor::default();
/// let words = [Span::new(5, 11), Span::new(17, 23)];
/// let words = words.map(|word| cursor.to_unit(&offsets, word, OffsetUnit::Utf16));
/// assert_eq!(words, [3..6, 10..13]);
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct OffsetCursor {
    /// What was asked for last, and what is counted before it.
    byte: usize,
    counts: Counts,
}

impl OffsetCursor {
    /// The span in the unit asked for, as [`OffsetMap::to_unit`] says it. Reads what lies between the
    /// span before and this one, but no more than 256 bytes for each end; allocates nothing.
    pub fn to_unit(&mut self, map: &OffsetMap<'_>, span: Span, unit: OffsetUnit) -> Range<usize> {
        let (start, end) = (span.start(), span.end());
        match unit {
            OffsetUnit::Bytes => span.range(),
            OffsetUnit::Chars => self.at(map, start).chars..self.at(map, end).chars,
            OffsetUnit::Utf16 => self.at(map, start).utf16..self.at(map, end).utf16,
        }
    }

    fn at(&mut self, map: &OffsetMap<'_>, offset: usize) -> Counts {
        let offset = map.floor(offset);
        let is_near = (self.byte..=self.byte + STEP).contains(&offset);
        self.counts =
            if is_near { self.counts + map.between(self.byte, offset) } else { map.at(offset) };
        self.byte = offset;
        self.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "قال 😀 الوزير: «Hello» — ".repeat(40);
        let offsets = OffsetMap::new(&text);
        let mut cursor = OffsetCursor::default();
        for (i, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = text.get(..i).unwrap();
            let (chars, utf16) = (before.chars().count(), before.encode_utf16().count());
            let at = Span::empty(i);
            assert_eq!(offsets.to_chars(at), chars..chars);
            assert_eq!(offsets.to_utf16(at), utf16..utf16);
            assert_eq!(offsets.from_chars(chars..chars), at);
            assert_eq!(offsets.from_utf16(utf16..utf16), at);
            for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
                assert_eq!(cursor.to_unit(&offsets, at, unit), offsets.to_unit(at, unit));
                assert_eq!(offsets.from_unit(offsets.to_unit(at, unit), unit), at);
            }
        }
    }

    #[test]
    fn offsets_past_the_end_count_as_the_end() {
        let offsets = OffsetMap::new("قال");
        assert_eq!(offsets.to_chars(Span::new(0, 100)), 0..3);
        let mut cursor = OffsetCursor::default();
        assert_eq!(cursor.to_unit(&offsets, Span::new(3, 100), OffsetUnit::Chars), 1..3);
        assert_eq!(offsets.from_chars(0..100), Span::new(0, 6));
    }
}
