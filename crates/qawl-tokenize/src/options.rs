//! How sentences are cut.

use crate::abbreviations::Abbreviations;

/// What a line break means. [`is_line_break`](crate::is_line_break) says what is one.
///
/// ```
/// use qawl_tokenize::{Newlines, SentenceOptions, sentences_with};
///
/// let text = "وصل الوفد\nأمس.\n\nثم عاد."; // "the delegation arrived / yesterday. / / then it went back."
/// let count = |newlines| {
///     sentences_with(text, SentenceOptions::new().with_newlines(newlines)).count()
/// };
/// assert_eq!(count(Newlines::Hard), 3);
/// assert_eq!(count(Newlines::Paragraph), 2);
/// assert_eq!(count(Newlines::Ignore), 2); // the full stops remain
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Newlines {
    /// Every line break ends a sentence: articles with a paragraph a line.
    #[default]
    Hard,
    /// An empty line ends a sentence: text wrapped at a width.
    Paragraph,
    /// Line breaks are spaces.
    Ignore,
}

/// How [`sentences_with`](crate::sentences_with) cuts. The default fits news. The fields can be
/// read and set; a value is built from [`SentenceOptions::new`] by the `with_` methods, all of them
/// `const`.
///
/// ```
/// use qawl_tokenize::{Newlines, SentenceOptions, sentences_with};
///
/// const WRAPPED: SentenceOptions<'static> = SentenceOptions::new()
///     .with_newlines(Newlines::Paragraph)
///     .with_semicolons(true);
///
/// let text = "جاء الوفد\nصباحا؛ ثم مضى"; // "the delegation came / in the morning; then it left"
/// assert_eq!(sentences_with(text, WRAPPED).count(), 2);
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SentenceOptions<'o> {
    /// What a line break means.
    pub newlines: Newlines,
    /// Whether «؛» (U+061B ARABIC SEMICOLON) and `;` end a sentence.
    pub semicolons: bool,
    /// How many tokens, spaces included, a quotation or a bracket may have and still be kept in one
    /// sentence. Zero: they do not matter. A mark that does not close within them does not matter
    /// either.
    pub quotation_limit: usize,
    /// Words whose full stop is their own, beside the built-in ones.
    pub abbreviations: &'o Abbreviations,
}

/// No abbreviations beside the built-in ones.
const NONE: &Abbreviations = &Abbreviations::new();

impl<'o> SentenceOptions<'o> {
    /// The default: hard line breaks, no semicolons, quotations of up to 120 tokens, the built-in
    /// abbreviations alone.
    ///
    /// ```
    /// use qawl_tokenize::{Newlines, SentenceOptions, sentences, sentences_with};
    ///
    /// let text = "وصل؛ ثم مضى."; // "he arrived; then he left."
    /// assert!(sentences(text).eq(sentences_with(text, SentenceOptions::new())));
    /// assert_eq!(SentenceOptions::new().newlines, Newlines::Hard);
    /// ```
    #[must_use]
    pub const fn new() -> Self {
        Self {
            newlines: Newlines::Hard,
            semicolons: false,
            quotation_limit: 120,
            abbreviations: NONE,
        }
    }

    /// These options with another meaning of line breaks.
    ///
    /// ```
    /// use qawl_tokenize::{Newlines, SentenceOptions, sentences_with};
    ///
    /// let options = SentenceOptions::new().with_newlines(Newlines::Ignore);
    /// assert_eq!(sentences_with("وصل\nالوفد", options).count(), 1); // "the delegation / arrived"
    /// ```
    #[must_use]
    pub const fn with_newlines(mut self, newlines: Newlines) -> Self {
        self.newlines = newlines;
        self
    }

    /// These options, with or without an end at semicolons.
    ///
    /// ```
    /// use qawl_tokenize::{SentenceOptions, sentences_with};
    ///
    /// let options = SentenceOptions::new().with_semicolons(true);
    /// assert_eq!(sentences_with("جاء؛ ثم مضى", options).count(), 2); // "he came; then he left"
    /// ```
    #[must_use]
    pub const fn with_semicolons(mut self, semicolons: bool) -> Self {
        self.semicolons = semicolons;
        self
    }

    /// These options with another limit for quotations. The time of cutting grows with the limit
    /// by a small factor at most, as quotations that nest deeply are given up.
    ///
    /// ```
    /// use qawl_tokenize::{SentenceOptions, sentences_with};
    ///
    /// let text = "قال: «نعم. سأعود»."; // "he said: 'Yes. I will return.'"
    /// let options = SentenceOptions::new();
    /// assert_eq!(sentences_with(text, options).count(), 1);
    /// assert_eq!(sentences_with(text, options.with_quotation_limit(0)).count(), 2);
    /// ```
    #[must_use]
    pub const fn with_quotation_limit(mut self, tokens: usize) -> Self {
        self.quotation_limit = tokens;
        self
    }

    /// These options with abbreviations of one's own, which go before the built-in ones. See the example
    /// of [`Abbreviations`].
    #[must_use]
    pub const fn with_abbreviations(mut self, own: &'o Abbreviations) -> Self {
        self.abbreviations = own;
        self
    }
}

impl Default for SentenceOptions<'_> {
    fn default() -> Self {
        Self::new()
    }
}
