//! What 64 bytes are, a bit a byte, before their neighbours are asked.

use crate::row::Place;

/// How many bytes are looked at a time.
pub(crate) const WIDTH: usize = 64;

/// How many are read for that: a character may begin in the last one.
pub(crate) const REACH: usize = WIDTH + 1;

/// A way to look at bytes. All ways see the same.
pub(crate) trait Look: Place {
    /// Says what the bytes are, and of each that begins a character its sort.
    fn look(self, window: &[u8; REACH], sorts: &mut [u8; WIDTH]) -> Sorted;

    /// Finds the punctuation that may stand inside a token.
    fn marks(self, window: &[u8; REACH]) -> Marks;
}

/// Bytes by sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sorted {
    /// First bytes of letters and marks of the Arabic block.
    pub(crate) arabic: u64,
    /// ASCII letters.
    pub(crate) latin: u64,
    /// First bytes of digits of the three rows.
    pub(crate) digit: u64,
    /// ASCII white space.
    pub(crate) space: u64,
    /// First bytes of characters of the Arabic block that are neither of these nor punctuation, or
    /// separate digits.
    pub(crate) other: u64,
    /// Bytes that are not ASCII.
    pub(crate) high: u64,
    /// First bytes of characters of the Arabic block.
    pub(crate) lead: u64,
    /// Bytes that are no first ones.
    pub(crate) trail: u64,
    /// `@` `#`, with which a mention or a tag begins.
    pub(crate) sign: u64,
    pub(crate) dot: u64,
}

/// The marks that may stand inside a token, a bit a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// `,` `/` `:`, which may stand inside a number or behind the scheme of an address.
    pub(crate) separator: u64,
    /// `-` `_` `+` `%`, over which an address may go on.
    pub(crate) joint: u64,
}
