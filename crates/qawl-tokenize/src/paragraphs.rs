//! The lines of a text that hold something.

use core::iter::FusedIterator;

use qawl_core::Span;

/// The paragraphs of `text`: its lines, without the white space around them; empty lines are
/// passed over. Linear, no allocation.
///
/// ```
/// use qawl_tokenize::paragraphs;
///
/// let text = "الخبر الأول\n\n  الخبر الثاني\n"; // "the first news", "the second news"
/// let found: Vec<_> = paragraphs(text).filter_map(|p| p.get(text)).collect();
/// assert_eq!(found, ["الخبر الأول", "الخبر الثاني"]);
/// ```
#[must_use]
pub fn paragraphs(text: &str) -> Paragraphs<'_> {
    Paragraphs { text, offset: 0 }
}

/// The paragraphs of a text; see [`paragraphs`].
///
/// ```
/// let mut paragraphs = qawl_tokenize::paragraphs("الخبر\n \nالتفاصيل"); // "the news", "the details"
/// assert_eq!(paragraphs.next().map(|span| span.range()), Some(0..10));
/// assert_eq!(paragraphs.count(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct Paragraphs<'a> {
    text: &'a str,
    offset: usize,
}

impl<'a> Paragraphs<'a> {
    /// What is not yet cut. Constant time.
    ///
    /// ```
    /// let mut paragraphs = qawl_tokenize::paragraphs("الخبر\nالتفاصيل"); // "the news", "the details"
    /// paragraphs.next();
    /// assert_eq!(paragraphs.as_str(), "التفاصيل");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &'a str {
        self.text.get(self.offset..).unwrap_or_default()
    }
}

impl Iterator for Paragraphs<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let rest = self.text.get(self.offset..).filter(|rest| !rest.is_empty())?;
            let line = rest.split_inclusive(is_line_break).next()?;
            let start = self.offset;
            self.offset += line.len();
            let span = trim(line).shift(start);
            if !span.is_empty() {
                return Some(span);
            }
        }
    }
}

impl FusedIterator for Paragraphs<'_> {}

/// Whether `c` ends a line: line feed, carriage return, vertical tab, form feed, next line, line
/// and paragraph separator (the mandatory breaks of UAX #14). [`paragraphs`] and
/// [`sentences`](crate::sentences) break at these and at no other. Constant time.
///
/// ```
/// use qawl_tokenize::is_line_break;
///
/// let text = "العنوان\u{2028}النص"; // "the title", U+2028 LINE SEPARATOR, "the text"
/// assert_eq!(text.split(is_line_break).count(), 2);
/// assert!(!is_line_break('\t') && !is_line_break(' '));
/// ```
#[must_use]
pub const fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{000B}' | '\u{000C}' | '\u{0085}' | '\u{2028}' | '\u{2029}')
}

/// The part of `piece` that is not white space around it.
pub(crate) fn trim(piece: &str) -> Span {
    let end = piece.trim_end().len();
    let start = piece.len() - piece.trim_start().len();
    Span::new(start.min(end), end)
}
