//! From text to events: stretches that no rule touches, and clusters between them.
//!
//! The scan looks at bytes and knows ASCII and the block U+0600..=U+06FF by heart; all else it asks
//! the rules. It decides nothing that the cluster would not decide the same way. It only does what is
//! left over by `blocks`, or without the feature `simd` by `windows`.

use crate::cluster::{Cluster, Letters};
use crate::rules::{Action, Before, Rules};
use crate::sink::Sink;

/// A walk through one text.
#[derive(Debug)]
pub(crate) struct Engine<'a, 's, S> {
    pub(crate) rules: &'a Rules,
    pub(crate) text: &'a str,
    /// Where the walk has come to; always a character boundary.
    pub(crate) at: usize,
    pub(crate) sink: &'s mut S,
    /// The last character of the result up to `known`.
    before: Option<char>,
    known: usize,
    cluster: Cluster,
}

/// Tells `sink` what the rules do to `text`.
pub(crate) fn run<S: Sink>(rules: &Rules, text: &str, sink: &mut S) {
    #[cfg(feature = "simd")]
    crate::blocks::run(fearless_simd::Level::new(), rules, text, sink);
    #[cfg(not(feature = "simd"))]
    crate::windows::run(rules, text, sink);
}

impl<'a, 's, S: Sink> Engine<'a, 's, S> {
    pub(crate) fn new(rules: &'a Rules, text: &'a str, sink: &'s mut S) -> Self {
        Self { rules, text, at: 0, sink, before: None, known: 0, cluster: Cluster::default() }
    }

    /// Walks on to `end` or a little past it, to where a character stands that nothing behind it
    /// joins.
    pub(crate) fn walk(&mut self, end: usize) {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while at < self.text.len() {
            at = skip(self.rules, bytes, at, end);
            if at == self.text.len() {
                break;
            }
            if at >= end && self.last(at) > self.at {
                return self.keep(self.last(at));
            }
            let step = step(self.rules, self.text, at);
            if step == Step::Vanishes {
                self.take_deleted(at);
            } else if let Step::Becomes(letter) = step {
                self.take_exchanged(at, letter);
            } else if let Step::Stays(len) = step {
                at += len;
                continue;
            } else {
                let joins = step == Step::Joins;
                self.take_cluster(if joins { self.last(at) } else { at });
            }
            if self.at >= end || self.sink.is_done() {
                return;
            }
            at = self.at;
        }
        self.keep(at);
    }

    /// What was not told yet stays up to `at`, where deleted characters stand.
    #[inline]
    fn take_deleted(&mut self, at: usize) {
        match deleted_run(self.rules, self.text.as_bytes(), at + 2) {
            Some(end) => {
                self.keep(at);
                self.delete(end);
            }
            None => self.take_cluster(self.last(at)),
        }
    }

    /// What was not told yet stays up to `at`, where a character of two bytes becomes `letter`.
    #[inline]
    fn take_exchanged(&mut self, at: usize, letter: char) {
        match deleted_run(self.rules, self.text.as_bytes(), at + 2) {
            Some(end) => {
                self.keep(at);
                let source = self.text.get(at..at + 2).unwrap_or_default();
                self.sink.exchange(source, letter);
                self.at = at + 2;
                self.delete(end);
            }
            None => self.take_cluster(at),
        }
    }

    /// Where the character before `at` begins, if it was not told yet.
    fn last(&self, at: usize) -> usize {
        let run = self.text.get(self.at..at).unwrap_or_default();
        at - run.chars().next_back().map_or(0, char::len_utf8)
    }

    /// What was not told yet stays up to `end`.
    pub(crate) fn keep(&mut self, end: usize) {
        if end > self.at {
            self.sink.keep(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
        }
    }

    /// What was not told yet vanishes up to `end`.
    fn delete(&mut self, end: usize) {
        if end > self.at {
            self.sink.delete(self.text.get(self.at..end).unwrap_or_default());
            self.at = end;
        }
    }

    /// What was not told yet stays up to `start`, where a cluster begins.
    fn take_cluster(&mut self, start: usize) {
        self.keep(start);
        let before = self.before();
        let rest = self.text.get(self.at..).unwrap_or_default();
        self.at += self.cluster.take(self.rules, rest, before);
        self.cluster.emit(rest, self.sink);
        self.before = self.cluster.result().last().copied().or(before);
        self.known = self.at;
    }

    /// The last character of the result so far. Behind `known` every character became what it
    /// becomes by itself.
    fn before(&self) -> Option<char> {
        let recent = self.text.get(self.known..self.at).unwrap_or_default();
        let mut letters = Letters::new();
        for c in recent.chars().rev() {
            self.rules.map(c, &mut Before::default(), &mut letters);
            if let Some(last) = letters.last() {
                return Some(*last);
            }
        }
        self.before
    }

    /// Takes what was read ahead.
    #[cfg(feature = "simd")]
    pub(crate) fn take_batch(&mut self, batch: &crate::blocks::Batch) {
        let end = self.at + batch.read();
        self.sink.batch(self.text.get(self.at..end).unwrap_or_default(), batch);
        self.at = end;
    }

    /// What was not told yet stays up to `start`, where a window begins.
    #[cfg(not(feature = "simd"))]
    #[inline(always)]
    pub(crate) fn take_window(&mut self, start: usize, window: &crate::windows::Window<'_>) {
        self.keep(start);
        self.at = start + window.len();
        let source = self.text.get(start..self.at).unwrap_or_default();
        self.sink.window(self.rules, source, window);
    }
}

/// The first character from `at` on that does not simply stay, or is not ASCII nor of the block, or
/// stands at `end` or behind it.
#[inline]
fn skip(rules: &Rules, bytes: &[u8], start: usize, end: usize) -> usize {
    let ascii_digits = rules.changes_ascii_digits();
    let mut at = start;
    while at < end {
        let Some([byte, next]) = bytes.get(at..).and_then(<[u8]>::first_chunk) else { break };
        if matches!(*byte, ARABIC_FIRST..=ARABIC_LAST) {
            if rules.action(byte << 6 | next & 0x3F) != Action::Stays {
                break;
            }
            at += 2;
        } else if *byte >= 0x80 || (ascii_digits && byte.is_ascii_digit()) {
            break;
        } else {
            at += 1;
        }
    }
    at
}

/// What happens to one character, as far as can be said without its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// It stays, and joins nothing before it. It is as many bytes long.
    Stays(usize),
    /// It is deleted. What stands behind it may still join what stands before it.
    Vanishes,
    /// It is two bytes long and becomes another, unless what stands behind joins it.
    Becomes(char),
    /// A cluster begins at the character before it.
    Joins,
    /// A cluster begins at it.
    Changes,
}

/// What happens to the character at `at`. Tests in a row, the likely ones first, not a `match`: a
/// jump into a table is guessed wrong more often.
#[inline(always)]
pub(crate) fn step(rules: &Rules, text: &str, at: usize) -> Step {
    let bytes = text.as_bytes();
    let byte = bytes.get(at).copied().unwrap_or_default();
    if matches!(byte, ARABIC_FIRST..=ARABIC_LAST) {
        let low = arabic_low(bytes, at);
        let action = rules.action(low);
        if action == Action::Stays {
            return Step::Stays(2);
        }
        if action == Action::Vanishes {
            return Step::Vanishes;
        }
        return match action {
            Action::Becomes => Step::Becomes(rules.folded(low)),
            Action::Joins => Step::Joins,
            _ => Step::Changes,
        };
    }
    if byte < 0x80 {
        let changes = rules.changes_ascii_digits() && byte.is_ascii_digit();
        return if changes { Step::Changes } else { Step::Stays(1) };
    }
    let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
    if rules.is_inert(c) { Step::Stays(c.len_utf8()) } else { Step::Joins }
}

/// The end of the deleted characters at `start`, unless what stands behind them may join what
/// stands before them.
#[inline]
pub(crate) fn deleted_run(rules: &Rules, bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start;
    loop {
        let byte = bytes.get(at).copied().unwrap_or_default();
        let is_arabic = matches!(byte, ARABIC_FIRST..=ARABIC_LAST);
        let action = rules.action(arabic_low(bytes, at));
        // Not `||` and `&&`: what follows a mark is hard to guess, so it is asked for at once.
        if (byte < 0x80) | (is_arabic & !matches!(action, Action::Vanishes | Action::Joins)) {
            return Some(at);
        }
        if !is_arabic || action == Action::Joins {
            return None;
        }
        at += 2;
    }
}

/// The first bytes of U+0600..=U+06FF in UTF-8.
const ARABIC_FIRST: u8 = 0xD8;
const ARABIC_LAST: u8 = 0xDB;

/// The low byte of the two-byte character at `at`.
fn arabic_low(bytes: &[u8], at: usize) -> u8 {
    let pair = (bytes.get(at), bytes.get(at + 1));
    (pair.0.unwrap_or(&0) << 6) | (pair.1.unwrap_or(&0) & 0x3F)
}
