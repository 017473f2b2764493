//! What was found in a text, without the text.

use std::convert::Infallible;

use qawl_core::{Mention, OffsetUnit, Span};
#[cfg(feature = "quotes")]
use qawl_quotes::{Quote, Refused};
use qawl_tokenize::Token;

/// What the layers found in a text, without the text: what a [`Document`](crate::Document) is written
/// as and read from.
///
/// Spans count [`unit`](Annotations::unit): bytes as a pipeline finds them, other units where
/// [`Document::offsets`](crate::Document::offsets) converted them.
/// [`Document::new`](crate::Document::new) takes them in any unit, and checks them.
///
#[cfg_attr(all(feature = "gazetteer", feature = "quotes"), doc = "```")]
#[cfg_attr(not(all(feature = "gazetteer", feature = "quotes")), doc = "```ignore")]
/// use qawl::{Document, OffsetUnit};
///
/// let text = "قال سامي حداد إن المعرض في لندن."; // "Sami Haddad said that the fair is in London."
/// let found = qawl::annotate(text).into_annotations();
/// assert_eq!(found.unit, OffsetUnit::Bytes);
/// assert_eq!(found.quotes.len(), 1);
/// let again = Document::new(text, found)?;
/// assert_eq!(again.mentions().len(), 2); // the man and the city
/// # Ok::<(), qawl::DocumentError>(())
/// ```
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Annotations {
    /// What all spans count.
    #[cfg_attr(feature = "serde", serde(rename = "offset_unit"))]
    pub unit: OffsetUnit,
    /// See [`Document::sentences`](crate::Document::sentences).
    pub sentences: Vec<Span>,
    /// See [`Document::tokens`](crate::Document::tokens).
    pub tokens: Vec<Token>,
    /// See [`Document::mentions`](crate::Document::mentions).
    pub mentions: Vec<Mention<'static>>,
    /// See [`Document::quotes`](crate::Document::quotes).
    #[cfg(feature = "quotes")]
    #[cfg_attr(feature = "serde", serde(default))]
    pub quotes: Vec<Quote>,
    /// See [`Document::refused`](crate::Document::refused).
    #[cfg(feature = "quotes")]
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub refused: Vec<Refused>,
}

/// One of the things found: the list in which it stands, and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) list: &'static str,
    pub(crate) at: usize,
}

impl Annotations {
    /// Empties the lists; their memory stays.
    pub(crate) fn clear(&mut self) {
        self.unit = OffsetUnit::Bytes;
        self.sentences.clear();
        self.tokens.clear();
        self.mentions.clear();
        #[cfg(feature = "quotes")]
        self.quotes.clear();
        #[cfg(feature = "quotes")]
        self.refused.clear();
    }

    /// Rewrites every span that there is, in the order of the lists.
    pub(crate) fn map_spans(&mut self, mut map: impl FnMut(Span) -> Span) {
        let Ok(()) = self.try_map_spans(|_, span| Ok::<_, Infallible>(map(span)));
    }

    /// The same, up to the first span that cannot be rewritten.
    pub(crate) fn try_map_spans<E>(
        &mut self,
        mut map: impl FnMut(Item, Span) -> Result<Span, E>,
    ) -> Result<(), E> {
        let mut of = |list, at, span: &mut Span| {
            *span = map(Item { list, at }, *span)?;
            Ok(())
        };
        for (at, span) in self.sentences.iter_mut().enumerate() {
            of("sentences", at, span)?;
        }
        for (at, token) in self.tokens.iter_mut().enumerate() {
            of("tokens", at, &mut token.span)?;
        }
        for (at, mention) in self.mentions.iter_mut().enumerate() {
            of("mentions", at, &mut mention.span)?;
            mention.clitics.iter_mut().try_for_each(|span| of("mentions", at, span))?;
        }
        #[cfg(feature = "quotes")]
        for (at, quote) in self.quotes.iter_mut().enumerate() {
            spans_of(quote).try_for_each(|span| of("quotes", at, span))?;
        }
        #[cfg(feature = "quotes")]
        for (at, refused) in self.refused.iter_mut().enumerate() {
            of("refused", at, &mut refused.span)?;
        }
        Ok(())
    }
}

/// Every span of a quote.
#[cfg(feature = "quotes")]
fn spans_of(quote: &mut Quote) -> impl Iterator<Item = &mut Span> {
    let speaker = quote.speaker.as_mut().and_then(|speaker| speaker.mention.as_mut());
    let candidates = quote.why.iter_mut().flat_map(|why| &mut why.candidates);
    (quote.content.iter_mut())
        .chain(quote.cue.as_mut().map(|cue| &mut cue.span))
        .chain(&mut quote.source)
        .chain(speaker)
        .chain(candidates.map(|candidate| &mut candidate.span))
}
