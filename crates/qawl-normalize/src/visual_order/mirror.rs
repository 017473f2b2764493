//! Pairs of characters that right-to-left text paints as each other.

use core::mem;

/// Left and right of each pair (`BidiMirroring.txt`, cut to what Arabic text holds): first the
/// brackets that rule N0 of UAX #9 resolves as pairs, then quotation marks, then signs of comparison.
const PAIRS: [(char, char); 7] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('\u{AB}', '\u{BB}'), // LEFT-POINTING and RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
    ('\u{2039}', '\u{203A}'), // LEFT-POINTING and RIGHT-POINTING SINGLE ANGLE QUOTATION MARK
    ('<', '>'),
    ('\u{2264}', '\u{2265}'), // LESS-THAN and GREATER-THAN OR EQUAL TO
];

/// How many of them are resolved as pairs.
const RESOLVED: usize = 3;

/// How many of them enclose text.
const ENCLOSING: usize = 5;

/// The other of its pair.
pub(super) fn mirrored(c: char) -> Option<char> {
    PAIRS.iter().find_map(|&(left, right)| match c {
        _ if c == left => Some(right),
        _ if c == right => Some(left),
        _ => None,
    })
}

/// Whether `c` opens a pair that is resolved as one.
pub(super) fn opens(c: char) -> bool {
    PAIRS.iter().take(RESOLVED).any(|(left, _)| *left == c)
}

/// Whether `c` closes such a pair.
pub(super) fn closes(c: char) -> bool {
    PAIRS.iter().take(RESOLVED).any(|(_, right)| *right == c)
}

/// What brackets say about how they were written down: in what was painted, the left one of a pair
/// comes first in the visual line, and it leans on the word behind it. Both count, since lines break
/// inside brackets and some writers set spaces on the wrong side; leaning counts twice.
#[derive(Debug, Default)]
pub(super) struct BracketVotes {
    painted: usize,
    typed: usize,
    /// For each pair whether a left one and whether a right one of this line waits for its other.
    waiting: [(bool, bool); ENCLOSING],
}

/// What one leaning bracket counts. More than half of it is needed to call a text typed.
const LEANING: usize = 2;

impl BracketVotes {
    /// The next character of the line, and whether a word stands directly before and behind it.
    pub(super) fn cast(&mut self, c: char, word_before: bool, word_behind: bool) {
        for ((left, right), waiting) in PAIRS.iter().zip(&mut self.waiting) {
            if c == *left {
                self.typed += usize::from(mem::take(&mut waiting.1));
                waiting.0 = true;
            } else if c == *right {
                self.painted += usize::from(mem::take(&mut waiting.0));
                waiting.1 = true;
            } else {
                continue;
            }
            if word_before != word_behind {
                let leans_right = (c == *left) == word_behind;
                *(if leans_right { &mut self.painted } else { &mut self.typed }) += LEANING;
            }
        }
    }

    /// Nothing pairs across the end of a line.
    pub(super) fn end_line(&mut self) {
        self.waiting = <[_; ENCLOSING]>::default();
    }

    pub(super) const fn are_typed(&self) -> bool {
        self.typed > self.painted + LEANING / 2
    }
}
