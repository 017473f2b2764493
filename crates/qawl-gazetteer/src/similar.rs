//! The words of a list that are near a word of a text.

use std::collections::HashMap;

use fst::raw::{CompiledAddr, Fst, Node};

use crate::confusable::exchange;
use crate::edits::{EDIT, Rows, distance};
use crate::fold::Fold;
use crate::fuzzy::{Fuzzy, is_of_letters};
use crate::hash;
use crate::piece::Pieces;
use crate::words::Words;

/// How many words of a text are remembered at once: an hour of reading, a few megabytes.
const REMEMBERED: usize = 1 << 16;

/// A word of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Near {
    pub(crate) hash: u64,
    pub(crate) distance: u8,
}

/// Looks up words of a text, and remembers them.
pub(crate) struct NearWords<'g> {
    words: Words<'g>,
    fuzzy: Fuzzy,
    rows: Rows,
    known: HashMap<Box<str>, Box<[Near]>>,
}

impl<'g> NearWords<'g> {
    pub(crate) fn new(words: Words<'g>, fuzzy: Fuzzy) -> Self {
        Self { words, fuzzy, rows: Rows::default(), known: HashMap::new() }
    }

    pub(crate) const fn fuzzy(&self) -> &Fuzzy {
        &self.fuzzy
    }

    /// A search like this one that remembers nothing yet.
    pub(crate) fn fresh(&self) -> Self {
        Self::new(self.words.clone(), self.fuzzy)
    }

    /// Appends what is near a folded `word` to `out`: the word itself, where it is compared exactly.
    pub(crate) fn of(&mut self, word: &str, out: &mut Vec<Near>) {
        let bound = self.fuzzy.bound(word);
        let Some(fst) = self.words.fst().filter(|_| bound > 0) else {
            return out.push(Near { hash: hash::word(word), distance: 0 });
        };
        if let Some(known) = self.known.get(word) {
            return out.extend(known);
        }
        let start = out.len();
        self.rows.start(word, bound);
        let fixed = self.fuzzy.fixed(word);
        Walk { fst, rows: &mut self.rows, fixed, needed: Vec::new(), out }.visit(fst.root());
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert(word.into(), out.get(start..).unwrap_or_default().into());
    }
}

/// How far `words` are from those of `name`; `None` where one is too far, or their number differs.
pub(crate) fn measure(
    fuzzy: &Fuzzy,
    fold: &Fold,
    words: &mut impl Iterator<Item = String>,
    name: &str,
) -> Option<u32> {
    let total = Pieces::new(name).try_fold(0, |sum, piece| {
        Some(sum + u32::from(between(fuzzy, &words.next()?, &fold.fold(name, piece))?))
    });
    total.filter(|_| words.next().is_none())
}

/// How far a `word` of a text is from one of a name, if that is near enough.
fn between(fuzzy: &Fuzzy, word: &str, wanted: &str) -> Option<u8> {
    if word == wanted {
        return Some(0);
    }
    let mut first = word.chars().zip(wanted.chars()).take(fuzzy.fixed(word));
    let bears = is_of_letters(wanted) && first.all(|(a, b)| exchange(a, b) < EDIT);
    distance(word, wanted, fuzzy.bound(word)).filter(|_| bears)
}

/// A walk through all words that may be near enough.
struct Walk<'w, 'g, 'o> {
    fst: &'w Fst<&'g [u8]>,
    rows: &'w mut Rows,
    /// How many of the first letters must be alike.
    fixed: usize,
    /// Letters to go on with, of all the nodes on the way.
    needed: Vec<char>,
    out: &'o mut Vec<Near>,
}

impl Walk<'_, '_, '_> {
    /// Goes on behind a whole letter. As deep as the longest word that is near: short.
    fn visit(&mut self, node: Node<'_>) {
        if node.is_final()
            && let Some(distance) = self.rows.distance()
        {
            let word: String = self.rows.word().iter().collect();
            self.out.push(Near { hash: hash::word(&word), distance });
        }
        let start = self.needed.len();
        if self.rows.needed(&mut self.needed) {
            let mut next = start;
            while let Some(&letter) = self.needed.get(next) {
                self.follow(node, letter);
                next += 1;
            }
            self.needed.truncate(start);
        } else {
            self.spread(node, Partial::default());
        }
    }

    /// Goes on with one letter.
    fn follow(&mut self, node: Node<'_>, letter: char) {
        let mut buffer = [0; 4];
        let (mut node, mut addr) = (node, node.addr());
        for (i, &byte) in letter.encode_utf8(&mut buffer).as_bytes().iter().enumerate() {
            if i > 0 {
                node = self.fst.node(addr);
            }
            let Some(next) = node.find_input(byte) else { return };
            addr = node.transition_addr(next);
        }
        self.step(addr, letter);
    }

    /// Goes on with every letter of which these are the first bytes.
    fn spread(&mut self, node: Node<'_>, partial: Partial) {
        for transition in node.transitions() {
            let partial = partial.with(transition.inp);
            if partial.missing > 0 {
                self.spread(self.fst.node(transition.addr), partial);
            } else if let Some(letter) = char::from_u32(partial.code) {
                self.step(transition.addr, letter);
            }
        }
    }

    /// Goes on behind a letter that leads to the node at `addr`.
    fn step(&mut self, addr: CompiledAddr, letter: char) {
        let place = self.rows.word().len();
        let wanted = self.rows.query().get(place).filter(|_| place < self.fixed);
        if wanted.is_some_and(|&wanted| exchange(wanted, letter) >= EDIT) {
            return;
        }
        if self.rows.push(letter) {
            self.visit(self.fst.node(addr));
        }
        self.rows.pop();
    }
}

/// The first bytes of a letter in UTF-8.
#[derive(Clone, Copy, Debug, Default)]
struct Partial {
    code: u32,
    missing: u32,
}

impl Partial {
    fn with(self, byte: u8) -> Self {
        if self.missing > 0 {
            return Self {
                code: self.code << 6 | u32::from(byte & 0x3F),
                missing: self.missing - 1,
            };
        }
        // As many bytes as there are ones in front.
        let bytes = byte.leading_ones();
        // A forged automaton may have bytes of which all are ones.
        let code = if bytes == 0 { byte } else { byte & 0x7F_u8.checked_shr(bytes).unwrap_or(0) };
        Self { code: code.into(), missing: bytes.saturating_sub(1) }
    }
}
