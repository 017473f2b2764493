//! The words of a stretch of text, taken together: no word waits for the one before it.
//!
//! Three passes, in each of which all words are alike: where they stand, what may begin with each, and
//! which of those go on as a name does. Most words take part in the first two only.

use crate::codes::{Codes, LEN, Sorts};
use crate::filter::Marks;
use crate::hash;
use crate::sieve::Sieve;

/// How many words 64 bytes have at most: a letter and a blank each.
const MOST: usize = 64 / 3 + 1;
/// How many of them are written without asking how many there are.
const AT_ONCE: usize = 8;
/// For how many words there is room. A power of two, so that no one asks whether a place is less.
const ROOM: usize = (LEN / 3 + MOST + AT_ONCE).next_power_of_two();

/// The words of a stretch. All places are in bytes behind its start.
///
/// What stands before the first word stands behind word 0, which has no letters.
#[derive(Clone)]
pub(crate) struct Row {
    starts: [u16; ROOM],
    ends: [u16; ROOM],
    hashes: [u64; ROOM],
    marks: [Marks; ROOM],
    flags: [u8; ROOM],
    /// How many words there are.
    len: usize,
    /// The words at which whoever passes has to stop, in order.
    stops: [u16; ROOM],
    stop_count: usize,
}

/// It is not a token by itself, or might not be.
const UNLIKE: u8 = 1;
/// What is neither a blank nor a mark stands behind it, before the next word.
const ODD: u8 = 2;
/// Whoever passes has to stop.
const STOPS: u8 = UNLIKE | ODD;
/// It has vowels.
const VOWELS: u8 = 4;

/// Where in 64 bytes something is to be told of words.
#[derive(Clone, Copy, Debug)]
struct Rare {
    /// A word begins where no token may.
    early: u64,
    /// A word ends where a token might go on.
    late: u64,
    /// Something that is neither of words nor a blank nor a mark begins.
    odd: u64,
    vowels: u64,
}

/// A word of a row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) hash: u64,
    pub(crate) marks: Marks,
    flags: u8,
}

impl Entry {
    /// Whether it is a token.
    #[inline(always)]
    pub(crate) const fn is_plain(self) -> bool {
        self.flags & UNLIKE == 0
    }

    /// Whether nothing but blanks and marks stands behind it, before the next word.
    #[inline(always)]
    pub(crate) const fn stands_free(self) -> bool {
        self.flags & ODD == 0
    }
}

impl Row {
    pub(crate) const EMPTY: Self = Self {
        starts: [0; ROOM],
        ends: [0; ROOM],
        hashes: [0; ROOM],
        marks: [Marks::NONE; ROOM],
        flags: [0; ROOM],
        len: 0,
        stops: [0; ROOM],
        stop_count: 0,
    };

    /// Reads the words of a stretch that end in it.
    ///
    /// Inlined as a whole, to be compiled for a level of the processor.
    #[inline(always)]
    pub(crate) fn read(&mut self, codes: &Codes, sieve: &Sieve<'_>) {
        self.place(codes);
        self.hash(codes, sieve);
        self.choose_stops(codes, sieve);
    }

    /// Where words begin and end, and what is odd about them.
    #[inline(always)]
    fn place(&mut self, codes: &Codes) {
        self.flags = [0; ROOM];
        let (mut starts, mut ends) = (1, 1);
        // Whatever token begins with the stretch, none reaches into it.
        let (mut letter, mut space, mut odd_before) = (0, 1, 0);
        for (i, sorts) in codes.sorts().iter().enumerate() {
            let &Sorts { letters, vowels, plain, stops } = sorts;
            let shifted = letters << 1 | letter;
            let (firsts, behind) = (letters & !shifted, shifted & !letters);
            let odd = !(letters | plain | stops);
            let early = firsts & (vowels | !(plain << 1 | space));
            let rare =
                Rare { early, late: behind & !plain, odd: odd & !(odd << 1 | odd_before), vowels };
            (letter, space, odd_before) = (letters >> 63, plain >> 63, odd >> 63);
            let words = [starts, ends];
            starts += write(&mut self.starts, starts, 64 * i, firsts);
            ends += write(&mut self.ends, ends, 64 * i, behind);
            if early | rare.late | rare.odd | vowels != 0 {
                self.flag(codes, words, [firsts, behind], rare);
            }
        }
        self.len = ends;
    }

    /// Flags the words of 64 bytes about which something is to be told; `words` are the first that begins
    /// and the first that ends there, `edges` where they do.
    #[inline(never)]
    fn flag(&mut self, codes: &Codes, words: [usize; 2], edges: [u64; 2], rare: Rare) {
        let [starts, ends] = words;
        let [firsts, behind] = edges;
        for at in places(rare.early) {
            self.flags[(starts + count_below(firsts, at)) % ROOM] |= UNLIKE;
        }
        for at in places(rare.late) {
            let word = (ends + count_below(behind, at)) % ROOM;
            if !codes.ends_word(codes.start() + usize::from(self.ends[word])) {
                self.flags[word] |= UNLIKE;
            }
        }
        for at in places(rare.odd) {
            self.flags[(starts + count_below(firsts, at) - 1) % ROOM] |= ODD;
        }
        for at in places(rare.vowels) {
            self.flags[(starts + count_below(firsts, at) - 1) % ROOM] |= VOWELS;
        }
    }

    /// Hashes the words, and notes as stops those that are marked or flagged.
    #[inline(always)]
    fn hash(&mut self, codes: &Codes, sieve: &Sieve<'_>) {
        let beginnings = sieve.beginnings;
        self.stops[0] = 0;
        let mut count = usize::from(self.flags[0] & STOPS != 0);
        for word in 1..self.len.min(ROOM) {
            let [start, end] = [self.starts[word], self.ends[word]].map(usize::from);
            let flags = self.flags[word];
            let has_vowels = flags & VOWELS != 0;
            let hash =
                if has_vowels { codes.hash_marked(start, end) } else { codes.hash_in(start, end) };
            let marks = beginnings.marks(hash).only_if(flags & UNLIKE == 0);
            self.hashes[word] = hash;
            self.marks[word] = marks;
            self.stops[count % ROOM] = word as u16;
            count += usize::from(!marks.is_empty() | (flags & STOPS != 0));
        }
        self.stop_count = count;
    }

    /// Passes over the words that are marked and do not go on as a name does.
    #[inline(always)]
    fn choose_stops(&mut self, codes: &Codes, sieve: &Sieve<'_>) {
        let mut count = 0;
        for stop in 0..self.stop_count.min(ROOM) {
            let word = usize::from(self.stops[stop]) % ROOM;
            let pair = hash::joined(self.hashes[word], self.hashes[(word + 1) % ROOM]);
            let pair = sieve.pairs.marks(pair).or_name(!self.joins(word, codes));
            self.stops[count % ROOM] = word as u16;
            count += usize::from(self.marks[word].is_due(pair) | (self.flags[word] & STOPS != 0));
        }
        self.stop_count = count;
    }

    /// Whether a token stands behind `word`, with nothing but a blank between.
    #[inline(always)]
    fn joins(&self, word: usize, codes: &Codes) -> bool {
        let (word, next) = (word % ROOM, (word + 1) % ROOM);
        let is_blank = codes.is_blank(self.ends[word].into());
        let is_next = (self.starts[next] == self.ends[word] + 1) & (next < self.len);
        is_blank & is_next & (self.flags[next] & UNLIKE == 0)
    }

    /// A word.
    #[inline(always)]
    pub(crate) fn get(&self, word: usize) -> Entry {
        let word = word % ROOM;
        let [start, end] = [self.starts[word], self.ends[word]].map(usize::from);
        Entry {
            start,
            end,
            hash: self.hashes[word],
            marks: self.marks[word],
            flags: self.flags[word],
        }
    }

    /// The word of a stop.
    #[inline(always)]
    pub(crate) fn stop(&self, stop: usize) -> Option<usize> {
        (stop < self.stop_count).then(|| self.stops[stop % ROOM].into())
    }

    /// Where the next word begins.
    pub(crate) fn next_start(&self, word: usize) -> Option<usize> {
        (word + 1 < self.len).then(|| self.get(word + 1).start)
    }

    /// The hash of the next word, if that is a token and nothing but a blank stands between.
    pub(crate) fn hash_behind(&self, word: usize, codes: &Codes) -> Option<u64> {
        self.joins(word, codes).then(|| self.get(word + 1).hash)
    }

    /// Where the last word ends.
    pub(crate) fn end(&self) -> usize {
        self.len.checked_sub(1).map_or(0, |last| self.get(last).end)
    }

    /// The last words, up to `count`.
    pub(crate) fn last(&self, count: usize) -> std::ops::Range<usize> {
        self.len.saturating_sub(count).max(1)..self.len
    }

    /// The last word behind which at least `back` tokens stand before `word`.
    pub(crate) fn before(&self, word: usize, back: usize) -> Option<Entry> {
        let words = (1..word).rev().take(2 * back + 2).map(|word| self.get(word));
        words.filter(|word| word.is_plain()).nth(back)
    }
}

/// Writes the places of `bits`. Returns how many there are.
#[inline(always)]
fn write(row: &mut [u16; ROOM], at: usize, base: usize, mut bits: u64) -> usize {
    let count = bits.count_ones() as usize;
    let room = row.get_mut(at..).and_then(|room| room.first_chunk_mut::<MOST>());
    let Some((now, rest)) = room.map(|room| room.split_at_mut(AT_ONCE)) else { return 0 };
    let mut put = |place: &mut u16| {
        *place = (base + bits.trailing_zeros() as usize) as u16;
        bits &= bits.wrapping_sub(1);
    };
    now.iter_mut().for_each(&mut put);
    if count > AT_ONCE {
        rest.iter_mut().take(count - AT_ONCE).for_each(&mut put);
    }
    count
}

/// The places of bits.
fn places(mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let place = bits.checked_ilog2().map(|_| bits.trailing_zeros());
        bits &= bits.wrapping_sub(1);
        place
    })
}

/// How many of `bits` stand below place `at`.
const fn count_below(bits: u64, at: u32) -> usize {
    (bits & ((1 << at) - 1)).count_ones() as usize
}

#[cfg(test)]
mod tests {
    use qawl_normalize::Profile;

    use super::*;
    use crate::fold::Fold;
    use crate::piece::{Gap, Pieces};
    use crate::plain::tests::text;
    use crate::{Entry as Name, Gazetteer, GazetteerBuilder};

    /// What the row says of words and of what stands between them is what the tokenizer says.
    #[test]
    fn words_are_pieces() {
        let name = Name::new("قال", "word"); // said
        let list = GazetteerBuilder::new(Profile::SEARCH).add(name).build().unwrap();
        let gazetteer = Gazetteer::open(&list).unwrap();
        let sieve = gazetteer.file().sieve();
        let fold = Fold::new(Profile::SEARCH.normalizer());
        let (mut codes, mut row, mut plain) = (Codes::EMPTY, Row::EMPTY, 0);
        for seed in 0..4000 {
            let text = text(seed, if seed % 100 == 0 { 600 } else { 12 });
            let pieces: Vec<_> = Pieces::new(&text).collect();
            codes.look(text.as_bytes(), 0, fold.letters());
            fold.letters().read(&mut row, &codes, &sieve);
            for (at, word) in (1..row.len).map(|at| (at, row.get(at))).filter(|(_, w)| w.is_plain())
            {
                let Some(piece) = pieces.iter().position(|p| p.span.start() == word.start) else {
                    // Within a longer token that begins before.
                    continue;
                };
                assert_eq!(pieces[piece].span.end(), word.end, "{text:?} {word:?}");
                assert_eq!(fold.hash(&text, pieces[piece]).hash, word.hash, "{text:?} {word:?}");
                if row.joins(at, &codes) {
                    let next = pieces[piece + 1];
                    let begin = row.get(at + 1).start;
                    assert_eq!((next.span.start(), next.gap), (begin, Gap::Space), "{text:?}");
                }
                plain += 1;
            }
        }
        assert!(plain > 1000, "{plain}");
    }
}
