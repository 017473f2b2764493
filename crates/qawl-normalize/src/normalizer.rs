//! The normalizer.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::engine;
use crate::rules::Rules;
use crate::sink::{Aligned, Changed, Lazy, Written};
use crate::{NormalizeOptions, Normalized};

/// Applies [`NormalizeOptions`] to text.
///
/// For every text and all options: normalizing twice is normalizing once; the result is borrowed
/// exactly if nothing changed; nothing fails or panics. Time is linear in the text (but for the
/// sorting of very long runs of marks), and stretches that no rule touches are copied whole.
///
/// ```
/// use qawl_normalize::{NormalizeOptions, Normalizer};
///
/// let normalizer = Normalizer::new(NormalizeOptions::new().with_alef(true));
/// assert_eq!(normalizer.normalize("إلى أحمد"), "الى احمد"); // "to Ahmad"
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Normalizer {
    rules: Rules,
}

impl Normalizer {
    /// A normalizer of these options. In a constant it costs nothing at run time, else about a
    /// microsecond; it allocates nothing.
    ///
    /// ```
    /// use qawl_normalize::{NormalizeOptions, Normalizer};
    ///
    /// const NOTHING: Normalizer = Normalizer::new(NormalizeOptions::new());
    /// assert!(NOTHING.is_normalized("ك\u{064E}تب")); // "he wrote", with ARABIC FATHA
    /// ```
    #[must_use]
    pub const fn new(options: NormalizeOptions) -> Self {
        Self { rules: Rules::new(options) }
    }

    /// The options it was made of.
    ///
    /// ```
    /// use qawl_normalize::Profile;
    ///
    /// assert_eq!(Profile::NLP.normalizer().options(), Profile::NLP.options());
    /// ```
    #[must_use]
    pub const fn options(&self) -> NormalizeOptions {
        self.rules.options()
    }

    /// The normalized text, borrowed exactly if nothing changed.
    ///
    /// ```
    /// use std::borrow::Cow;
    ///
    /// let nlp = qawl_normalize::Profile::NLP.normalizer();
    /// assert_eq!(nlp.normalize("ذ\u{064E}هب\u{064C}"), "ذهب"); // "gold", with FATHA and DAMMATAN
    /// assert!(matches!(nlp.normalize("ذهب"), Cow::Borrowed(_)));
    /// ```
    #[must_use]
    pub fn normalize<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut sink = Lazy::new(text);
        engine::run(&self.rules, text, &mut sink);
        sink.finish()
    }

    /// Writes the normalized text over what `out` held; its capacity is used again.
    ///
    /// ```
    /// let nlp = qawl_normalize::Profile::NLP.normalizer();
    /// let mut out = String::from("old");
    /// nlp.normalize_into("ذ\u{064E}هب\u{064C}", &mut out); // "gold", with FATHA and DAMMATAN
    /// assert_eq!(out, "ذهب");
    /// ```
    pub fn normalize_into(&self, text: &str, out: &mut String) {
        out.clear();
        out.reserve(text.len());
        engine::run(&self.rules, text, &mut Written::new(out));
    }

    /// The normalized text with the way back to `text`. Besides the text it allocates a breakpoint
    /// for each place where lengths differ. See the example of [`Normalized`].
    #[must_use]
    pub fn normalize_aligned<'a>(&self, text: &'a str) -> Normalized<'a> {
        let mut sink = Aligned::new(text);
        engine::run(&self.rules, text, &mut sink);
        sink.finish()
    }

    /// Whether normalizing would change nothing. Stops at the first change; allocates only where
    /// marks have to be looked at.
    ///
    /// ```
    /// let nlp = qawl_normalize::Profile::NLP.normalizer();
    /// assert!(nlp.is_normalized("ذهب")); // "gold"
    /// assert!(!nlp.is_normalized("ذهب\u{064C}")); // with ARABIC DAMMATAN
    /// ```
    #[must_use]
    pub fn is_normalized(&self, text: &str) -> bool {
        let mut sink = Changed::default();
        engine::run(&self.rules, text, &mut sink);
        !sink.changed()
    }
}
