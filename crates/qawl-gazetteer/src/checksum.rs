//! A sum over bytes that tells damage, as fast as memory is.
//!
//! Each word of 8 bytes goes into one of eight lanes by a step that can be undone, so that a change
//! within one word always changes the sum; other changes go unseen once in 2^64 times. A CRC of the same
//! speed wants instructions of the processor.

const LANES: usize = 8;
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// Bytes of a word for each lane.
const ROW: usize = 8 * LANES;

pub(crate) fn checksum(bytes: &[u8]) -> u64 {
    let mut sum = Checksum::default();
    sum.add(bytes);
    sum.finish()
}

/// The sum of bytes that come in parts.
#[derive(Debug)]
pub(crate) struct Checksum {
    lanes: [u64; LANES],
    /// What does not fill a row yet.
    rest: [u8; ROW],
    len: u64,
}

impl Default for Checksum {
    fn default() -> Self {
        Self { lanes: std::array::from_fn(|lane| lane as u64 + 1), rest: [0; ROW], len: 0 }
    }
}

impl Checksum {
    pub(crate) fn add(&mut self, mut bytes: &[u8]) {
        let filled = (self.len % ROW as u64) as usize;
        self.len += bytes.len() as u64;
        if filled > 0 {
            let (first, rest) = bytes.split_at(bytes.len().min(ROW - filled));
            self.keep(filled, first);
            if filled + first.len() < ROW {
                return;
            }
            add(&mut self.lanes, &self.rest);
            bytes = rest;
        }
        let mut rows = bytes.chunks_exact(ROW);
        (&mut rows).for_each(|row| add(&mut self.lanes, row));
        self.keep(0, rows.remainder());
    }

    fn keep(&mut self, filled: usize, bytes: &[u8]) {
        let places = self.rest.iter_mut().skip(filled);
        places.zip(bytes).for_each(|(place, byte)| *place = *byte);
    }

    pub(crate) fn finish(mut self) -> u64 {
        let filled = (self.len % ROW as u64) as usize;
        self.rest.iter_mut().skip(filled).for_each(|place| *place = 0);
        add(&mut self.lanes, &self.rest);
        self.lanes.into_iter().fold(self.len, step)
    }
}

/// A row of a word for each lane.
#[inline]
fn add(lanes: &mut [u64; LANES], row: &[u8]) {
    let (words, _) = row.as_chunks::<8>();
    for (lane, word) in lanes.iter_mut().zip(words) {
        *lane = step(*lane, u64::from_le_bytes(*word));
    }
}

#[inline]
fn step(sum: u64, word: u64) -> u64 {
    (sum ^ word).rotate_left(29).wrapping_mul(FACTOR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_every_changed_byte_and_length() {
        let bytes: Vec<u8> = (0..200).collect();
        for len in [0, 1, 63, 64, 65, 200] {
            let sum = checksum(&bytes[..len]);
            for place in 0..len {
                let mut changed = bytes[..len].to_vec();
                changed[place] ^= 1 << (place % 8);
                assert_ne!(sum, checksum(&changed));
            }
            assert_ne!(sum, checksum(&[&bytes[..len], &[0]].concat()));
            for part in [1, 7, 63, 64, 100] {
                let mut parts = Checksum::default();
                bytes[..len].chunks(part).for_each(|part| parts.add(part));
                assert_eq!(parts.finish(), sum);
            }
        }
    }
}
