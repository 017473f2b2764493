//! What is said to allocate nothing does not.

use allocation_counter::measure;
use qawl::{Pipeline, Scratch};
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

/// A document with a scratch allocates less by its lists, and without names and quotes nothing at all.
#[test]
fn a_scratch_keeps_the_lists_of_documents() {
    // "the director Sami Haddad said that the fair opens in Baghdad tomorrow. And he left."
    let text = "قال المدير سامي حداد إن المعرض سيفتح في بغداد غدا. ثم مضى.";
    let all = Pipeline::default();
    let cutting = Pipeline::builder().without_mentions().without_quotes().build();
    let [with, without] = [&all, &cutting].map(|pipeline| allocations(pipeline, text));
    assert!(with.1 + 3 <= with.0, "{with:?}");
    assert_eq!(without.1, 0, "{without:?}");
}

/// Of one document by itself, and of one with a scratch.
fn allocations(pipeline: &Pipeline, text: &str) -> (u64, u64) {
    let mut scratch = Scratch::new();
    let mut with_scratch = || {
        let document = pipeline.annotate_with(&mut scratch, text);
        scratch.take_back(document);
    };
    with_scratch();
    let fresh = measure(|| drop(pipeline.annotate(text))).count_total;
    (fresh, measure(with_scratch).count_total)
}

/// The views of a document search in its lists.
#[test]
fn views_of_a_document_allocate_nothing() {
    let text = "قالت ليلى منصور إن الطريق مفتوح. ثم زارت لندن."; // "Layla Mansour said … then visited London."
    let document = qawl::annotate(text);
    let speakers = document.speakers();
    assert_none("views", || {
        let sentences = document.sentences().iter().map(|&sentence| {
            let (tokens, names) = (document.tokens_in(sentence), document.mentions_in(sentence));
            let quotes = document.quotes_in(sentence).iter();
            let words = quotes.map(|quote| document.words_of(quote).map(str::len).sum::<usize>());
            tokens.len() + names.len() + words.sum::<usize>()
        });
        let said = speakers.iter().map(|speaker| document.quotes_by(speaker).count());
        let at = (0..text.len()).filter(|&at| document.token_at(at).is_some());
        sentences.sum::<usize>() + said.sum::<usize>() + at.count()
    });
}

/// Each of the runs finds something.
fn assert_none(what: &str, run: impl FnOnce() -> usize) {
    let mut found = 0;
    let allocations = measure(|| found = run());
    assert_eq!((allocations.count_total, found > 0), (0, true), "{what}: {allocations:?}");
}
