//! Stretches that overlap, cut into elements that nest.
//!
//! A name may stand half in a quotation, a quotation may begin in one paragraph and end in the next:
//! HTML knows no such thing. Where two stretches cross, one of them is closed at the edge of the other
//! and opened again behind it. The weaker one is cut; of two as strong, the one that begins
//! later.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use qawl::Span;

/// A stretch that becomes an element, or several where it crosses a stronger one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) span: Span,
    /// What is stronger is cut later.
    pub(super) strength: u8,
}

/// Whether an element begins or ends where its stretch does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Own,
    Cut,
}

/// A step of the way through the text. Stretches are named by their index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Open(usize, Edge),
    Text(Span),
    Close(usize, Edge),
}

/// A stretch with its index.
type Numbered<'s> = (usize, &'s Stretch);

/// The way through a text of `length` bytes: all of its text in order, every byte inside exactly the
/// stretches that hold it, what opens last closing first, no element empty. Empty stretches are
/// left out. Looks no further down than to what changes, so that depth costs nothing.
pub(super) fn cut(length: usize, stretches: &[Stretch]) -> Vec<Step> {
    let is_filled = |(_, stretch): &Numbered<'_>| !stretch.span.is_empty();
    let mut coming: Vec<Numbered<'_>> = stretches.iter().enumerate().filter(is_filled).collect();
    // The longer one outside; of two as long the stronger one.
    coming.sort_by_key(|(_, Stretch { span, strength })| {
        (span.start(), Reverse(span.end()), Reverse(*strength))
    });
    // Where something begins or ends, and how many end there.
    let mut edges = BTreeMap::from([(0, 0), (length, 0)]);
    for (_, stretch) in &coming {
        edges.entry(stretch.span.start()).or_insert(0);
        *edges.entry(stretch.span.end()).or_insert(0) += 1;
    }
    let mut coming = coming.into_iter().peekable();
    let mut walk = Walk { open: Vec::new(), at: 0, steps: Vec::new() };
    for (edge, ending) in edges {
        walk.text_to(edge);
        let mut turn = walk.without_ended(ending);
        while let Some(new) = coming.next_if(|(_, stretch)| stretch.span.start() == edge) {
            walk.add(new, &mut turn);
        }
        walk.take(turn);
    }
    walk.steps
}

struct Walk<'s> {
    /// The elements that are open, the outermost first.
    open: Vec<Numbered<'s>>,
    at: usize,
    steps: Vec<Step>,
}

/// What happens at an edge: so many elements stay open, all others close, and these open.
struct Turn<'s> {
    kept: usize,
    next: Vec<Numbered<'s>>,
}

impl<'s> Walk<'s> {
    fn text_to(&mut self, end: usize) {
        if end > self.at {
            self.steps.push(Step::Text(Span::new(self.at, end)));
            self.at = end;
        }
    }

    /// Closes the stretches that end here; what stands in them closes with them and opens again.
    fn without_ended(&self, ending: usize) -> Turn<'s> {
        let ends_here = |(_, (_, stretch)): &(usize, &Numbered<'_>)| stretch.span.end() == self.at;
        let mut ended = self.open.iter().enumerate().rev().filter(ends_here);
        let lowest = ending.checked_sub(1).and_then(|before| ended.nth(before));
        let kept = lowest.map_or(self.open.len(), |(height, _)| height);
        let again = self.open.iter().skip(kept).filter(|(_, stretch)| stretch.span.end() > self.at);
        Turn { kept, next: again.copied().collect() }
    }

    /// Opens a stretch around the weaker ones that end before it, which are cut, but not around one
    /// that is as strong.
    fn add(&self, new: Numbered<'s>, turn: &mut Turn<'s>) {
        let Stretch { span, strength } = new.1;
        let open = turn.next.iter().rev().chain(self.open.iter().take(turn.kept).rev());
        let weaker = open.take_while(|(_, old)| old.strength < *strength).enumerate();
        let cut = weaker.filter(|(_, (_, old))| old.span.end() < span.end()).last();
        let height = turn.kept + turn.next.len() - cut.map_or(0, |(depth, _)| depth + 1);
        if height < turn.kept {
            let closed = self.open.iter().take(turn.kept).skip(height).copied();
            turn.next.splice(0..0, closed);
            turn.kept = height;
        }
        turn.next.insert(height - turn.kept, new);
    }

    fn take(&mut self, turn: Turn<'s>) {
        for (index, stretch) in self.open.drain(turn.kept..).rev() {
            self.steps.push(Step::Close(index, edge(stretch.span.end() == self.at)));
        }
        for (index, stretch) in &turn.next {
            self.steps.push(Step::Open(*index, edge(stretch.span.start() == self.at)));
        }
        self.open.extend(turn.next);
    }
}

const fn edge(is_own: bool) -> Edge {
    if is_own { Edge::Own } else { Edge::Cut }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn stretch(start: usize, end: usize, strength: u8) -> Stretch {
        Stretch { span: Span::new(start, end), strength }
    }

    /// `[` and `]` at a stretch's own edges, `(` and `)` where it is cut.
    fn spelled(length: usize, stretches: &[Stretch]) -> String {
        let spell = |step| match step {
            Step::Open(i, Edge::Own) => format!("[{i} "),
            Step::Open(i, Edge::Cut) => format!("({i} "),
            Step::Text(span) => "-".repeat(span.len()),
            Step::Close(_, Edge::Own) => "]".to_owned(),
            Step::Close(_, Edge::Cut) => ")".to_owned(),
        };
        cut(length, stretches).into_iter().map(spell).collect()
    }

    #[test]
    fn what_nests_is_not_cut() {
        let stretches = [stretch(1, 5, 0), stretch(0, 6, 2), stretch(0, 6, 1), stretch(2, 2, 3)];
        assert_eq!(spelled(7, &stretches), "[1 [2 -[0 ----]-]]-");
        assert_eq!(spelled(2, &[]), "--");
    }

    #[test]
    fn the_weaker_of_two_that_cross_is_cut() {
        assert_eq!(spelled(4, &[stretch(0, 2, 0), stretch(1, 4, 1)]), "[0 -)[1 (0 -]--]");
        assert_eq!(spelled(4, &[stretch(0, 2, 1), stretch(1, 4, 0)]), "[0 -[1 -)](1 --]");
    }

    fn stretches() -> impl Strategy<Value = Vec<Stretch>> {
        let one = (0..30_usize, 0..12_usize, 0..4_u8);
        let one = one.prop_map(|(start, length, strength)| {
            stretch(start.min(25), (start + length).min(30), strength)
        });
        prop::collection::vec(one, 0..12)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn every_byte_stands_in_exactly_its_stretches(stretches in stretches()) {
            let mut open: Vec<usize> = Vec::new();
            let mut at = 0;
            let mut previous = None;
            for step in cut(30, &stretches) {
                match step {
                    Step::Open(i, edge) => {
                        prop_assert_eq!(edge == Edge::Own, stretches[i].span.start() == at);
                        open.push(i);
                    }
                    Step::Close(i, edge) => {
                        prop_assert_eq!(edge == Edge::Own, stretches[i].span.end() == at);
                        prop_assert_eq!(open.pop(), Some(i));
                        prop_assert!(!matches!(previous, Some(Step::Open(..))), "an empty element");
                    }
                    Step::Text(span) => {
                        prop_assert_eq!(span.start(), at);
                        at = span.end();
                        let holding: BTreeSet<usize> =
                            (0..stretches.len()).filter(|&i| stretches[i].span.contains(span)).collect();
                        prop_assert_eq!(&holding, &open.iter().copied().collect());
                        let touching = (0..stretches.len()).filter(|&i| stretches[i].span.overlaps(span));
                        prop_assert_eq!(touching.count(), open.len());
                    }
                }
                previous = Some(step);
            }
            prop_assert_eq!((at, open.len()), (30, 0));
        }

        #[test]
        fn the_strongest_are_never_cut_where_they_do_not_cross(mut stretches in stretches()) {
            // The strongest ones one behind the other, the others anyhow.
            let mut end = 0;
            for stretch in stretches.iter_mut().filter(|stretch| stretch.strength == 3) {
                stretch.span = Span::new(end, (end + stretch.span.len()).min(30));
                end = stretch.span.end();
            }
            for step in cut(30, &stretches) {
                if let Step::Open(i, edge) | Step::Close(i, edge) = step {
                    prop_assert!(stretches[i].strength < 3 || edge == Edge::Own);
                }
            }
        }
    }
}
