//! From text to events: stretches that no rule touches, and clusters between them.
//!
//! The scan looks at bytes and knows ASCII and the block U+0600..=U+06FF by heart; all else it asks
//! the rules. It decides nothing that the cluster would not decide the same way. With the feature
//! `simd` it only does what is left over by [`blocks`](crate::blocks).

use crate::cluster::{Cluster, Letters};
use crate::rules::Rules;
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
    Engine::new(rules, text, sink).walk(text.len());
}

impl<'a, 's, S: Sink> Engine<'a, 's, S> {
    pub(crate) fn new(rules: &'a Rules, text: &'a str, sink: &'s mut S) -> Self {
        Self { rules, text, at: 0, sink, before: None, known: 0, cluster: Cluster::default() }
    }

    /// Walks on to `end` or a little past it, to where a character stands that nothing behind it
    /// joins.
    pub(crate) fn walk(&mut self, end: usize) {
        while self.at < end && !self.sink.is_done() {
            let run = inert_run(self.rules, self.text, self.at, end);
            let kept = self.text.get(self.at..run.kept).unwrap_or_default();
            if !kept.is_empty() {
                self.sink.keep(kept);
            }
            let deleted = self.text.get(run.kept..run.deleted).unwrap_or_default();
            if !deleted.is_empty() {
                self.sink.delete(deleted);
            } else if run.is_open || run.kept == self.at {
                self.at = run.kept;
                self.take_cluster();
                continue;
            }
            self.at = run.deleted;
        }
    }

    fn take_cluster(&mut self) {
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
            self.rules.map(c, None, &mut letters);
            if let Some(last) = letters.last() {
                return Some(*last);
            }
        }
        self.before
    }

    /// Takes what was read ahead.
    #[cfg(feature = "simd")]
    pub(crate) fn take_batch(&mut self, batch: &crate::batch::Batch) {
        let end = self.at + batch.read();
        self.sink.batch(self.text.get(self.at..end).unwrap_or_default(), batch);
        self.at = end;
    }
}

/// A stretch of characters that neither change nor join another.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// Where it ends, less its last character if what follows may join that.
    pub(crate) kept: usize,
    /// Where the deleted characters behind it end, if nothing else may join it.
    pub(crate) deleted: usize,
    /// Whether a cluster follows.
    is_open: bool,
}

impl Run {
    /// A run before a cluster.
    const fn to(kept: usize) -> Self {
        Self { kept, deleted: kept, is_open: true }
    }
}

/// The run that begins at `start`. It ends before its last character once it has come to `end`.
pub(crate) fn inert_run(rules: &Rules, text: &str, start: usize, end: usize) -> Run {
    let bytes = text.as_bytes();
    let ascii_digits = rules.changes_ascii_digits();
    let (mut last, mut at) = (start, start);
    while let Some(&byte) = bytes.get(at) {
        if at >= end && last > start {
            return Run { kept: last, deleted: last, is_open: false };
        }
        let len = match byte {
            0..0x80 if ascii_digits && byte.is_ascii_digit() => return Run::to(at),
            0..0x80 => 1,
            ARABIC_FIRST..=ARABIC_LAST => {
                let low = arabic_low(bytes, at);
                if rules.is_active(low) {
                    return if rules.joins(low) {
                        joined(rules, bytes, last, at)
                    } else {
                        Run::to(at)
                    };
                }
                2
            }
            _ => {
                let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
                if !rules.is_inert(c) {
                    return Run::to(last);
                }
                c.len_utf8()
            }
        };
        last = at;
        at += len;
    }
    Run { kept: at, deleted: at, is_open: false }
}

/// The run that ends at `at`, where a mark or a deleted character stands behind the one at `last`.
fn joined(rules: &Rules, bytes: &[u8], last: usize, at: usize) -> Run {
    let mut deleted = at;
    loop {
        match bytes.get(deleted) {
            Some(ARABIC_FIRST..=ARABIC_LAST) => {
                let low = arabic_low(bytes, deleted);
                if rules.is_deleted(low) {
                    deleted += 2;
                    continue;
                }
                if rules.joins(low) {
                    return Run::to(last);
                }
            }
            None | Some(0..0x80) => {}
            Some(_) => return Run::to(last),
        }
        return Run { kept: at, deleted, is_open: false };
    }
}

/// The first bytes of U+0600..=U+06FF in UTF-8.
const ARABIC_FIRST: u8 = 0xD8;
const ARABIC_LAST: u8 = 0xDB;

/// The low byte of the two-byte character at `at`.
pub(crate) fn arabic_low(bytes: &[u8], at: usize) -> u8 {
    let pair = (bytes.get(at), bytes.get(at + 1));
    (pair.0.unwrap_or(&0) << 6) | (pair.1.unwrap_or(&0) & 0x3F)
}
