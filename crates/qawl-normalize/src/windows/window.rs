//! What the rules do to 64 bytes.

use alloc::string::String;

use super::classes::Classes;
use super::look::{Keys, Look, REACH, WIDTH, high};
use super::pairs;
use crate::bits::{highest, low_bits};
use crate::others::Other;
use crate::rules::{Action, Rules};

/// Up to so many changes are written one by one: copying what stays between them takes less time than
/// pairs do.
const MANY: u32 = 6;
/// Where all is letters, marks and ASCII and no more characters stay than so, there are about as many
/// changes as that.
const FEW: u32 = 27;

/// A window of a text, decided up to where a character stands that nothing behind it joins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window<'w> {
    keys: &'w Keys,
    /// A bit for the first byte of each character that stays.
    starts: u64,
    /// How many of its bytes are decided.
    len: usize,
    /// Whether the engine must go on from there.
    is_stopped: bool,
    /// Whether nothing changes.
    is_whole: bool,
    /// What it holds; nothing where it is whole or pairs are written.
    found: Option<Found>,
}

/// What a window holds, a bit for the first byte of each character.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    heads: u64,
    deleted: u64,
    special: u64,
    /// What becomes another character of two bytes.
    exchanged: u64,
    /// A bit for each byte, not only the first, of what is deleted.
    vanishing: u64,
}

impl<'w> Window<'w> {
    /// Reads the first window of `text`. One that is too short is the engine's.
    #[inline(always)]
    pub(crate) fn read(rules: &Rules, text: &str, keys: &'w mut Keys) -> Self {
        let bytes = text.as_bytes().first_chunk().unwrap_or(&[0; REACH]);
        let look = Look::new(bytes, rules.classes(), keys);
        let starts = look.starts();
        let is_whole = !look.has_rare() && !look.has_deleted();
        if is_whole || !look.has_rare() && starts.count_ones() <= FEW {
            let len = highest(starts);
            let starts = starts & low_bits(len);
            return Self { keys, starts, len, is_stopped: len == 0, is_whole, found: None };
        }
        let deleted = look.deleted();
        let mut found = Found::new(starts, deleted);
        if look.has_rare() {
            found.sort(rules, text, look.rare());
        }
        let (len, is_stopped) = found.cut();
        let starts = found.heads & !found.vanishing & low_bits(len);
        let is_whole = found.changed() & low_bits(len) == 0;
        Self { keys, starts, len, is_stopped, is_whole, found: Some(found) }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    pub(crate) const fn is_whole(&self) -> bool {
        self.is_whole
    }

    pub(crate) const fn starts(&self) -> u64 {
        self.starts
    }

    /// A bit for each byte that stays.
    pub(crate) fn kept(&self) -> u64 {
        match self.found {
            Some(found) => !found.vanishing & low_bits(self.len),
            // All that stays is ASCII or two bytes long.
            None => self.starts | (self.starts & high(self.keys)) << 1,
        }
    }

    /// Writes the result behind `out`. The source is that of the window.
    #[inline(always)]
    pub(crate) fn write(&self, rules: &Rules, source: &str, out: &mut String) {
        match self.found {
            Some(found) if found.changed().count_ones() <= MANY => {
                found.write(rules.classes(), source, out);
            }
            _ => pairs::push(rules.classes(), self.keys, source, self.starts, out),
        }
    }
}

impl Found {
    const fn new(starts: u64, deleted: u64) -> Self {
        let vanishing = deleted | deleted << 1;
        Self { heads: starts | deleted, deleted, special: 0, exchanged: 0, vanishing }
    }

    /// A bit for each character that does not stay.
    const fn changed(&self) -> u64 {
        self.deleted | self.exchanged
    }

    /// Writes what becomes of `source` behind `out`, change by change.
    #[inline(never)]
    fn write(&self, classes: &Classes, source: &str, out: &mut String) {
        let (mut at, mut left) = (0, self.changed() & low_bits(source.len()));
        while left != 0 {
            let change = left.trailing_zeros() as usize & (WIDTH - 1);
            left &= left - 1;
            let behind = self.heads & !low_bits(change + 1);
            let end = source.len().min(behind.trailing_zeros() as usize);
            out.push_str(source.get(at..change).unwrap_or_default());
            if self.exchanged >> change & 1 == 1 {
                let c = source.get(change..end).and_then(|source| source.chars().next());
                out.extend(c.map(|c| classes.letter(c)));
            }
            at = end;
        }
        out.push_str(source.get(at..).unwrap_or_default());
    }

    /// Looks at the characters that begin at `rare`.
    #[inline(never)]
    fn sort(&mut self, rules: &Rules, text: &str, mut rare: u64) {
        while rare != 0 {
            let at = rare.trailing_zeros() as usize & (WIDTH - 1);
            rare &= rare - 1;
            let bit = 1 << at;
            match happens(rules, text, at) {
                Happens::Stays => {}
                Happens::Exchanged => self.exchanged |= bit,
                Happens::Special => self.special |= bit,
                Happens::Vanishes(len) => {
                    self.deleted |= bit;
                    self.vanishing |= low_bits(len) << at;
                }
            }
        }
    }

    /// How much of the window is decided: it ends where a character stands that nothing behind it
    /// joins. And whether the engine must go on from there.
    #[inline(always)]
    const fn cut(&self) -> (usize, bool) {
        let bases = self.heads & !(self.deleted | self.special);
        let end = highest(bases);
        match self.special & low_bits(end) {
            0 => (end, end == 0),
            special => (highest(bases & low_bits(special.trailing_zeros() as usize)), true),
        }
    }
}

/// What happens to one character.
enum Happens {
    Stays,
    /// It becomes another of the block.
    Exchanged,
    /// It is deleted. It is as many bytes long.
    Vanishes(usize),
    /// It needs the engine.
    Special,
}

/// What happens to the character at `at`, which is not ASCII.
#[inline(always)]
fn happens(rules: &Rules, text: &str, at: usize) -> Happens {
    let bytes = text.as_bytes();
    if !matches!(bytes.get(at), Some(0xD8..=0xDB)) {
        return match rules.other(text, at) {
            Other::Stays => Happens::Stays,
            Other::Vanishes(len) => Happens::Vanishes(len),
            Other::Special => Happens::Special,
        };
    }
    let low = low(bytes, at);
    match rules.action(low) {
        Action::Stays => Happens::Stays,
        Action::Vanishes => Happens::Vanishes(2),
        Action::Becomes if rules.classes().exchanges(low) => Happens::Exchanged,
        _ => Happens::Special,
    }
}

/// The low byte of the character of the block at `at`.
#[inline(always)]
fn low(bytes: &[u8], at: usize) -> u8 {
    let pair = (bytes.get(at), bytes.get(at + 1));
    (pair.0.unwrap_or(&0) << 6) | (pair.1.unwrap_or(&0) & 0x3F)
}
