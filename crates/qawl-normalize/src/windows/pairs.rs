//! Two characters at once out of a table.
//!
//! Where every second character vanishes, what stays are stretches of one or two, and the wall is
//! not how much is copied but how often the processor guesses wrong how long a stretch is, or
//! whether a byte is a letter or a space. So all pairs of the characters that Arabic is mostly
//! written with stand in one string, each in eight bytes, and eight bytes are written always; what
//! is too much is taken back.

use alloc::string::String;

use super::classes::Classes;
use super::look::{Keys, NOTHING, WIDTH};

/// How many symbols there are: the characters of a pair, and nothing.
const SYMBOLS: usize = 48;
/// How many bytes a pair takes. The last one is its length, which as a character is ASCII and is
/// always taken back, so that what is taken back begins with a character, too.
const WIDE: usize = 8;
/// What no character has for a symbol: the pair is behind the end of the table.
const NO_SYMBOL: u16 = 0xF000;

/// For each symbol its key.
const KEYS: [u8; SYMBOLS] = {
    let mut keys = [NOTHING; SYMBOLS];
    let (mut key, mut found) = (1, 0);
    while key < 256 {
        let is_symbol = match key as u8 {
            b'\n' | b' ' | b'"' | b'(' | b')' | b'-' | b'.' | b':' => true,
            // ARABIC COMMA, ARABIC SEMICOLON, ARABIC QUESTION MARK
            0x8C | 0x9B | 0x9F => true,
            // The letters of Arabic.
            0xA1..=0xBA | 0xC1..=0xCA => true,
            _ => false,
        };
        if is_symbol {
            found += 1;
            keys[found] = key as u8;
        }
        key += 1;
    }
    keys
};

/// Before the first pair stands one that is never asked for, so that none is at the start of the
/// string, which would have to be asked for each time.
const PAIRS_LEN: usize = (SYMBOLS * SYMBOLS + 1) * WIDE;

static PAIRS_BYTES: [u8; PAIRS_LEN] = {
    let mut bytes = [b' '; PAIRS_LEN];
    let mut pair = 0;
    while pair < SYMBOLS * SYMBOLS {
        let start = (pair + 1) * WIDE;
        let mut end = write(&mut bytes, start, KEYS[pair / SYMBOLS]);
        end = write(&mut bytes, end, KEYS[pair % SYMBOLS]);
        bytes[start + WIDE - 1] = (end - start) as u8;
        pair += 1;
    }
    bytes
};

static PAIRS: &str = match core::str::from_utf8(&PAIRS_BYTES) {
    Ok(pairs) => pairs,
    Err(_) => "",
};

/// Writes the character of a key to `at` and answers where it ends.
const fn write(bytes: &mut [u8; PAIRS_LEN], at: usize, key: u8) -> usize {
    match key {
        NOTHING => at,
        0x80.. => {
            bytes[at] = 0xD8 | key >> 6 & 1;
            bytes[at + 1] = 0x80 | key & 0x3F;
            at + 2
        }
        _ => {
            bytes[at] = key;
            at + 1
        }
    }
}

/// The symbol of what each key becomes, times the width of a pair. The key of U+0600 has none, as it
/// stands for others, too.
pub(super) const fn symbols(letters: &[u8; 256]) -> [u16; 256] {
    let mut symbols = [NO_SYMBOL; 256];
    let mut symbol = 0;
    while symbol < SYMBOLS {
        let mut key = 0;
        while key < 256 {
            let result = if key < 0x80 { key } else { 0x80 + letters[key - 0x80] as usize };
            if KEYS[symbol] as usize == result && key != 0x80 {
                symbols[key] = (symbol * WIDE) as u16;
            }
            key += 1;
        }
        symbol += 1;
    }
    symbols
}

/// Writes what becomes of the characters of `source`, which begin at `starts`, behind `out`.
#[inline(always)]
pub(super) fn push(classes: &Classes, keys: &Keys, source: &str, starts: u64, out: &mut String) {
    let mut left = push_known(classes, keys, starts, out);
    while left != 0 {
        left = push_unknown(classes, source, left, out);
        left = push_known(classes, keys, left, out);
    }
}

/// The same up to the first pair that is not in the table. Answers where what is left begins.
/// Not inlined, so that the loop has all registers.
#[inline(never)]
fn push_known(classes: &Classes, keys: &Keys, starts: u64, out: &mut String) -> u64 {
    let mut left = starts;
    let mut len = out.len();
    while left != 0 {
        let (first, second, behind) = pair(left);
        let symbol = |at: usize| usize::from(classes.symbols[usize::from(keys[at])]);
        let at = symbol(first) * SYMBOLS + symbol(second) + WIDE;
        let Some(pair) = PAIRS.get(at..at + WIDE) else { break };
        let end = len + usize::from(pair.as_bytes()[WIDE - 1]);
        out.push_str(pair);
        // Neither is ever so. The compiler does not know, and where truncating may do nothing, it
        // reads the length of `out` from memory each time.
        if end == 0 || end > out.len() {
            break;
        }
        out.truncate(end);
        (left, len) = (behind, end);
    }
    left
}

/// Writes the first pair alone, of which one character has no symbol.
#[cold]
#[inline(never)]
fn push_unknown(classes: &Classes, source: &str, starts: u64, out: &mut String) -> u64 {
    let (first, second, behind) = pair(starts);
    for at in [first, second] {
        let rest = source.get(at..).unwrap_or_default();
        out.extend(rest.chars().next().map(|c| classes.letter(c)));
    }
    behind
}

/// Where the first two characters begin, and the rest of them. Behind the last one, nothing begins
/// at the end of the window.
#[inline(always)]
const fn pair(starts: u64) -> (usize, usize, u64) {
    let first = starts.trailing_zeros() as usize & (WIDTH - 1);
    let behind = starts & (starts - 1);
    (first, behind.trailing_zeros() as usize, behind & behind.wrapping_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::String;

    fn char_of(key: u8) -> Option<char> {
        match key {
            NOTHING => None,
            0x80.. => char::from_u32(0x600 + u32::from(key & 0x7F)),
            _ => Some(char::from(key)),
        }
    }

    #[test]
    fn every_pair_is_its_two_characters() {
        for (first, one) in KEYS.into_iter().enumerate() {
            for (second, other) in KEYS.into_iter().enumerate() {
                let at = (first * SYMBOLS + second + 1) * WIDE;
                let pair = PAIRS.get(at..at + WIDE).unwrap();
                let want: String = [one, other].into_iter().filter_map(char_of).collect();
                assert_eq!(usize::from(pair.as_bytes()[WIDE - 1]), want.len());
                assert!(pair.starts_with(&want), "{pair:?}");
            }
        }
        assert!(KEYS.into_iter().skip(1).all(|key| key != NOTHING));
    }
}
