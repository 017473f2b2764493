//! How fast the whole pipeline is beside `unicode_words` alone, and where its time goes, in one run.
//!
//! ```sh
//! cargo run --profile bench -p qawl-benches --all-features --example pipeline_rates -- [FILES]
//! ```
//!
//! By processor time of one thread. Without files: the long text of the repository and those of
//! `QAWL_CORPUS`; of a file the first megabyte is read. `articles` are the same text in documents of
//! a few kilobytes each, as news comes; the other rows read it as one. Every row does all of its layer:
//! `names` is `tag` without the people, `quotes` has the names given, and `pipeline`
//! makes the [`Document`](qawl::Document) and its normalized text with the way back.
//!
//! With `QAWL_RUN=pipeline` that row alone is run, once (for a profile `QAWL_TIMES` times), so that its
//! instructions can be counted:
//!
//! ```sh
//! QAWL_RUN=pipeline valgrind --tool=callgrind --toggle-collect='*measured*' \
//!     target/release/examples/pipeline_rates FILE
//! ```

#![allow(clippy::unwrap_used, reason = "an example fails by panicking")]

use std::hint::black_box;

use qawl::Pipeline;
use qawl_benches::{
    Haystack, Ratio, Rounds, Times, arabic, asked_or, each, every_field, print_table,
};
use qawl_gazetteer::Gazetteer;
use qawl_normalize::Profile;
use qawl_quotes::quotes;
use qawl_tokenize::{sentences, tokens};

/// How many bytes an article has at least.
const ARTICLE: usize = 3_000;

const RATIOS: &[Ratio] = &[
    ("pipeline ÷ unicode_words", "pipeline", "unicode-words"),
    ("articles ÷ unicode_words", "articles", "unicode-words"),
    ("tag ÷ unicode_words", "tag", "unicode-words"),
    ("quotes ÷ unicode_words", "quotes", "unicode-words"),
];

const SPEEDS: &[&str] = &[
    "unicode-words",
    "normalize",
    "sentences",
    "tokens",
    "names",
    "tag",
    "quotes",
    "quotes-alone",
    "pipeline",
    "articles",
];

fn main() {
    let long = || arabic().into_iter().filter(|text| text.text.len() > 200_000).collect();
    let texts = asked_or(long);
    if let Ok(who) = std::env::var("QAWL_RUN") {
        return texts.iter().for_each(|text| run_once(text, &who));
    }
    let times: Vec<_> = texts.iter().map(measure).collect();
    print_table(&texts, &times, RATIOS, SPEEDS);
}

fn measure(text: &Haystack) -> Times {
    let mut rounds = Rounds::default();
    for (who, run) in runs(&text.text) {
        rounds.add(who, run);
    }
    rounds.times(text.text.len())
}

fn run_once(text: &Haystack, who: &str) {
    for (_, mut run) in runs(&text.text).into_iter().filter(|(name, _)| *name == who) {
        run(); // Tables that are made on first use are made.
        let times = std::env::var("QAWL_TIMES").map_or(1, |n| n.parse().unwrap());
        (0..times).for_each(|_| measured(&mut run));
        println!("{}, {} bytes", text.name, text.text.len());
    }
}

/// What valgrind collects.
#[inline(never)]
fn measured(run: &mut dyn FnMut()) {
    black_box(run)();
}

type Run<'t> = Box<dyn FnMut() + 't>;

fn runs(text: &str) -> Vec<(&'static str, Run<'_>)> {
    let gazetteer = Gazetteer::embedded();
    let pipeline = Pipeline::default();
    let articles = articles(text);
    let mentions = gazetteer.mentions(text);
    let names = gazetteer.search().without_kinds(["person"]);
    let annotate = |pipeline: &Pipeline, text| {
        let document = pipeline.annotate(text);
        black_box((document.normalized(), document));
    };
    let whole = pipeline.clone();
    vec![
        #[cfg(feature = "peers")]
        ("unicode-words", Box::new(move || unicode_words(text))),
        (
            "normalize",
            Box::new(|| drop(black_box(Profile::NLP.normalizer().normalize_aligned(text)))),
        ),
        ("sentences", Box::new(|| each(sentences(text), |sentence| sentence.span.end()))),
        ("tokens", Box::new(|| each(tokens(text), every_field))),
        ("names", Box::new(move || each(names.find_iter(text), |name| name.span().end()))),
        ("tag", Box::new(|| drop(black_box(gazetteer.mentions(text))))),
        ("quotes", Box::new(move || drop(black_box(quotes(text, &mentions))))),
        ("quotes-alone", Box::new(|| drop(black_box(quotes(text, &[]))))),
        ("pipeline", Box::new(move || annotate(&whole, text))),
        ("articles", Box::new(move || articles.iter().for_each(|text| annotate(&pipeline, text)))),
    ]
}

#[cfg(feature = "peers")]
fn unicode_words(text: &str) {
    use unicode_segmentation::UnicodeSegmentation;
    each(text.unicode_words(), str::len);
}

/// The text in pieces of whole lines.
fn articles(text: &str) -> Vec<&str> {
    let mut articles = Vec::new();
    let (mut rest, mut len) = (text, 0);
    for line in text.split_inclusive('\n') {
        len += line.len();
        if len >= ARTICLE {
            let (article, after) = rest.split_at(len);
            articles.push(article);
            (rest, len) = (after, 0);
        }
    }
    articles.push(rest);
    articles
}
