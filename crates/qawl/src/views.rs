//! Questions to a document that its lists answer together.

use qawl_core::{Mention, Span};
use qawl_normalize::{Normalized, Normalizer};
#[cfg(feature = "quotes")]
use qawl_quotes::{Quote, SpeakerEntry, Speakers};
#[cfg(feature = "segment")]
use qawl_segment::Segmentation;
use qawl_tokenize::Token;

use crate::document::Document;

impl<'t> Document<'t> {
    /// The text at `span`; empty where it is no span of this document. Constant time.
    ///
    /// ```
    /// let document = qawl::annotate("زار لندن."); // "he visited London."
    /// assert_eq!(document.text_of(document.mentions()[0].span), "لندن");
    /// ```
    #[must_use]
    pub fn text_of(&self, span: Span) -> &'t str {
        span.get(self.text).unwrap_or_default()
    }

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
        at(&self.found.sentences, span.start(), |sentence| *sentence).copied()
    }

    /// The sentences that lie in `span` as a whole. Two binary searches.
    ///
    /// ```
    /// let text = "عاد الوفد. ثم مضى.\nانتهى."; // "the delegation returned. Then it left. / The end."
    /// let document = qawl::annotate(text);
    /// let first = qawl::tokenize::paragraphs(text).next().unwrap();
    /// assert_eq!(document.sentences_in(first).len(), 2);
    /// ```
    #[must_use]
    pub fn sentences_in(&self, span: Span) -> &[Span] {
        within(&self.found.sentences, span, |sentence| *sentence)
    }

    /// The token that holds the byte `offset`; `None` in white space. A binary search.
    ///
    /// ```
    /// let document = qawl::annotate("زار لندن."); // "he visited London."
    /// let token = document.token_at(9);
    /// assert_eq!(token.map(|token| document.text_of(token.span)), Some("لندن"));
    /// assert!(document.token_at(6).is_none());
    /// ```
    #[must_use]
    pub fn token_at(&self, offset: usize) -> Option<&Token> {
        at(&self.found.tokens, offset, |token| token.span)
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
        within(&self.found.tokens, span, |token| token.span)
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
        within(&self.found.mentions, span, |mention| mention.span)
    }

    /// The mention that holds the byte `offset`. A binary search.
    ///
    /// ```
    /// let document = qawl::annotate("زار لندن."); // "he visited London."
    /// assert_eq!(document.mention_at(9).map(|mention| &*mention.kind), Some("city"));
    /// assert!(document.mention_at(0).is_none());
    /// ```
    #[must_use]
    pub fn mention_at(&self, offset: usize) -> Option<&Mention<'_>> {
        at(&self.found.mentions, offset, |mention| mention.span)
    }

    /// The quotes whose reporting words start in `span`; of one with no reporting word what is said.
    /// Two binary searches.
    ///
    /// ```
    /// // "Sami Haddad said the road is open. Then he left. He added that work has ended."
    /// let document = qawl::annotate("قال سامي حداد إن الطريق مفتوح. ثم مضى. وأضاف أن العمل انتهى.");
    /// let counts = document.sentences().iter().map(|&sentence| document.quotes_in(sentence).len());
    /// assert!(counts.eq([1, 0, 1]));
    /// ```
    #[cfg(feature = "quotes")]
    #[must_use]
    pub fn quotes_in(&self, span: Span) -> &[Quote] {
        let start = self.found.quotes.partition_point(|quote| place_of(quote) < span.start());
        let end = self.found.quotes.partition_point(|quote| place_of(quote) < span.end());
        self.found.quotes.get(start..end).unwrap_or_default()
    }

    /// The quote of this [number](Quote::id), such as the one in which another
    /// [stands](Quote::within). Constant time.
    ///
    /// ```
    /// // "the agency reported that the minister said that the road is open"
    /// let document = qawl::annotate("ذكرت الوكالة أن الوزير قال إن الطريق مفتوح.");
    /// let inner = &document.quotes()[1];
    /// let outer = inner.within.and_then(|number| document.quote(number));
    /// assert_eq!(outer, document.quotes().first());
    /// ```
    #[cfg(feature = "quotes")]
    #[must_use]
    pub fn quote(&self, number: usize) -> Option<&Quote> {
        self.found.quotes.get(number.checked_sub(1)?)
    }

    /// The words of a quote: one piece, or more where something stands between. Allocates nothing.
    ///
    /// ```
    /// // "'Each metre that we save', said Layla Mansour, 'spares us buying ten.'"
    /// let text = "«كل متر نوفره اليوم»، قالت ليلى منصور، «يعفينا من شراء عشرة أمتار غدا».";
    /// let document = qawl::annotate(text);
    /// let words: Vec<_> = document.words_of(&document.quotes()[0]).collect();
    /// assert_eq!(words, ["كل متر نوفره اليوم", "يعفينا من شراء عشرة أمتار غدا"]);
    /// ```
    #[cfg(feature = "quotes")]
    pub fn words_of<'q>(&self, quote: &'q Quote) -> impl Iterator<Item = &'t str> + use<'q, 't> {
        let text = self.text;
        quote.content.iter().filter_map(|span| span.get(text))
    }

    /// The quotes of a [speaker](Document::speakers), in order. Allocates nothing.
    ///
    /// ```
    /// // "Layla Mansour said that the road is open, and added that work has ended."
    /// let document = qawl::annotate("قالت ليلى منصور إن الطريق مفتوح. وأضافت أن العمل انتهى.");
    /// let speakers = document.speakers();
    /// let layla = speakers.iter().next().unwrap();
    /// let words: Vec<_> = document.quotes_by(layla).flat_map(|q| document.words_of(q)).collect();
    /// assert_eq!(words, ["الطريق مفتوح", "العمل انتهى"]);
    /// ```
    #[cfg(feature = "quotes")]
    pub fn quotes_by<'d>(&'d self, speaker: &'d SpeakerEntry) -> impl Iterator<Item = &'d Quote> {
        speaker.quotes.iter().filter_map(|&number| self.quote(number))
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
        Speakers::new(self.text, &self.found.quotes)
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

/// The item of such a list that holds the byte `offset`.
fn at<T>(items: &[T], offset: usize, of: impl Fn(&T) -> Span) -> Option<&T> {
    let behind = items.partition_point(|item| of(item).start() <= offset);
    items.get(behind.checked_sub(1)?).filter(|item| offset < of(item).end())
}

/// Where a quote stands among the others: at its reporting word, or where it has none at what is said.
#[cfg(feature = "quotes")]
pub(crate) fn place_of(quote: &Quote) -> usize {
    let span = quote.cue.as_ref().map(|cue| cue.span).or(quote.content.first().copied());
    span.map_or(0, Span::start)
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
