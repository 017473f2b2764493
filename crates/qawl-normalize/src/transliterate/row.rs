//! Looking up what stands for a character, and rewriting text with it.

use alloc::borrow::Cow;
use alloc::string::String;

/// What each of a row of neighbouring characters becomes.
#[derive(Debug)]
pub(super) struct Row {
    first: u32,
    /// `NOTHING` for a character that stays.
    to: &'static [char],
}

/// U+0000, which no scheme writes.
const NOTHING: char = '\0';

impl Row {
    pub(super) const fn new(first: char, to: &'static [char]) -> Self {
        Self { first: first as u32, to }
    }

    /// What `c` becomes, or nothing where it stays.
    pub(super) fn get(&self, c: char) -> Option<char> {
        let at = u32::from(c).checked_sub(self.first)?;
        self.to.get(usize::try_from(at).ok()?).copied().filter(|&to| to != NOTHING)
    }

    /// The rewritten text, borrowed exactly if nothing changed.
    pub(super) fn rewrite<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if text.chars().all(|c| self.get(c).is_none()) {
            return Cow::Borrowed(text);
        }
        let mut out = String::new();
        self.rewrite_into(text, &mut out);
        Cow::Owned(out)
    }

    /// The rewritten text over what `out` held.
    pub(super) fn rewrite_into(&self, text: &str, out: &mut String) {
        out.clear();
        out.reserve(text.len());
        out.extend(text.chars().map(|c| self.get(c).unwrap_or(c)));
    }
}

/// The first character that stands beside each of the `N` characters from `first` on. What does
/// not fit into the row does not compile in a constant.
pub(super) const fn from_arabic<const N: usize>(pairs: &[(char, char)], first: char) -> [char; N] {
    let mut row = [NOTHING; N];
    let mut at = 0;
    while at < pairs.len() {
        let (arabic, latin) = pairs[at];
        let place = arabic as usize - first as usize;
        if row[place] == NOTHING {
            row[place] = latin;
        }
        at += 1;
    }
    row
}

/// The Arabic character that stands beside each of the first `N` characters of Unicode.
pub(super) const fn from_latin<const N: usize>(pairs: &[(char, char)]) -> [char; N] {
    let mut row = [NOTHING; N];
    let mut at = 0;
    while at < pairs.len() {
        let (arabic, latin) = pairs[at];
        row[latin as usize] = arabic;
        at += 1;
    }
    row
}
