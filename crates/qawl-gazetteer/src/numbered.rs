//! Records of a text and a number, for [`Texts`](crate::texts::Texts).

use std::cmp::Ordering;

use crate::texts::Order;

/// By text, then by number.
pub(crate) const ORDER: Order = Order { compare, text };

/// Appends a record.
pub(crate) fn put(out: &mut Vec<u8>, text: &[u8], number: u64) {
    out.extend(text);
    out.extend(number.to_be_bytes());
}

/// The text and the number of a record.
pub(crate) fn split(record: &[u8]) -> (&[u8], u64) {
    record.split_last_chunk().map_or((&[], 0), |(text, number)| (text, u64::from_be_bytes(*number)))
}

fn compare(a: &[u8], b: &[u8]) -> Ordering {
    split(a).cmp(&split(b))
}

fn text(record: &[u8]) -> &[u8] {
    split(record).0
}
