//! Hashes of folded words and of rows of them. Part of the file format.
//!
//! They only say where to look: what is found there is compared letter by letter.

pub(crate) const LETTERS: u64 = 0x9E37_79B9_7F4A_7C15;
const BYTES: u64 = 0xC2B2_AE3D_27D4_EB4F;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;
const JOIN: u64 = 0xA076_1D64_78BD_642F;

/// How many letters are hashed at once.
pub(crate) const BLOCK: usize = 8;

/// The hash of a word of letters of the block U+0600..=U+06FF with eight more, [`packed`]; zeros
/// behind the end. It begins with [`LETTERS`].
#[inline(always)]
pub(crate) fn with_block(hash: u64, block: u64) -> u64 {
    mix(hash ^ block, FACTOR)
}

/// Eight letters, given as their last bytes with a zero behind each, in as many bytes.
#[inline(always)]
pub(crate) fn packed(codes: u128) -> u64 {
    codes as u64 | ((codes >> 64) as u64) << 8
}

/// The hash of a word of letters, given one by one as their last bytes.
#[derive(Clone, Debug)]
pub(crate) struct Hasher {
    hash: u64,
    /// As [`packed`].
    block: u64,
    /// How many letters the block holds.
    filled: usize,
}

impl Default for Hasher {
    fn default() -> Self {
        Self { hash: LETTERS, block: 0, filled: 0 }
    }
}

impl Hasher {
    #[inline]
    pub(crate) fn add(&mut self, code: u8) {
        if self.filled == BLOCK {
            self.hash = with_block(self.hash, self.block);
            (self.block, self.filled) = (0, 0);
        }
        // The second four letters stand between the first four.
        self.block |= u64::from(code) << (16 * (self.filled % 4) + 8 * (self.filled / 4));
        self.filled += 1;
    }

    /// None without letters.
    pub(crate) fn finish(&self) -> Option<u64> {
        (self.filled > 0).then(|| with_block(self.hash, self.block))
    }
}

/// The hash of `folded` words, numbers and marks: by letters where all are of the Arabic block, else
/// by bytes.
pub(crate) fn word(folded: &str) -> u64 {
    parts([folded, ""])
}

/// The hash of a number of ASCII or of a mark, which folding leaves as it is: that of [`word`].
#[inline]
pub(crate) fn plain(source: &[u8]) -> u64 {
    match source {
        // U+060C ARABIC COMMA and other marks of the block.
        [0xD8, second] => with_block(LETTERS, u64::from(second & 0x3F)),
        _ => bytes(source.iter().copied()),
    }
}

/// The hash of the word that two parts are together.
pub(crate) fn parts([first, second]: [&str; 2]) -> u64 {
    let mut hash = Hasher::default();
    for part in [first, second] {
        // A letter of the block has two bytes.
        let (pairs, rest) = part.as_bytes().as_chunks();
        for &pair in pairs {
            let Some(code) = code(pair) else { return bytes(first.bytes().chain(second.bytes())) };
            hash.add(code);
        }
        if !rest.is_empty() {
            return bytes(first.bytes().chain(second.bytes()));
        }
    }
    hash.finish().unwrap_or(LETTERS)
}

/// The last byte of the code point of a letter of the block, of which these are the bytes.
#[inline]
const fn code([lead, trail]: [u8; 2]) -> Option<u8> {
    match (lead & 3) << 6 | trail & 0x3F {
        0 => None,
        code if lead & 0xFC == 0xD8 => Some(code),
        _ => None,
    }
}

/// The hash of what is no row of Arabic letters.
#[inline]
pub(crate) fn bytes(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(BYTES, |hash, byte| mix(hash ^ u64::from(byte), FACTOR))
}

/// The hash of a row of words with one more `word`.
#[inline]
pub(crate) fn joined(row: u64, word: u64) -> u64 {
    mix(row.rotate_left(32) ^ JOIN, word ^ FACTOR)
}

/// The place of `hash` among `len`.
#[inline(always)]
pub(crate) const fn place(hash: u64, len: usize) -> usize {
    (((hash >> 32) * len as u64) >> 32) as usize
}

#[inline(always)]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_a_word() {
        for word in ["الامم", "استقلالها", "abc", "", "ابجدهوزح", "ابجدهوزحطيكلمن"]
        {
            for (at, _) in word.char_indices() {
                let (first, second) = word.split_at(at);
                assert_eq!(parts([first, second]), self::word(word));
            }
        }
        assert_ne!(word("ابجدهوزح"), word("ابجدهوزحط"));
        assert_ne!(joined(word("ا"), word("ب")), joined(word("ب"), word("ا")));
    }

    #[test]
    fn plain_ones_are_words() {
        for plain in ["،", "؛", "؟", "«", "»", "(", ".", "2015"] {
            assert_eq!(super::plain(plain.as_bytes()), word(plain), "{plain}");
        }
    }

    #[test]
    fn places_are_in_bounds() {
        assert_eq!(place(u64::MAX, 7), 6);
        assert_eq!(place(0, 7), 0);
        assert_eq!(place(9, 0), 0);
    }
}
