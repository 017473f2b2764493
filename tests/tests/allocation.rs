//! What is said to allocate nothing does not.

use allocation_counter::measure;
use qawl_tests::workspace;
use qawl_tokenize::{Tokenizer, paragraphs, sentences};

#[test]
fn iterators_over_text_allocate_nothing() {
    let texts = ["ar-huge", "ar-marked", "ar-tweets", "ar-mixed", "latin"].map(|name| {
        workspace::read(&workspace::root().join(format!("benches/haystacks/{name}.txt")))
    });
    for text in &texts {
        for tokenizer in [Tokenizer::NEWS, Tokenizer::SOCIAL, Tokenizer::UAX29] {
            assert_none("tokens", || tokenizer.tokens(text).count());
            assert_none("words", || tokenizer.words(text).count());
        }
        assert_none("sentences", || sentences(text).count());
        assert_none("paragraphs", || paragraphs(text).count());
    }
}

/// A buffer that is large enough is used again.
#[test]
fn a_buffer_is_used_again() {
    let text = "قال الوزير: «نعم». ".repeat(100); // "the minister said: 'yes'."
    let mut tokens = Vec::new();
    Tokenizer::NEWS.tokens_into(&text, &mut tokens);
    assert_none("tokens_into", || {
        Tokenizer::NEWS.tokens_into(&text, &mut tokens);
        Tokenizer::NEWS.words_into(&text, &mut tokens);
        tokens.len()
    });
}

/// Each of the runs finds something.
fn assert_none(what: &str, run: impl FnOnce() -> usize) {
    let mut found = 0;
    let allocations = measure(|| found = run());
    assert_eq!((allocations.count_total, found > 0), (0, true), "{what}: {allocations:?}");
}
