//! Texts that are made to be slow, at a small size: time and memory grow with their length, not faster, and
//! nothing panics. The example `hostile_rates` measures them at full size.

use allocation_counter::measure;
use cpu_time::ThreadTime;
use qawl_segment::Segmenter;
use qawl_tests::hostile::{LAYERS, Layer, NEWS, TEXTS, Text};
use qawl_tests::laws;

/// So many bytes, and so many times as many.
const SMALL: usize = 16 << 10;
const TIMES: usize = 8;

/// How many times as long a byte of the longer text may take. Where time is quadratic it is [`TIMES`].
const MOST_GROWTH: f64 = 3.0;

/// How often a pair is measured again, on a machine that others use too, before it is called slow.
const ATTEMPTS: usize = 6;

#[test]
fn normalizing_takes_linear_time() {
    take_linear_time(&["normalize", "normalize for search", "marks", "transliterate"]);
}

#[test]
fn reordering_takes_linear_time() {
    take_linear_time(&["visual order", "reorder", "offsets"]);
}

#[test]
fn tokenizing_takes_linear_time() {
    take_linear_time(&["tokens", "tokens, uax29", "tokens, social", "sentences", "paragraphs"]);
}

#[test]
fn segmenting_takes_linear_time() {
    take_linear_time(&["segment"]);
}

#[test]
fn finding_names_takes_linear_time() {
    take_linear_time(&["names", "names, all", "names, longest", "names, fuzzy"]);
}

#[test]
fn finding_quotes_takes_linear_time() {
    take_linear_time(&["quotes"]);
}

#[test]
fn the_pipeline_takes_linear_time() {
    take_linear_time(&["pipeline", "pipeline, telling"]);
}

fn take_linear_time(names: &[&str]) {
    for name in names {
        let layer = LAYERS.iter().find(|layer| layer.name == *name).unwrap();
        layer.run(&NEWS.of_len(SMALL));
        for text in TEXTS {
            let grown = growth(layer, text);
            assert!(
                grown <= MOST_GROWTH,
                "{} of {:?} grows {grown:.1} times",
                layer.name,
                text.name
            );
        }
    }
}

/// How many times as long a byte of the longer text takes.
fn growth(layer: &Layer, text: &Text) -> f64 {
    let (short, long) = (text.of_len(SMALL), text.of_len(SMALL * TIMES));
    let (mut least_short, mut least_long) = (f64::MAX, f64::MAX);
    for _ in 0..ATTEMPTS {
        least_short = least_short.min(seconds(|| (0..TIMES).for_each(|_| layer.run(&short))));
        least_long = least_long.min(seconds(|| layer.run(&long)));
        if least_long <= least_short * MOST_GROWTH {
            break;
        }
    }
    least_long / least_short
}

fn seconds(run: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    run();
    start.elapsed().as_secs_f64()
}

#[test]
fn memory_is_bounded_by_the_length_of_the_text() {
    for layer in LAYERS {
        layer.run(&NEWS.of_len(SMALL));
        let worst = [&NEWS].into_iter().chain(TEXTS).map(|text| (memory(layer, text), text.name));
        let (most, text) = worst.max_by(|one, other| one.0.total_cmp(&other.0)).unwrap();
        println!("{}: {most:.1} bytes for a byte of {text:?}", layer.name);
        assert!(most <= layer.most_memory, "{} takes {most:.1} for a byte of {text:?}", layer.name);
    }
}

/// The most memory that it takes for each byte of a text, beside what it takes for any.
fn memory(layer: &Layer, text: &Text) -> f64 {
    const FIXED: u64 = 512 << 10;
    let text = text.of_len(SMALL * TIMES);
    let most = measure(|| layer.run(&text)).bytes_max;
    most.saturating_sub(FIXED) as f64 / text.len() as f64
}

/// What holds for every text holds for these: spans cut whole characters out of them, nothing is lost.
#[test]
fn the_laws_hold() {
    let segmenter = Segmenter::embedded();
    TEXTS.iter().for_each(|text| laws::all(&text.of_len(300), &segmenter));
}

/// All 1 112 064 of them in order, a few thousand at a time: some laws take time in the square of a text.
#[test]
fn every_code_point_passes_through() {
    const AT_ONCE: usize = 4096;
    let names = ["normalize for search", "tokens, social", "segment", "pipeline"];
    let layers: Vec<_> = LAYERS.iter().filter(|layer| names.contains(&layer.name)).collect();
    let mut all = '\0'..=char::MAX;
    loop {
        let text: String = all.by_ref().take(AT_ONCE).collect();
        if text.is_empty() {
            break;
        }
        layers.iter().for_each(|layer| layer.run(&text));
        laws::tokens_tile(&text);
        laws::sentences_tile(&text);
    }
}

/// Every layer is tried by one of the tests above.
#[test]
fn no_layer_is_left_out() {
    let here = include_str!("hostile.rs");
    assert!(LAYERS.iter().all(|layer| here.contains(&format!("\"{}\"", layer.name))));
}

#[test]
fn texts_are_as_long_as_they_are_asked_to_be() {
    for text in TEXTS {
        for len in [0, 1, 100, 10_000] {
            let made = text.of_len(len).len();
            assert!(made <= len.max(2) && made + 40 >= len, "{:?}: {made} of {len}", text.name);
        }
    }
}
