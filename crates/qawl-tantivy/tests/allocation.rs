//! What a token costs: a word that is remembered allocates nothing.

use allocation_counter::measure;
use qawl::{Gazetteer, Profile, Scheme};
use qawl_tantivy::{Fold, Keep, LightStem, StopWords, WordTokenizer};
use tantivy_tokenizer_api::{TokenFilter, TokenStream, Tokenizer};

/// "The government said that it will, with the Riyadh office, open a school": folded, cut and stopped words.
const TEXT: &str = "قالت الحكومة إنها ستفتح مع مكتبها وبالرّياض للمدرسة طريقا. ";

/// The allocations of cutting a text of a thousand such sentences for the second time.
fn allocations(mut tokenizer: impl Tokenizer) -> u64 {
    let text = TEXT.repeat(1000);
    let mut tokens = 0;
    tokenizer.token_stream(&text).process(&mut |_| tokens += 1);
    assert!(tokens > 5000);
    measure(|| tokenizer.token_stream(&text).process(&mut |_| tokens += 1)).count_total
}

#[test]
fn a_word_that_is_remembered_allocates_nothing() {
    let words = WordTokenizer::new(Profile::SEARCH);
    assert_eq!(allocations(words.clone()), 0);
    for keep in [Keep::Pieces, Keep::Stem, Keep::WordAndStem] {
        assert_eq!(allocations(words.clone().cut(Scheme::D3, keep)), 0);
    }
}

#[test]
fn filters_allocate_nothing() {
    let words = WordTokenizer::new(Profile::NLP).cut(Scheme::Atb, Keep::Stem);
    let stem = LightStem::new(Profile::SEARCH).sparing_names_of(Gazetteer::embedded());
    let folded = Fold::new(Profile::SEARCH).transform(words);
    let stopped = StopWords::new(Profile::SEARCH).transform(folded);
    assert_eq!(allocations(stem.transform(stopped)), 0);
}
