//! What a character is to a token, as a number of eight bits.

use qawl_core::{Span, letters};

use crate::class::{Class, is_punctuation, of_ascii};
use crate::number;
use crate::{Script, Token, TokenKind};

/// What the first character of a token is: an ASCII character stands for itself, and so does `0`
/// for the digits of all rows; the rest are these.
pub(crate) mod sort {
    /// A letter or a mark of the Arabic block.
    pub(crate) const ARABIC: u8 = 0x80;
    /// Punctuation of the Arabic block that is a token by itself.
    pub(crate) const PUNCTUATION: u8 = 0x81;
    /// Anything else: the token is measured a character at a time.
    pub(crate) const OTHER: u8 = 0xFF;
}

/// U+0600..=U+06FF.
pub(crate) static BLOCK: [u8; 256] = {
    let mut sorts = [sort::OTHER; 256];
    let mut low = 0;
    while low < 256 {
        if let Some(c) = char::from_u32(0x600 + low) {
            sorts[low as usize] = sort_of_block(c);
        }
        low += 1;
    }
    sorts
};

const fn sort_of_block(c: char) -> u8 {
    if letters::is_word_char(c) {
        sort::ARABIC
    } else if letters::is_digit(c) {
        b'0'
    } else if is_single_mark(c) {
        sort::PUNCTUATION
    } else {
        sort::OTHER
    }
}

/// Whether `c`, which is not ASCII, is a mark of punctuation that is a token by itself.
pub(crate) const fn is_single_mark(c: char) -> bool {
    is_punctuation(c) && !number::is_separator(c)
}

/// The class of the characters of a sort.
const fn class(sort: u8) -> Class {
    match sort {
        sort::ARABIC => Class::Arabic,
        sort::PUNCTUATION => Class::Punctuation,
        0..=0x7F => of_ascii(sort),
        _ => Class::Control,
    }
}

/// The token at `span`, whose first character is of the sort.
#[inline(always)]
pub(crate) fn token(sort: u8, span: Span) -> Token {
    let (kind, script) = KINDS[usize::from(sort)];
    Token { span, kind, script }
}

/// The kind and the script of the token that begins with a character of the sort.
pub(crate) static KINDS: [(TokenKind, Script); 256] = {
    let mut kinds = [(TokenKind::Control, Script::Common); 256];
    let mut sort = 0;
    while sort < 256 {
        let class = class(sort as u8);
        kinds[sort] = (class.kind(), class.script());
        sort += 1;
    }
    kinds
};
