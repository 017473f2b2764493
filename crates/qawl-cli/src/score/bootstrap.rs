//! How far figures would move with other documents of the same kind: the bootstrap over documents.
//!
//! As many documents as there are, drawn with replacement, give the figures once more, many times;
//! the middle 95 % of them are the interval. The draw is fixed, so the same files give the same
//! interval.

use crate::score::report::{Intervals, Report};
use crate::score::tally::Tally;

/// How often is drawn.
const DRAWS: usize = 2000;

/// How many draws in a thousand lie outside, on either side.
const OUTSIDE: usize = 25;

/// The intervals of the figures that documents with these counts come to.
pub(crate) fn intervals(documents: &[Tally]) -> Intervals {
    let mut random = SplitMix(0);
    let draws: Vec<Report> = (0..DRAWS).map(|_| draw(documents, &mut random).report()).collect();
    let interval = |figure: fn(&Report) -> f64| {
        let mut figures: Vec<f64> = draws.iter().map(figure).collect();
        figures.sort_by(f64::total_cmp);
        let outside = DRAWS * OUTSIDE / 1000;
        let at = |place: usize| figures.get(place).copied().unwrap_or_default();
        [at(outside), at(DRAWS - 1 - outside)]
    };
    Intervals {
        detect: interval(|report| report.detect.f1),
        strict: interval(|report| report.strict.f1),
        end_to_end: interval(|report| report.end_to_end.f1),
        speaker: interval(|report| report.speaker),
        speaker_exact: interval(|report| report.speaker_exact),
        r#type: interval(|report| report.r#type),
        cue: interval(|report| report.cue),
    }
}

/// The counts of as many documents as there are, each drawn from all.
fn draw(documents: &[Tally], random: &mut SplitMix) -> Tally {
    let mut tally = Tally::default();
    for _ in documents {
        if let Some(document) = documents.get(random.below(documents.len())) {
            tally += *document;
        }
    }
    tally
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and good enough to draw documents.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`; the bias of the product is far below what could be seen.
    fn below(&mut self, limit: usize) -> usize {
        ((u128::from(self.next()) * limit as u128) >> 64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_the_published_one() {
        let mut random = SplitMix(1_234_567);
        assert_eq!(
            [random.next(), random.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
        );
        assert!((0..1000).all(|_| random.below(7) < 7));
    }

    #[test]
    fn documents_that_agree_leave_no_room() {
        let [low, high] = intervals(&[Tally::default(); 3]).detect;
        assert!(low == 0.0 && high == 0.0);
        assert!(intervals(&[]).speaker == [0.0, 0.0]);
    }
}
