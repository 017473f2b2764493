//! What a single character is to the tokenizer.

use qawl_core::letters;

use crate::sorts::{BLOCK, sort};
use crate::word_break::WordBreak;
use crate::{Script, TokenKind};

/// The role of a character at the start of, or inside, a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A letter of the Arabic script or a mark on one.
    Arabic,
    /// A letter of the Latin script.
    Latin,
    /// A letter of another script.
    Letter,
    /// A combining mark of any script but Arabic; joins what stands before it.
    Mark,
    /// A decimal digit.
    Digit,
    Space,
    Control,
    Emoji,
    Punctuation,
    Symbol,
}

impl Class {
    #[inline]
    pub(crate) fn of(c: char) -> Class {
        match c {
            '\0'..='\u{7F}' => ASCII[c as usize & 0x7F],
            '\u{0600}'..='\u{06FF}' => match BLOCK[c as usize & 0xFF] {
                sort::ARABIC => Class::Arabic,
                sort::PUNCTUATION => Class::Punctuation,
                b'0' => Class::Digit,
                _ => Class::of_any(c),
            },
            _ => Class::of_any(c),
        }
    }

    #[inline(never)]
    fn of_any(c: char) -> Class {
        if letters::is_word_char(c) {
            Class::Arabic
        } else if c.is_whitespace() {
            Class::Space
        } else if c.is_control() || letters::is_format_control(c) {
            Class::Control
        } else if letters::is_digit(c) {
            Class::Digit
        } else if is_emoji(c) {
            Class::Emoji
        } else if WordBreak::of(c) == WordBreak::Extend {
            Class::Mark
        } else if is_latin(c) && c.is_alphabetic() {
            Class::Latin
        } else if c.is_alphabetic() || (c.is_numeric() && WordBreak::of(c) == WordBreak::Numeric) {
            Class::Letter
        } else if is_punctuation(c) {
            Class::Punctuation
        } else {
            Class::Symbol
        }
    }

    /// Whether a word can begin with it.
    pub(crate) const fn is_letter(self) -> bool {
        matches!(self, Class::Arabic | Class::Latin | Class::Letter)
    }

    pub(crate) const fn script(self) -> Script {
        match self {
            Class::Arabic => Script::Arabic,
            Class::Latin => Script::Latin,
            Class::Letter => Script::Other,
            _ => Script::Common,
        }
    }

    /// The kind of a token that is this character alone.
    pub(crate) const fn kind(self) -> TokenKind {
        match self {
            Class::Arabic | Class::Latin | Class::Letter => TokenKind::Word,
            Class::Digit => TokenKind::Number,
            Class::Space => TokenKind::Space,
            Class::Control => TokenKind::Control,
            Class::Emoji => TokenKind::Emoji,
            Class::Punctuation => TokenKind::Punctuation,
            Class::Mark | Class::Symbol => TokenKind::Symbol,
        }
    }
}

static ASCII: [Class; 128] = {
    let mut classes = [Class::Control; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = of_ascii(byte);
        byte += 1;
    }
    classes
};

pub(crate) const fn of_ascii(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Latin,
        b'0'..=b'9' => Class::Digit,
        b'\t'..=b'\r' | b' ' => Class::Space,
        b'$' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~' => Class::Symbol,
        b'!'..=b'~' => Class::Punctuation,
        _ => Class::Control,
    }
}

fn is_latin(c: char) -> bool {
    matches!(c,
        '\u{00AA}' | '\u{00BA}' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}' | '\u{FB00}'..='\u{FB06}'
        | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}')
}

/// Characters of the blocks of emoji, most of which are shown as such by themselves (UTS #51);
/// dingbats, stars and arrows among them are taken for emoji too.
fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23F3}' | '\u{2600}'..='\u{27BF}'
        | '\u{2B1B}' | '\u{2B1C}' | '\u{2B50}' | '\u{2B55}' | '\u{1F000}'..='\u{1FAFF}')
        && !matches!(c, '\u{275B}'..='\u{275E}' | '\u{2768}'..='\u{2775}')
}

pub(crate) const fn is_punctuation(c: char) -> bool {
    matches!(c,
        '\u{00A1}' | '\u{00A7}' | '\u{00AB}' | '\u{00B6}' | '\u{00B7}' | '\u{00BB}' | '\u{00BF}'
        | '\u{0609}' | '\u{060A}' | '\u{060C}' | '\u{060D}' | '\u{061B}' | '\u{061D}'..='\u{061F}'
        | '\u{066A}'..='\u{066D}' | '\u{06D4}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{275B}'..='\u{275E}' | '\u{2768}'..='\u{2775}' | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}' | '\u{FD3E}' | '\u{FD3F}' | '\u{FE50}'..='\u{FE61}'
        | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}' | '\u{FF1B}' | '\u{FF1F}')
}
