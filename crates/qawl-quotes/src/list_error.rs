//! What is wrong with a list of a caller's.

use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// What is wrong with a list of reporting verbs or titles, and what was expected.
///
/// ```
/// use qawl_quotes::CueList;
///
/// let list = "# past\timperfect\tparticiple\tact\ttakes\tflags\nزقزق\tيزقزق\t-\tchirp\tanna\t-\n"; // "to chirp"
/// let error = CueList::from_tsv(list).unwrap_err();
/// assert_eq!(error.line(), Some(2));
/// assert!(error.to_string().starts_with("line 2: \"chirp\" is none of say, add,"));
/// assert!(error.message().starts_with("\"chirp\" is none of say, add,"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    line: Option<usize>,
    message: String,
}

impl ListError {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { line: None, message: message.into() }
    }

    /// The same, of line `line`, counted from 1.
    pub(crate) fn at(self, line: usize) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The line of the text that was read, counted from 1; none where no text was.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }

    /// What is wrong, without the line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl Display for ListError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl Error for ListError {}

/// The lines of a list that say something, with their numbers and columns. Empty lines and lines that
/// begin with `#` say nothing; a byte order mark and carriage returns are no part of a line.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = (usize, Vec<&str>)> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let says = |(_, line): &(usize, &str)| !line.trim().is_empty() && !line.starts_with('#');
    let lines = (1..).zip(text.lines()).filter(says);
    lines.map(|(number, line)| (number, line.split('\t').map(str::trim).collect()))
}

/// Refuses what is no word of Arabic letters. `what` it should be is said.
pub(crate) fn check_word(word: &str, what: &str) -> Result<(), ListError> {
    let is_letter = |c| matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}');
    if word.chars().count() > 1 && word.chars().all(is_letter) {
        return Ok(());
    }
    Err(ListError::new(format!(
        "{word:?}: expected {what} as one word of two Arabic letters or more"
    )))
}
