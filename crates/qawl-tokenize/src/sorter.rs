//! The way to find tokens that suits the processor.

use crate::batch::{Batch, Wanted};

/// Finds where tokens begin by the best means of the processor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sorter {
    #[cfg(feature = "simd")]
    pub(crate) level: fearless_simd::Level,
}

impl Sorter {
    #[inline]
    pub(crate) fn new() -> Self {
        Self {
            #[cfg(feature = "simd")]
            level: fearless_simd::Level::new(),
        }
    }

    /// Takes the start of `rest` into an empty batch.
    pub(crate) fn fill<W: Wanted, const WISHES: bool>(self, batch: &mut Batch<W>, rest: &str) {
        #[cfg(feature = "simd")]
        crate::vectors::fill::<W, WISHES>(self.level, batch, rest);
        #[cfg(not(feature = "simd"))]
        batch.fill_by::<WISHES>(crate::scalar::Scalar, rest);
    }
}
