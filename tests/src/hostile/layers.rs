//! Every layer that takes a text.

use std::hint::black_box;
use std::sync::LazyLock;

use qawl::{OffsetUnit, Pipeline};
use qawl_core::{OffsetCursor, OffsetMap};
use qawl_gazetteer::{Fuzzy, Gazetteer, Policy};
use qawl_normalize::transliterate::Scheme;
use qawl_normalize::{Profile, marks, visual_order};
use qawl_quotes::{QuoteOptions, Speakers};
use qawl_segment::Segmenter;
use qawl_tokenize::{Tokenizer, paragraphs, sentences, tokens, words};

/// A layer by name.
#[derive(Clone, Copy, Debug)]
pub struct Layer {
    /// Its name in a report.
    pub name: &'static str,
    /// The most memory that it takes beside the text, in bytes for each of the text, whatever the text.
    pub most_memory: f64,
    /// Answers how much it finds, so that it finds it.
    run: fn(&str) -> usize,
}

impl Layer {
    /// Runs it over a text.
    pub fn run(&self, text: &str) {
        black_box((self.run)(black_box(text)));
    }
}

/// All of them.
pub const LAYERS: &[Layer] = &[
    Layer { name: "normalize", most_memory: 32.0, run: |text| aligned(Profile::NLP, text) },
    Layer {
        name: "normalize for search",
        most_memory: 32.0,
        run: |text| aligned(Profile::SEARCH, text),
    },
    Layer {
        name: "marks",
        most_memory: 4.0,
        run: |text| marks::strip(text).len() + usize::from(marks::has(text)),
    },
    Layer {
        name: "transliterate",
        most_memory: 4.0,
        run: |text| Scheme::ALL[0].to_latin(text).len(),
    },
    Layer {
        name: "visual order",
        most_memory: 320.0,
        run: |text| visual_order::repair(text).len(),
    },
    Layer { name: "reorder", most_memory: 120.0, run: |text| visual_order::reorder(text).len() },
    Layer { name: "offsets", most_memory: 1.0, run: offsets },
    Layer { name: "tokens", most_memory: 1.0, run: |text| tokens(text).count() },
    Layer {
        name: "tokens, uax29",
        most_memory: 1.0,
        run: |text| Tokenizer::UAX29.tokens(text).count(),
    },
    Layer {
        name: "tokens, social",
        most_memory: 1.0,
        run: |text| Tokenizer::SOCIAL.tokens(text).count(),
    },
    Layer { name: "sentences", most_memory: 1.0, run: |text| sentences(text).count() },
    Layer { name: "paragraphs", most_memory: 1.0, run: |text| paragraphs(text).count() },
    Layer { name: "segment", most_memory: 32.0, run: segment },
    Layer {
        name: "names",
        most_memory: 32.0,
        run: |text| Gazetteer::embedded().mentions(text).len(),
    },
    Layer { name: "names, all", most_memory: 32.0, run: |text| names_by(Policy::All, text) },
    Layer {
        name: "names, longest",
        most_memory: 32.0,
        run: |text| names_by(Policy::LongestDominantRight, text),
    },
    Layer {
        name: "names, fuzzy",
        most_memory: 48.0,
        run: |text| Gazetteer::embedded().find_fuzzy(text, &Fuzzy::default()).count(),
    },
    Layer { name: "quotes", most_memory: 190.0, run: |text| qawl_quotes::quotes(text, &[]).len() },
    Layer { name: "pipeline", most_memory: 200.0, run: |text| qawl::annotate(text).tokens().len() },
    Layer { name: "pipeline, telling", most_memory: 210.0, run: telling },
];

fn aligned(profile: Profile, text: &str) -> usize {
    profile.normalizer().normalize_aligned(text).as_str().len()
}

/// Every token in characters and in UTF-16.
fn offsets(text: &str) -> usize {
    let map = OffsetMap::new(text);
    let mut cursor = OffsetCursor::default();
    let ends = tokens(text).map(|token| {
        map.to_chars(token.span).end + cursor.to_unit(&map, token.span, OffsetUnit::Utf16).end
    });
    ends.fold(0, usize::wrapping_add)
}

fn segment(text: &str) -> usize {
    static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::embedded);
    let words = words(text).filter_map(|token| token.span.get(text));
    words.map(|word| SEGMENTER.segment(word).pieces().len()).sum()
}

fn names_by(policy: Policy, text: &str) -> usize {
    Gazetteer::embedded().search().policy(policy).find_iter(text).count()
}

/// Everything that a document may hold, and what is made of it.
fn telling(text: &str) -> usize {
    static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
        let options = QuoteOptions::default().with_reasons().with_floating(5);
        Pipeline::builder().quote_options(options).build()
    });
    let document = PIPELINE.annotate(text);
    let speakers = Speakers::new(text, document.quotes());
    document.offsets(OffsetUnit::Utf16).tokens.len() + speakers.iter().count()
}
