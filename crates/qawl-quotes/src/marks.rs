//! Which quotation mark belongs to which.
//!
//! Within a paragraph, marks are paired by their position: one behind a space and before a word
//! opens, one behind a word closes, whatever its shape, so that swapped pairs (”…“, »…«) and
//! straight marks nest as they should. A mark that never closes runs to the end of its paragraph,
//! or to the last full stop before the next one opens; a closing mark alone is passed over.

use qawl_core::letters;
use qawl_tokenize::quotation::{Role, role};

use crate::items::{Item, Kind, SINGLE};

/// How many open marks are looked at for one of the same style.
const NEAR: usize = 8;

/// A quotation: the items between its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    /// The opening mark.
    pub(crate) open: usize,
    /// The item behind the last one inside: the closing mark, if it closes.
    pub(crate) end: usize,
    /// Whether a mark closes it.
    pub(crate) closed: bool,
}

impl Pair {
    /// The item behind the whole of it.
    pub(crate) fn after(self) -> usize {
        self.end + usize::from(self.closed)
    }
}

/// All quotations of a text, by their opening mark.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    pairs: Vec<Pair>,
    /// Closing marks that nothing opened.
    strays: Vec<usize>,
    /// For each item the innermost pair that holds it.
    inside: Vec<Option<usize>>,
    /// The closing marks and the pairs they close, in order.
    closers: Vec<(usize, usize)>,
}

impl Marks {
    /// Pairs the marks of `items`.
    pub(crate) fn new(text: &str, items: &[Item<'_>]) -> Marks {
        let mut marks = Marks::default();
        let is_mark = |item: &Item<'_>| matches!(item.kind, Kind::Mark(_));
        let found = items.iter().enumerate().filter(|(_, item)| is_mark(item));
        let found: Vec<_> = found.map(|(at, item)| (at, item.paragraph)).collect();
        for paragraph in found.chunk_by(|one, other| one.1 == other.1) {
            marks.pair_paragraph(text, items, paragraph);
        }
        marks.pairs.sort_unstable_by_key(|pair| pair.open);
        if !marks.pairs.is_empty() {
            marks.inside = marks.innermost(items.len());
        }
        let closed = marks.pairs.iter().enumerate().filter(|(_, pair)| pair.closed);
        marks.closers = closed.map(|(number, pair)| (pair.end, number)).collect();
        marks.closers.sort_unstable();
        marks
    }

    /// The pair that opens at `item`.
    pub(crate) fn opening(&self, item: usize) -> Option<Pair> {
        let at = self.pairs.binary_search_by_key(&item, |pair| pair.open).ok()?;
        self.pairs.get(at).copied()
    }

    /// The pair whose closing mark is `item`.
    pub(crate) fn closing(&self, item: usize) -> Option<Pair> {
        let at = self.closers.binary_search_by_key(&item, |&(close, _)| close).ok()?;
        self.closers.get(at).and_then(|&(_, pair)| self.pairs.get(pair)).copied()
    }

    /// The innermost pair that holds `item`.
    pub(crate) fn around(&self, item: usize) -> Option<Pair> {
        let innermost = self.inside.get(item).copied().flatten()?;
        self.pairs.get(innermost).copied()
    }

    /// The pairs that open in a range of items.
    pub(crate) fn within(&self, start: usize, end: usize) -> impl Iterator<Item = Pair> + '_ {
        let first = self.pairs.partition_point(|pair| pair.open < start);
        let rest = self.pairs.get(first..).unwrap_or_default();
        rest.iter().take_while(move |pair| pair.open < end).copied()
    }

    /// The first closing mark that stands alone in a range of items.
    pub(crate) fn stray(&self, start: usize, end: usize) -> Option<usize> {
        let next = self.strays.partition_point(|&stray| stray < start);
        self.strays.get(next).copied().filter(|&stray| stray < end)
    }

    /// Pairs the marks of a paragraph, given by their places and its number.
    fn pair_paragraph(&mut self, text: &str, items: &[Item<'_>], marks: &[(usize, u32)]) {
        let mut open: Vec<(usize, bool)> = Vec::new();
        for &(at, _) in marks {
            let Some(Kind::Mark(mark)) = items.get(at).map(|item| item.kind) else { continue };
            if mark == SINGLE && is_apostrophe(text, items, at) {
                continue;
            }
            let straight = role(mark) == Some(Role::Either);
            if opens(text, items, at, mark, !open.is_empty()) {
                open.push((at, straight));
                continue;
            }
            // The nearest open mark of the same style, or else the nearest of any.
            let near = open.len().saturating_sub(NEAR);
            let same = open.iter().skip(near).rposition(|&(_, s)| s == straight);
            match same.map(|at| near + at).or(open.len().checked_sub(1)) {
                Some(partner) => {
                    for (unclosed, _) in open.drain(partner + 1..) {
                        self.pairs.push(Pair { open: unclosed, end: at, closed: false });
                    }
                    if let Some((opening, _)) = open.pop() {
                        self.pairs.push(Pair { open: opening, end: at, closed: true });
                    }
                }
                None => self.strays.push(at),
            }
        }
        let number = marks.last().map_or(0, |&(_, paragraph)| paragraph);
        let end = items.partition_point(|item| item.paragraph <= number);
        for (number, &(opening, _)) in open.iter().enumerate() {
            let next = open.get(number + 1).map_or(end, |&(next, _)| next);
            let end = if next < end { last_stop(items, opening, next).unwrap_or(end) } else { end };
            self.pairs.push(Pair { open: opening, end, closed: false });
        }
    }

    fn innermost(&self, len: usize) -> Vec<Option<usize>> {
        let mut inside = vec![None; len];
        let mut open: Vec<usize> = Vec::new();
        let mut next = 0;
        for (at, slot) in inside.iter_mut().enumerate() {
            while open.last().and_then(|&p| self.pairs.get(p)).is_some_and(|p| p.end <= at) {
                open.pop();
            }
            *slot = open.last().copied();
            if self.pairs.get(next).is_some_and(|pair| pair.open == at) {
                open.push(next);
                next += 1;
            }
        }
        inside
    }
}

/// Whether the sign at `at` is no quotation mark: letters, or nothing, on both sides of it.
fn is_apostrophe(text: &str, items: &[Item<'_>], at: usize) -> bool {
    let (before, behind) = sides(text, items, at);
    before == behind
}

/// Whether the mark at `at` opens a quotation.
fn opens(text: &str, items: &[Item<'_>], at: usize, mark: char, any_open: bool) -> bool {
    let (free_before, free_behind) = sides(text, items, at);
    match role(mark) {
        // Some papers set spaces on both sides of their swapped marks: «قال ” كنا هنا “».
        Some(Role::Open) => !(any_open && free_behind && (!free_before || ends_speech(items, at))),
        Some(Role::Close) => !any_open && free_before && (!free_behind || before_word(items, at)),
        _ if free_before != free_behind => free_before,
        _ => !any_open,
    }
}

/// Whether a mark of punctuation, or the end of the paragraph, stands behind the mark at `at`.
fn ends_speech(items: &[Item<'_>], at: usize) -> bool {
    let paragraph = |at: usize| items.get(at).map(|item| item.paragraph);
    let next = items.get(at + 1).map(|next| next.kind);
    matches!(next, None | Some(Kind::Comma | Kind::Stop | Kind::Dots))
        || paragraph(at) != paragraph(at + 1)
}

fn before_word(items: &[Item<'_>], at: usize) -> bool {
    let paragraph = |at: usize| items.get(at).map(|item| item.paragraph);
    items.get(at + 1).is_some_and(Item::is_word) && paragraph(at) == paragraph(at + 1)
}

/// Whether a mark stands free of words before it and behind it.
fn sides(text: &str, items: &[Item<'_>], at: usize) -> (bool, bool) {
    let before = at.checked_sub(1).and_then(|before| items.get(before));
    let (Some(this), behind) = (items.get(at), items.get(at + 1)) else { return (true, true) };
    let first = before.is_none_or(|b| b.paragraph != this.paragraph);
    let last = behind.is_none_or(|b| b.paragraph != this.paragraph);
    let free_before = first
        || this.gap
        || before.is_some_and(|b| {
            matches!(b.kind, Kind::Colon | Kind::Dash | Kind::Bracket)
                || b.span.get(text).is_some_and(|w| w.ends_with(letters::TATWEEL))
        });
    let free_behind = last
        || behind.is_some_and(|b| b.gap || matches!(b.kind, Kind::Comma | Kind::Stop | Kind::Dots));
    (free_before, free_behind)
}

/// The item behind the last full stop between two items.
fn last_stop(items: &[Item<'_>], start: usize, end: usize) -> Option<usize> {
    let between = items.get(start..end)?;
    between.iter().rposition(|item| item.kind == Kind::Stop).map(|at| start + at + 1)
}
