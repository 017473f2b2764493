//! Which words of a text a name can begin with: most are passed over without a look at the names.

use crate::clitic::{LEAST_LETTERS, LetterCut, letter_cuts};
use crate::codes::Codes;
use crate::file::File;
use crate::filter::{Filter, Marks};
use crate::hash;
use crate::part::Part;
use crate::table::{Table, Value};

/// How many readings of a word may begin a name of several words.
const MOST: usize = 8;

/// What decides, from the quickest to the surest.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sieve<'g> {
    pub(crate) file: File<'g>,
    pub(crate) beginnings: Filter<'g>,
    pub(crate) pairs: Filter<'g>,
    pub(crate) table: Table<'g>,
}

/// What is left to ask of a word until the next one is known.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Pending {
    /// The hashes of what is left behind cuts, with which longer names may begin.
    rests: [u64; MOST],
    len: usize,
}

impl Sieve<'_> {
    /// What of `marks` holds for a word of this `hash`, which may be a name; behind proclitics that is
    /// open.
    pub(crate) fn name(self, marks: Marks, hash: u64) -> Marks {
        let is_none = marks.has(Marks::NAME) && !self.may_be_sought(hash);
        if is_none { marks.without(Marks::NAME) } else { marks }
    }

    /// Whether a word of this hash may be sought for itself: for a name, or a part with which the name of a
    /// person begins. Titles and what else stands beside names are only asked for there.
    fn may_be_sought(self, hash: u64) -> bool {
        self.parts(hash).any(|part| part.is_none_or(Part::begins))
    }

    /// For each entry that may have the row of words with this hash for its name: which part of names it is,
    /// if any. Types are nearer than the names themselves.
    pub(crate) fn parts(self, hash: u64) -> impl Iterator<Item = Option<Part>> {
        let targets = self.table.values(hash).filter_map(Value::target);
        let entries = targets.flat_map(move |target| self.file.named(target));
        entries.map(move |entry| self.file.part(self.file.kind(entry)))
    }

    /// What of `marks` holds for the word of letters at `start..end`, which may hide a name behind
    /// proclitics: its readings are asked for one by one.
    #[inline(never)]
    pub(crate) fn cut(
        self,
        codes: &Codes,
        [start, end]: [usize; 2],
        marks: Marks,
        pending: &mut Pending,
    ) -> Marks {
        let block = codes.block(start, end - start);
        let mut is_sure = false;
        pending.len = 0;
        letter_cuts(block, |cut| {
            let Some(hash) = cut_hash(codes, [start, end], block, cut) else {
                is_sure = true;
                return;
            };
            let rest = self.beginnings.marks(hash);
            let is_long = cut.leaves((end - start) / 2) >= LEAST_LETTERS;
            is_sure |= rest.has(Marks::NAME) && is_long && self.may_be_sought(hash);
            if rest.has(Marks::LONGER) {
                pending.push(hash);
            }
        });
        if is_sure {
            pending.len = 0;
        }
        if is_sure || pending.len > 0 { marks } else { marks.without(Marks::CUT) }
    }

    /// What of `marks` holds for a `word` before a piece with the hash `next`, or before what is in no
    /// name.
    pub(crate) fn before(
        self,
        next: Option<u64>,
        word: u64,
        marks: Marks,
        pending: &Pending,
    ) -> Marks {
        let goes_on = |word| {
            let pair = next.map(|next| hash::joined(word, next));
            pair.is_some_and(|pair| self.pairs.has(pair) && self.table.has(pair))
        };
        let mut left = marks;
        if marks.has(Marks::LONGER) && !goes_on(word) {
            left = left.without(Marks::LONGER);
        }
        let rests = pending.rests.get(..pending.len).unwrap_or_default();
        if marks.has(Marks::CUT) && !rests.is_empty() && !rests.iter().any(|&rest| goes_on(rest)) {
            left = left.without(Marks::CUT);
        }
        left
    }
}

impl Pending {
    pub(crate) const fn clear(&mut self) {
        self.len = 0;
    }

    fn push(&mut self, rest: u64) {
        if let Some(place) = self.rests.get_mut(self.len) {
            *place = rest;
            self.len += 1;
        }
    }
}

/// The hash of what is left behind a cut of the word at `start..end`, whose first letters are `block`;
/// None where it takes more than a shift.
fn cut_hash(codes: &Codes, [start, end]: [usize; 2], block: u128, cut: LetterCut) -> Option<u64> {
    let letters = (end - start) / 2;
    if letters <= hash::BLOCK && cut.leaves(letters) <= hash::BLOCK {
        let rest = (block >> (16 * cut.letters)) << (16 * cut.dropped.len()) | cut.dropped_codes();
        return Some(hash::with_block(hash::LETTERS, hash::packed(rest)));
    }
    let is_shift = cut.dropped.is_empty() && cut.letters < letters;
    is_shift.then(|| codes.hash(start + 2 * cut.letters, end))
}
