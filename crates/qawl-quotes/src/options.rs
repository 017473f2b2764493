//! Which quotes are wanted.

use qawl_tokenize::words;

use crate::quote::{Quote, QuoteKind};

/// Which quotes are wanted. The default is all of them.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteOptions {
    /// Whether direct speech is wanted.
    pub direct: bool,
    /// Whether indirect speech is wanted.
    pub indirect: bool,
    /// Whether mixed speech is wanted.
    pub mixed: bool,
    /// The least number of words in the content.
    pub min_words: usize,
}

impl Default for QuoteOptions {
    fn default() -> Self {
        Self { direct: true, indirect: true, mixed: true, min_words: 1 }
    }
}

impl QuoteOptions {
    /// The same, with only quotes of this kind.
    ///
    /// ```
    /// use qawl_quotes::{Attributor, QuoteKind, QuoteOptions};
    ///
    /// let text = "قال المدرب: «نعم». وأضافت اللجنة أن القرار نهائي.";
    /// // "The coach said: 'Yes.' The committee added that the decision is final."
    /// let direct = Attributor::new(QuoteOptions::default().only(QuoteKind::Direct));
    /// assert_eq!(direct.attribute(text, &[]).len(), 1);
    /// ```
    #[must_use]
    pub fn only(self, kind: QuoteKind) -> Self {
        Self {
            direct: matches!(kind, QuoteKind::Direct),
            indirect: matches!(kind, QuoteKind::Indirect),
            mixed: matches!(kind, QuoteKind::Mixed),
            min_words: self.min_words,
        }
    }

    /// The same, with at least `words` words in the content.
    ///
    /// ```
    /// use qawl_quotes::{Attributor, QuoteOptions};
    ///
    /// let long = Attributor::new(QuoteOptions::default().with_min_words(2));
    /// assert!(long.attribute("قال المدرب: «نعم».", &[]).is_empty()); // "the coach said: 'Yes.'"
    /// ```
    #[must_use]
    pub fn with_min_words(self, words: usize) -> Self {
        Self { min_words: words, ..self }
    }

    /// Leaves out what is not wanted, and numbers the rest anew. A quote whose outer one is left
    /// out stands by itself.
    pub(crate) fn select(&self, text: &str, quotes: Vec<Quote>) -> Vec<Quote> {
        let mut numbers: Vec<Option<usize>> = Vec::with_capacity(quotes.len());
        let mut kept: Vec<Quote> = Vec::with_capacity(quotes.len());
        for mut quote in quotes {
            if !self.wants(text, &quote) {
                numbers.push(None);
                continue;
            }
            quote.id = kept.len() + 1;
            let outer = quote.within.and_then(|outer| outer.checked_sub(1));
            quote.within = outer.and_then(|outer| numbers.get(outer).copied().flatten());
            numbers.push(Some(quote.id));
            kept.push(quote);
        }
        kept
    }

    fn wants(&self, text: &str, quote: &Quote) -> bool {
        let kind = match quote.kind {
            QuoteKind::Direct => self.direct,
            QuoteKind::Indirect => self.indirect,
            QuoteKind::Mixed => self.mixed,
        };
        let pieces = quote.content.iter().filter_map(|span| span.get(text));
        kind && pieces.flat_map(words).take(self.min_words).count() >= self.min_words
    }
}
