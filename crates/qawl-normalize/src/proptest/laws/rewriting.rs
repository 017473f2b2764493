//! Laws of a text and what is made of it.

use std::borrow::Cow;
use std::string::String;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::codes;

/// Rewriting twice is rewriting once.
///
/// # Errors
/// Where the second time changes something.
///
/// ```
/// use qawl_normalize::proptest::laws;
///
/// // Takes one ARABIC TATWEEL of two, and leaves two of four.
/// let hasty = |text: &str| text.replace("\u{0640}\u{0640}", "\u{0640}");
/// assert!(laws::idempotent(hasty, "ب\u{0640}\u{0640}\u{0640}\u{0640}اب").is_err()); // "door"
///
/// let nlp = qawl_normalize::Profile::NLP.normalizer();
/// let text = "ب\u{064E}اب"; // with ARABIC FATHA
/// assert!(laws::idempotent(|text| nlp.normalize(text).into_owned(), text).is_ok());
/// ```
pub fn idempotent(rewrite: impl Fn(&str) -> String, text: &str) -> Result<(), TestCaseError> {
    let once = rewrite(text);
    let twice = rewrite(&once);
    prop_assert!(once == twice, "twice is not once: {}", codes(&[text, &once, &twice]));
    Ok(())
}

/// The result is borrowed exactly if nothing changed: an unchanged text costs no allocation, and
/// whoever sees `Cow::Borrowed` knows that it is unchanged.
///
/// # Errors
/// Where an unchanged text is owned or a changed one borrowed.
///
/// ```
/// use std::borrow::Cow;
/// use qawl_normalize::proptest::laws;
///
/// let nlp = qawl_normalize::Profile::NLP.normalizer();
/// assert!(laws::borrows_iff_unchanged(|text| nlp.normalize(text), "باب").is_ok()); // "door"
/// assert!(laws::borrows_iff_unchanged(|text| Cow::Owned(text.to_owned()), "باب").is_err());
/// ```
pub fn borrows_iff_unchanged(
    rewrite: impl Fn(&str) -> Cow<'_, str>,
    text: &str,
) -> Result<(), TestCaseError> {
    let result = rewrite(text);
    let is_borrowed = matches!(result, Cow::Borrowed(_));
    let how = if is_borrowed { "changed but borrowed" } else { "unchanged but owned" };
    prop_assert!(is_borrowed == (result == text), "{how}: {}", codes(&[text, &result]));
    Ok(())
}

/// No character of the result is one of those that are to be removed.
///
/// # Errors
/// Where one is left.
///
/// ```
/// use qawl_core::letters::is_mark;
/// use qawl_normalize::proptest::laws;
///
/// let nlp = qawl_normalize::Profile::NLP.normalizer();
/// let text = "ب\u{064E}اب"; // "door", with ARABIC FATHA
/// assert!(laws::removes(|text| nlp.normalize(text), is_mark, text).is_ok());
/// assert!(laws::removes(|text| text, is_mark, text).is_err());
/// ```
pub fn removes<'a, T: AsRef<str>>(
    rewrite: impl Fn(&'a str) -> T,
    is_removed: impl Fn(char) -> bool,
    text: &'a str,
) -> Result<(), TestCaseError> {
    let result = rewrite(text);
    let left = result.as_ref().chars().find(|&c| is_removed(c));
    prop_assert!(left.is_none(), "{left:?} is left: {}", codes(&[text, result.as_ref()]));
    Ok(())
}

/// Two functions make the same of a text: yours and a slow one that is surely right, or one with a
/// buffer and one without.
///
/// # Errors
/// Where they differ.
///
/// ```
/// use qawl_normalize::{NormalizeOptions, Normalizer};
/// use qawl_normalize::proptest::laws;
///
/// let normalizer = Normalizer::new(NormalizeOptions::new().with_tatweel(true));
/// let by_hand = |text: &str| text.replace('\u{0640}', ""); // ARABIC TATWEEL
/// let text = "ب\u{0640}\u{0640}اب"; // "door"
/// assert!(laws::agrees(|text| normalizer.normalize(text), by_hand, text).is_ok());
/// ```
pub fn agrees<'a, T: AsRef<str>, U: AsRef<str>>(
    one: impl Fn(&'a str) -> T,
    other: impl Fn(&'a str) -> U,
    text: &'a str,
) -> Result<(), TestCaseError> {
    let (one, other) = (one(text), other(text));
    let (one, other) = (one.as_ref(), other.as_ref());
    prop_assert!(one == other, "two results: {}", codes(&[text, one, other]));
    Ok(())
}
