//! Marks of vocalization, looked at and taken away.

use std::borrow::Cow;

use qawl_normalize::marks;

/// What is stripped has no marks left, is borrowed exactly if it had none, and fits what it was made of.
pub fn marks_are_stripped(text: &str) {
    let stripped = marks::strip(text);
    assert_eq!(matches!(stripped, Cow::Borrowed(_)), !marks::has(text), "{text:?}");
    assert_eq!(stripped != text, marks::has(text), "{text:?}");
    assert!(!marks::has(&stripped), "{text:?}");
    assert!((0.0..=1.0).contains(&marks::ratio(text)), "{text:?}");
    assert!(marks::compatible(text, &stripped), "{text:?}");
}

/// Whether two spellings fit does not depend on which is asked first, and each fits itself.
pub fn spellings_fit_each_other(one: &str, other: &str) {
    assert!(marks::compatible(one, one), "{one:?}");
    let fit = marks::compatible(one, other);
    assert_eq!(fit, marks::compatible(other, one), "{one:?} {other:?}");
}
