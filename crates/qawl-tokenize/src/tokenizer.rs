//! How tokens are cut.

use alloc::vec::Vec;

use crate::sorter::Sorter;
use crate::window::Wishes;
use crate::{Token, Tokens, Words};

/// Cuts tokens by chosen rules. [`tokens`](crate::tokens) and [`words`](crate::words) do so by
/// [`Tokenizer::NEWS`].
///
/// | | `NEWS` | `SOCIAL` | `UAX29` |
/// | --- | --- | --- | --- |
/// | `أ.ف.ب` (AFP), `10:30`, `٣٫٥` | one token | one token | one token |
/// | `10%` | two | two | two |
/// | `و١٬٢٣٤` ("and 1,234") | two | two | one |
/// | `user@mail.com`, `example.org/a?b=c` | one | one | several |
/// | `#وسم_طويل` ("long tag"), `@user` | one | one | two |
/// | `:-)`, `<3` | several | one | several |
/// | `!!!`, `؟؟؟` | three | one | three |
/// | `...` | one | one | three |
///
/// ```
/// use qawl_tokenize::{Tokenizer, tokens};
///
/// let text = "تم!!! :)"; // "done!!! :)"
/// let pieces = |tokenizer: Tokenizer| -> Vec<_> {
///     tokenizer.tokens(text).filter_map(|t| t.span.get(text)).collect()
/// };
/// assert_eq!(pieces(Tokenizer::NEWS), ["تم", "!", "!", "!", " ", ":", ")"]);
/// assert_eq!(pieces(Tokenizer::SOCIAL), ["تم", "!!!", " ", ":)"]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tokenizer {
    unicode_boundaries: bool,
    addresses: bool,
    tags: bool,
    abbreviations: bool,
    joined_digits: bool,
    non_joiner_inside: bool,
    emoticons: bool,
    runs_of_marks: bool,
}

impl Tokenizer {
    /// For edited text: addresses, tags and abbreviations whole, digits apart from letters, the
    /// zero-width non-joiner inside words. The default.
    ///
    /// ```
    /// use qawl_tokenize::{Tokenizer, tokens};
    ///
    /// let text = "راسلوا user@mail.com"; // "write to …"
    /// assert!(Tokenizer::NEWS.tokens(text).eq(tokens(text)));
    /// assert_eq!(Tokenizer::NEWS, Tokenizer::default());
    /// ```
    pub const NEWS: Self = Self {
        unicode_boundaries: false,
        addresses: true,
        tags: true,
        abbreviations: true,
        joined_digits: false,
        non_joiner_inside: true,
        emoticons: false,
        runs_of_marks: false,
    };

    /// For posts: as [`NEWS`](Self::NEWS), and emoticons and runs of one mark are one token each.
    ///
    /// ```
    /// use qawl_tokenize::{TokenKind, Tokenizer};
    ///
    /// let text = "شكرا <3"; // "thanks <3"
    /// assert_eq!(Tokenizer::SOCIAL.tokens(text).last().map(|t| t.kind), Some(TokenKind::Emoji));
    /// ```
    pub const SOCIAL: Self = Self { emoticons: true, runs_of_marks: true, ..Self::NEWS };

    /// The boundaries of Unicode's default rules (UAX #29, version 17.0, rules WB1 to WB999) and no
    /// others. A token with a letter in it is a word, one with a digit a number. The other options
    /// mean nothing with it. Measured a character at a time, which takes some ten times as long.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let text = "و١٬٢٣٤ #وسم"; // "and 1,234 #tag"
    /// let pieces: Vec<_> = Tokenizer::UAX29.tokens(text).filter_map(|t| t.span.get(text)).collect();
    /// assert_eq!(pieces, ["و١٬٢٣٤", " ", "#", "وسم"]);
    /// ```
    pub const UAX29: Self = Self { unicode_boundaries: true, ..Self::NEWS };

    /// The presets by their names: `NEWS`, `SOCIAL`, `UAX29`.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// assert_eq!(Tokenizer::by_name("SOCIAL"), Some(Tokenizer::SOCIAL));
    /// assert_eq!(Tokenizer::by_name("social"), None);
    /// ```
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        match name {
            "NEWS" => Some(Self::NEWS),
            "SOCIAL" => Some(Self::SOCIAL),
            "UAX29" => Some(Self::UAX29),
            _ => None,
        }
    }

    /// Whether web and e-mail addresses are one token each.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let apart = Tokenizer::NEWS.with_addresses(false);
    /// assert_eq!(apart.tokens("example.org").count(), 3);
    /// ```
    #[must_use]
    pub const fn with_addresses(mut self, whole: bool) -> Self {
        self.addresses = whole;
        self
    }

    /// Whether hashtags and mentions are one token each, sign and name.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let apart = Tokenizer::NEWS.with_tags(false);
    /// assert_eq!(apart.tokens("#عاجل").count(), 2); // "#breaking"
    /// ```
    #[must_use]
    pub const fn with_tags(mut self, whole: bool) -> Self {
        self.tags = whole;
        self
    }

    /// Whether Arabic abbreviations with full stops between their letters are one token each.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let apart = Tokenizer::NEWS.with_abbreviations(false);
    /// assert_eq!(apart.tokens("أ.ف.ب").count(), 5); // "AFP"
    /// ```
    #[must_use]
    pub const fn with_abbreviations(mut self, whole: bool) -> Self {
        self.abbreviations = whole;
        self
    }

    /// Whether digits and the letters beside them are one token, a word; digits behind Latin letters
    /// are in any case (`G20`).
    ///
    /// ```
    /// use qawl_tokenize::{TokenKind, Tokenizer};
    ///
    /// let joined = Tokenizer::NEWS.with_joined_digits(true);
    /// let kinds: Vec<_> = joined.tokens("الـ21").map(|t| t.kind).collect(); // "the 21"
    /// assert_eq!(kinds, [TokenKind::Word]);
    /// assert_eq!(Tokenizer::NEWS.tokens("الـ21").count(), 2);
    /// ```
    #[must_use]
    pub const fn with_joined_digits(mut self, joined: bool) -> Self {
        self.joined_digits = joined;
        self
    }

    /// Whether U+200C ZERO WIDTH NON-JOINER between letters is inside the word. If not, it is a
    /// token between two words.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let apart = Tokenizer::NEWS.with_non_joiner_inside(false);
    /// assert_eq!(apart.words("صباح\u{200C}الخير").count(), 2); // "good morning"
    /// assert_eq!(Tokenizer::NEWS.words("صباح\u{200C}الخير").count(), 1);
    /// ```
    #[must_use]
    pub const fn with_non_joiner_inside(mut self, inside: bool) -> Self {
        self.non_joiner_inside = inside;
        self
    }

    /// Whether faces and hearts of ASCII characters are emoji.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// assert_eq!(Tokenizer::NEWS.with_emoticons(true).tokens(":-)").count(), 1);
    /// assert_eq!(Tokenizer::NEWS.tokens(":-)").count(), 3);
    /// ```
    #[must_use]
    pub const fn with_emoticons(mut self, whole: bool) -> Self {
        self.emoticons = whole;
        self
    }

    /// Whether a mark of punctuation that is repeated is one token; full stops are in any case.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// assert_eq!(Tokenizer::NEWS.with_runs_of_marks(true).tokens("؟؟!!").count(), 2);
    /// assert_eq!(Tokenizer::NEWS.tokens("؟؟!!").count(), 4);
    /// ```
    #[must_use]
    pub const fn with_runs_of_marks(mut self, whole: bool) -> Self {
        self.runs_of_marks = whole;
        self
    }

    /// The tokens of `text`: put together again they are the text. Linear, no allocation.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let text = "نعم، ولا"; // "yes, and no"
    /// let pieces: String = Tokenizer::NEWS.tokens(text).filter_map(|t| t.span.get(text)).collect();
    /// assert_eq!(pieces, text);
    /// ```
    #[must_use]
    pub fn tokens(self, text: &str) -> Tokens<'_> {
        Tokens::new(text, Sorter::new(), self)
    }

    /// The words and numbers of `text`. Linear, no allocation.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// assert_eq!(Tokenizer::NEWS.words("نعم، 3 مرات").count(), 3); // "yes, 3 times"
    /// ```
    #[must_use]
    pub fn words(self, text: &str) -> Words<'_> {
        Words::new(text, Sorter::new(), self)
    }

    /// The tokens of `text` over what `tokens` held; its capacity is used again. Linear.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let mut tokens = Vec::new();
    /// for text in ["نعم، ولا", "ربما"] {
    ///     Tokenizer::NEWS.tokens_into(text, &mut tokens); // "yes, and no", "perhaps"
    /// }
    /// assert_eq!(tokens.len(), 1);
    /// ```
    pub fn tokens_into(self, text: &str, tokens: &mut Vec<Token>) {
        tokens.clear();
        tokens.extend(self.tokens(text));
    }

    /// The words and numbers of `text` over what `words` held; its capacity is used again. Linear.
    ///
    /// ```
    /// use qawl_tokenize::Tokenizer;
    ///
    /// let mut words = Vec::new();
    /// Tokenizer::NEWS.words_into("نعم، ولا", &mut words); // "yes, and no"
    /// assert_eq!(words.len(), 2);
    /// ```
    pub fn words_into(self, text: &str, words: &mut Vec<Token>) {
        words.clear();
        words.extend(self.words(text));
    }
}

impl Default for Tokenizer {
    /// [`Tokenizer::NEWS`].
    fn default() -> Self {
        Self::NEWS
    }
}

impl Tokenizer {
    pub(crate) const fn has_unicode_boundaries(&self) -> bool {
        self.unicode_boundaries
    }

    pub(crate) const fn has_addresses(&self) -> bool {
        self.addresses
    }

    pub(crate) const fn has_tags(&self) -> bool {
        self.tags
    }

    pub(crate) const fn has_abbreviations(&self) -> bool {
        self.abbreviations
    }

    pub(crate) const fn joins_digits(&self) -> bool {
        self.joined_digits
    }

    pub(crate) const fn joins_over_non_joiner(&self) -> bool {
        self.non_joiner_inside
    }

    pub(crate) const fn has_emoticons(&self) -> bool {
        self.emoticons
    }

    pub(crate) const fn has_runs_of_marks(&self) -> bool {
        self.runs_of_marks
    }

    /// What else the batch has to leave to be measured.
    #[inline]
    pub(crate) const fn wishes(&self) -> Option<Wishes> {
        let singles = self.emoticons || self.runs_of_marks;
        if !(singles || self.joined_digits) {
            return None;
        }
        Some(Wishes { joined_digits: all_bits(self.joined_digits), singles: all_bits(singles) })
    }
}

/// All bits or none.
const fn all_bits(wanted: bool) -> u64 {
    if wanted { u64::MAX } else { 0 }
}
