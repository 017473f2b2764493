//! A line in units: what keeps its inner order when the line is turned.

use alloc::vec::Vec;

use qawl_core::Span;

use super::class::{Class, is_number_separator, is_other_mark, is_percent, is_right_mark};
use super::mirror;

/// A stretch of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) span: Span,
    pub(super) first: char,
    /// The class of a single character with its marks, or of a run: `Left` for one with letters,
    /// else that of its digits.
    pub(super) class: Class,
}

impl Unit {
    /// Whether it is a letter, a word or a number that a left-to-right run may begin and end with.
    const fn joins_left(&self) -> bool {
        matches!(self.class, Class::Left | Class::European)
    }

    /// Whether a left-to-right run may hold it.
    const fn fits_left(&self) -> bool {
        self.joins_left() || matches!(self.class, Class::Neutral)
    }
}

/// The units of lines, in buffers that are used for all lines of a text.
#[derive(Debug, Default)]
pub(super) struct Units {
    single: Vec<Unit>,
    joined: Vec<Unit>,
}

impl Units {
    /// The units of `line`, which tile it. `marks_after` says where the marks of right-to-left
    /// letters stand.
    pub(super) fn of(&mut self, line: &str, marks_after: bool) -> &[Unit] {
        self.single.clear();
        let mut at = 0;
        let mut rest = line;
        while let Some((len, first, class)) = unit(rest, marks_after) {
            self.single.push(Unit { span: Span::new(at, at + len), first, class });
            at += len;
            rest = rest.get(len..).unwrap_or_default();
        }
        self.join();
        &self.joined
    }

    /// Joins Latin words, and the numbers and neutrals between and beside them, to runs.
    fn join(&mut self) {
        self.joined.clear();
        for stretch in self.single.chunk_by(|a, b| a.fits_left() && b.fits_left()) {
            match left_run(stretch) {
                Some((before, run, after)) => {
                    self.joined.extend(before);
                    self.joined.extend(merged(run));
                    self.joined.extend(after);
                }
                None => self.joined.extend(stretch),
            }
        }
    }
}

/// The first unit of `text`: its length, first character and class.
fn unit(text: &str, marks_after: bool) -> Option<(usize, char, Class)> {
    let first = text.chars().next()?;
    let joins: fn(char) -> bool = match Class::of(first) {
        Class::Left | Class::European | Class::ArabicIndic => {
            let (len, class) = run(text);
            return Some((len, first, class));
        }
        _ if marks_after => |c| is_right_mark(c) || is_other_mark(c),
        _ => is_other_mark,
    };
    let marks = text.chars().skip(1).take_while(|c| joins(*c)).map(char::len_utf8).sum::<usize>();
    Some((first.len_utf8() + marks, first, Class::of(first)))
}

/// The word or number at the start of `text`: letters and digits that follow each other, with single
/// separators between two digits and a percent sign behind the last one.
fn run(text: &str) -> (usize, Class) {
    let mut class = Class::European;
    let mut behind_digit = false;
    let mut len = 0;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().map_or(Class::Neutral, |c| Class::of(*c));
        let is_percent = behind_digit && is_percent(c) && !is_left_or_digit(next);
        let is_separator = behind_digit && is_number_separator(c) && is_digit(next);
        let this = Class::of(c);
        if !(is_left_or_digit(this) || is_other_mark(c) || is_separator || is_percent) {
            break;
        }
        class = match (class, this) {
            (_, Class::Left) => Class::Left,
            (Class::European, Class::ArabicIndic) => Class::ArabicIndic,
            _ => class,
        };
        behind_digit = is_digit(this);
        len += c.len_utf8();
    }
    (len, class)
}

const fn is_digit(class: Class) -> bool {
    matches!(class, Class::European | Class::ArabicIndic)
}

const fn is_left_or_digit(class: Class) -> bool {
    matches!(class, Class::Left) || is_digit(class)
}

/// A stretch cut in what stands before, in and behind its left-to-right run, if it has letters.
/// Between numbers alone the line goes on from right to left.
fn left_run(stretch: &[Unit]) -> Option<(&[Unit], &[Unit], &[Unit])> {
    if !stretch.iter().any(|unit| unit.class == Class::Left) {
        return None;
    }
    let first = stretch.iter().position(Unit::joins_left)?;
    let last = stretch.iter().rposition(Unit::joins_left)?;
    let (first, last) = with_brackets(stretch, first, last);
    let (run, after) = stretch.split_at_checked(last + 1)?;
    let (before, run) = run.split_at_checked(first)?;
    Some((before, run, after))
}

/// A run with the brackets at its edges whose other half it holds (rule N0 of UAX #9): both of
/// «UNESCO (Paris)», none of «(UNESCO)».
pub(super) fn with_brackets(stretch: &[Unit], first: usize, last: usize) -> (usize, usize) {
    let (mut opened, mut closed) = (0_usize, 0_usize);
    for unit in stretch.iter().take(last + 1).skip(first) {
        match opened {
            _ if mirror::opens(unit.first) => opened += 1,
            0 if mirror::closes(unit.first) => closed += 1,
            _ if mirror::closes(unit.first) => opened -= 1,
            _ => {}
        }
    }
    let behind = stretch.iter().skip(last + 1).take(opened);
    let before = stretch.iter().take(first).rev().take(closed);
    (
        first - before.take_while(|unit| mirror::opens(unit.first)).count(),
        last + behind.take_while(|unit| mirror::closes(unit.first)).count(),
    )
}

/// All of `run` as one unit.
fn merged(run: &[Unit]) -> Option<Unit> {
    let (first, last) = (run.first()?, run.last()?);
    Some(Unit { span: first.span.cover(last.span), first: first.first, class: Class::Left })
}
