//! From what a snippet shows to whole words and sentences.

use std::ops::Range;

use qawl::Span;
use qawl::tokenize::sentences;

use crate::word_tokenizer::TOKENS;

/// The place `fragment` in `text`, up to the edges of the words that it begins and ends in.
///
/// tantivy's snippets begin and end where tokens do, which may be within a word that was cut. What stands
/// between is what to put before and behind a snippet; escape it for HTML, as tantivy does with its own.
/// Linear in the text.
///
/// ```
/// use qawl_tantivy::widen_to_words;
///
/// let text = "عاد وبالرياض مكتبه اليوم"; // "he returned, and in Riyadh is his office today"
/// let fragment = 11..32;
/// assert_eq!(&text[fragment.clone()], "الرياض مكتب");
/// let wide = widen_to_words(text, fragment.clone());
/// assert_eq!(&text[wide.start..fragment.start], "وب");
/// assert_eq!(&text[fragment.end..wide.end], "ه");
/// ```
#[must_use]
pub fn widen_to_words(text: &str, fragment: Range<usize>) -> Range<usize> {
    widen(fragment, TOKENS.words(text).map(|word| word.span))
}

/// The same up to the edges of the sentences that it begins and ends in: what is said beside the name of
/// a speaker.
///
/// ```
/// use qawl_tantivy::widen_to_sentences;
///
/// let text = "بدأ العمل. قال حداد إن الطريق مفتوح. ثم مضى."; // "Work began. Haddad said the road is open. He left."
/// let fragment = 19..34;
/// assert_eq!(&text[fragment.clone()], "قال حداد");
/// assert_eq!(&text[widen_to_sentences(text, fragment)], "قال حداد إن الطريق مفتوح.");
/// ```
#[must_use]
pub fn widen_to_sentences(text: &str, fragment: Range<usize>) -> Range<usize> {
    widen(fragment, sentences(text).map(|sentence| sentence.span))
}

/// Joins to `fragment` the spans, in order, that reach over its edges.
fn widen(fragment: Range<usize>, spans: impl Iterator<Item = Span>) -> Range<usize> {
    let fragment = Span::from(fragment);
    let near = spans.skip_while(|span| span.end() <= fragment.start());
    let near = near.take_while(|span| span.start() < fragment.end());
    near.fold(fragment, Span::cover).range()
}
