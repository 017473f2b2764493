//! Lines that are turned over keep what stands in them.

use qawl_normalize::visual_order::{
    Brackets, Marks, ReorderOptions, lines, reorder_with, repair_with,
};

/// Lines lie where they say, in order, and leave out only line ends.
pub fn lines_leave_out_line_ends(text: &str) {
    let mut end = 0;
    for line in lines(text) {
        assert_eq!(line.span.get(text), Some(line.text), "{text:?}");
        let between = &text[end..line.span.start()];
        assert!(
            between.chars().count() <= 2 && between.trim().is_empty(),
            "{between:?} of {text:?}"
        );
        assert!((0.0..=1.0).contains(&line.detection.confidence()), "{line:?}");
        end = line.span.end();
    }
}

/// A turned text has as many characters, and where it is said how brackets and marks were written, those of
/// each of its lines; a repaired text has as many.
pub fn turning_keeps_characters(options: ReorderOptions, text: &str) {
    let turned = reorder_with(text, &options);
    assert_eq!(turned.chars().count(), text.chars().count(), "{options:?} {text:?}");
    // A bracket that was painted becomes another one, which may be longer.
    if options.brackets == Brackets::Typed && options.marks != Marks::Detect {
        let spans = |text: &str| lines(text).map(|line| line.span).collect::<Vec<_>>();
        assert_eq!(spans(&turned), spans(text), "{options:?} {text:?}");
        for (before, after) in lines(text).zip(lines(&turned)) {
            assert_eq!(sorted(before.text), sorted(after.text), "{options:?} {text:?}");
        }
    }
    let repaired = repair_with(text, &options);
    assert_eq!(repaired.chars().count(), text.chars().count(), "{options:?} {text:?}");
}

fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}
