//! Masks of 64 bytes.

/// The lowest `len` bits.
pub(crate) const fn low_bits(len: usize) -> u64 {
    if len >= 64 { u64::MAX } else { (1 << len) - 1 }
}

/// The number of the highest bit that is set; 0 where none is.
pub(crate) const fn highest(bits: u64) -> usize {
    if bits == 0 { 0 } else { 63 - bits.leading_zeros() as usize }
}
