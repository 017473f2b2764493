//! Whether an automaton that a stranger wrote can be walked.
//!
//! The crate `fst` reads nodes where they are said to be: one that lies elsewhere, or reaches out of the
//! file, would be a panic in the middle of a text. Its checksum tells of accidents, and is mended by
//! whoever means harm. So all nodes are gone through once, from the root, which is the last one, down to the
//! first; each lies right behind the one below it. Nodes lead downwards alone: no walk runs in a circle.

/// What stands before the nodes: the version of the format and the type of the automaton.
const HEAD: usize = 16;

/// What stands behind them: the number of words, the address of the root, the checksum.
const TAIL: usize = 20;

/// The version of the format that is read.
const VERSION: u64 = 3;

/// The address of the node that has no bytes of its own: a word ends there and none goes on.
const NO_ADDRESS: usize = 0;

/// From how many transitions on a node has a table of them.
const INDEXED: usize = 33;

/// Whether every node of an automaton lies in these bytes and leads to nodes that are there. Linear, with a
/// bit of memory for each byte.
pub(crate) fn is_sound(bytes: &[u8]) -> bool {
    check(bytes).is_some()
}

fn check(bytes: &[u8]) -> Option<()> {
    let (&version, _) = bytes.split_first_chunk()?;
    let (body, tail) = bytes.split_at_checked(bytes.len().checked_sub(TAIL)?)?;
    let (root, _) = tail.get(8..)?.split_first_chunk()?;
    let root = usize::try_from(u64::from_le_bytes(*root)).ok()?;
    let mut nodes = body.get(HEAD..)?;
    let is_empty = root == NO_ADDRESS && nodes.is_empty();
    let is_last = root != NO_ADDRESS && root + 1 == body.len();
    if u64::from_le_bytes(version) != VERSION || !(is_empty || is_last) {
        return None;
    }
    let mut wanted = Places::up_to(body.len());
    while let Some(address) = (HEAD + nodes.len()).checked_sub(1).filter(|_| !nodes.is_empty()) {
        wanted.remove(address);
        nodes = below(nodes, &mut wanted)?;
    }
    wanted.are_none().then_some(())
}

/// What is left below the last node of these; the nodes to which it leads are wanted.
fn below<'n>(nodes: &'n [u8], wanted: &mut Places) -> Option<&'n [u8]> {
    let (&state, mut rest) = nodes.split_last()?;
    let low = state & 0b0011_1111;
    match state >> 6 {
        0b11 => {
            rest = split(rest, usize::from(low == 0))?.0;
            // It leads to the node right below.
            wanted.add((HEAD + rest.len()).checked_sub(1)?)?;
            return Some(rest);
        }
        0b10 => {
            rest = split(rest, usize::from(low == 0))?.0;
            let (sizes, rest) = rest.split_last()?;
            return node(rest, Sizes::of(*sizes)?, 1, 1, wanted);
        }
        _ => {}
    }
    let mut count = usize::from(low);
    if low == 0 {
        let (&many, behind) = rest.split_last()?;
        (count, rest) = (if many == 1 { 256 } else { many.into() }, behind);
    }
    let (sizes, rest) = rest.split_last()?;
    let table = if count >= INDEXED { 256 } else { 0 };
    let ends = usize::from(state & 0b0100_0000 != 0);
    let (rest, _) = split(rest, table + count)?;
    node(rest, Sizes::of(*sizes)?, count, count + ends, wanted)
}

/// How many bytes an address and a value take in a node.
#[derive(Clone, Copy)]
struct Sizes {
    address: usize,
    value: usize,
}

impl Sizes {
    fn of(packed: u8) -> Option<Self> {
        let sizes = Self { address: usize::from(packed >> 4), value: usize::from(packed & 0xF) };
        (sizes.address <= 8 && sizes.value <= 8).then_some(sizes)
    }
}

/// What is left below the addresses and the values of a node, which are told from where it ends.
fn node<'n>(
    rest: &'n [u8],
    sizes: Sizes,
    addresses: usize,
    values: usize,
    wanted: &mut Places,
) -> Option<&'n [u8]> {
    let (rest, packed) = split(rest, addresses * sizes.address)?;
    let (rest, _) = split(rest, values * sizes.value)?;
    let end = HEAD + rest.len();
    if addresses > 0 && sizes.address == 0 {
        return None;
    }
    for address in packed.chunks_exact(sizes.address.max(1)) {
        let distance = address.iter().rev().fold(0_u64, |all, &byte| all << 8 | u64::from(byte));
        if distance != 0 {
            wanted.add(end.checked_sub(usize::try_from(distance).ok()?)?)?;
        }
    }
    Some(rest)
}

/// The last `count` bytes, behind the others.
fn split(bytes: &[u8], count: usize) -> Option<(&[u8], &[u8])> {
    bytes.split_at_checked(bytes.len().checked_sub(count)?)
}

/// Addresses, a bit for each.
struct Places(Vec<u64>);

impl Places {
    fn up_to(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    /// Adds an address of nodes; `None` where there can be none.
    fn add(&mut self, address: usize) -> Option<()> {
        *self.0.get_mut(address / 64).filter(|_| address >= HEAD)? |= 1 << (address % 64);
        Some(())
    }

    fn remove(&mut self, address: usize) {
        if let Some(bits) = self.0.get_mut(address / 64) {
            *bits &= !(1 << (address % 64));
        }
    }

    fn are_none(&self) -> bool {
        self.0.iter().all(|&bits| bits == 0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use fst::raw::{Builder, Fst};

    use super::*;

    fn automaton<'w>(words: impl IntoIterator<Item = &'w str>) -> Vec<u8> {
        let words: BTreeSet<_> = words.into_iter().collect();
        let mut builder = Builder::memory();
        for (value, word) in words.into_iter().enumerate() {
            builder.insert(word, (value as u64).pow(3)).unwrap();
        }
        builder.into_inner().unwrap()
    }

    #[test]
    fn what_the_builder_writes_is_sound() {
        let many: Vec<String> =
            ('\u{621}'..'\u{6D0}').map(|c| format!("{c}ب{c}")).chain(["".to_owned()]).collect();
        let every: Vec<String> = ('\0'..'\u{2000}').step_by(7).map(String::from).collect();
        let lists: [Vec<&str>; 5] = [
            vec![],
            vec![""],
            vec!["لندن", "لبنان", "بغداد", "a", "ab"], // London, Lebanon, Baghdad
            many.iter().map(String::as_str).collect(),
            every.iter().map(String::as_str).collect(),
        ];
        for words in lists {
            assert!(is_sound(&automaton(words.iter().copied())), "{words:?}");
        }
    }

    #[cfg(feature = "embedded")]
    #[test]
    fn that_of_the_embedded_list_is_sound() {
        assert!(crate::Gazetteer::embedded().entries().len() > 1000);
    }

    /// Cut, shifted, and with every byte changed: what is called sound can be walked, and is soon.
    #[test]
    fn what_is_called_sound_can_be_walked() {
        let bytes = automaton(["لندن", "لبنان", "بغداد", "بغدان", "باب", "ab", "b"]);
        for len in 0..bytes.len() {
            assert!(!is_sound(&bytes[..len]));
        }
        let (mut sound, mut all) = (0, 0);
        for place in 0..bytes.len() {
            for value in 0..=u8::MAX {
                let mut other = bytes.clone();
                other[place] = value;
                all += 1;
                if is_sound(&other) {
                    sound += 1;
                    let fst = Fst::new(&other[..]).unwrap();
                    let mut left = 10_000;
                    walk(&fst, fst.root().addr(), &mut left);
                }
            }
        }
        // Changed letters and values are no harm.
        assert!(sound > 0 && sound < all, "{sound} of {all}");
    }

    fn walk(fst: &Fst<&[u8]>, address: usize, left: &mut usize) {
        let node = fst.node(address);
        for (i, transition) in node.transitions().enumerate() {
            assert!(transition.addr < address, "{address}");
            assert_eq!(node.transition_addr(i), transition.addr);
            assert!(node.find_input(transition.inp).is_none_or(|found| found < node.len()));
            if *left > 0 {
                *left -= 1;
                walk(fst, transition.addr, left);
            }
        }
    }
}
