//! How many times as fast as other libraries tokens, words and sentences are, in one run.
//!
//! ```sh
//! cargo run --profile bench -p qawl-benches --all-features --example token_ratios -- [FILES]
//! ```
//!
//! The profile is that of `cargo bench`. Without files: the texts of the repository that are longer
//! than 5 kB and those of `QAWL_CORPUS`; on a text of a few kilobytes branch prediction learns where
//! the words end, which flatters everyone. Of a file the first megabyte is read.
//!
//! The bar of a mere scan is `memchr3_iter`, which stops at every space, line feed and full stop.
//! Without the feature `peers` only speeds are printed.
//!
//! Rows named `all` read every field of a token, the others its end alone. Compare rows of different
//! loops (whole texts, posts) by `all` only: in some loops `next` is inlined and the compiler leaves
//! out what is not read, in others it is not.

use std::hint::black_box;

use qawl_benches::{
    Ratio, Rounds, Times, asked_or, each, every_field, haystacks, pieces, print_table,
};
use qawl_tokenize::{sentences, tokens, words};

const RATIOS: &[Ratio] = &[
    ("tokens ÷ unicode_words", "tokens", "unicode-words"),
    ("tokens ÷ unicode split_word_bounds", "tokens", "unicode-bounds"),
    ("tokens ÷ icu_segmenter, all boundaries", "tokens", "icu"),
    ("tokens ÷ icu_segmenter, no complex scripts", "tokens", "icu-simple"),
    ("tokens ÷ memchr3_iter", "tokens", "memchr3"),
    ("tokens, all ÷ unicode_words", "tokens-all", "unicode-words"),
    ("tokens, all ÷ icu_segmenter, all boundaries", "tokens-all", "icu"),
    ("tokens, all ÷ memchr3_iter", "tokens-all", "memchr3"),
    ("words ÷ unicode_words", "words", "unicode-words"),
    ("words, all ÷ unicode_words", "words-all", "unicode-words"),
    ("sentences ÷ icu_segmenter", "sentences", "icu-sentences"),
    ("sentences ÷ unicode split_sentence_bounds", "sentences", "unicode-sentences"),
    ("140 characters: tokens ÷ unicode_words", "piece-tokens", "piece-unicode-words"),
    ("140 characters: tokens, all ÷ unicode_words", "piece-tokens-all", "piece-unicode-words"),
];

/// In megabytes a second: everything that is run.
const SPEEDS: &[&str] = &[
    "tokens",
    "tokens-all",
    "words",
    "words-all",
    "sentences",
    "piece-tokens",
    "piece-tokens-all",
    "unicode-words",
    "unicode-bounds",
    "unicode-sentences",
    "piece-unicode-words",
    "icu",
    "icu-simple",
    "icu-sentences",
    "memchr3",
];

fn main() {
    let texts = asked_or(|| {
        let mut all = haystacks();
        all.retain(|text| text.text.len() > 5_000);
        all
    });
    #[cfg(feature = "peers")]
    println!("{}\n", qawl_benches::peers::versions());
    let times: Vec<_> = texts.iter().map(|text| measure(&text.text)).collect();
    print_table(&texts, &times, RATIOS, SPEEDS);
}

fn measure(text: &str) -> Times {
    let mut rounds = Rounds::default();
    add(&mut rounds, "tokens", text, |text| each(tokens(text), |token| token.span.end()));
    add(&mut rounds, "words", text, |text| each(words(text), |token| token.span.end()));
    add(&mut rounds, "tokens-all", text, |text| each(tokens(text), every_field));
    add(&mut rounds, "words-all", text, |text| each(words(text), every_field));
    add_pieces(&mut rounds, "piece-tokens-all", text, |piece| each(tokens(piece), every_field));
    add(&mut rounds, "sentences", text, |text| each(sentences(text), |found| found.span.end()));
    add_pieces(&mut rounds, "piece-tokens", text, |piece| {
        each(tokens(piece), |token| token.span.end());
    });
    #[cfg(feature = "peers")]
    add_peers(&mut rounds, text);
    rounds.times(text.len())
}

#[cfg(feature = "peers")]
fn add_peers<'t>(rounds: &mut Rounds<'t>, text: &'t str) {
    use qawl_benches::peers::{icu_sentences, icu_words, icu_words_simple, stops};
    use unicode_segmentation::UnicodeSegmentation;

    let unicode_words = |text: &str| each(text.unicode_words(), str::len);
    add(rounds, "unicode-words", text, unicode_words);
    add_pieces(rounds, "piece-unicode-words", text, unicode_words);
    add(rounds, "unicode-bounds", text, |text| each(text.split_word_bounds(), str::len));
    add(rounds, "unicode-sentences", text, |text| each(text.split_sentence_bounds(), str::len));
    add(rounds, "icu", text, |text| each(icu_words().segment_str(text), |end| end));
    add(rounds, "icu-simple", text, |text| each(icu_words_simple().segment_str(text), |end| end));
    add(rounds, "icu-sentences", text, |text| each(icu_sentences().segment_str(text), |end| end));
    add(rounds, "memchr3", text, |text| each(stops(text), |at| at));
}

/// The whole text at once.
fn add<'t>(rounds: &mut Rounds<'t>, who: &'static str, text: &'t str, run: impl Fn(&str) + 't) {
    rounds.add(who, move || run(black_box(text)));
}

/// Posts, each a text of its own.
fn add_pieces<'t>(
    rounds: &mut Rounds<'t>,
    who: &'static str,
    text: &'t str,
    one: impl Fn(&str) + 't,
) {
    let pieces = pieces(text, 140);
    rounds.add(who, move || black_box(&pieces).iter().for_each(|piece| one(piece)));
}
