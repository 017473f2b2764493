//! The lines of a text, each with its own verdict.

use core::iter::FusedIterator;

use qawl_core::Span;

use super::{Detection, detect};

/// A line without what ends it, where it stands, and in which order.
///
/// ```
/// use qawl_normalize::visual_order::lines;
///
/// let text = "جريدة\nةديرج"; // "newspaper", logical and painted
/// let painted = lines(text).find(|line| line.detection.is_visual()).unwrap();
/// assert_eq!((painted.text, painted.span.range()), ("ةديرج", 11..21));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Line<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its place in the text that was asked about.
    pub span: Span,
    /// What was found for this line alone.
    pub detection: Detection,
}

/// The lines of `text` with a verdict on each.
///
/// A line ends at LINE FEED, CARRIAGE RETURN, the two together, LINE TABULATION, FORM FEED (which
/// extractors write between pages), NEXT LINE, LINE SEPARATOR or PARAGRAPH SEPARATOR. Empty lines are
/// given too; where the last line is ended, none follows it. Linear time; allocates nothing.
///
/// ```
/// use qawl_normalize::visual_order::lines;
///
/// // A heading, "The final report", which the PDF kept, and painted text, "in the city"
/// let text = "التقرير الأخير\r\nةنيدملا يف\r\n";
/// let verdicts: Vec<bool> = lines(text).map(|line| line.detection.is_visual()).collect();
/// assert_eq!(verdicts, [false, true]);
/// ```
#[must_use]
pub fn lines(text: &str) -> Lines<'_> {
    Lines { pieces: Pieces { rest: text }, at: 0 }
}

/// The iterator of [`lines()`].
///
/// ```
/// use qawl_normalize::visual_order::lines;
///
/// let mut lines = lines("السطر الأول\nالسطر الثاني"); // "the first line", "the second line"
/// assert_eq!(lines.next().unwrap().text, "السطر الأول");
/// assert_eq!(lines.as_str(), "السطر الثاني");
/// ```
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    pieces: Pieces<'a>,
    at: usize,
}

impl<'a> Lines<'a> {
    /// The part of the text that is not given yet. See the example of [`Lines`].
    #[must_use]
    pub const fn as_str(&self) -> &'a str {
        self.pieces.rest
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    fn next(&mut self) -> Option<Line<'a>> {
        let (text, end) = self.pieces.next()?;
        let span = Span::new(self.at, self.at + text.len());
        self.at = span.end() + end.len();
        Some(Line { text, span, detection: detect(text) })
    }
}

impl FusedIterator for Lines<'_> {}

/// Lines, each with what ends it: together they are the text.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'a> {
    rest: &'a str,
}

impl<'a> Pieces<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        if self.rest.is_empty() {
            return None;
        }
        let len = self.rest.find(is_line_end).unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at_checked(len)?;
        let end = if rest.starts_with("\r\n") {
            2
        } else {
            rest.chars().next().map_or(0, char::len_utf8)
        };
        let (end, rest) = rest.split_at_checked(end)?;
        self.rest = rest;
        Some((line, end))
    }
}

impl FusedIterator for Pieces<'_> {}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}
