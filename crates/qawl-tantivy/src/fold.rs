//! Folding what another tokenizer cut.

use std::mem;

use qawl::{Normalizer, Profile};
use tantivy_tokenizer_api::{TokenFilter, Tokenizer};

use crate::filtered::{Change, Filtered};

/// Folds the terms of any tokenizer by a profile; drops those of which nothing is left.
///
/// [`WordTokenizer`](crate::WordTokenizer) folds by itself. This is for terms of other tokenizers, such as
/// tantivy's own; those among them that cut words at their marks do so before this filter sees them.
///
/// ```
/// use qawl::Profile;
/// use qawl_tantivy::Fold;
/// use tantivy::tokenizer::{TextAnalyzer, WhitespaceTokenizer};
///
/// let fold = Fold::new(Profile::SEARCH);
/// let mut words = TextAnalyzer::builder(WhitespaceTokenizer::default()).filter(fold).build();
/// let mut stream = words.token_stream("مكّة المكرّمة"); // "Mecca the Honoured", with SHADDA
/// assert_eq!(stream.next().map(|token| (&*token.text, token.offset_to)), Some(("مكه", 8)));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fold {
    normalizer: Normalizer,
}

impl Fold {
    /// Folds by `profile`. See the example of [`Fold`].
    #[must_use]
    pub const fn new(profile: Profile) -> Self {
        Self { normalizer: profile.normalizer() }
    }
}

impl Change for Fold {
    fn change(&self, term: &mut String, scratch: &mut String) -> bool {
        self.normalizer.normalize_into(term, scratch);
        mem::swap(term, scratch);
        !term.is_empty()
    }
}

impl TokenFilter for Fold {
    type Tokenizer<T: Tokenizer> = Filtered<T, Self>;

    fn transform<T: Tokenizer>(self, tokenizer: T) -> Filtered<T, Self> {
        Filtered::new(tokenizer, self)
    }
}
