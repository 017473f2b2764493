//! Tokens, sentences and paragraphs lose nothing.

use qawl_core::{Span, letters};
use qawl_tokenize::{
    SentenceOptions, TokenKind, Tokenizer, paragraphs, sentences, sentences_with, tokens, words,
};
use unicode_segmentation::UnicodeSegmentation;

use super::{assert_cuts, assert_tiling};
use crate::text::insert_behind;
use crate::word_bounds;

/// Tokens put together again are the text; what is left is said at every step.
pub fn tokens_tile(text: &str) {
    let mut rest = tokens(text);
    while let Some(token) = rest.next() {
        assert_cuts(token.span, text);
        assert_eq!(rest.as_str(), &text[token.span.end()..]);
    }
    assert_tiling(tokens(text).map(|token| token.span), text.len());
}

/// Whatever is taken for one token: tokens put together again are the text, each cut as if the text began
/// with it, and all ways to ask agree. Quadratic in the tokens.
pub fn any_tokens_tile(tokenizer: Tokenizer, text: &str) {
    let all: Vec<_> = tokenizer.tokens(text).collect();
    assert_tiling(all.iter().map(|token| token.span), text.len());
    for token in &all {
        assert_cuts(token.span, text);
        let start = token.span.start();
        let again = tokenizer.tokens(&text[start..]).next().unwrap();
        assert_eq!((again.span.shift(start), again.kind), (token.span, token.kind), "{text:?}");
    }
    let mut filled = Vec::new();
    tokenizer.tokens_into(text, &mut filled);
    assert_eq!(filled, all);
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
    assert!(tokenizer.words(text).eq(all.iter().copied().filter(|token| is_word(token.kind))));
    filled.clear();
    tokenizer.words_into(text, &mut filled);
    assert!(tokenizer.words(text).eq(filled));
}

/// Unicode's word boundaries are where the rules, written down naively, and `unicode-segmentation` have
/// them, but for what that one is known to get wrong.
pub fn word_boundaries_are_those_of_unicode(text: &str) {
    let tokens = Tokenizer::UAX29.tokens(text);
    let found: Vec<&str> = tokens.filter_map(|token| token.span.get(text)).collect();
    assert_eq!(found, word_bounds::segments(text));
    if !word_bounds::peer_errs(text) {
        assert!(text.split_word_bounds().eq(found), "{text:?}");
    }
}

/// Words are the tokens that are words or numbers.
pub fn words_are_tokens(text: &str) {
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
    assert!(words(text).eq(tokens(text).filter(|token| is_word(token.kind))));
}

/// A mark typed behind letter number `at` splits no token and joins none.
pub fn marks_split_nothing(text: &str, at: usize) {
    let (index, _) = match text.chars().enumerate().filter(|(_, c)| letters::is_letter(*c)) {
        found if found.clone().next().is_none() => return,
        found => found.clone().nth(at % found.count()).unwrap(),
    };
    let marked = insert_behind(text, index, '\u{064E}'); // ARABIC FATHA
    let kinds = |text: &str| tokens(text).map(|token| token.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&marked), kinds(text), "{marked:?}");
}

/// Paragraphs put together are cut as each alone.
pub fn paragraphs_are_cut_alone(text: &str) {
    let all: Vec<&str> = paragraphs(text).filter_map(|span| span.get(text)).collect();
    let together = all.join("\n");
    let pieces = |text| tokens(text).filter_map(move |token| token.span.get(text));
    let breaks = pieces("\n").collect::<Vec<_>>();
    let each: Vec<_> = all.iter().map(|&alone| pieces(alone).collect::<Vec<_>>()).collect();
    assert_eq!(pieces(&together).collect::<Vec<_>>(), each.join(&breaks[..]), "{together:?}");
}

/// Sentences with the white space around them are the text; a sentence is its part without that.
pub fn sentences_tile(text: &str) {
    any_sentences_tile(text, SentenceOptions::new());
    assert!(sentences(text).eq(sentences_with(text, SentenceOptions::new())));
}

/// The same with other options.
pub fn any_sentences_tile(text: &str, options: SentenceOptions<'_>) {
    let sentences = sentences_with(text, options);
    assert_tiling(sentences.clone().map(|sentence| sentence.full), text.len());
    let mut rest = sentences.clone();
    for sentence in sentences {
        assert_eq!(rest.next(), Some(sentence));
        assert_eq!(rest.as_str(), &text[sentence.full.end()..]);
        assert!(sentence.full.contains(sentence.span), "{sentence:?}");
        let inside = sentence.span.get(text).unwrap();
        assert_eq!(inside, sentence.full.get(text).unwrap().trim());
    }
}

/// Paragraphs stand in order, hold something, and leave out white space only.
pub fn paragraphs_hold_all_that_is_visible(text: &str) {
    let mut end = 0;
    for span in paragraphs(text).chain([Span::empty(text.len())]) {
        assert!(text[end..span.start()].trim().is_empty(), "{span:?} of {text:?}");
        end = span.end();
    }
    for span in paragraphs(text) {
        assert_cuts(span, text);
        assert!(!span.get(text).unwrap().contains(['\n', '\r', '\u{2029}']));
    }
}
