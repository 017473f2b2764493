//! The quotation marks of Arabic print and what each can do.

/// What a quotation mark can do.
///
/// ```
/// use qawl_tokenize::quotation::{role, Role};
///
/// let text = "قال: «نعم»"; // "he said: 'yes'"
/// let marks: Vec<_> = text.chars().filter_map(role).collect();
/// assert_eq!(marks, [Role::Open, Role::Close]);
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// It opens, as a rule: « “ „ ‹ 《 and the right ornate parenthesis of the Quran, which stands
    /// first.
    Open,
    /// It closes, as a rule: » ” › 》 and the left ornate parenthesis.
    Close,
    /// It does either; the spaces around it tell, see [`opens_at`]: the straight mark.
    Either,
}

/// The role of `c` in logical order, or `None` where it is no quotation mark. Apostrophes and
/// parentheses are not counted: they mostly do something else. Nor are the single marks ‘ and ’:
/// the Arabic press does not quote with them, and the second is the apostrophe of Latin words.
/// Constant time.
///
/// ```
/// use qawl_tokenize::quotation::{role, Role};
///
/// assert_eq!(role('«'), Some(Role::Open));
/// assert_eq!(role('"'), Some(Role::Either));
/// assert_eq!(role('('), None);
/// ```
#[must_use]
pub const fn role(c: char) -> Option<Role> {
    match c {
        // U+00AB, U+201C, U+201E, U+201F, U+2039, U+FD3F ORNATE RIGHT PARENTHESIS, U+300A
        '\u{00AB}' | '\u{201C}' | '\u{201E}' | '\u{201F}' | '\u{2039}' | '\u{FD3F}'
        | '\u{300A}' => Some(Role::Open),
        // U+00BB, U+201D, U+203A, U+FD3E ORNATE LEFT PARENTHESIS, U+300B
        '\u{00BB}' | '\u{201D}' | '\u{203A}' | '\u{FD3E}' | '\u{300B}' => Some(Role::Close),
        // U+0022 QUOTATION MARK, U+FF02 FULLWIDTH QUOTATION MARK
        '"' | '\u{FF02}' => Some(Role::Either),
        _ => None,
    }
}

/// Whether the mark at byte `offset` of `text` stands as an opening one: behind a space, a bracket
/// or the start, and before something that is neither space nor the end. A proclitic before it counts
/// as a space, with a tatweel or without: «لـ"داعش"» ("to 'Daesh'"). Constant time; false where
/// `offset` is no character boundary of `text`.
///
/// ```
/// use qawl_tokenize::quotation::opens_at;
///
/// let text = "قال \"نعم\" ثم مضى"; // "he said 'yes' and went"
/// assert!(opens_at(text, 7));
/// assert!(!opens_at(text, 14));
/// ```
#[must_use]
pub fn opens_at(text: &str, offset: usize) -> bool {
    let (Some(before), Some(mut behind)) = (text.get(..offset), text.get(offset..).map(str::chars))
    else {
        return false;
    };
    behind.next();
    let follows = behind.next().is_some_and(|c| !c.is_whitespace());
    let free = is_behind_proclitic(before)
        || before.chars().next_back().is_none_or(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '(' | '['
                        | ':'
                        | '-'
                        | '\u{060C}'
                        | '\u{061B}'
                        | '\u{2013}'
                        | '\u{2014}'
                        | qawl_core::letters::TATWEEL
                )
                || role(c) == Some(Role::Open)
        });
    free && follows
}

/// Whether a one-letter particle stands before, as a word of its own: «و"نعم"» (and "yes").
fn is_behind_proclitic(before: &str) -> bool {
    const PROCLITICS: [char; 5] = ['\u{0648}', '\u{0641}', '\u{0628}', '\u{0643}', '\u{0644}'];
    before
        .strip_suffix(PROCLITICS)
        .is_some_and(|rest| rest.chars().next_back().is_none_or(char::is_whitespace))
}
