//! Annotations that are brought to a text: whether they fit it.

use std::fmt;

use qawl_core::{OffsetMap, OffsetUnit, Span};

use crate::annotations::{Annotations, Item};
#[cfg(feature = "quotes")]
use crate::views::place_of;

/// Why annotations are not those of a text.
///
/// ```
/// use qawl::{Document, DocumentErrorKind};
///
/// let found = qawl::annotate("عاد الوفد.").into_annotations(); // "the delegation returned."
/// let error = Document::new("نعم", found).unwrap_err(); // "yes"
/// assert_eq!(error.kind(), DocumentErrorKind::OutOfBounds);
/// assert_eq!(error.to_string(), "sentences[0]: 0..18 ends behind the text, which has 6 bytes");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentError {
    item: Item,
    kind: DocumentErrorKind,
    message: String,
}

/// What is wrong with annotations. See the example of [`DocumentError`].
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentErrorKind {
    /// A span ends behind the text.
    OutOfBounds,
    /// A span starts or ends inside a character.
    CutsCharacter,
    /// Something starts before the one before it in its list ends, or, of quotes, starts.
    OutOfOrder,
    /// A quote has not the number of its place, or stands in one that is not there.
    Numbering,
}

impl DocumentError {
    fn new(item: Item, kind: DocumentErrorKind, message: String) -> Self {
        Self { item, kind, message }
    }

    /// What is wrong.
    #[must_use]
    pub const fn kind(&self) -> DocumentErrorKind {
        self.kind
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.item.list, self.item.at, self.message)
    }
}

impl std::error::Error for DocumentError {}

/// Makes all spans bytes of `text`, and compares what the views rely on.
pub(crate) fn fit(text: &str, found: &mut Annotations) -> Result<(), DocumentError> {
    let to = Bytes::new(text, found.unit);
    found.try_map_spans(|item, span| to.of(item, span))?;
    found.unit = OffsetUnit::Bytes;
    check_order("sentences", found.sentences.iter().copied())?;
    check_order("tokens", found.tokens.iter().map(|token| token.span))?;
    check_order("mentions", found.mentions.iter().map(|mention| mention.span))?;
    #[cfg(feature = "quotes")]
    check_quotes(&found.quotes)?;
    Ok(())
}

/// The way from a unit to the bytes of a text.
struct Bytes<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
    unit: OffsetUnit,
    /// How many units the text has.
    len: usize,
}

impl<'t> Bytes<'t> {
    fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let map = OffsetMap::new(text);
        let len = map.to_unit(Span::empty(text.len()), unit).start;
        Self { text, map, unit, len }
    }

    fn of(&self, item: Item, span: Span) -> Result<Span, DocumentError> {
        let Self { text, map, unit, len } = self;
        if span.end() > *len {
            let message = format!("{span:?} ends behind the text, which has {len} {unit}");
            return Err(DocumentError::new(item, DocumentErrorKind::OutOfBounds, message));
        }
        let bytes = map.from_unit(span.range(), *unit);
        // Half a character leads to its start, and from there not back.
        if bytes.get(text).is_none() || map.to_unit(bytes, *unit) != span.range() {
            let message = format!("{span:?} does not begin and end between characters");
            return Err(DocumentError::new(item, DocumentErrorKind::CutsCharacter, message));
        }
        Ok(bytes)
    }
}

/// From the left, none overlapping another.
fn check_order(list: &'static str, spans: impl Iterator<Item = Span>) -> Result<(), DocumentError> {
    let mut end = 0;
    for (at, span) in spans.enumerate() {
        if span.start() < end {
            return Err(out_of_order(Item { list, at }, span));
        }
        end = span.end();
    }
    Ok(())
}

fn out_of_order(item: Item, span: Span) -> DocumentError {
    let message = format!("{span:?} (in bytes) does not come behind the one before it");
    DocumentError::new(item, DocumentErrorKind::OutOfOrder, message)
}

#[cfg(feature = "quotes")]
fn check_quotes(quotes: &[qawl_quotes::Quote]) -> Result<(), DocumentError> {
    let mut start = 0;
    for (at, quote) in quotes.iter().enumerate() {
        let item = Item { list: "quotes", at };
        let numbering =
            |message| Err(DocumentError::new(item, DocumentErrorKind::Numbering, message));
        if quote.id != at + 1 {
            return numbering(format!("its number is {}, its place {}", quote.id, at + 1));
        }
        let outer = quote.within.filter(|id| !(1..=quotes.len()).contains(id) || *id == quote.id);
        if let Some(outer) = outer {
            return numbering(format!("it cannot stand in quote {outer}"));
        }
        let place = place_of(quote);
        if place < start {
            return Err(out_of_order(item, Span::empty(place)));
        }
        start = place;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "yes. no.", as two sentences with what is asked for.
    fn refusal(text: &str, change: impl FnOnce(&mut Annotations)) -> String {
        let mut found = crate::annotate("نعم. لا.").into_annotations();
        change(&mut found);
        fit(text, &mut found).err().map_or_else(String::new, |error| error.to_string())
    }

    #[test]
    fn what_does_not_fit_is_named() {
        assert_eq!(refusal("نعم. لا.", |_| ()), "");
        let cut = refusal("نعم. لا.", |found| found.tokens[1].span = Span::new(5, 7));
        assert_eq!(cut, "tokens[1]: 5..7 does not begin and end between characters");
        let order = refusal("نعم. لا.", |found| found.tokens[1].span = Span::new(4, 7));
        assert_eq!(order, "tokens[1]: 4..7 (in bytes) does not come behind the one before it");
        let unit = refusal("نعم", |found| found.unit = OffsetUnit::Chars);
        assert_eq!(unit, "sentences[0]: 0..7 ends behind the text, which has 3 chars");
    }

    #[test]
    fn half_a_surrogate_pair_is_no_place() {
        let mut found = Annotations { unit: OffsetUnit::Utf16, ..Annotations::default() };
        found.sentences.push(Span::new(1, 2));
        let error = fit("😀", &mut found).err();
        assert_eq!(error.map(|error| error.kind()), Some(DocumentErrorKind::CutsCharacter));
    }
}
