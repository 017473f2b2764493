//! What a token is.

use qawl_core::Span;

/// A stretch of the text that belongs together.
///
/// ```
/// use qawl_tokenize::{Script, TokenKind, tokens};
///
/// let text = "عام 2024"; // "the year 2024"
/// let last = tokens(text).last().unwrap();
/// assert_eq!(last.span.get(text), Some("2024"));
/// assert_eq!((last.kind, last.script), (TokenKind::Number, Script::Common));
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The script of its first character; [`Script::Common`] for hashtags and mentions, which begin
    /// with a sign.
    pub script: Script,
}

/// What a token is.
///
/// ```
/// use qawl_tokenize::{TokenKind, tokens};
///
/// let text = "تابع @user على www.example.org 👍🏽"; // "follow @user on …"
/// let kinds: Vec<_> = tokens(text).map(|t| t.kind).filter(|&k| k != TokenKind::Space).collect();
/// use TokenKind::{Emoji, Mention, Url, Word};
/// assert_eq!(kinds, [Word, Mention, Word, Url, Emoji]);
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum TokenKind {
    /// Letters of one script with their marks: «قَالَ» (he said). An abbreviation with its dots:
    /// «أ.ف.ب» (AFP). Digits behind Latin letters: `G20`.
    Word,
    /// Digits with the separators between them: `٣٫٥`, `12,345`, `2024/5/1`, `10:30`.
    Number,
    /// One mark of punctuation, or a run of full stops.
    Punctuation,
    /// Any other visible character: `+`, `€`, `©`, a combining mark that no letter carries.
    Symbol,
    /// One emoji with its modifiers and what joiners tie to it, a flag, or a digit, `#` or `*` in a
    /// keycap.
    Emoji,
    /// An address on the web, without the punctuation behind it: with a scheme or `www.` in any
    /// case, or a host with a top-level name in small letters. `data.txt` looks like one too.
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
    /// The name in output: `word`, `number`, … Constant time.
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

/// The script of a token's first character.
///
/// ```
/// use qawl_tokenize::{Script, tokens};
///
/// let scripts: Vec<_> = tokens("قمة G20 #خبر").map(|t| t.script).collect(); // "the G20 summit, #news"
/// use Script::{Arabic, Common, Latin};
/// assert_eq!(scripts, [Arabic, Common, Latin, Common, Common]);
/// ```
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
pub enum Script {
    /// The Arabic script, its marks and presentation forms included.
    Arabic,
    /// ASCII letters and Latin letters with diacritics.
    Latin,
    /// Any other script with letters.
    Other,
    /// The character is no letter: digits, punctuation, symbols, spaces, and the sign of a hashtag
    /// or a mention.
    Common,
}
