//! Terms that are known before the first of them is asked for.

use std::ops::Range;

use qawl::Span;
use tantivy_tokenizer_api::{Token, TokenStream};

/// Terms with the places of the text they stand for, and the position of each.
#[derive(Debug, Default)]
pub(crate) struct Places {
    letters: String,
    found: Vec<Place>,
}

#[derive(Debug)]
struct Place {
    letters: Range<usize>,
    span: Span,
    position: usize,
}

impl Places {
    /// Adds a term, unless nothing was left of it.
    pub(crate) fn push(&mut self, term: &str, span: Span, position: usize) {
        if term.is_empty() {
            return;
        }
        let start = self.letters.len();
        self.letters.push_str(term);
        self.found.push(Place { letters: start..self.letters.len(), span, position });
    }
}

/// What a tokenizer uses again from text to text.
#[derive(Debug, Default)]
pub(crate) struct Found {
    places: Places,
    token: Token,
}

impl Clone for Found {
    /// Nothing: memory is left to whoever works with it.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl Found {
    /// The terms that `find` puts in the place of those of the text before.
    pub(crate) fn stream(&mut self, find: impl FnOnce(&mut Places)) -> PlaceStream<'_> {
        let Self { places, token } = self;
        places.letters.clear();
        places.found.clear();
        find(places);
        token.reset();
        PlaceStream { places, next: 0, token }
    }
}

/// The terms that an [`EntityTokenizer`](crate::EntityTokenizer) or a
/// [`SpeakerTokenizer`](crate::SpeakerTokenizer) found in a text, in its order.
#[derive(Debug)]
pub struct PlaceStream<'a> {
    places: &'a Places,
    next: usize,
    token: &'a mut Token,
}

impl TokenStream for PlaceStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(place) = self.places.found.get(self.next) else { return false };
        self.next += 1;
        self.token.text.clear();
        let letters = self.places.letters.get(place.letters.clone());
        self.token.text.push_str(letters.unwrap_or_default());
        self.token.position = place.position;
        self.token.offset_from = place.span.start();
        // A snippet ends where its last token ends: no token may end before one that it follows.
        self.token.offset_to = self.token.offset_to.max(place.span.end());
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
