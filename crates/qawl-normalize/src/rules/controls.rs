//! Invisible characters that steer direction, joining or line breaks are deleted.
//!
//! U+0600..=U+0605, U+06DD, U+0890, U+0891 and U+08E2 are format characters too, but visible.

use crate::NormalizeOptions;

/// `before` is the character before it that stays.
pub(super) const fn deletes(c: char, before: Option<char>, options: &NormalizeOptions) -> bool {
    options.controls
        && match c {
            // SOFT HYPHEN, ARABIC LETTER MARK, ZERO WIDTH SPACE
            '\u{00AD}' | '\u{061C}' | '\u{200B}'
            // LEFT-TO-RIGHT and RIGHT-TO-LEFT MARK; embeddings and overrides; isolates
            | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
            // WORD JOINER, deprecated shaping controls, ZERO WIDTH NO-BREAK SPACE
            | '\u{2060}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' => true,
            // ZERO WIDTH JOINER
            '\u{200D}' => !joins_emoji(before),
            _ => false,
        }
}

/// Whether a joiner behind `before` is part of an emoji, as in a family of three.
const fn joins_emoji(before: Option<char>) -> bool {
    matches!(before, Some(
        '\u{2600}'..='\u{27BF}' // symbols and dingbats; none of them decomposes
        | '\u{FE0F}' // VARIATION SELECTOR-16
        | '\u{1F000}'..='\u{1FAFF}' // pictographs with their skin tones
    ))
}
