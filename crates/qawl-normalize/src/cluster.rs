//! A cluster: a character that nothing before it can join, with all that may join it.
//!
//! Deleted characters are no obstacle between the two, so that a hamza finds its alef also across
//! a tatweel. Nothing in one cluster depends on the letters of another, which is why settling each
//! of them settles the text.

use alloc::string::String;

use tinyvec::TinyVec;

use crate::rules::{Before, Rules, compose, number_signs};
use crate::sink::Sink;

/// A few characters. The heap is asked only for clusters that no spelling has.
pub(crate) type Letters = TinyVec<[char; 24]>;

/// The buffers of one cluster, used for all clusters of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cluster {
    items: TinyVec<[Item; 12]>,
    /// What the items become one by one, in a row.
    mapped: Letters,
    /// What they become together, if `is_composed`; else that is `mapped`.
    composed: Letters,
    is_composed: bool,
    written: String,
}

/// One character of the source.
#[derive(Clone, Copy, Debug, Default)]
struct Item {
    /// Its length in bytes.
    len: usize,
    /// How many characters of `mapped` it becomes.
    chars: usize,
}

impl Cluster {
    /// Reads the cluster at the start of `text`, decides what it becomes and returns its length.
    /// `before` is the last character of the result so far.
    pub(crate) fn take(&mut self, rules: &Rules, text: &str, before: Option<char>) -> usize {
        let (len, after) = self.collect(rules, text, before);
        self.compose(rules);
        self.settle_sign(rules, before, after);
        len
    }

    /// A sign inside a number may change. It is looked at last: a combining hamza behind it that
    /// finds no letter is no neighbour.
    fn settle_sign(&mut self, rules: &Rules, before: Option<char>, after: Option<char>) {
        let result = if self.is_composed { &mut self.composed } else { &mut self.mapped };
        let after = result.get(1).copied().or(after);
        if let Some(first) = result.first_mut() {
            match number_signs::fold(*first, before, after, &rules.options()) {
                Some(sign) => *first = sign,
                None => result.clear(),
            }
        }
    }

    /// What the cluster becomes.
    pub(crate) fn result(&self) -> &[char] {
        if self.is_composed { &self.composed } else { &self.mapped }
    }

    /// Tells `sink` what happens to the cluster at the start of `text`.
    pub(crate) fn emit<S: Sink>(&mut self, text: &str, sink: &mut S) {
        let mut emitter = Emitter { text, mapped: &self.mapped, written: &mut self.written, sink };
        if !self.is_composed {
            return emitter.singles(&self.items);
        }
        let composed = &self.composed;
        let (head, tail) = same_ends(&self.items, &self.mapped, composed);
        let (front, rest) = self.items.split_at(head.items);
        let (middle, back) = rest.split_at(rest.len() - tail.items);
        emitter.singles(front);
        let piece = composed.get(head.chars..composed.len() - tail.chars).unwrap_or_default();
        emitter.group(middle, piece);
        emitter.singles(back);
    }

    /// The length of the cluster and the first character of the next one.
    fn collect(
        &mut self,
        rules: &Rules,
        text: &str,
        before: Option<char>,
    ) -> (usize, Option<char>) {
        self.items.clear();
        self.mapped.clear();
        let mut before = Before { result: before, letter: None };
        for (at, c) in text.char_indices() {
            let had = self.mapped.len();
            rules.map(c, &mut before, &mut self.mapped);
            if let Some(&first) = self.mapped.get(had)
                && had > 0
                && rules.is_boundary(first)
            {
                self.mapped.truncate(had);
                return (at, Some(first));
            }
            self.items.push(Item { len: c.len_utf8(), chars: self.mapped.len() - had });
        }
        (text.len(), None)
    }

    fn compose(&mut self, rules: &Rules) {
        self.is_composed = rules.options().compose && !compose::is_composed(&self.mapped);
        if self.is_composed {
            self.composed.clear();
            compose::write(&self.mapped, rules, &mut self.composed);
        }
    }
}

/// How much of a cluster composition left alone.
#[derive(Clone, Copy, Debug, Default)]
struct Extent {
    items: usize,
    chars: usize,
}

/// The items at both ends that composition left alone.
fn same_ends(items: &[Item], mapped: &[char], composed: &[char]) -> (Extent, Extent) {
    let same = mapped.iter().zip(composed).take_while(|(a, b)| a == b).count();
    let head = extent(items.iter(), same);
    let mapped = mapped.get(head.chars..).unwrap_or_default();
    let composed = composed.get(head.chars..).unwrap_or_default();
    let same = mapped.iter().rev().zip(composed.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = extent(items.iter().skip(head.items).rev(), same);
    (head, tail)
}

/// The first of `items` that become at most `chars` characters.
fn extent<'i>(items: impl Iterator<Item = &'i Item>, chars: usize) -> Extent {
    let mut taken = Extent::default();
    for item in items.take_while(|item| item.chars <= chars) {
        if taken.chars + item.chars > chars {
            break;
        }
        taken.items += 1;
        taken.chars += item.chars;
    }
    taken
}

/// Walks over the items of a cluster and tells a sink about them.
struct Emitter<'c, 's, S> {
    /// The source from the next item on.
    text: &'c str,
    /// What the items become one by one, from the next item on.
    mapped: &'c [char],
    written: &'c mut String,
    sink: &'s mut S,
}

impl<S: Sink> Emitter<'_, '_, S> {
    /// Items that become what they are mapped to, one by one.
    fn singles(&mut self, items: &[Item]) {
        for item in items {
            let (mapped, rest) = self.mapped.split_at(item.chars.min(self.mapped.len()));
            self.mapped = rest;
            self.piece(item.len, mapped);
        }
    }

    /// Items that become `piece` together.
    fn group(&mut self, items: &[Item], piece: &[char]) {
        let chars = items.iter().map(|item| item.chars).sum::<usize>();
        self.mapped = self.mapped.get(chars..).unwrap_or_default();
        self.piece(items.iter().map(|item| item.len).sum(), piece);
    }

    fn piece(&mut self, len: usize, result: &[char]) {
        let Some((source, rest)) = self.text.split_at_checked(len) else { return };
        self.text = rest;
        self.written.clear();
        self.written.extend(result);
        if source == self.written {
            self.sink.keep(source);
        } else if result.is_empty() {
            self.sink.delete(source);
        } else {
            self.sink.replace(source, self.written);
        }
    }
}
