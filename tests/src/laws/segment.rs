//! A word in pieces is the word.

use std::collections::BTreeSet;

use qawl_segment::{Cache, Form, Scheme, Segmentation, Segmenter, desegment};

use super::assert_tiling;

/// All that holds for one word, whatever it is.
pub fn word_is_cut_soundly(segmenter: &Segmenter, word: &str) {
    pieces_tile(segmenter, word);
    schemes_nest(segmenter, word);
    pieces_rejoin(segmenter, word);
    best_cuts_are_in_order(segmenter, word);
}

/// The pieces of every scheme tile the word and say what stands there.
fn pieces_tile(segmenter: &Segmenter, word: &str) {
    let segmentation = segmenter.segment(word);
    for scheme in Scheme::ALL {
        let pieces = segmentation.in_scheme(scheme);
        assert_tiling(pieces.iter().map(|piece| piece.span), word.len());
        for piece in &pieces {
            assert_eq!(piece.span.get(word), Some(piece.surface), "{word:?}");
        }
        let plus = segmentation.plus(scheme, Form::Surface).to_string();
        let surfaces: Vec<&str> = pieces.iter().map(|piece| piece.surface).collect();
        assert_eq!(plus, surfaces.join("+"));
    }
}

/// Every cut of a coarse scheme is one of the finer scheme.
fn schemes_nest(segmenter: &Segmenter, word: &str) {
    let segmentation = segmenter.segment(word);
    let [d1, d2, atb, d3] =
        [Scheme::D1, Scheme::D2, Scheme::Atb, Scheme::D3].map(|scheme| cuts(&segmentation, scheme));
    assert!(d1.is_subset(&d2) && d2.is_subset(&atb) && atb.is_subset(&d3), "{word:?}");
}

/// The pieces put together are the word, and without its marks what the model cut.
fn pieces_rejoin(segmenter: &Segmenter, word: &str) {
    let segmentation = segmenter.segment(word);
    let pieces = segmentation.pieces();
    let surfaces = pieces.iter().map(|piece| piece.surface);
    assert_eq!(desegment(surfaces, Form::Surface), word);
    // In a word without marks; otherwise the letters are those of the folded word.
    let d1 = segmentation.plus(Scheme::D1, Form::Article).to_string();
    if !word.contains('+') && d1.replace('+', "") == word {
        let plus = segmentation.plus(Scheme::D3, Form::Article).to_string();
        assert_eq!(desegment(plus.split('+'), Form::Article), word, "{plus}");
    }
}

/// The first of the best cuts is the answer, the others follow in order, and no two are the same.
fn best_cuts_are_in_order(segmenter: &Segmenter, word: &str) {
    let cuts = segmenter.n_best(word, usize::MAX);
    assert_eq!(cuts.first(), Some(&segmenter.segment(word)));
    assert!(cuts.is_sorted_by(|left, right| left.score() >= right.score()), "{word:?}");
    let plus = |cut: &Segmentation<'_>| cut.plus(Scheme::D3, Form::Article).to_string();
    let different: BTreeSet<String> = cuts.iter().map(plus).collect();
    assert_eq!(different.len(), cuts.len(), "{word:?}");
    assert!(segmenter.n_best(word, 0).is_empty());
}

/// A cache changes no answer.
pub fn cached_is_uncached(segmenter: &Segmenter, words: &[&str]) {
    let mut cache = Cache::with_capacity(2);
    for word in words.iter().chain(words) {
        assert_eq!(segmenter.segment_cached(word, &mut cache), segmenter.segment(word), "{word:?}");
    }
}

fn cuts(segmentation: &Segmentation<'_>, scheme: Scheme) -> BTreeSet<usize> {
    segmentation.in_scheme(scheme).iter().map(|piece| piece.span.start()).collect()
}
