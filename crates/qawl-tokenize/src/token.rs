//! What a token is.

use qawl_core::Span;

/// A stretch of the text that belongs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The script of its first letter.
    pub script: Script,
}

/// What a token is.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum TokenKind {
    /// Letters of one script with their marks: «قَالَ» (he said). An abbreviation with its dots:
    /// «أ.ف.ب» (AFP).
    Word,
    /// Digits with the separators between them: `٣٫٥`, `12,345`, `2024/5/1`, `10:30`.
    Number,
    /// One mark of punctuation, or a run of full stops.
    Punctuation,
    /// Any other visible character: `+`, `€`, `©`.
    Symbol,
    /// One emoji with its modifiers.
    Emoji,
    /// An address on the web, without the full stop behind it.
    Url,
    /// An e-mail address.
    Email,
    /// `#` and the word behind it, underscores included.
    Hashtag,
    /// `@` and the name behind it.
    Mention,
    /// A run of white space.
    Space,
    /// One invisible control or format character.
    Control,
}

impl TokenKind {
    /// The name in output: `word`, `number`, …
    ///
    /// ```
    /// assert_eq!(qawl_tokenize::TokenKind::Hashtag.as_str(), "hashtag");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Symbol => "symbol",
            TokenKind::Emoji => "emoji",
            TokenKind::Url => "url",
            TokenKind::Email => "email",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Mention => "mention",
            TokenKind::Space => "space",
            TokenKind::Control => "control",
        }
    }
}

/// The script of a token's first letter.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Script {
    /// The Arabic script, presentation forms included.
    Arabic,
    /// ASCII letters and Latin letters with diacritics.
    Latin,
    /// Any other script with letters.
    Other,
    /// No letter: digits, marks, spaces.
    Common,
}
