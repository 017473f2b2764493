//! The characters of a normalized text, one by one.

use alloc::collections::VecDeque;
use core::iter::FusedIterator;

use crate::cluster::Cluster;
use crate::context;
use crate::engine::{Step, deleted_run, step};
use crate::rules::Rules;

/// The characters of a normalized text, made by [`Normalizer::chars`](crate::Normalizer::chars).
#[derive(Clone, Debug)]
pub struct Chars<'a> {
    settled: Settled<'a>,
    /// What was read ahead of the last character given, if neighbours matter.
    ahead: VecDeque<char>,
    /// The last character given.
    before: Option<char>,
    /// A character that was decided together with the last one given.
    next: Option<char>,
}

impl<'a> Chars<'a> {
    pub(crate) fn new(rules: Rules, text: &'a str) -> Self {
        Self {
            settled: Settled::new(rules, text),
            ahead: VecDeque::new(),
            before: None,
            next: None,
        }
    }
}

impl Iterator for Chars<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if self.next.is_some() {
            return self.next.take();
        }
        let options = self.settled.rules.options();
        if !context::is_wanted(&options) {
            return self.settled.next();
        }
        while !context::is_enough(&options, &self.ahead) {
            match self.settled.next() {
                Some(c) => self.ahead.push_back(c),
                None => break,
            }
        }
        let piece = context::first_piece(&options, self.before, self.ahead.iter().copied())?;
        self.ahead.drain(..piece.chars.min(self.ahead.len()));
        self.before = Some(piece.result);
        self.next = piece.first.and(self.before);
        piece.first.or(self.before)
    }
}

impl FusedIterator for Chars<'_> {}

/// The characters before the rules that look at neighbours.
#[derive(Clone, Debug)]
struct Settled<'a> {
    rules: Rules,
    text: &'a str,
    /// Where the text goes on.
    at: usize,
    cluster: Cluster,
    /// How many characters of the cluster are still to be given.
    left: usize,
    /// The last character of the result.
    before: Option<char>,
}

impl<'a> Settled<'a> {
    fn new(rules: Rules, text: &'a str) -> Self {
        let cluster = Cluster::default();
        Self { rules, text, at: 0, cluster, left: 0, before: None }
    }

    fn next_of_cluster(&mut self) -> Option<char> {
        let result = self.cluster.result();
        let c = result.get(result.len() - self.left).copied();
        self.left -= 1;
        c
    }

    /// The character at `at` by itself, if what stands behind it does not join it. It vanishes if
    /// it is none.
    fn single(&self) -> Option<(Option<char>, usize)> {
        let bytes = self.text.as_bytes();
        match step(&self.rules, self.text, self.at) {
            Step::Stays(len) => {
                let next = self.at + len;
                let is_alone = match step(&self.rules, self.text, next) {
                    Step::Vanishes => deleted_run(&self.rules, bytes, next + 2).is_some(),
                    step => step != Step::Joins,
                };
                let c = self.text.get(self.at..).and_then(|rest| rest.chars().next());
                is_alone.then_some((c, next))
            }
            Step::Vanishes => Some((None, deleted_run(&self.rules, bytes, self.at + 2)?)),
            Step::Becomes(letter) => {
                Some((Some(letter), deleted_run(&self.rules, bytes, self.at + 2)?))
            }
            Step::Joins | Step::Changes => None,
        }
    }
}

impl Iterator for Settled<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            if self.left > 0 {
                return self.next_of_cluster();
            }
            if self.at >= self.text.len() {
                return None;
            }
            if let Some((c, end)) = self.single() {
                self.at = end;
                if c.is_some() {
                    self.before = c;
                    return c;
                }
            } else {
                let rest = self.text.get(self.at..).unwrap_or_default();
                self.at += self.cluster.take(&self.rules, rest, self.before);
                self.left = self.cluster.result().len();
                self.before = self.cluster.result().last().copied().or(self.before);
            }
        }
    }
}
