//! Questions to a document that its lists answer together.

use qawl_core::{Mention, Span};
use qawl_normalize::{Normalized, Normalizer};
#[cfg(feature = "quotes")]
use qawl_quotes::Speakers;
#[cfg(feature = "segment")]
use qawl_segment::Segmentation;
use qawl_tokenize::Token;

use crate::document::Document;

impl<'t> Document<'t> {
    /// The sentence in which `span` starts; `None` in the white space between sentences. A binary
    /// search.
    ///
    /// ```
    /// let text = "عاد الوفد. ثم زار لندن."; // "the delegation returned. Then it visited London."
    /// let document = qawl::annotate(text);
    /// let london = &document.mentions()[0];
    /// let sentence = document.sentence_of(london.span).and_then(|span| span.get(text));
    /// assert_eq!(sentence, Some("ثم زار لندن."));
    /// ```
    #[must_use]
    pub fn sentence_of(&self, span: Span) -> Option<Span> {
        let behind = self.sentences.partition_point(|s| s.start() <= span.start());
        let sentence = *self.sentences.get(behind.checked_sub(1)?)?;
        (span.start() < sentence.end()).then_some(sentence)
    }

    /// The tokens that lie in `span` as a whole. Two binary searches.
    ///
    /// ```
    /// let text = "عاد الوفد. ثم مضى."; // "the delegation returned. Then it left."
    /// let document = qawl::annotate(text);
    /// assert_eq!(document.tokens_in(document.sentences()[1]).len(), 3);
    /// ```
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> &[Token] {
        within(&self.tokens, span, |token| token.span)
    }

    /// The mentions that lie in `span` as a whole. Two binary searches.
    ///
    /// ```
    /// let text = "زار لندن. ثم زار بغداد."; // "he visited London. Then he visited Baghdad."
    /// let document = qawl::annotate(text);
    /// let names = document.mentions_in(document.sentences()[1]);
    /// assert_eq!(names.len(), 1);
    /// assert_eq!(names[0].span.get(text), Some("بغداد"));
    /// ```
    #[must_use]
    pub fn mentions_in(&self, span: Span) -> &[Mention<'_>] {
        within(&self.mentions, span, |mention| mention.span)
    }

    /// The speakers, each once, with titles, mentions and the numbers of what is said to be theirs,
    /// in the order of the text. Gathers when called.
    ///
    /// ```
    /// // "Layla Mansour said that the road is open, and added that work has ended."
    /// let text = "قالت ليلى منصور إن الطريق مفتوح. وأضافت أن العمل انتهى.";
    /// let document = qawl::annotate(text);
    /// let speakers = document.speakers();
    /// let found: Vec<_> = speakers.iter().map(|s| (s.name.as_str(), s.quotes.as_slice())).collect();
    /// assert_eq!(found, [("ليلى منصور", &[1, 2][..])]);
    /// ```
    #[cfg(feature = "quotes")]
    #[must_use]
    pub fn speakers(&self) -> Speakers {
        Speakers::new(self.text, &self.quotes)
    }

    /// The clitics of a token of this document; its spans count from the start of the token.
    /// `None` where the pipeline does not cut words. Cuts when called, and allocates the pieces.
    ///
    /// ```
    /// use qawl::segment::{Form, Scheme};
    ///
    /// let document = qawl::annotate("وسيكتبونها"); // "and they will write it"
    /// let word = document.segment(&document.tokens()[0]);
    /// let plus = word.map(|word| word.plus(Scheme::D3, Form::Article).to_string());
    /// assert_eq!(plus.as_deref(), Some("و+س+يكتبون+ها"));
    /// ```
    #[cfg(feature = "segment")]
    #[must_use]
    pub fn segment(&self, token: &Token) -> Option<Segmentation<'t>> {
        Some(self.segmenter.as_ref()?.segment(token.span.get(self.text)?))
    }

    /// The whole text in the form of [`profile`](Document::profile), with the way back. Normalizes
    /// when called.
    ///
    /// ```
    /// let text = "ك\u{064E}تب"; // "he wrote", with ARABIC FATHA
    /// assert_eq!(qawl::annotate(text).normalized().as_str(), "كتب");
    /// ```
    #[must_use]
    pub fn normalized(&self) -> Normalized<'t> {
        // Made once: to make a normalizer takes as long as to normalize an article.
        static NORMALIZER: Normalizer = Document::PROFILE.normalizer();
        NORMALIZER.normalize_aligned(self.text)
    }
}

/// The items of a sorted list without overlaps that lie in `span` as a whole.
fn within<T>(items: &[T], span: Span, of: impl Fn(&T) -> Span) -> &[T] {
    let start = items.partition_point(|item| of(item).start() < span.start());
    let end = items.partition_point(|item| of(item).end() <= span.end());
    items.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_between_sentences_is_in_none() {
        let document = crate::annotate("نعم.  لا."); // "yes. no."
        assert_eq!(document.sentence_of(Span::empty(8)), None);
        assert_eq!(document.sentence_of(Span::empty(99)), None);
        assert_eq!(document.sentence_of(Span::empty(9)), document.sentences().get(1).copied());
    }

    #[test]
    fn nothing_lies_in_a_span_that_cuts_a_token() {
        let document = crate::annotate("نعم"); // "yes"
        assert!(document.tokens_in(Span::new(2, 4)).is_empty());
        assert!(document.tokens_in(Span::new(2, 99)).is_empty());
        assert_eq!(document.tokens_in(Span::new(0, 99)).len(), 1);
    }
}
