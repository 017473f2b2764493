//! Laws of the way back.

use std::string::String;
use std::vec::Vec;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use qawl_core::{Alignment, Span};

use super::codes;

/// An alignment fits the two texts it stands between:
///
/// * it has their lengths, and the whole of one maps to the whole of the other;
/// * a span on character boundaries maps to one, both ways;
/// * characters in order map to spans in order, both ways;
/// * a span mapped there and back covers itself, both ways; but not a span of the result that begins
///   or ends with inserted text, for which no character of the source answers.
///
/// Looks at every character and at every two neighbours.
///
/// # Errors
/// Where one of these is broken.
///
/// ```
/// use qawl_core::{Alignment, AlignmentBuilder};
/// use qawl_normalize::proptest::laws;
///
/// let (text, result) = ("ب\u{0640}اب", "باب"); // "door", with and without ARABIC TATWEEL
/// let mut builder = AlignmentBuilder::new();
/// builder.keep(2); // beh
/// builder.delete(2); // the tatweel
/// builder.keep(4); // alef, beh
/// assert!(laws::alignment_covers(text, result, &builder.finish()).is_ok());
///
/// let none = Alignment::identity(text.len());
/// assert!(laws::alignment_covers(text, result, &none).is_err());
/// ```
pub fn alignment_covers(
    text: &str,
    result: &str,
    alignment: &Alignment,
) -> Result<(), TestCaseError> {
    let (source, target) = (Side::new(text), Side::new(result));
    let there = |span| alignment.to_normalized(span);
    let back = |span| alignment.to_original(span);
    let shown = || codes(&[text, result]);
    let lengths = (alignment.original_len(), alignment.normalized_len());
    prop_assert!(lengths == (text.len(), result.len()), "lengths {lengths:?}: {}", shown());
    let whole = back(target.whole());
    prop_assert!(whole == source.whole(), "the whole comes from {whole:?}: {}", shown());
    source.maps_in_order(there, &target)?;
    target.maps_in_order(back, &source)?;
    source.leads_back(source.spans(), there, back, &target)?;
    // Two characters of which one comes from nowhere are inserted text and other text.
    let is_inserted = |c: &Span| back(*c).is_empty();
    let pairs = target.pairs().filter(|(one, other)| !is_inserted(one) && !is_inserted(other));
    let answered = target.chars.iter().copied().chain(pairs.map(joined));
    target.leads_back(answered, back, there, &source)
}

/// Two alignments in a row and the [composed](Alignment::compose) one: it has the lengths of the
/// first and the last text, it maps on character boundaries, and where a span of `result` comes from
/// covers what the two say one after the other. The identity composed with either changes nothing.
///
/// `first` leads from `text` to a text that `second` leads from, to `result`.
///
/// # Errors
/// Where one of these is broken.
///
/// ```
/// use qawl_normalize::Profile;
/// use qawl_normalize::proptest::laws;
///
/// let text = "المدرس\u{0640}ة"; // "the school", with ARABIC TATWEEL
/// let shown = Profile::DISPLAY.normalizer().normalize_aligned(text);
/// let sought = Profile::SEARCH.normalizer().normalize_aligned(shown.as_str());
/// let (first, second) = (shown.alignment(), sought.alignment());
/// assert!(laws::alignments_compose(text, first, second, sought.as_str()).is_ok());
/// ```
pub fn alignments_compose(
    text: &str,
    first: &Alignment,
    second: &Alignment,
    result: &str,
) -> Result<(), TestCaseError> {
    let (source, target) = (Side::new(text), Side::new(result));
    let both = first.compose(second);
    let lengths = (both.original_len(), both.normalized_len());
    prop_assert_eq!(lengths, (text.len(), result.len()));
    for span in target.spans() {
        let by_steps = first.to_original(second.to_original(span));
        let at_once = both.to_original(span);
        prop_assert!(source.cuts(at_once), "{:?} comes from {:?}", span, at_once);
        let is_covered = at_once.contains(by_steps);
        prop_assert!(is_covered, "{:?} comes from {:?}, not {:?}", span, at_once, by_steps);
    }
    let none = Alignment::identity(first.original_len());
    prop_assert_eq!(&none.compose(first), first, "the identity in front");
    let none = Alignment::identity(second.normalized_len());
    prop_assert_eq!(&second.compose(&none), second, "the identity behind");
    Ok(())
}

/// One of the two texts of an alignment.
struct Side<'a> {
    text: &'a str,
    /// Its characters.
    chars: Vec<Span>,
}

impl<'a> Side<'a> {
    fn new(text: &'a str) -> Self {
        let chars = text.char_indices().map(|(at, c)| Span::new(at, at + c.len_utf8()));
        Self { text, chars: chars.collect() }
    }

    fn whole(&self) -> Span {
        Span::new(0, self.text.len())
    }

    fn pairs(&self) -> impl Iterator<Item = (Span, Span)> {
        self.chars.iter().copied().zip(self.chars.iter().copied().skip(1))
    }

    /// Every character, and every two neighbours.
    fn spans(&self) -> impl Iterator<Item = Span> {
        self.chars.iter().copied().chain(self.pairs().map(joined))
    }

    /// Whether `span` stands on character boundaries.
    fn cuts(&self, span: Span) -> bool {
        span.get(self.text).is_some()
    }

    /// Characters map to spans of `other` in order and on character boundaries.
    fn maps_in_order(
        &self,
        there: impl Fn(Span) -> Span,
        other: &Self,
    ) -> Result<(), TestCaseError> {
        let mut last = Span::empty(0);
        for &span in &self.chars {
            let to = there(span);
            let is_sound = other.cuts(to) && last.start() <= to.start() && last.end() <= to.end();
            prop_assert!(is_sound, "{span:?} to {to:?}, behind {last:?}: {}", self.shown(other));
            last = to;
        }
        Ok(())
    }

    /// `spans` map on character boundaries, and back to what covers them.
    fn leads_back(
        &self,
        spans: impl Iterator<Item = Span>,
        there: impl Fn(Span) -> Span,
        back: impl Fn(Span) -> Span,
        other: &Self,
    ) -> Result<(), TestCaseError> {
        for span in spans {
            let to = there(span);
            let again = back(to);
            let is_sound = other.cuts(to) && again.contains(span);
            prop_assert!(is_sound, "{span:?} to {to:?} to {again:?}: {}", self.shown(other));
        }
        Ok(())
    }

    fn shown(&self, other: &Self) -> String {
        codes(&[self.text, other.text])
    }
}

/// The span of two neighbours.
fn joined((one, other): (Span, Span)) -> Span {
    Span::new(one.start(), other.end())
}
