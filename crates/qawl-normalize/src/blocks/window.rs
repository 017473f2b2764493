//! What the rules do to 64 bytes.
//!
//! All functions are forced inline into one that is compiled for a level of the processor; an
//! ordinary call would leave that.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, mask8x64, u8x16, u8x64};

use super::batch::{Batch, Masks, WIDTH};
use super::classes::{CharSet, Classes};
use crate::bits::{highest, low_bits};
use crate::others::Other;
use crate::rules::Rules;

/// How many bytes a window looks at: a character may begin in its last one.
pub(crate) const REACH: usize = WIDTH + 1;

/// U+0660..=U+067F: digits, ALEF WASLA.
const RARE_ROWS: u8 = 0b1100_0000;
/// The second byte of U+0651 ARABIC SHADDA.
const SHADDA: u8 = 0x91;

/// A window of a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window<'w> {
    /// Its bytes and one more, padded at the end of the text.
    pub(crate) bytes: &'w [u8],
    /// The text from the window on.
    pub(crate) text: &'w str,
    /// How many of its bytes are text.
    pub(crate) len: usize,
    /// Whether the text ends with it.
    pub(crate) is_last: bool,
}

/// Reads windows with tables that are kept in registers.
#[derive(Clone, Copy)]
pub(crate) struct Reader<'r, S: Simd> {
    simd: S,
    rules: &'r Rules,
    active: Table<S>,
}

/// A [`CharSet`] in vectors.
#[derive(Clone, Copy)]
struct Table<S: Simd> {
    front: u8x64<S>,
    back: u8x64<S>,
}

/// The bytes of a window at which a character of the block begins, cut up for look-ups. What it
/// holds for other bytes means nothing.
///
/// Arabic is written with the front of the block, the rows 0 to 7: whether there is anything of the
/// back is asked only where something is neither that nor ASCII.
#[derive(Clone, Copy)]
struct Arabic<S: Simd> {
    bytes: u8x64<S>,
    next: u8x64<S>,
    /// Where such characters begin.
    leads: u64,
    /// Whether there may be any of the back.
    has_back: bool,
    /// The low half of the character's low byte, and its high half.
    half: u8x64<S>,
    row: u8x64<S>,
    /// The bit of its row, if that is one of 0 to 7.
    front_bit: u8x64<S>,
}

/// What a window holds, a bit for the first byte of each character.
#[derive(Clone, Copy, Default)]
struct Found {
    deleted: u64,
    special: u64,
    joining: u64,
    exchanged: u64,
    narrowed: u64,
    /// Where a shadda stands before a vowel.
    swapped: u64,
    /// A bit for each byte, not only the first, of what is deleted.
    vanishing: u64,
}

impl<'r, S: Simd> Reader<'r, S> {
    #[inline(always)]
    pub(crate) fn new(simd: S, rules: &'r Rules) -> Self {
        Self { simd, rules, active: Table::new(simd, &rules.classes().active) }
    }

    /// Reads a window into `batch`. Answers whether the engine must go on behind what it read.
    #[inline(always)]
    pub(crate) fn read(&self, window: Window<'_>, batch: &mut Batch) -> bool {
        let bytes = (window.bytes.get(..WIDTH), window.bytes.get(1..REACH));
        let (Some(here), Some(ahead)) = bytes else { return true };
        let mut arabic = Arabic::new(self.simd, here, ahead);
        let ascii = arabic.bytes.simd_lt(0x80).to_bitmask();
        let trailing = (arabic.bytes & 0xC0).simd_eq(0x80).to_bitmask();
        let heads = settled(!trailing & low_bits(window.len));
        let mut others = heads & !ascii & !arabic.leads;
        let mut active = arabic.members(self.simd, &self.active);
        let classes = self.rules.classes();
        let has_digits = self.rules.changes_ascii_digits();
        if (active | others) == 0 && !has_digits {
            let cut = if window.is_last { window.len } else { highest(heads) };
            let masks = Masks { at: 0, len: cut, starts: heads, kept: low_bits(cut), swapped: 0 };
            batch.push(self.simd, arabic.bytes, masks, false);
            return false;
        }
        if others != 0 {
            arabic.find_back();
            others &= !arabic.leads;
            active |= arabic.back_members(self.simd, &self.active);
        }
        let mut found = Found::deleted(self.simd, classes, &arabic);
        if active == found.deleted && others == 0 && !has_digits && !classes.has_joining {
            // Vocalized text. All else is zero here, and the compiler knows.
            return self.take(&found, window, heads, batch);
        }
        found.find_rest(self.simd, classes, &arabic, active);
        if others != 0 || has_digits {
            // A call, which no vector outlives: what is needed behind it is read again.
            found.sort_others(self.rules, window, others);
        }
        self.take(&found, window, heads, batch)
    }

    /// Takes into `batch` what was found in a window.
    #[inline(always)]
    fn take(&self, found: &Found, window: Window<'_>, heads: u64, batch: &mut Batch) -> bool {
        let bytes = (window.bytes.get(..WIDTH), window.bytes.get(1..REACH));
        let (Some(here), Some(ahead)) = bytes else { return true };
        let (cut, is_stopped) = found.cut(window, heads);
        let valid = low_bits(cut);
        let kept = valid & !found.vanishing & !(found.narrowed << 1);
        let is_exchanged = found.exchanged & valid != 0;
        let bytes = match is_exchanged {
            true => self.exchange(here, ahead, found),
            false => u8x64::from_slice(self.simd, here),
        };
        let swapped = found.swapped & valid;
        let bytes = if swapped == 0 { bytes } else { self.swap(bytes, swapped) };
        let masks = Masks { at: 0, len: cut, starts: heads & kept, kept, swapped };
        batch.push(self.simd, bytes, masks, is_exchanged || !masks.is_whole());
        is_stopped
    }

    /// The bytes with a vowel before each shadda that stood before it. Both begin with the same
    /// byte.
    #[inline(always)]
    fn swap(&self, bytes: u8x64<S>, swapped: u64) -> u8x64<S> {
        let vowels = bytes.slide::<2>(u8x64::splat(self.simd, 0));
        let shadda = u8x64::splat(self.simd, SHADDA);
        let bytes = mask8x64::from_bitmask(self.simd, swapped << 1).select(vowels, bytes);
        mask8x64::from_bitmask(self.simd, swapped << 3).select(shadda, bytes)
    }

    /// The bytes with every letter written as the rules say.
    #[inline(always)]
    fn exchange(&self, here: &[u8], ahead: &[u8], found: &Found) -> u8x64<S> {
        let classes = self.rules.classes();
        let mut arabic = Arabic::new(self.simd, here, ahead);
        arabic.find_back();
        let mut low = ((arabic.bytes & 3) << 6) | (arabic.next & 0x3F);
        let row = low >> 4;
        let mut rows = classes.exchanged_rows & arabic.rows(found.exchanged);
        while rows != 0 {
            let number = rows.trailing_zeros() as u8;
            rows &= rows - 1;
            let Some(table) = classes.rows.get(usize::from(number)) else { break };
            let letters = spread(self.simd, table).swizzle_dyn_within_blocks(arabic.half);
            low = row.simd_eq(number).select(letters, low);
        }
        let lead = (low >> 6) | 0xD8;
        // Not compared again, which the compiler would do once and carry over a branch.
        let leads = mask8x64::from_bitmask(self.simd, arabic.leads);
        let trail = leads.select((low & 0x3F) | 0x80, u8x64::splat(self.simd, 0));
        // One byte on, to where the trailing byte of the letter stands.
        let trail = u8x64::splat(self.simd, 0).slide::<{ WIDTH - 1 }>(trail);
        let letters = leads.select(lead, arabic.bytes);
        let letters = trail.simd_eq(0).select(letters, trail);
        match found.narrowed {
            0 => letters,
            bits => mask8x64::from_bitmask(self.simd, bits).select(low, letters),
        }
    }
}

impl<S: Simd> Table<S> {
    #[inline(always)]
    fn new(simd: S, set: &CharSet) -> Self {
        Self { front: spread(simd, &set.front), back: spread(simd, &set.back) }
    }
}

/// Sixteen bytes, four times.
#[inline(always)]
fn spread<S: Simd>(simd: S, bytes: &[u8; 16]) -> u8x64<S> {
    u8x64::block_splat(u8x16::from_slice(simd, bytes))
}

impl<S: Simd> Arabic<S> {
    #[inline(always)]
    fn new(simd: S, here: &[u8], ahead: &[u8]) -> Self {
        let (bytes, next) = (u8x64::from_slice(simd, here), u8x64::from_slice(simd, ahead));
        let row = ((bytes & 3) << 2) | ((next >> 4) & 3);
        let bits = spread(simd, &[1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0]);
        Self {
            bytes,
            next,
            leads: (bytes & 0xFE).simd_eq(0xD8).to_bitmask(),
            has_back: false,
            half: next & 15,
            row,
            front_bit: bits.swizzle_dyn_within_blocks(row),
        }
    }

    /// Takes in the back of the block.
    #[inline(always)]
    fn find_back(&mut self) {
        let leads = settled((self.bytes & 0xFE).simd_eq(0xDA).to_bitmask());
        self.leads |= leads;
        self.has_back = leads != 0;
    }

    /// A bit for each row that `chars` may be in. The common letters and the rare ones of the
    /// first eight rows are told apart, and both from all that Arabic does not write.
    #[inline(always)]
    fn rows(&self, chars: u64) -> u16 {
        let is_rare = settled(!(self.front_bit & RARE_ROWS).simd_eq(0).to_bitmask());
        let rare = if is_rare & chars == 0 { 0 } else { u16::from(RARE_ROWS) };
        let back = if self.has_back { 0xFF00 } else { 0 };
        u16::from(!RARE_ROWS) | rare | back
    }

    /// A bit for each character that is in `set`.
    #[inline(always)]
    fn members(&self, simd: S, set: &Table<S>) -> u64 {
        let front = set.front.swizzle_dyn_within_blocks(self.half) & self.front_bit;
        let front = settled(!front.simd_eq(0).to_bitmask()) & self.leads;
        if self.has_back { front | self.back_members(simd, set) } else { front }
    }

    /// The same for the back alone.
    #[inline(always)]
    fn back_members(&self, simd: S, set: &Table<S>) -> u64 {
        let bits = spread(simd, &[0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128]);
        let bit = bits.swizzle_dyn_within_blocks(self.row);
        let back = set.back.swizzle_dyn_within_blocks(self.half) & bit;
        settled(!back.simd_eq(0).to_bitmask()) & self.leads
    }
}

/// The mask as it is. Without this the compiler puts off the step from lanes to bits to where the
/// bits are needed, and takes the lanes there one by one if a branch lies between.
#[inline(always)]
fn settled(mask: u64) -> u64 {
    core::hint::black_box(mask)
}

/// A bit for each ASCII digit, the plain way: only one rare option asks for it.
fn ascii_digits(bytes: &[u8]) -> u64 {
    let digits = bytes.iter().take(WIDTH).map(|byte| u64::from(byte.is_ascii_digit()));
    digits.enumerate().fold(0, |found, (at, digit)| found | digit << at)
}

impl Found {
    /// What is deleted, and nothing else.
    #[inline(always)]
    fn deleted<S: Simd>(simd: S, classes: &Classes, arabic: &Arabic<S>) -> Self {
        let deleted = arabic.members(simd, &Table::new(simd, &classes.deleted));
        Self { deleted, vanishing: deleted | deleted << 1, ..Self::default() }
    }

    /// What else stands where something is `active`.
    #[inline(always)]
    fn find_rest<S: Simd>(&mut self, simd: S, classes: &Classes, arabic: &Arabic<S>, active: u64) {
        if active != self.deleted {
            self.special = arabic.members(simd, &Table::new(simd, &classes.special));
            self.exchanged = arabic.members(simd, &Table::new(simd, &classes.exchanged));
            self.narrowed = arabic.members(simd, &Table::new(simd, &classes.narrowed));
        }
        if classes.has_joining {
            self.joining = arabic.members(simd, &Table::new(simd, &classes.joining));
            let vowels = arabic.members(simd, &Table::new(simd, &classes.vowels));
            let shadda = arabic.members(simd, &Table::new(simd, &classes.shadda));
            self.order(vowels, shadda);
        }
    }

    /// Settles marks that stay and stand in a row: a vowel and a shadda are put in order here, all
    /// else is special.
    #[inline(always)]
    fn order(&mut self, vowels: u64, shadda: u64) {
        let joining = self.joining;
        let either = joining | self.deleted;
        let three = either & either >> 2 & either >> 4 & (joining | joining >> 2 | joining >> 4);
        let in_order = vowels & shadda >> 2;
        self.swapped = shadda & vowels >> 2;
        let two = joining & joining >> 2 & !(in_order | self.swapped);
        self.special |= three | two;
    }

    /// Looks at the characters that begin at `others`, which are neither ASCII nor of the block,
    /// and for digits.
    #[inline(never)]
    fn sort_others(&mut self, rules: &Rules, window: Window<'_>, mut others: u64) {
        if rules.changes_ascii_digits() {
            self.special |= ascii_digits(window.bytes);
        }
        while others != 0 {
            let at = others.trailing_zeros() as usize;
            others &= others - 1;
            match rules.other(window.text, at) {
                Other::Stays => {}
                Other::Vanishes(len) => {
                    self.deleted |= 1 << at;
                    self.vanishing |= low_bits(len) << at;
                }
                Other::Special => self.special |= 1 << at,
            }
        }
        self.special |= self.joining & (self.deleted >> 2);
    }

    /// How much of the window is decided: it ends where a character stands that nothing behind it
    /// joins, or with the text. And whether the engine must go on from there.
    #[inline(always)]
    fn cut(&self, window: Window<'_>, heads: u64) -> (usize, bool) {
        let bases = heads & !(self.deleted | self.joining | self.special);
        let end = if window.is_last { window.len } else { highest(bases) };
        let special = self.special & low_bits(end);
        match special {
            0 => (end, end == 0),
            _ => (highest(bases & low_bits(special.trailing_zeros() as usize)), true),
        }
    }
}
