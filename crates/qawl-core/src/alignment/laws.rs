//! The laws, on generated sequences of edits. The generator is a plain linear congruence: the same
//! sequences each time.

use super::{Alignment, AlignmentBuilder};
use crate::Span;

const ROUNDS: usize = 4000;

struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    /// What may happen to a source of `len` bytes.
    fn steps(&mut self, mut len: usize) -> Vec<Step> {
        let mut steps = Vec::new();
        loop {
            let size = (1 + self.below(4)).min(len);
            match self.below(6) {
                0 => steps.push(Step(0, 1 + self.below(3))),
                _ if len == 0 => return steps,
                1 | 2 => steps.push(Step(size, 0)),
                3 => steps.push(Step(size, 1 + self.below(4))),
                _ => steps.push(Step(size, size)),
            }
            len -= steps.last().map_or(0, |step| step.0);
        }
    }

    fn alignment(&mut self, len: usize) -> Alignment {
        build(&self.steps(len))
    }
}

/// Bytes of the source that become bytes of the result.
#[derive(Clone, Copy, Debug)]
struct Step(usize, usize);

fn build(steps: &[Step]) -> Alignment {
    let mut builder = AlignmentBuilder::new();
    for &Step(source, result) in steps {
        match (source, result) {
            (0, _) => builder.insert(result),
            (_, 0) => builder.delete(source),
            _ if source == result => builder.keep(source),
            _ => builder.replace(source, result),
        }
    }
    builder.finish()
}

/// The characters that are left, each with the source that belongs to it: the rules of
/// [`Alignment`], told the long way.
fn characters(steps: &[Step]) -> Vec<(Span, Span)> {
    let (mut source, mut result) = (0, 0);
    let mut found: Vec<(Span, Span)> = Vec::new();
    for step in steps {
        let start = if found.is_empty() { 0 } else { source };
        source += step.0;
        if step.0 > 0 && step.1 > 0 {
            found.push((Span::new(start, source), Span::new(result, result + step.1)));
        } else if let Some((taken, _)) = found.last_mut() {
            *taken = Span::new(taken.start(), source);
        }
        result += step.1;
    }
    found
}

fn spans(len: usize) -> impl Iterator<Item = Span> {
    (0..=len).flat_map(move |start| (start..=len).map(move |end| Span::new(start, end)))
}

/// Without the inserted text at its ends, if there is more in it.
fn trimmed(alignment: &Alignment, span: Span) -> Span {
    let (mut start, mut end) = (span.start(), span.end());
    for edit in alignment.edits().filter(|edit| edit.source.is_empty()) {
        if edit.result.contains(Span::empty(start)) {
            start = edit.result.end();
        }
        if edit.result.contains(Span::empty(end)) {
            end = edit.result.start();
        }
    }
    if start < end { Span::new(start, end) } else { span }
}

#[test]
fn characters_map_to_what_belongs_to_them() {
    let mut random = Random(1);
    for _ in 0..ROUNDS {
        let len = random.below(16);
        let steps = random.steps(len);
        let alignment = build(&steps);
        let characters = characters(&steps);
        for (source, result) in &characters {
            assert_eq!(alignment.to_original(*result), *source, "{steps:?}");
            assert_eq!(alignment.to_normalized(*source), *result, "{steps:?}");
        }
        let mut source = 0;
        for (at, (_, result)) in characters.iter().enumerate() {
            let before = at.checked_sub(1).map_or(0, |i| characters[i].1.end());
            let inserted = Span::new(before, result.start());
            assert_eq!(alignment.to_original(inserted), Span::empty(source), "{steps:?}");
            source = characters[at].0.end();
        }
    }
}

#[test]
fn every_map_is_sound() {
    let mut random = Random(2);
    for _ in 0..ROUNDS {
        let len = random.below(16);
        let steps = random.steps(len);
        let alignment = build(&steps);
        alignment.check().unwrap();
        let total = |pick: fn(&Step) -> usize| steps.iter().map(pick).sum::<usize>();
        assert_eq!(alignment.original_len(), total(|step| step.0));
        assert_eq!(alignment.normalized_len(), total(|step| step.1));
        assert_bounds(&alignment);
        assert_monotone(&alignment);
    }
}

fn assert_bounds(alignment: &Alignment) {
    let source = Span::new(0, alignment.original_len());
    let result = Span::new(0, alignment.normalized_len());
    for span in spans(source.len().max(result.len()) + 2) {
        assert!(source.contains(alignment.to_original(span)), "{alignment:?} {span:?}");
        assert!(result.contains(alignment.to_normalized(span)), "{alignment:?} {span:?}");
    }
    assert_eq!(alignment.to_original(result), source, "{alignment:?}");
}

/// Of two spans that are not empty, the later start never maps before the earlier, nor the end.
fn assert_monotone(alignment: &Alignment) {
    let both = |span| (alignment.to_original(span), alignment.to_normalized(span));
    let len = alignment.original_len().min(alignment.normalized_len());
    for span in spans(len).filter(|span| !span.is_empty() && span.end() < len) {
        let ((source, result), (later_source, later_result)) = (both(span), both(span.shift(1)));
        for (one, later) in [(source, later_source), (result, later_result)] {
            assert!(one.start() <= later.start(), "{alignment:?} {span:?}");
            assert!(one.end() <= later.end(), "{alignment:?} {span:?}");
        }
    }
}

#[test]
fn spans_mapped_there_and_back_cover_themselves() {
    let mut random = Random(3);
    for _ in 0..ROUNDS {
        let len = random.below(16);
        let alignment = random.alignment(len);
        for span in spans(alignment.original_len()) {
            let back = alignment.to_original(alignment.to_normalized(span));
            assert!(back.contains(span), "{alignment:?} {span:?} -> {back:?}");
        }
        for span in spans(alignment.normalized_len()) {
            let back = alignment.to_normalized(alignment.to_original(span));
            let rest = trimmed(&alignment, span);
            assert!(back.contains(rest), "{alignment:?} {span:?} -> {back:?}");
        }
    }
}

#[test]
fn composed_maps_cover_the_two_by_hand() {
    let mut random = Random(4);
    for _ in 0..ROUNDS {
        let len = random.below(14);
        let first = random.alignment(len);
        let second = random.alignment(first.normalized_len());
        let both = first.compose(&second);
        both.check().unwrap();
        assert_bounds(&both);
        assert_monotone(&both);
        for span in spans(second.normalized_len()).filter(|span| !span.is_empty()) {
            let by_hand = first.to_original(second.to_original(span));
            let covered = both.to_original(span).contains(by_hand);
            assert!(covered, "{first:?} {second:?} {span:?} <- {by_hand:?}");
        }
        for span in spans(first.original_len()).filter(|span| !span.is_empty()) {
            let by_hand = second.to_normalized(first.to_normalized(span));
            let covered = both.to_normalized(span).contains(by_hand);
            assert!(covered, "{first:?} {second:?} {span:?} -> {by_hand:?}");
        }
    }
}

#[test]
fn the_identity_changes_nothing() {
    let mut random = Random(5);
    for _ in 0..ROUNDS {
        let len = random.below(16);
        let alignment = random.alignment(len);
        assert_eq!(Alignment::identity(len).compose(&alignment), alignment);
        let behind = Alignment::identity(alignment.normalized_len());
        assert_eq!(alignment.compose(&behind), alignment);
    }
}

/// Edits that touch nothing of each other compose to exactly the two by hand.
#[test]
fn edits_apart_lose_nothing() {
    let mut random = Random(6);
    for _ in 0..ROUNDS {
        let (front, back) = (random.below(8), random.below(8));
        // One may be widened by what the first map deletes, the other by what the second does.
        let between = [Step(2, 2), Step(2, 2)];
        let first = build(&[&random.steps(front)[..], &between, &[Step(back, back)]].concat());
        let fixed = first.normalized_len() - back - 2;
        let second = build(&[&[Step(fixed, fixed), Step(2, 2)], &random.steps(back)[..]].concat());
        let both = first.compose(&second);
        for span in spans(second.normalized_len()).filter(|span| !span.is_empty()) {
            let by_hand = first.to_original(second.to_original(span));
            assert_eq!(both.to_original(span), by_hand, "{first:?} {second:?} {span:?}");
        }
    }
}

/// The steps with as many as fit said as blocks.
fn build_in_blocks(steps: &[Step], random: &mut Random) -> Alignment {
    let mut builder = AlignmentBuilder::new();
    let (mut len, mut starts, mut kept) = (0, 0_u64, 0_u64);
    for &Step(source, result) in steps {
        let fits = result <= source && source > 0;
        if !fits || len + source > 64 || random.below(24) == 0 {
            builder.block(len, starts, kept);
            (len, starts, kept) = (0, 0, 0);
        }
        match fits {
            true => {
                starts |= u64::from(result > 0) << len;
                kept |= ((1 << result) - 1) << len;
                len += source;
            }
            false => builder.replace(source, result),
        }
    }
    builder.block(len, starts, kept);
    builder.finish()
}

#[test]
fn blocks_map_like_their_characters() {
    let mut random = Random(8);
    for _ in 0..ROUNDS {
        let len = random.below(160);
        let steps = random.steps(len);
        let (by_step, in_blocks) = (build(&steps), build_in_blocks(&steps, &mut random));
        in_blocks.check().unwrap();
        assert_eq!(in_blocks, by_step, "{steps:?}");
        let boundaries = |pick: fn(&Step) -> usize| {
            let ends = steps.iter().scan(0, move |at, step| {
                *at += pick(step);
                Some(*at)
            });
            std::iter::once(0).chain(ends).collect::<Vec<_>>()
        };
        let spans = |ends: Vec<usize>| {
            let from = |(at, &start): (usize, &usize)| {
                ends.iter().skip(at).step_by(7).map(move |&end| Span::new(start, end)).collect()
            };
            ends.iter().enumerate().flat_map::<Vec<Span>, _>(from).collect::<Vec<_>>()
        };
        for span in spans(boundaries(|step| step.0)) {
            assert_eq!(in_blocks.to_normalized(span), by_step.to_normalized(span), "{steps:?}");
        }
        for span in spans(boundaries(|step| step.1)) {
            assert_eq!(in_blocks.to_original(span), by_step.to_original(span), "{steps:?}");
        }
    }
}

/// Maps of unrelated texts mean nothing together, but nothing panics.
#[test]
fn maps_that_do_not_fit_stay_in_bounds() {
    let mut random = Random(7);
    for _ in 0..ROUNDS {
        let (one, other) = (random.below(12), random.below(12));
        let both = random.alignment(one).compose(&random.alignment(other));
        let source = Span::new(0, both.original_len());
        for span in spans(16) {
            assert!(source.contains(both.to_original(span)), "{both:?} {span:?}");
        }
    }
}
