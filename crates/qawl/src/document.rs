//! What was found in a text.

use qawl_core::{Mention, Span};
use qawl_normalize::Profile;
#[cfg(feature = "quotes")]
use qawl_quotes::{Quote, Refused};
#[cfg(feature = "segment")]
use qawl_segment::Segmenter;
use qawl_tokenize::Token;

/// A text with what the layers found in it. It borrows the text and nothing else.
///
/// All spans are bytes of the text, on character boundaries; all lists are in the order of the
/// text. With the feature `serde` a document is written without its text.
///
/// ```
/// let text = "وصل الوفد إلى بغداد."; // "the delegation arrived in Baghdad"
/// let document = qawl::annotate(text);
/// assert_eq!(document.text(), text);
/// assert_eq!(document.sentences().len(), 1);
/// assert_eq!(document.mentions()[0].span.get(text), Some("بغداد"));
/// ```
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Document<'t> {
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) text: &'t str,
    pub(crate) sentences: Vec<Span>,
    pub(crate) tokens: Vec<Token>,
    pub(crate) mentions: Vec<Mention<'static>>,
    #[cfg(feature = "quotes")]
    pub(crate) quotes: Vec<Quote>,
    #[cfg(feature = "quotes")]
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub(crate) refused: Vec<Refused>,
    #[cfg(feature = "segment")]
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) segmenter: Option<Segmenter>,
}

impl Document<'_> {
    pub(crate) const PROFILE: Profile = Profile::NLP;
}

impl<'t> Document<'t> {
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
        &self.sentences
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
        &self.tokens
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
        &self.mentions
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
        &self.quotes
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
        &self.refused
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

#[cfg(all(test, feature = "serde", feature = "gazetteer", feature = "quotes"))]
mod tests {
    #[test]
    fn a_document_is_written_without_its_text() {
        let document = crate::annotate("نعم"); // "yes"
        let written = serde_json::to_value(&document).ok();
        let token = serde_json::json!({"span": [0, 6], "kind": "word", "script": "arabic"});
        let expected = serde_json::json!({
            "sentences": [[0, 6]], "tokens": [token], "mentions": [], "quotes": [],
        });
        assert_eq!(written, Some(expected));
    }
}
