//! Which quotes are wanted.

use qawl_tokenize::words;

use crate::article::Article;
use crate::content::Content;
use crate::quote::{Balance, Quote, QuoteKind};

/// Which quotes are wanted, and how they are told. The default is all that a reporting word tells
/// of, words behind a mark that never closes up to the end of their paragraph, without reasons.
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
    /// How many sentences a quotation with no reporting word may stand behind the last speaker and
    /// still be given to him; none where such quotations are not wanted, which is the default:
    /// they are rare in news, and of those found more than half are not speech or not his.
    pub floating: Option<usize>,
    /// What becomes of words behind a mark that never closes.
    pub unclosed: Unclosed,
    /// Whether each quote says why it is so, in [`Quote::why`].
    pub reasons: bool,
}

impl Default for QuoteOptions {
    fn default() -> Self {
        Self {
            direct: true,
            indirect: true,
            mixed: true,
            min_words: 1,
            floating: None,
            unclosed: Unclosed::ToParagraph,
            reasons: false,
        }
    }
}

/// What becomes of words behind a quotation mark that never closes. A clause in which such a mark
/// stands has an end of its own and stays as it is.
///
/// ```
/// use qawl_quotes::{Attributor, QuoteOptions, Unclosed};
///
/// let text = "قال سامي حداد: «العمل بدأ. الجسر جاهز.\nوعاد المهندس إلى بيته.";
/// // "Sami Haddad said: 'Work has begun. The bridge is ready. / And the engineer went home."
/// let said = |unclosed| {
///     let attributor = Attributor::new(QuoteOptions::default().with_unclosed(unclosed));
///     let found = attributor.attribute(text, &[]);
///     found.first().and_then(|quote| quote.content[0].get(text))
/// };
/// assert_eq!(said(Unclosed::ToParagraph), Some("العمل بدأ. الجسر جاهز"));
/// assert_eq!(said(Unclosed::ToSentence), Some("العمل بدأ"));
/// assert_eq!(said(Unclosed::Drop), None);
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Unclosed {
    /// They run to the end of the paragraph, or to the last full stop before the next mark opens.
    #[default]
    ToParagraph,
    /// They run to the end of the sentence.
    ToSentence,
    /// They are no quote.
    Drop,
}

impl Unclosed {
    /// Whether content stays, cut where it has to be.
    pub(crate) fn keeps(self, article: &Article<'_>, content: &mut Content) -> bool {
        if content.balance != Balance::Unclosed || content.kind != QuoteKind::Direct {
            return true;
        }
        if self == Self::ToSentence
            && let Some(last) = content.ranges.last_mut()
        {
            *last = article.trim(last.0, last.1.min(article.sentence_end(last.0)));
        }
        self != Self::Drop
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
            ..self
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

    /// The same, with quotations that no reporting word belongs to, up to this many sentences behind
    /// the last speaker. See the example of [`Quote::is_floating`].
    #[must_use]
    pub fn with_floating(self, sentences: usize) -> Self {
        Self { floating: Some(sentences), ..self }
    }

    /// The same, with another end of words behind a mark that never closes. See the example of
    /// [`Unclosed`].
    #[must_use]
    pub fn with_unclosed(self, unclosed: Unclosed) -> Self {
        Self { unclosed, ..self }
    }

    /// The same, with the reason of each quote. See the example of [`Reason`](crate::Reason).
    #[must_use]
    pub fn with_reasons(self) -> Self {
        Self { reasons: true, ..self }
    }

    /// Leaves out what is not wanted, and numbers the rest anew. A quote whose outer one is left
    /// out stands by itself.
    pub(crate) fn select(&self, text: &str, quotes: Vec<Quote>) -> Vec<Quote> {
        let mut kept = 0;
        let numbers: Vec<Option<usize>> = quotes
            .iter()
            .map(|quote| {
                let wanted = self.wants(text, quote);
                kept += usize::from(wanted);
                wanted.then_some(kept)
            })
            .collect();
        let number = |id: usize| numbers.get(id.checked_sub(1)?).copied().flatten();
        let renumbered = quotes.into_iter().zip(&numbers).filter_map(|(mut quote, id)| {
            quote.id = (*id)?;
            // An inverted quote is the outer one of a report inside it, though its cue is behind.
            quote.within = quote.within.and_then(number);
            Some(quote)
        });
        renumbered.collect()
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
