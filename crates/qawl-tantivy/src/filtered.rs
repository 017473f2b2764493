//! Filters that change or drop one token at a time, over any tokenizer.

use tantivy_tokenizer_api::{Token, TokenFilter, TokenStream, Tokenizer};

/// What a filter does to a token. Offsets and positions are not its affair.
pub(crate) trait Change: Clone + Send + Sync + 'static {
    /// Changes the term; `false` drops the token. `scratch` is any text, for the filter to write in.
    fn change(&self, term: &mut String, scratch: &mut String) -> bool;
}

/// A tokenizer behind one of the filters of this crate: [`Fold`](crate::Fold),
/// [`StopWords`](crate::StopWords), [`LightStem`](crate::LightStem), of which it is made.
#[derive(Clone, Debug)]
pub struct Filtered<T, F> {
    tokenizer: T,
    filter: F,
    scratch: String,
}

impl<T, F> Filtered<T, F> {
    pub(crate) const fn new(tokenizer: T, filter: F) -> Self {
        Self { tokenizer, filter, scratch: String::new() }
    }
}

impl<T: Tokenizer, F: TokenFilter + Change> Tokenizer for Filtered<T, F> {
    type TokenStream<'a> = FilteredStream<'a, T::TokenStream<'a>, F>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Self::TokenStream<'a> {
        FilteredStream {
            stream: self.tokenizer.token_stream(text),
            filter: &self.filter,
            scratch: &mut self.scratch,
        }
    }
}

/// The tokens that a filter leaves; see [`Filtered`].
#[derive(Debug)]
pub struct FilteredStream<'a, S, F> {
    stream: S,
    filter: &'a F,
    scratch: &'a mut String,
}

impl<S: TokenStream, F: TokenFilter + Change> TokenStream for FilteredStream<'_, S, F> {
    fn advance(&mut self) -> bool {
        while self.stream.advance() {
            if self.filter.change(&mut self.stream.token_mut().text, self.scratch) {
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        self.stream.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.stream.token_mut()
    }
}
