//! The normalizer.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::counted::Counted;
use crate::rules::Rules;
use crate::sink::{Aligned, Changed, Lazy, Written};
use crate::{Changes, Chars, NormalizeOptions, Normalized, context, engine};

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
    /// A normalizer of these options. In a constant it costs nothing at run time, else about ten
    /// microseconds, for the tables; it allocates nothing and is a kilobyte large.
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
        let settled = self.settled(text);
        if !context::is_wanted(&self.options()) {
            return settled;
        }
        match settled {
            Cow::Borrowed(text) => self.in_context(text),
            Cow::Owned(text) => Cow::Owned(self.in_context(&text).into_owned()),
        }
    }

    /// What all rules make of `text` but those that look at neighbours in the result.
    fn settled<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut sink = Lazy::new(text);
        engine::run(&self.rules, text, &mut sink);
        sink.finish()
    }

    /// What the rules that look at neighbours make of a text that is settled.
    fn in_context<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut sink = Lazy::new(text);
        context::run(&self.options(), text, &mut sink);
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
        if context::is_wanted(&self.options()) {
            let settled = self.settled(text);
            context::run(&self.options(), &settled, &mut Written::new(out));
        } else {
            engine::run(&self.rules, text, &mut Written::new(out));
        }
    }

    /// The normalized text with the way back to `text`. Besides the text it allocates breakpoints
    /// where lengths differ: see [`Alignment::heap_size`](qawl_core::Alignment::heap_size). Rules
    /// that look at neighbours make a text and a map in between. See the example of
    /// [`Normalized`].
    #[must_use]
    pub fn normalize_aligned<'a>(&self, text: &'a str) -> Normalized<'a> {
        let mut sink = Aligned::new(text);
        engine::run(&self.rules, text, &mut sink);
        let settled = sink.finish();
        if !context::is_wanted(&self.options()) {
            return settled;
        }
        let (text, first) = settled.into_parts();
        let (text, second) = match text {
            Cow::Borrowed(text) => self.in_context_aligned(text).into_parts(),
            Cow::Owned(text) => {
                let (text, second) = self.in_context_aligned(&text).into_parts();
                (Cow::Owned(text.into_owned()), second)
            }
        };
        Normalized::new(text, first.compose(&second))
    }

    fn in_context_aligned<'a>(&self, text: &'a str) -> Normalized<'a> {
        let mut sink = Aligned::new(text);
        context::run(&self.options(), text, &mut sink);
        sink.finish()
    }

    /// The characters of the normalized text, without writing it down: for comparing and hashing.
    /// The heap is asked for nothing but clusters of more marks than any spelling has, and, with
    /// rules that look at neighbours, for what is read ahead. Slower than
    /// [`normalize`](Self::normalize), which looks at many bytes at once.
    ///
    /// ```
    /// let nlp = qawl_normalize::Profile::NLP.normalizer();
    /// let word = "ذ\u{064E}هب\u{064C}"; // "gold", with ARABIC FATHA and DAMMATAN
    /// assert!(nlp.chars(word).eq("ذهب".chars()));
    /// ```
    #[must_use]
    pub fn chars<'a>(&self, text: &'a str) -> Chars<'a> {
        Chars::new(self.rules, text)
    }

    /// What would be changed, and how often: see [`Changes`]. A character at a time.
    ///
    /// ```
    /// use qawl_normalize::{Profile, Rule};
    ///
    /// let changes = Profile::NLP.normalizer().changes("ذ\u{064E}هب\u{064C}"); // "gold"
    /// assert_eq!(changes.of(Rule::Marks), 2); // ARABIC FATHA, ARABIC DAMMATAN
    /// ```
    #[must_use]
    pub fn changes(&self, text: &str) -> Changes {
        let mut sink = Counted::new(&self.rules);
        engine::Engine::new(&self.rules, text, &mut sink).walk(text.len());
        let mut changes = sink.changes();
        if context::is_wanted(&self.options()) {
            context::count(&self.options(), &self.settled(text), &mut changes);
        }
        changes
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
        if !sink.changed() && context::is_wanted(&self.options()) {
            context::run(&self.options(), text, &mut sink);
        }
        !sink.changed()
    }
}
