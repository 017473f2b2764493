//! What was found in a text.

use qawl_core::{Mention, OffsetCursor, OffsetMap, OffsetUnit, Span};
use qawl_normalize::Profile;
#[cfg(feature = "quotes")]
use qawl_quotes::{Quote, Refused};
#[cfg(feature = "segment")]
use qawl_segment::Segmenter;
use qawl_tokenize::Token;

use crate::annotations::Annotations;
use crate::check::{DocumentError, fit};

/// A text with what the layers found in it. It borrows the text and nothing else.
///
/// All spans are bytes of the text, on character boundaries; all lists are in the order of the
/// text. With the feature `serde` a document is written without its text, as its [`Annotations`].
///
/// ```
/// let text = "وصل الوفد إلى بغداد."; // "the delegation arrived in Baghdad"
/// let document = qawl::annotate(text);
/// assert_eq!(document.text(), text);
/// assert_eq!(document.sentences().len(), 1);
/// let first = document.tokens_in(document.sentences()[0])[0];
/// assert_eq!(document.text_of(first.span), "وصل"); // "arrived"
/// ```
#[derive(Clone, Debug)]
pub struct Document<'t> {
    pub(crate) text: &'t str,
    /// In bytes of the text, in order.
    pub(crate) found: Annotations,
    #[cfg(feature = "segment")]
    pub(crate) segmenter: Option<Segmenter>,
}

impl Document<'_> {
    pub(crate) const PROFILE: Profile = Profile::NLP;
}

impl<'t> Document<'t> {
    /// What was found in `text` before, by this program or another: the way back from
    /// [`into_annotations`](Document::into_annotations) and [`offsets`](Document::offsets), through a
    /// file or not. Linear. It [cuts no words](Document::segment) unless it is given
    /// [a segmenter](Document::with_segmenter).
    ///
    /// ```
    /// use qawl::{Document, OffsetUnit};
    ///
    /// let text = "عاد الوفد 😀."; // "the delegation returned"
    /// let document = qawl::annotate(text);
    /// let again = Document::new(text, document.offsets(OffsetUnit::Utf16))?;
    /// assert_eq!(again.tokens(), document.tokens());
    /// # Ok::<(), qawl::DocumentError>(())
    /// ```
    ///
    /// # Errors
    /// Where a span is none of the text, a list is not in order, or quotes are not numbered as
    /// they stand. See [`DocumentError`].
    pub fn new(text: &'t str, mut found: Annotations) -> Result<Self, DocumentError> {
        fit(text, &mut found)?;
        Ok(Self {
            text,
            found,
            #[cfg(feature = "segment")]
            segmenter: None,
        })
    }

    /// The same document, cutting words with this segmenter.
    ///
    #[cfg_attr(feature = "segment", doc = "```")]
    /// use qawl::{Document, Segmenter};
    ///
    /// let text = "والبيت"; // "and the house"
    /// let document = Document::new(text, qawl::annotate(text).into_annotations())?;
    /// assert!(document.segment(&document.tokens()[0]).is_none());
    /// let document = document.with_segmenter(Segmenter::embedded());
    /// assert!(document.segment(&document.tokens()[0]).is_some());
    /// # Ok::<(), qawl::DocumentError>(())
    /// ```
    #[cfg(feature = "segment")]
    #[must_use]
    pub fn with_segmenter(self, segmenter: Segmenter) -> Self {
        Self { segmenter: Some(segmenter), ..self }
    }

    /// What was found, apart from the text. See the example of [`Annotations`].
    #[must_use]
    pub fn into_annotations(self) -> Annotations {
        self.found
    }

    /// What was found, with all spans in this unit: one pass over the text, one copy of the lists. See
    /// also [`Document::new`].
    ///
    /// ```
    /// use qawl::OffsetUnit;
    ///
    /// let document = qawl::annotate("😀 لا"); // "no", behind an emoji
    /// let last = |unit| document.offsets(unit).tokens.pop().map(|token| token.span.range());
    /// assert_eq!(last(OffsetUnit::Bytes), Some(5..9));
    /// assert_eq!(last(OffsetUnit::Chars), Some(2..4)); // Python
    /// assert_eq!(last(OffsetUnit::Utf16), Some(3..5)); // JavaScript, Java
    /// ```
    #[must_use]
    pub fn offsets(&self, unit: OffsetUnit) -> Annotations {
        let mut found = self.found.clone();
        if unit != OffsetUnit::Bytes {
            let map = OffsetMap::new(self.text);
            let mut cursor = OffsetCursor::default();
            found.map_spans(|span| cursor.to_unit(&map, span, unit).into());
            found.unit = unit;
        }
        found
    }

    /// The text that was given.
    ///
    /// ```
    /// assert_eq!(qawl::annotate("سلام").text(), "سلام"); // "peace"
    /// ```
    #[must_use]
    pub const fn text(&self) -> &'t str {
        self.text
    }

    /// The sentences, each with its final mark, without the white space around it.
    ///
    /// ```
    /// let text = "عاد الوفد.\n\nثم مضى."; // "the delegation returned. Then it left."
    /// let document = qawl::annotate(text);
    /// let sentences: Vec<_> = document.sentences().iter().filter_map(|s| s.get(text)).collect();
    /// assert_eq!(sentences, ["عاد الوفد.", "ثم مضى."]);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Span] {
        &self.found.sentences
    }

    /// The tokens: words, numbers, marks, addresses; all but white space.
    ///
    /// ```
    /// let text = "بلغ ٣٫٥ أمتار!"; // "it reached 3.5 metres!"
    /// let document = qawl::annotate(text);
    /// let tokens: Vec<_> = document.tokens().iter().filter_map(|t| t.span.get(text)).collect();
    /// assert_eq!(tokens, ["بلغ", "٣٫٥", "أمتار", "!"]);
    /// ```
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.found.tokens
    }

    /// The names, none overlapping another, without the types in
    /// [`UNREPORTED`](crate::UNREPORTED).
    ///
    /// ```
    /// let text = "اجتمعوا بلندن"; // "they met in London"
    /// let document = qawl::annotate(text);
    /// let london = &document.mentions()[0];
    /// assert_eq!(london.span.get(text), Some("لندن"));
    /// assert_eq!(london.clitics[0].get(text), Some("ب")); // in
    /// ```
    #[must_use]
    pub fn mentions(&self) -> &[Mention<'_>] {
        &self.found.mentions
    }

    /// What was said in the text, and by whom, in the order of the reporting words.
    ///
    /// ```
    /// let text = "قالت ليلى منصور إن الطريق مفتوح."; // "Layla Mansour said that the road is open."
    /// let document = qawl::annotate(text);
    /// assert_eq!(document.quotes()[0].content[0].get(text), Some("الطريق مفتوح"));
    /// ```
    #[cfg(feature = "quotes")]
    #[must_use]
    pub fn quotes(&self) -> &[Quote] {
        &self.found.quotes
    }

    /// The quotation marks that hold no quote, and why; only where
    /// [`QuoteOptions::reasons`](crate::QuoteOptions::reasons) asks for reasons.
    ///
    /// ```
    /// use qawl::{Pipeline, QuoteOptions};
    ///
    /// let options = QuoteOptions::default().with_reasons();
    /// let text = "يسمونه «عروس النهر»."; // "they call it 'the bride of the river'"
    /// let document = Pipeline::builder().quote_options(options).build().annotate(text);
    /// assert_eq!(document.refused()[0].reason.as_str(), "term");
    /// assert!(qawl::annotate(text).refused().is_empty());
    /// ```
    #[cfg(feature = "quotes")]
    #[must_use]
    pub fn refused(&self) -> &[Refused] {
        &self.found.refused
    }

    /// The profile of [`normalized`](Document::normalized), which names the version of all that
    /// this document says: `NLP@1`.
    ///
    /// ```
    /// assert_eq!(qawl::annotate("سلام").profile().to_string(), "NLP@1"); // "peace"
    /// ```
    #[must_use]
    pub const fn profile(&self) -> Profile {
        Self::PROFILE
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Document<'_> {
    /// As its [`Annotations`].
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.found.serialize(serializer)
    }
}

#[cfg(all(test, feature = "serde", feature = "gazetteer", feature = "quotes"))]
mod tests {
    #[test]
    fn a_document_is_written_without_its_text() {
        let document = crate::annotate("نعم"); // "yes"
        let written = serde_json::to_value(&document).ok();
        let token = serde_json::json!({"span": [0, 6], "kind": "word", "script": "arabic"});
        let expected = serde_json::json!({
            "offset_unit": "bytes",
            "sentences": [[0, 6]], "tokens": [token], "mentions": [], "quotes": [],
        });
        assert_eq!(written, Some(expected));
    }
}
