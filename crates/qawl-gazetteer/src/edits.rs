//! How far two words are apart: weighted optimal string alignment, over characters.
//!
//! A letter put in, left out or exchanged is an edit, and so are two neighbours that changed places. No
//! stretch is edited twice. The distance is counted in halves of an edit.

use std::iter::{once, repeat};

use crate::confusable::{exchange, gap};

/// What an edit costs.
pub(crate) const EDIT: u8 = 2;
/// What it costs to write a letter for one that is easily taken for it.
pub(crate) const SLIP: u8 = 1;

/// Far beyond every bound, and so small that sums do not overflow.
const FAR: u8 = u8::MAX / 2;

/// The rows of the table of distances between a query and a word that grows and shrinks at its end.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    query: Vec<char>,
    bound: u8,
    /// The word so far.
    word: Vec<char>,
    /// One row more than the word has letters: the distances to all beginnings of the query.
    cells: Vec<u8>,
}

impl Rows {
    /// Begins anew, with an empty word.
    pub(crate) fn start(&mut self, query: &str, bound: u8) {
        self.query.clear();
        self.query.extend(query.chars());
        self.bound = bound;
        self.word.clear();
        self.cells.clear();
        let mut sum = 0;
        let gaps = self.query.iter().map(|&c| {
            sum = far(sum + gap(c));
            sum
        });
        self.cells.extend(once(0).chain(gaps));
    }

    /// Puts a letter behind the word. Whether longer words may be near enough.
    pub(crate) fn push(&mut self, letter: char) -> bool {
        let width = self.query.len() + 1;
        let start = self.cells.len();
        self.cells.resize(start + width, FAR);
        let (done, row) = self.cells.split_at_mut(start);
        let mut rows = done.rchunks_exact(width);
        let above = rows.next().unwrap_or_default();
        let before = rows.next().unwrap_or_default();
        let last = self.word.last().copied();
        // Of each letter of the query the one before it, and the cell from which both changed places.
        let swaps = once(None).chain(self.query.iter().zip(before).map(Some)).chain(repeat(None));
        let gap_here = gap(letter);
        let mut cells = row.iter_mut();
        let mut left = above.first().map_or(FAR, |&up| far(up + gap_here));
        let mut least = left;
        cells.next().into_iter().for_each(|cell| *cell = left);
        let above = above.iter().zip(above.iter().skip(1));
        for (((cell, (&corner, &up)), &wanted), swap) in
            cells.zip(above).zip(&self.query).zip(swaps)
        {
            let mut cost = (corner + exchange(wanted, letter)).min(up + gap_here);
            cost = cost.min(left + gap(wanted));
            if let Some((&first, &corner)) = swap
                && first == letter
                && last == Some(wanted)
            {
                cost = cost.min(corner + EDIT);
            }
            left = far(cost);
            least = least.min(left);
            *cell = left;
        }
        self.word.push(letter);
        least <= self.bound
    }

    /// Takes the last letter back.
    pub(crate) fn pop(&mut self) {
        self.word.pop();
        let width = self.query.len() + 1;
        self.cells.truncate(self.cells.len().saturating_sub(width).max(width));
    }

    pub(crate) fn query(&self) -> &[char] {
        &self.query
    }

    pub(crate) fn word(&self) -> &[char] {
        &self.word
    }

    /// The distance between query and word, if it is within the bound.
    pub(crate) fn distance(&self) -> Option<u8> {
        self.cells.last().copied().filter(|&distance| distance <= self.bound)
    }

    /// Appends the letters with which the word may go on, if it can bear no further cost; `false` where it
    /// can, and may go on with any.
    pub(crate) fn needed(&self, letters: &mut Vec<char>) -> bool {
        let width = self.query.len() + 1;
        let mut rows = self.cells.rchunks_exact(width);
        let row = rows.next().unwrap_or_default();
        let before = rows.next().unwrap_or_default();
        if row.iter().any(|&cell| cell < self.bound) {
            return false;
        }
        let start = letters.len();
        let next = row.iter().zip(&self.query).filter(|(cell, _)| **cell <= self.bound);
        letters.extend(next.map(|(_, &letter)| letter));
        let last = self.word.last();
        let pairs = self.query.iter().zip(self.query.iter().skip(1)).zip(before);
        let swaps = pairs
            .filter(|((_, second), corner)| last == Some(second) && **corner + EDIT <= self.bound);
        letters.extend(swaps.map(|((&first, _), _)| first));
        // In order and once, as an automaton has them.
        if let Some(new) = letters.get_mut(start..) {
            new.sort_unstable();
        }
        let mut last = None;
        let mut place = 0;
        letters.retain(|&letter| {
            place += 1;
            place <= start || last.replace(letter) != Some(letter)
        });
        true
    }
}

fn far(cost: u8) -> u8 {
    cost.min(FAR)
}

/// The distance between two words, if it is within the bound.
pub(crate) fn distance(query: &str, word: &str, bound: u8) -> Option<u8> {
    if query == word {
        return Some(0);
    }
    let mut rows = Rows::default();
    rows.start(query, bound);
    word.chars().all(|letter| rows.push(letter)).then(|| rows.distance())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_careless_writers_do() {
        let of = |a, b| distance(a, b, 6);
        assert_eq!(of("سلمان", "سلمن"), Some(EDIT)); // a letter left out
        assert_eq!(of("سلمان", "سلامن"), Some(EDIT)); // neighbours that changed places
        assert_eq!(of("سلمان", "شلمان"), Some(EDIT));
        assert_eq!(of("القاهرة", "القاهره"), Some(SLIP));
        assert_eq!(of("مسؤول", "مسئول"), Some(SLIP));
        assert_eq!(of("الوزراء", "الوزرا"), Some(SLIP));
        assert_eq!(of("ابج", "جاب"), Some(2 * EDIT));
        // No stretch is edited twice: not one exchange of places and one letter put in.
        assert_eq!(of("جا", "ابج"), Some(3 * EDIT));
        assert_eq!(of("لندن", "باريس"), None);
        assert_eq!(of("", "ل"), Some(EDIT));
        assert_eq!(of("ل", ""), Some(EDIT));
    }
}
