//! What all readers of lists share: lines, and what is wrong with one.

use std::fmt;

/// What is wrong with a line of a list.
///
/// ```
/// use qawl_gazetteer::tsv;
///
/// let error = tsv::read("# months\nمارس month\n").unwrap_err(); // March
/// assert_eq!(error.line(), 2);
/// assert!(error.message().starts_with("expected 6 columns"));
/// assert!(error.to_string().starts_with("line 2: expected 6 columns"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    line: usize,
    message: String,
}

impl ListError {
    /// Makes an error of what is wrong with a line, counted from 1.
    pub(crate) fn at(line: usize) -> impl Fn(String) -> Self {
        move |message| Self { line, message }
    }

    /// The number of the line, from 1. See the example of [`ListError`].
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }

    /// What was expected, without the number of the line. See the example of [`ListError`].
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for ListError {}

/// The lines that are not empty, with their numbers; U+FEFF BYTE ORDER MARK at the start is none of
/// the text.
pub(crate) fn lines(list: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..)
        .zip(list.strip_prefix('\u{FEFF}').unwrap_or(list).lines())
        .filter(|(_, line)| !line.trim().is_empty())
}
