//! The hot loops, once each, for valgrind to count: `examples/instructions.rs` runs this and
//! compares.
//!
//! A benchmark has the name of its loop, its case that of the haystack. What is given to a case is
//! made, and the loop run once, before anything is counted.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]
#![allow(missing_docs, reason = "the macros of gungraun write functions without any")]

use std::hint::black_box;

use gungraun::Callgrind;
use gungraun::prelude::*;
use qawl_benches::{each, every_field, haystacks};
use qawl_gazetteer::Gazetteer;
use qawl_normalize::{Normalizer, Profile};
use qawl_segment::Segmenter;

/// Built by the compiler: built in the loop, its tables take 100 000 instructions.
const NLP: Normalizer = Profile::NLP.normalizer();

/// A loop over a text. Its tables are built, and its output has the room that it needs.
struct Warm {
    text: String,
    run: Box<dyn FnMut(&str)>,
}

impl Warm {
    fn new(haystack: &str, mut run: impl FnMut(&str) + 'static) -> Self {
        let text = text(haystack);
        run(&text);
        Self { text, run: Box::new(run) }
    }

    /// Answers itself, so that freeing it is not counted.
    fn run(mut self) -> Self {
        (self.run)(black_box(&self.text));
        self
    }
}

fn text(haystack: &str) -> String {
    haystacks().into_iter().find(|known| known.name == haystack).unwrap().text
}

/// To a reused `String`.
fn normalizing(haystack: &str) -> Warm {
    let mut out = String::new();
    Warm::new(haystack, move |text| {
        NLP.normalize_into(text, &mut out);
        black_box(&out);
    })
}

fn tokenizing(haystack: &str) -> Warm {
    Warm::new(haystack, |text| each(qawl_tokenize::tokens(text), every_field))
}

fn cutting_words(haystack: &str) -> Warm {
    Warm::new(haystack, |text| each(qawl_tokenize::words(text), every_field))
}

fn cutting_sentences(haystack: &str) -> Warm {
    Warm::new(haystack, |text| each(qawl_tokenize::sentences(text), |found| found.span.end()))
}

/// The words are cut beforehand.
fn segmenting(haystack: &str) -> Warm {
    let text = text(haystack);
    let spans: Vec<_> = qawl_tokenize::words(&text).map(|token| token.span).collect();
    let segmenter = Segmenter::embedded();
    Warm::new(haystack, move |text| {
        let words = spans.iter().filter_map(|span| span.get(text));
        each(words, |word| segmenter.segment(word).pieces().len());
    })
}

/// The embedded lists.
fn finding(haystack: &str) -> Warm {
    let gazetteer = Gazetteer::embedded();
    Warm::new(haystack, |text| each(gazetteer.find_iter(text), |found| found.span().end()))
}

/// The names are found beforehand.
fn attributing(haystack: &str) -> Warm {
    let mentions = Gazetteer::embedded().mentions(&text(haystack));
    Warm::new(haystack, move |text| {
        black_box(qawl_quotes::quotes(text, &mentions));
    })
}

#[library_benchmark]
#[bench::ar_huge(normalizing("ar-huge"))]
#[bench::ar_marked(normalizing("ar-marked"))]
fn normalize(warm: Warm) -> Warm {
    warm.run()
}

#[library_benchmark]
#[bench::ar_huge(tokenizing("ar-huge"))]
#[bench::ar_marked(tokenizing("ar-marked"))]
fn tokens(warm: Warm) -> Warm {
    warm.run()
}

#[library_benchmark]
#[bench::ar_huge(cutting_words("ar-huge"))]
#[bench::ar_marked(cutting_words("ar-marked"))]
fn words(warm: Warm) -> Warm {
    warm.run()
}

#[library_benchmark]
#[bench::ar_huge(cutting_sentences("ar-huge"))]
fn sentences(warm: Warm) -> Warm {
    warm.run()
}

#[library_benchmark]
#[bench::ar_huge(segmenting("ar-huge"))]
fn segment(warm: Warm) -> Warm {
    warm.run()
}

#[library_benchmark]
#[bench::ar_huge(finding("ar-huge"))]
fn find(warm: Warm) -> Warm {
    warm.run()
}

#[library_benchmark]
#[bench::ar_small(attributing("ar-small"))]
fn quotes(warm: Warm) -> Warm {
    warm.run()
}

library_benchmark_group!(
    name = loops,
    benchmarks = [normalize, tokens, words, sentences, segment, find, quotes]
);

// Without a model of the caches, which nobody reads here.
main!(
    config = LibraryBenchmarkConfig::default()
        .tool(Callgrind::with_args(["--cache-sim=no", "--branch-sim=no"])),
    library_benchmark_groups = loops
);
