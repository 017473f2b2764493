//! Text of a document inside a line of ours.

use std::fmt::{self, Display, Write};

/// U+2068 FIRST STRONG ISOLATE: what follows has its own direction.
const ISOLATE: char = '\u{2068}';
/// U+2069 POP DIRECTIONAL ISOLATE: and here it ends.
const POP: char = '\u{2069}';

/// A text in a column: what would end the column is a space.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Flat<'a>(pub(crate) &'a str);

impl Display for Flat<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| f.write_char(if ends_line(c) { ' ' } else { c }))
    }
}

/// A text between Latin words, in an isolate, so that each keeps its order; plain ASCII needs none.
/// Controls of direction inside could end the isolate early and are left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Isolated<'a>(pub(crate) &'a str);

impl Display for Isolated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_ascii() {
            return Flat(self.0).fmt(f);
        }
        f.write_char(ISOLATE)?;
        Unturned(self.0).fmt(f)?;
        f.write_char(POP)
    }
}

/// A text in one line, without controls of direction.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unturned<'a>(pub(crate) &'a str);

impl Display for Unturned<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut kept = self.0.chars().filter(|&c| !turns(c));
        kept.try_for_each(|c| f.write_char(if ends_line(c) { ' ' } else { c }))
    }
}

/// Line breaks, tabs, and controls, which a terminal might obey.
fn ends_line(c: char) -> bool {
    // U+2028 LINE SEPARATOR, U+2029 PARAGRAPH SEPARATOR.
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Embeddings and overrides from U+202A LEFT-TO-RIGHT EMBEDDING on, isolates from U+2066
/// LEFT-TO-RIGHT ISOLATE on.
pub(crate) fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_isolate_holds_one_line_that_cannot_leave_it() {
        let text = "نعم\n\u{2069}لا\u{1B}[2J"; // "yes, no" with a POP and an ESCAPE
        assert_eq!(Isolated(text).to_string(), "\u{2068}نعم لا [2J\u{2069}");
        assert_eq!(Isolated("city").to_string(), "city");
        assert_eq!(Flat("نعم\tلا").to_string(), "نعم لا");
    }
}
