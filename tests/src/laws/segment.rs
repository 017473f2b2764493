//! A word in pieces is the word.

use std::collections::BTreeSet;

use qawl_segment::{Form, Scheme, Segmentation, Segmenter};

use super::assert_tiling;

/// The pieces of every scheme tile the word and say what stands there.
pub fn pieces_tile(segmenter: &Segmenter, word: &str) {
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
pub fn schemes_nest(segmenter: &Segmenter, word: &str) {
    let segmentation = segmenter.segment(word);
    let [d1, d2, atb, d3] =
        [Scheme::D1, Scheme::D2, Scheme::Atb, Scheme::D3].map(|scheme| cuts(&segmentation, scheme));
    assert!(d1.is_subset(&d2) && d2.is_subset(&atb) && atb.is_subset(&d3), "{word:?}");
}

fn cuts(segmentation: &Segmentation<'_>, scheme: Scheme) -> BTreeSet<usize> {
    segmentation.in_scheme(scheme).iter().map(|piece| piece.span.start()).collect()
}
