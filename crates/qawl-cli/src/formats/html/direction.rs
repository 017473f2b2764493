//! Which way a stretch of text runs.
//!
//! The page runs right to left, and inside a paragraph the order of Unicode's bidirectional algorithm is
//! what readers know from every other page, also of numbers and their signs: an element of ours does not
//! change it. It goes wrong where Latin words end in a mark, which then jumps to their other side: a
//! paragraph or a quotation in Latin letters has its own direction, and so has an address with a slash
//! at its end.

use qawl::{Span, Token, TokenKind};

/// How many Latin letters outweigh one that is written from right to left: an Arabic sentence with a
/// long Latin name in it is an Arabic sentence.
const OUTWEIGHED: usize = 4;

/// So many letters tell which way a text runs.
const LETTERS: usize = 1000;

/// Whether a text runs from left to right.
pub(super) fn is_left_to_right(text: &str) -> bool {
    let (mut right_to_left, mut others) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS) {
        *(if is_right_to_left(c) { &mut right_to_left } else { &mut others }) += 1;
    }
    others > OUTWEIGHED * right_to_left
}

/// Whether a token keeps its order only apart from what stands around it.
pub(super) fn is_torn(token: &Token, text: &str) -> bool {
    use TokenKind::{Email, Hashtag, Mention, Url};
    let words = token.span.get(text).unwrap_or_default();
    let has_mark = words.starts_with(is_mark) || words.ends_with(is_mark);
    matches!(token.kind, Url | Email | Hashtag | Mention) && has_mark && is_left_to_right(words)
}

fn is_mark(c: char) -> bool {
    !c.is_alphanumeric()
}

/// The words of a quotation with the stop that stands behind them and before the closing mark.
pub(super) fn with_stop(span: Span, text: &str) -> Span {
    let behind = text.get(span.end()..).unwrap_or_default();
    let rest = behind.trim_start_matches(['.', '!', '?', '\u{2026}']);
    let closes = rest.starts_with(['"', '\'', '»', '«', '\u{201C}', '\u{201D}', '\u{2019}']);
    let stop = if closes { behind.len() - rest.len() } else { 0 };
    Span::new(span.start(), span.end() + stop)
}

/// The blocks of the scripts that are written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_letters_do_not_turn_a_sentence() {
        assert!(is_left_to_right("We open tomorrow."));
        assert!(!is_left_to_right("Google ستفتح مكتبا")); // "Google will open an office"
        assert!(is_left_to_right("The word for a saying is قول.")); // "saying"
        assert!(!is_left_to_right("2024!") && !is_left_to_right(""));
    }

    #[test]
    fn what_is_torn_has_a_mark_at_its_edge() {
        let text = "موقع https://example.org/ أو https://example.org/a أو #qawl"; // "the site … or … or …"
        let document = qawl::annotate(text);
        let torn = document.tokens().iter().filter(|token| is_torn(token, text));
        let torn: Vec<_> = torn.filter_map(|token| token.span.get(text)).collect();
        assert_eq!(torn, ["https://example.org/", "#qawl"]);
    }

    #[test]
    fn a_stop_belongs_to_its_quotation() {
        let text = "\"We go?!\" قال."; // "…, he said."
        assert_eq!(with_stop(Span::new(1, 6), text).get(text), Some("We go?!"));
        assert_eq!(with_stop(Span::new(0, 5), "We go. Now").get("We go. Now"), Some("We go"));
    }
}
