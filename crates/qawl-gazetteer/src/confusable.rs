//! Letters that careless writing puts for one another.

use crate::edits::{EDIT, SLIP};

/// Each letter of a row is written for each other one of it.
///
/// The first five rows are what the folds of `qawl-normalize` make one letter in some profile or other:
/// the seats of hamza, final yeh, teh marbuta. The rest sound alike in the large dialects, where the
/// interdentals and the emphatics have merged with their neighbours: ض and ظ everywhere, the others
/// in the cities of Egypt and the Levant (public knowledge). ج and غ, which both write a foreign g, are
/// no row: «إيجاد» (finding) was taken for «إيغاد» (IGAD) oftener than the row helped.
const ROWS: [&str; 10] = ["اأإآٱ", "ءأإآؤئ", "وؤ", "يىئ", "ةه", "ضظ", "ذد", "ذز", "سص", "تط"];

const FIRST: u32 = 0x0620;
const LETTERS: usize = 0x60;

/// For each letter from U+0620 on, in which rows it stands, as bits.
static IN_ROWS: [u16; LETTERS] = in_rows();

const fn in_rows() -> [u16; LETTERS] {
    let mut letters = [0; LETTERS];
    let mut row = 0;
    while row < ROWS.len() {
        let bytes = ROWS[row].as_bytes();
        let mut at = 0;
        // Two bytes of UTF-8 a letter: 110xxxxx 10xxxxxx.
        while at + 1 < bytes.len() {
            let letter = (bytes[at] as u32 & 0x1F) << 6 | bytes[at + 1] as u32 & 0x3F;
            letters[(letter - FIRST) as usize] |= 1 << row;
            at += 2;
        }
        row += 1;
    }
    letters
}

fn rows(letter: char) -> u16 {
    let index = u32::from(letter).wrapping_sub(FIRST) as usize;
    IN_ROWS.get(index).copied().unwrap_or_default()
}

/// What it costs that one letter stands for another.
#[inline]
pub(crate) fn exchange(a: char, b: char) -> u8 {
    match a == b {
        true => 0,
        false if rows(a) & rows(b) != 0 => SLIP,
        false => EDIT,
    }
}

/// What it costs that a letter is left out or put in: a hamza on the line is seldom heard, «الوزرا» for
/// «الوزراء» (the ministers).
#[inline]
pub(crate) fn gap(letter: char) -> u8 {
    if letter == 'ء' { SLIP } else { EDIT }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_of_letters_in_the_table() {
        for letter in ROWS.iter().flat_map(|row| row.chars()) {
            assert_eq!(letter.len_utf8(), 2);
            assert_ne!(rows(letter), 0);
        }
        assert_eq!(IN_ROWS.iter().filter(|rows| **rows != 0).count(), 22);
    }

    #[test]
    fn some_letters_are_nearer_than_others() {
        let pairs = [('ى', 'ي'), ('ا', 'أ'), ('ة', 'ه'), ('ئ', 'ؤ'), ('ض', 'ظ'), ('ز', 'ذ')];
        assert!(pairs.iter().all(|&(a, b)| exchange(a, b) == SLIP && exchange(b, a) == SLIP));
        let pairs = [('و', 'ي'), ('د', 'ز'), ('ا', 'ء'), ('a', 'b'), ('ن', 'a')];
        assert!(pairs.iter().all(|&(a, b)| exchange(a, b) == EDIT && exchange(b, a) == EDIT));
        assert_eq!((exchange('ن', 'ن'), gap('ء'), gap('ن')), (0, SLIP, EDIT));
    }
}
