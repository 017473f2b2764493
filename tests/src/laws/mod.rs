//! What must hold for every text, whatever it is. Each function panics where a law is broken.

mod document;
mod gazetteer;
mod lists;
mod marks;
mod normalize;
mod offsets;
mod quotes;
mod segment;
mod tokenize;
mod transliterate;
mod visual_order;

pub use document::{
    all_offsets_are_converted, annotations_fit_or_are_refused, document_is_what_layers_find,
    documents_are_read_again, scratch_leaves_no_trace, views_are_parts_of_the_lists,
};
pub use gazetteer::{
    misspelled_names_hide_none, names_stand_in_order, policies_choose_among_all,
    stop_list_is_a_shorter_list,
};
pub use lists::{
    compiled_list_is_the_list, file_is_harmless, layers_are_one_list, list_is_read_or_refused,
};
pub use marks::{marks_are_stripped, spellings_fit_each_other};
pub use normalize::{
    alignment_covers, alignment_leads_back, alignments_compose, normalizing_is_stable,
    normalizing_is_what_the_options_say, nothing_deleted_is_left,
};
pub use offsets::offsets_count_what_std_counts;
pub use quotes::{
    known_words_given_again_change_nothing, options_only_choose, quotes_are_sound,
    quotes_overlap_only_nested, speakers_have_their_quotes, what_follows_changes_no_span,
};
pub use segment::{cached_is_uncached, word_is_cut_soundly};
pub use tokenize::{
    any_sentences_tile, any_tokens_tile, marks_split_nothing, paragraphs_are_cut_alone,
    paragraphs_hold_all_that_is_visible, sentences_tile, tokens_tile,
    word_boundaries_are_those_of_unicode, words_are_tokens,
};
pub use transliterate::lossless_is_what_comes_back;
pub use visual_order::{lines_leave_out_line_ends, turning_keeps_characters};

use qawl_core::Span;
use qawl_gazetteer::{Fuzzy, Gazetteer};
use qawl_normalize::Profile;
use qawl_segment::Segmenter;

/// Every law on one text, with the lists that come with the crates.
///
/// # Panics
/// Where one is broken.
pub fn all(text: &str, segmenter: &Segmenter) {
    tokens_tile(text);
    words_are_tokens(text);
    sentences_tile(text);
    paragraphs_are_cut_alone(text);
    paragraphs_hold_all_that_is_visible(text);
    for profile in Profile::ALL {
        normalizing_is_stable(profile.options(), text);
        nothing_deleted_is_left(profile.options(), text);
    }
    alignment_leads_back(Profile::SEARCH.options(), text);
    lossless_is_what_comes_back(text);
    let words: Vec<&str> =
        qawl_tokenize::words(text).filter_map(|token| token.span.get(text)).collect();
    words.iter().for_each(|word| word_is_cut_soundly(segmenter, word));
    cached_is_uncached(segmenter, &words);
    let mentions = Gazetteer::embedded().mentions(text);
    names_stand_in_order(Gazetteer::embedded(), text);
    misspelled_names_hide_none(Gazetteer::embedded(), &Fuzzy::default(), text);
    quotes_are_sound(text, &qawl_quotes::quotes(text, &mentions));
    known_words_given_again_change_nothing(text, &mentions);
    document_is_what_layers_find(text);
}

/// Spans that follow one another, each beginning where the one before ends, from 0 to `len`.
fn assert_tiling(spans: impl IntoIterator<Item = Span>, len: usize) {
    let end = spans.into_iter().fold(0, |end, span| {
        assert_eq!(span.start(), end, "a gap or an overlap");
        span.end()
    });
    assert_eq!(end, len, "the end is missing");
}

/// A span that cuts something out of `text`, bounds and character boundaries kept.
fn assert_cuts(span: Span, text: &str) {
    assert!(span.get(text).is_some(), "{span:?} of {text:?}");
    assert!(!span.is_empty(), "{span:?} of {text:?}");
}
