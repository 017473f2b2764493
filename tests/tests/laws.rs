//! Properties: what holds for every text.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use qawl::Document;
use qawl_core::{Alignment, AlignmentBuilder};
use qawl_gazetteer::{Entry, Fuzzy, Gazetteer, GazetteerBuilder};
use qawl_normalize::proptest::{jumble, messy, options, presentation_word, word};
use qawl_normalize::visual_order::{Brackets, Marks, ReorderOptions};
use qawl_normalize::{NormalizeOptions, Normalizer, Profile};
use qawl_segment::Segmenter;
use qawl_tests::{config, laws, text};
use qawl_tokenize::Tokenizer;
use unicode_normalization::UnicodeNormalization;

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::embedded);

proptest! {
    #![proptest_config(config())]

    #[test]
    fn tokens_tile_the_text(text in text::anything()) {
        laws::tokens_tile(&text);
        laws::words_are_tokens(&text);
    }

    /// Whatever is taken for one token.
    #[test]
    fn any_tokens_tile_the_text(tokenizer in tokenizer(), text in text::anything()) {
        laws::any_tokens_tile(tokenizer, &text);
    }

    #[test]
    fn sentences_and_paragraphs_lose_nothing(text in text::anything()) {
        laws::sentences_tile(&text);
        laws::paragraphs_hold_all_that_is_visible(&text);
        laws::paragraphs_are_cut_alone(&text);
    }

    #[test]
    fn marks_split_nothing(text in text::anything(), at in 0..200_usize) {
        laws::marks_split_nothing(&text, at);
    }

    #[test]
    fn normalizing_twice_is_normalizing_once(options in options(), text in text::anything()) {
        laws::normalizing_is_stable(options, &text);
    }

    #[test]
    fn nothing_deleted_is_left(options in options(), text in text::anything()) {
        laws::nothing_deleted_is_left(options, &text);
    }

    #[test]
    fn normalized_text_knows_the_way_back(options in options(), text in text::anything()) {
        laws::alignment_leads_back(options, &text);
    }

    #[test]
    fn alignments_compose(
        first in options(),
        second in options(),
        text in messy(),
    ) {
        laws::alignments_compose(first, second, &text);
    }

    /// NFC itself, where none of the two pairs that NFC leaves alone can arise: U+0649 ARABIC LETTER
    /// ALEF MAKSURA or U+06CC ARABIC LETTER FARSI YEH with U+0654 ARABIC HAMZA ABOVE.
    #[test]
    fn composing_is_nfc(text in text::anything()) {
        let text = text.replace(['\u{0649}', '\u{06CC}'], "\u{064A}");
        let compose = Normalizer::new(NormalizeOptions::new().with_compose(true));
        prop_assert_eq!(compose.normalize(&text), text.nfc().collect::<String>());
    }

    #[test]
    fn marks_are_stripped_and_compared(text in text::anything(), other in word()) {
        laws::marks_are_stripped(&text);
        laws::spellings_fit_each_other(&text, &other);
    }

    #[test]
    fn turned_lines_keep_their_characters(options in reorder_options(), text in text::anything()) {
        laws::lines_leave_out_line_ends(&text);
        laws::turning_keeps_characters(options, &text);
    }

    #[test]
    fn lossless_is_what_comes_back(text in prop_oneof![word(), text::anything()]) {
        laws::lossless_is_what_comes_back(&text);
    }

    #[test]
    fn pieces_are_the_word(word in prop_oneof![word(), presentation_word()]) {
        laws::word_is_cut_soundly(&SEGMENTER, &word);
    }

    /// Also what is no word.
    #[test]
    fn pieces_are_the_text(text in text::anything()) {
        laws::word_is_cut_soundly(&SEGMENTER, &text);
        laws::cached_is_uncached(&SEGMENTER, &text.split(' ').collect::<Vec<_>>());
    }

    #[test]
    fn names_stand_in_order(text in text::anything()) {
        laws::names_stand_in_order(Gazetteer::embedded(), &text);
        laws::policies_choose_among_all(Gazetteer::embedded(), &text);
    }

    #[test]
    fn policies_choose_among_all((names, text) in names_and_text()) {
        let entries = names.iter().map(|name| Entry::new(name.as_str(), "x"));
        let list = GazetteerBuilder::new(Profile::SEARCH).entries(entries).build().unwrap();
        laws::policies_choose_among_all(&Gazetteer::open(&list).unwrap(), &text);
    }

    #[test]
    fn compiled_lists_hold_their_entries((names, text) in names_and_text(), split in 0..6_usize) {
        let entries: Vec<_> = names.iter().map(|name| Entry::new(name.as_str(), "x")).collect();
        laws::compiled_list_is_the_list(Profile::SEARCH, &entries, &[]);
        let split = split.min(entries.len());
        laws::layers_are_one_list(&entries, &entries[split..], &entries[..split], &text);
    }

    #[test]
    fn stop_list_is_a_shorter_list((names, text) in names_and_text(), stopped in 0..6_usize) {
        laws::stop_list_is_a_shorter_list(&names, stopped, &text);
    }

    #[test]
    fn misspelled_names_hide_none(text in text::anything()) {
        let fuzzy = Fuzzy::default().one_edit_from(3).single_words();
        laws::misspelled_names_hide_none(Gazetteer::embedded(), &fuzzy, &text);
    }

    #[test]
    fn quotes_are_sound(text in text::anything()) {
        let mentions = Gazetteer::embedded().mentions(&text);
        laws::quotes_are_sound(&text, &qawl_quotes::quotes(&text, &mentions));
        laws::quotes_are_sound(&text, &qawl_quotes::quotes(&text, &[]));
        laws::options_only_choose(&text, &mentions);
        laws::known_words_given_again_change_nothing(&text, &mentions);
        laws::speakers_have_their_quotes(&text, &qawl_quotes::quotes(&text, &mentions));
        laws::quotes_overlap_only_nested(&qawl_quotes::quotes(&text, &mentions));
    }

    #[test]
    fn what_follows_changes_no_span(text in text::closed(), more in text::closed()) {
        laws::what_follows_changes_no_span(&text, &more);
    }

    #[test]
    fn offsets_count_what_std_counts((text, span) in text::text_with_span()) {
        laws::offsets_count_what_std_counts(&text, span);
    }

    /// Repeated, so that the text is longer than the steps between two checkpoints.
    #[test]
    fn offsets_count_in_long_texts((text, span) in text::text_with_span(), times in 1..40_usize) {
        laws::offsets_count_what_std_counts(&text.repeat(times), span.shift(text.len() * (times - 1)));
    }

    /// Whatever is kept, rewritten, deleted and inserted.
    #[test]
    fn edits_keep_bounds_and_lead_back(edits in edits()) {
        let map = alignment(&edits);
        let (source, result) = ("s".repeat(map.original_len()), "r".repeat(map.normalized_len()));
        qawl_normalize::proptest::laws::alignment_covers(&source, &result, &map)?;
    }

    #[test]
    fn documents_are_read_again(text in text::anything()) {
        laws::documents_are_read_again(&text);
    }

    #[test]
    fn all_offsets_of_a_document_are_converted(text in text::anything()) {
        laws::all_offsets_are_converted(&text);
    }

    #[test]
    fn views_are_parts_of_the_lists((text, span) in text::text_with_span()) {
        laws::views_are_parts_of_the_lists(&text, span);
    }

    #[test]
    fn scratch_leaves_no_trace(texts in proptest::collection::vec(text::anything(), 1..4)) {
        laws::scratch_leaves_no_trace(&texts);
    }

    /// The facade decides nothing: a document holds what the layers find.
    #[test]
    fn a_document_is_what_its_layers_find(text in text::anything()) {
        laws::document_is_what_layers_find(&text);
    }
}

proptest! {
    // Each case is some seven hundred.
    #![proptest_config(Config { cases: config().cases / 2, ..config() })]

    /// Every option alone, and every two.
    #[test]
    fn every_two_options_do_what_they_say(text in prop_oneof![2 => jumble(), 1 => messy()]) {
        let names = NormalizeOptions::NAMES;
        for (at, one) in names.iter().enumerate() {
            for other in &names[at..] {
                let options = NormalizeOptions::new().with_named(one).unwrap();
                let options = options.with_named(other).unwrap();
                laws::normalizing_is_what_the_options_say(options, &text);
            }
        }
    }
}

proptest! {
    // Soon done, and there are many sets of options.
    #![proptest_config(Config { cases: config().cases * 16, ..config() })]

    #[test]
    fn normalizing_is_what_the_options_say(
        options in options(),
        text in prop_oneof![text::anything(), jumble()],
    ) {
        laws::normalizing_is_what_the_options_say(options, &text);
    }
}

fn tokenizer() -> impl Strategy<Value = Tokenizer> {
    let preset = [Tokenizer::NEWS, Tokenizer::SOCIAL, Tokenizer::UAX29];
    (proptest::sample::select(preset.to_vec()), any::<[bool; 7]>()).prop_map(|(preset, on)| {
        let [addresses, tags, abbreviations, digits, non_joiner, emoticons, runs] = on;
        let whole = preset.with_addresses(addresses).with_tags(tags);
        let whole = whole.with_abbreviations(abbreviations).with_joined_digits(digits);
        let whole = whole.with_non_joiner_inside(non_joiner).with_emoticons(emoticons);
        whole.with_runs_of_marks(runs)
    })
}

fn reorder_options() -> impl Strategy<Value = ReorderOptions> {
    let brackets = [Brackets::Detect, Brackets::Painted, Brackets::Typed];
    let marks = [Marks::Detect, Marks::BeforeLetter, Marks::AfterLetter];
    let select =
        (proptest::sample::select(brackets.to_vec()), proptest::sample::select(marks.to_vec()));
    select.prop_map(|(brackets, marks)| {
        ReorderOptions::new().with_brackets(brackets).with_marks(marks)
    })
}

/// A few names over few words, with and without what looks like a proclitic, and a text of the same.
fn names_and_text() -> impl Strategy<Value = (Vec<String>, String)> {
    let words = ["الأمم", "أمم", "لامم", "المتحدة", "بغداد", "غداد", "ولاية", "لاية", "كابل", "و"];
    let name = || proptest::collection::vec(select(&words), 1..4).prop_map(|words| words.join(" "));
    let clitic = select(&["", "", "و", "ب", "ل", "ك", "ول", "لـ", "لـ\"", "وَ"]);
    // ARABIC SHADDA
    let gap = select(&[" ", " ", " ", "-", "، ", "\n", "\" ", "\u{0651} "]);
    let stretch =
        (clitic, name(), gap).prop_map(|(clitic, name, gap)| [clitic, &name, gap].concat());
    let text = proptest::collection::vec(stretch, 0..12).prop_map(|text| text.concat());
    (proptest::collection::vec(name(), 0..12), text)
}

fn select(choices: &[&'static str]) -> impl Strategy<Value = &'static str> + use<> {
    proptest::sample::select(choices.to_vec())
}

/// Bytes of a source that become bytes of a result.
fn edits() -> impl Strategy<Value = Vec<(usize, usize)>> {
    let edit = prop_oneof![
        3 => (1..5_usize).prop_map(|len| (len, len)),
        1 => (1..5_usize, 1..9_usize),
        2 => (1..5_usize).prop_map(|len| (len, 0)),
        1 => (1..5_usize).prop_map(|len| (0, len)),
    ];
    proptest::collection::vec(edit, 0..24)
}

fn alignment(edits: &[(usize, usize)]) -> Alignment {
    let mut builder = AlignmentBuilder::new();
    for &(source, result) in edits {
        builder.replace(source, result);
    }
    builder.finish()
}

/// The two pairs that `compose` joins beyond NFC.
#[test]
fn composing_joins_two_more_pairs() {
    let compose = Normalizer::new(NormalizeOptions::new().with_compose(true));
    for yeh in ["\u{0649}", "\u{06CC}"] {
        let pair = format!("{yeh}\u{0654}");
        assert_eq!(pair.nfc().collect::<String>(), pair);
        assert_eq!(compose.normalize(&pair), "\u{0626}");
    }
}

/// Mentions of another program may lie anywhere, also out of order and across each other.
#[test]
fn quotes_take_any_mentions() {
    use qawl_core::{Mention, Span, entity};
    let text = "قال سامر حداد إن الاجتماع «انتهى»."; // "Samer Haddad said that the meeting 'ended'."
    let spans = [(7, 15), (0, 0), (7, 24), (3, 5), (60, 600), (10, 11)];
    let mentions =
        spans.map(|(start, end)| Mention::new(Span::new(start, end), entity::PERSON, "x"));
    laws::quotes_are_sound(text, &qawl_quotes::quotes(text, &mentions));
}

/// A law about quotes says nothing where no text holds any.
#[test]
fn generated_texts_hold_what_the_laws_are_about() {
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> =
        (0..1000).map(|_| text::anything().new_tree(&mut runner).unwrap().current()).collect();
    let documents: Vec<_> = texts.iter().map(|text| qawl::annotate(text)).collect();
    let quotes = || documents.iter().flat_map(Document::quotes);
    let mentions = || documents.iter().flat_map(Document::mentions);
    let found = [
        quotes().count(),
        quotes().filter(|quote| quote.within.is_some()).count(),
        quotes().filter(|quote| quote.content.len() > 1).count(),
        quotes().filter(|quote| quote.speaker.is_some()).count(),
        mentions().count(),
        mentions().filter(|mention| !mention.clitics.is_empty()).count(),
        documents.iter().filter(|document| document.sentences().len() > 2).count(),
    ];
    println!("{found:?}");
    assert!(found.iter().all(|count| *count >= 5), "{found:?}");
}
