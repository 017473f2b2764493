//! Turning only the lines that need it.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::lines::Pieces;
use super::reorder::Turner;
use super::{Detection, Order, ReorderOptions, lines};

/// `text` with the lines that [`detect`](super::detect) finds in visual order turned as by
/// [`reorder`](super::reorder), for PDFs whose pages or boxes differ.
///
/// A line that says nothing by itself, such as a name or a page number, or shows no more than one sign
/// of visual order, goes with the nearest lines before and behind it: it is turned unless one of them
/// is logical. Text without a visual line is borrowed. Linear time; allocates the verdicts of the
/// lines, and where a line is turned the result.
///
/// ```
/// use std::borrow::Cow;
/// use qawl_normalize::visual_order::repair;
///
/// // A heading that is in order, "The weather", and a line that is not: "rain in the capital"
/// assert_eq!(repair("حالة الطقس\nةمصاعلا يف راطمأ"), "حالة الطقس\nأمطار في العاصمة");
/// assert!(matches!(repair("أمطار في العاصمة"), Cow::Borrowed(_)));
/// ```
#[must_use]
pub fn repair(text: &str) -> Cow<'_, str> {
    repair_with(text, &ReorderOptions::new())
}

/// [`repair`], for a text of which it is known how its extractor wrote brackets or marks.
///
/// ```
/// use qawl_normalize::visual_order::{Brackets, ReorderOptions, repair_with};
///
/// // "(the newspaper)", with brackets as typed
/// let options = ReorderOptions::new().with_brackets(Brackets::Typed);
/// assert_eq!(repair_with(")ةديرجلا(", &options), "(الجريدة)");
/// ```
#[must_use]
pub fn repair_with<'a>(text: &'a str, options: &ReorderOptions) -> Cow<'a, str> {
    let visual = visual_lines(text);
    if !visual.contains(&true) {
        return Cow::Borrowed(text);
    }
    let pieces = Pieces::new(text).zip(&visual);
    let turned = pieces.clone().filter(|(_, visual)| **visual).map(|((line, _), _)| line);
    let mut turner = Turner::new(options, turned);
    let mut out = String::with_capacity(text.len());
    for ((line, end), visual) in pieces {
        if *visual {
            turner.turn(line, &mut out);
        } else {
            out.push_str(line);
        }
        out.push_str(end);
    }
    Cow::Owned(out)
}

/// The confidence from which a visual line is turned among logical ones: that of two strong signs.
const SURE: f32 = 0.5;

/// For each line whether it is to be turned; nothing, where none is.
fn visual_lines(text: &str) -> Vec<bool> {
    let detections: Vec<_> = lines(text).map(|line| line.detection).collect();
    if !detections.iter().any(Detection::is_visual) {
        return Vec::new();
    }
    let mut visual: Vec<bool> = nearest_allows(detections.iter()).collect();
    for (visual, allowed) in visual.iter_mut().rev().zip(nearest_allows(detections.iter().rev())) {
        *visual &= allowed;
    }
    visual
}

/// For each line whether the last one that is sure, up to and with this one, is not logical.
fn nearest_allows<'d>(
    detections: impl Iterator<Item = &'d Detection>,
) -> impl Iterator<Item = bool> {
    detections.scan(None, |nearest, detection| {
        let verdict = detection.evidence().verdict();
        let is_sure = !detection.is_visual() || detection.confidence() >= SURE;
        *nearest = verdict.filter(|_| is_sure).or(*nearest);
        Some(*nearest != Some(Order::Logical))
    })
}
