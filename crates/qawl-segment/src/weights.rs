//! What each feature is worth.

use std::sync::Arc;

use crate::error::OpenError;
use crate::stems::Stems;

/// How many weights there are.
pub(crate) const SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 15;

/// The weights of all features, in 16ths of a nat for a feature that is there.
#[derive(Clone)]
pub(crate) struct Weights(Arc<[i8; SLOTS]>);

/// The place of the weight of a feature: of its kind, and of two values that tell its weights
/// apart. Features are hashed to places (Weinberger and others 2009); what falls together was
/// trained together.
pub(crate) fn slot(kind: u32, left: u32, right: u32) -> u16 {
    let key = u64::from(kind) | u64::from(left) << 8 | u64::from(right) << 24;
    // Fibonacci hashing: the golden ratio spreads neighbours, the highest bits are the best mixed.
    (key.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - SLOT_BITS)) as u16
}

/// The key of a weight in the table: no stem begins with such a byte.
#[cfg(feature = "training")]
pub(crate) fn key(slot: u16) -> [u8; 3] {
    let [high, low] = slot.to_be_bytes();
    [crate::stems::WEIGHT, high, low]
}

impl Weights {
    /// None: rules alone decide.
    pub(crate) fn none() -> Self {
        Self(Arc::new([0; SLOTS]))
    }

    /// The weights that the table holds behind the stems.
    pub(crate) fn of<D: AsRef<[u8]>>(stems: &Stems<D>) -> Result<Self, OpenError> {
        let mut weights = [0; SLOTS];
        stems.for_each_weight(|slot, weight| {
            if let Some(place) = weights.get_mut(usize::from(slot)) {
                *place = weight;
            }
        })?;
        Ok(Self(Arc::new(weights)))
    }

    pub(crate) fn get(&self, slot: u16) -> i32 {
        self.0.get(usize::from(slot)).copied().map_or(0, i32::from)
    }
}
