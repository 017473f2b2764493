//! The tokens that names are made of, and what stands between them.

use qawl_core::Span;
use qawl_tokenize::{TokenKind, Tokens, tokens};

/// What separates a piece from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing, or invisible characters.
    None,
    /// A hyphen that joins two words.
    Hyphen,
    /// Spaces.
    Space,
    /// A line break, which no name spans.
    Break,
}

/// A token that is not a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    pub(crate) gap: Gap,
}

impl Piece {
    /// Whether a name can begin with it.
    pub(crate) fn may_begin(self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether a name that holds the piece before it can hold it too.
    pub(crate) fn may_continue(self) -> bool {
        let can_stand_inside =
            self.may_begin() || matches!(self.kind, TokenKind::Punctuation | TokenKind::Symbol);
        can_stand_inside && self.gap != Gap::Break
    }

    /// Whether it is a mark that may stand between a name and the word that governs it: an opening
    /// bracket, a quotation mark, or the slash of «آذار/مارس» (March).
    pub(crate) fn is_opening(self, text: &str) -> bool {
        if self.may_begin() {
            return false;
        }
        let mark = self.span.get(text).unwrap_or_default();
        matches!(mark, "(" | "[" | "{" | "/") || self.is_quotation(text)
    }

    /// Whether it is a quotation mark, on either side.
    pub(crate) fn is_quotation(self, text: &str) -> bool {
        let mark = self.span.get(text).unwrap_or_default();
        // The last five: curly marks, double (left, right, low) and single (left, right).
        matches!(mark, "\"" | "'" | "«" | "»" | "‹" | "›")
            || matches!(mark, "\u{201C}" | "\u{201D}" | "\u{201E}" | "\u{2018}" | "\u{2019}")
    }
}

/// The pieces of a text.
#[derive(Clone, Debug)]
pub(crate) struct Pieces<'a> {
    text: &'a str,
    tokens: Tokens<'a>,
    /// Whether the last token was a word, so that a hyphen behind it may join.
    behind_word: bool,
}

impl<'a> Pieces<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, tokens: tokens(text), behind_word: false }
    }

    /// Goes to byte `at`, where a token begins, maybe behind a word.
    pub(crate) fn seek(&mut self, at: usize, behind_word: bool) {
        if self.tokens.offset() != at {
            self.tokens.seek(at);
        }
        self.behind_word = behind_word;
    }

    /// Whether the space at `span` is a single blank, as almost all are.
    #[inline]
    fn is_blank(&self, span: Span) -> bool {
        span.len() == 1 && self.text.as_bytes().get(span.start()) == Some(&b' ')
    }

    /// Whether the token at `span`, just taken, is a hyphen between two words.
    fn joins(&self, span: Span) -> bool {
        let is_hyphen = matches!(span.get(self.text), Some("-" | "\u{2010}" | "\u{2011}"));
        let next = || self.tokens.clone().next().map(|token| token.kind);
        is_hyphen && self.behind_word && next() == Some(TokenKind::Word)
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    #[inline(always)]
    fn next(&mut self) -> Option<Piece> {
        let mut gap = Gap::None;
        loop {
            let token = self.tokens.next()?;
            let (span, kind) = (token.span, token.kind);
            match kind {
                TokenKind::Space if self.is_blank(span) => gap = gap.max(Gap::Space),
                TokenKind::Space => gap = gap.max(space(span.get(self.text).unwrap_or_default())),
                TokenKind::Control => {}
                TokenKind::Punctuation if self.joins(span) => gap = gap.max(Gap::Hyphen),
                _ => {
                    self.behind_word = kind == TokenKind::Word;
                    return Some(Piece { span, kind, gap });
                }
            }
            self.behind_word = false;
        }
    }
}

/// The gap that white space makes. The breaks are those that UAX #14 makes mandatory.
fn space(white: &str) -> Gap {
    let breaks = |c| matches!(c, '\n'..='\r' | '\u{0085}' | '\u{2028}' | '\u{2029}');
    if white.contains(breaks) { Gap::Break } else { Gap::Space }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(text: &str) -> Vec<(&str, Gap)> {
        Pieces::new(text).filter_map(|p| Some((p.span.get(text)?, p.gap))).collect()
    }

    #[test]
    fn spaces_become_gaps() {
        let want = [("لندن", Gap::None), ("و", Gap::Space), ("باريس", Gap::Break)];
        assert_eq!(gaps("لندن و \nباريس"), want);
    }

    #[test]
    fn a_hyphen_joins_two_words_only() {
        assert_eq!(gaps("سان-جيرمان"), [("سان", Gap::None), ("جيرمان", Gap::Hyphen)]);
        assert_eq!(gaps("لندن - باريس").len(), 3);
        assert_eq!(gaps("لندن -باريس").len(), 3);
    }
}
