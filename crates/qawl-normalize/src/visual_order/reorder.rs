//! Turning lines.

use alloc::string::String;
use core::iter;

use qawl_core::letters::{is_mark, is_word_char};

use super::class::Class;
use super::lines::Pieces;
use super::mirror::{BracketVotes, mirrored};
use super::units::{Unit, Units, with_brackets};
use super::{Brackets, Marks, ReorderOptions};

/// `text` in logical order, where each of its lines stands in visual order.
///
/// The characters of a line are turned over, and with them
///
/// * a number stays as it is, with single separators `. , : / ٫ ٬ ،` or no-break spaces between its
///   digits. A percent sign on either side of it comes to stand behind it: UAX #9 paints that of
///   «نسبة 35%» before the number, other tools behind. Numbers that a space or a hyphen parts change
///   places, as «2020-2021» behind an Arabic word is painted «2021-2020»;
/// * a Latin run stays as it is: from its first to its last word or European number, with all that
///   is between, and with a bracket whose other half it holds;
/// * brackets and angle quotation marks are exchanged, if they were painted: see
///   [`Brackets`](super::Brackets);
/// * marks come to stand behind their letter: see [`Marks`](super::Marks).
///
/// A line without a right-to-left letter stays as it is. In a line that begins and ends with Latin
/// letters, has more of them than others and four Latin words, only the right-to-left runs are
/// turned: it is a Latin line with Arabic in it. Line ends (those of [`lines()`](super::lines()))
/// keep their places.
///
/// One thing is painted alike from two texts: a number beside a Latin word, which is read as
/// belonging to it («Windows 11»).
///
/// Each line is taken for visual; a text that may hold others is for [`repair`](super::repair). On
/// letters, digits and spaces, turning twice is turning never. Linear time; allocates the result and
/// a buffer for the longest line.
///
/// ```
/// use qawl_normalize::visual_order::reorder;
///
/// // "UNESCO published a report (in English) in 2024", "and the rate is 3.5%"
/// let painted = "٢٠٢٤ يف (ةيزيلجنإلاب) اريرقت UNESCO ترشن\r\n3.5% ةبسنلاو";
/// let logical = "نشرت UNESCO تقريرا (بالإنجليزية) في ٢٠٢٤\r\nوالنسبة 3.5%";
/// assert_eq!(reorder(painted), logical);
/// ```
#[must_use]
pub fn reorder(text: &str) -> String {
    reorder_with(text, &ReorderOptions::new())
}

/// [`reorder`], for a text of which it is known how its extractor wrote brackets or marks.
///
/// ```
/// use qawl_normalize::visual_order::{Marks, ReorderOptions, reorder_with};
///
/// // "he taught", with ARABIC SHADDA behind its letter
/// let options = ReorderOptions::new().with_marks(Marks::AfterLetter);
/// assert_eq!(reorder_with("سر\u{0651}د", &options), "در\u{0651}س");
/// ```
#[must_use]
pub fn reorder_with(text: &str, options: &ReorderOptions) -> String {
    let pieces = Pieces::new(text);
    let mut turner = Turner::new(options, pieces.clone().map(|(line, _)| line));
    let mut out = String::with_capacity(text.len());
    for (line, end) in pieces {
        turner.turn(line, &mut out);
        out.push_str(end);
    }
    out
}

/// What is known of the lines of a text, and the buffers to turn them with.
#[derive(Debug)]
pub(super) struct Turner {
    swap_brackets: bool,
    marks_after: bool,
    units: Units,
}

impl Turner {
    /// Looks at the lines that will be turned for what `options` leave open.
    pub(super) fn new<'l>(
        options: &ReorderOptions,
        lines: impl Iterator<Item = &'l str> + Clone,
    ) -> Self {
        let mut units = Units::default();
        let marks_after = match options.marks {
            Marks::BeforeLetter => false,
            Marks::AfterLetter => true,
            Marks::Detect => have_marks_after(lines.clone()),
        };
        let swap_brackets = match options.brackets {
            Brackets::Painted => true,
            Brackets::Typed => false,
            Brackets::Detect => !have_typed_brackets(lines, &mut units),
        };
        Self { swap_brackets, marks_after, units }
    }

    /// Writes `line` in logical order behind `out`.
    pub(super) fn turn(&mut self, line: &str, out: &mut String) {
        let swap_brackets = self.swap_brackets;
        let mut writer = Writer { line, swap_brackets, out };
        match Direction::of(line) {
            Direction::None => writer.out.push_str(line),
            Direction::Right => writer.turned(self.units.of(line, self.marks_after)),
            Direction::Left => writer.turned_in_place(self.units.of(line, self.marks_after)),
        }
    }
}

/// Whether more words end in a mark than begin with one.
fn have_marks_after<'l>(lines: impl Iterator<Item = &'l str>) -> bool {
    let words = lines.flat_map(|line| line.split(|c| !is_word_char(c)));
    let (before, after) = words.fold((0_usize, 0_usize), |(before, after), word| {
        let begins = word.chars().next().is_some_and(is_mark);
        let ends = word.chars().next_back().is_some_and(is_mark);
        (before + usize::from(begins), after + usize::from(ends))
    });
    after > before
}

fn have_typed_brackets<'l>(lines: impl Iterator<Item = &'l str>, units: &mut Units) -> bool {
    let mut votes = BracketVotes::default();
    let has_bracket = |line: &&str| line.chars().any(|c| mirrored(c).is_some());
    for line in lines.filter(has_bracket).filter(|line| Direction::of(line) != Direction::None) {
        let units = units.of(line, true);
        let before = iter::once(false).chain(units.iter().map(is_word));
        let behind = units.iter().skip(1).map(is_word).chain([false]);
        for ((unit, before), behind) in units.iter().zip(before).zip(behind) {
            votes.cast(unit.first, before, behind);
        }
        votes.end_line();
    }
    votes.are_typed()
}

const fn is_word(unit: &Unit) -> bool {
    !matches!(unit.class, Class::Neutral | Class::Barrier)
}

/// From where a line runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    /// It has no right-to-left letter.
    None,
    Right,
    Left,
}

/// How many Latin words make a Latin line: fewer may be names in an Arabic one.
const LATIN_PROSE: usize = 4;

impl Direction {
    fn of(line: &str) -> Self {
        let (mut left, mut right, mut words) = (0_usize, 0_usize, 0_usize);
        let (mut first, mut last) = (None, None);
        let mut before = Class::Barrier;
        for class in line.chars().map(Class::of) {
            if matches!(class, Class::Left | Class::Right) {
                first = first.or(Some(class));
                last = Some(class);
            }
            left += usize::from(class == Class::Left);
            right += usize::from(class == Class::Right);
            words += usize::from(class == Class::Left && before != class);
            before = class;
        }
        let is_latin = words >= LATIN_PROSE && left > right;
        match right {
            0 => Self::None,
            _ if is_latin && first == Some(Class::Left) && last == first => Self::Left,
            _ => Self::Right,
        }
    }
}

/// Writes the units of a line.
struct Writer<'l, 'o> {
    line: &'l str,
    swap_brackets: bool,
    out: &'o mut String,
}

impl Writer<'_, '_> {
    fn turned(&mut self, units: &[Unit]) {
        for unit in units.iter().rev() {
            let text = unit.span.get(self.line).unwrap_or_default();
            let swapped =
                mirrored(unit.first).filter(|_| self.swap_brackets && unit.class == Class::Neutral);
            match swapped {
                Some(other) => {
                    self.out.push(other);
                    self.out.extend(text.chars().skip(1));
                }
                None => self.out.push_str(text),
            }
        }
    }

    /// Turns what lies between the first and the last right-to-left letter of each run.
    fn turned_in_place(&mut self, units: &[Unit]) {
        let ends_run = |unit: &Unit| matches!(unit.class, Class::Left | Class::Barrier);
        for stretch in units.chunk_by(|a, b| !ends_run(a) && !ends_run(b)) {
            let (first, end) = right_run(stretch).unwrap_or_default();
            self.kept(stretch.get(..first).unwrap_or_default());
            self.turned(stretch.get(first..end).unwrap_or_default());
            self.kept(stretch.get(end..).unwrap_or_default());
        }
    }

    fn kept(&mut self, units: &[Unit]) {
        let texts = units.iter().filter_map(|unit| unit.span.get(self.line));
        self.out.extend(texts);
    }
}

/// Where the right-to-left letters of a stretch begin and end, with brackets that pair with theirs.
fn right_run(stretch: &[Unit]) -> Option<(usize, usize)> {
    let is_right = |unit: &Unit| unit.class == Class::Right;
    let first = stretch.iter().position(is_right)?;
    let last = stretch.iter().rposition(is_right)?;
    let (first, last) = with_brackets(stretch, first, last);
    Some((first, last + 1))
}
