//! From text to events: stretches that no rule touches, and clusters between them.
//!
//! The scan looks at bytes and knows ASCII and the block U+0600..=U+06FF by heart; all else it asks
//! the rules. It decides nothing that the cluster would not decide the same way.

use crate::cluster::Cluster;
use crate::rules::Rules;
use crate::sink::Sink;

/// Tells `sink` what the rules do to `text`.
pub(crate) fn run<S: Sink>(rules: &Rules, text: &str, sink: &mut S) {
    let mut cluster = Cluster::default();
    let mut at = 0;
    let mut before = None;
    while at < text.len() && !sink.is_done() {
        let run = inert_run(rules, text, at);
        let kept = text.get(at..run.kept).unwrap_or_default();
        if !kept.is_empty() {
            sink.keep(kept);
            before = kept.chars().next_back();
        }
        let deleted = text.get(run.kept..run.deleted).unwrap_or_default();
        at = run.deleted;
        if deleted.is_empty() {
            let rest = text.get(at..).unwrap_or_default();
            at += cluster.take(rules, rest, before);
            cluster.emit(rest, sink);
            before = cluster.last().or(before);
        } else {
            sink.delete(deleted);
        }
    }
}

/// A stretch of characters that neither change nor join another.
#[derive(Clone, Copy, Debug)]
struct Run {
    /// Where it ends, less its last character if what follows may join that.
    kept: usize,
    /// Where the deleted characters behind it end, if nothing else may join it.
    deleted: usize,
}

impl Run {
    /// A run before a cluster.
    const fn to(kept: usize) -> Self {
        Self { kept, deleted: kept }
    }
}

fn inert_run(rules: &Rules, text: &str, start: usize) -> Run {
    let bytes = text.as_bytes();
    let ascii_digits = rules.changes_ascii_digits();
    let (mut last, mut at) = (start, start);
    while let Some(&byte) = bytes.get(at) {
        let len = match byte {
            0..0x80 if ascii_digits && byte.is_ascii_digit() => return Run::to(at),
            0..0x80 => 1,
            ARABIC_FIRST..=ARABIC_LAST => {
                let low = arabic_low(bytes, at);
                if rules.is_active(low) {
                    return if rules.joins(low) {
                        joined(rules, bytes, last, at)
                    } else {
                        Run::to(at)
                    };
                }
                2
            }
            _ => {
                let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
                if !rules.is_inert(c) {
                    return Run::to(last);
                }
                c.len_utf8()
            }
        };
        last = at;
        at += len;
    }
    Run::to(at)
}

/// The run that ends at `at`, where a mark or a deleted character stands behind the one at `last`.
fn joined(rules: &Rules, bytes: &[u8], last: usize, at: usize) -> Run {
    let mut deleted = at;
    loop {
        match bytes.get(deleted) {
            Some(ARABIC_FIRST..=ARABIC_LAST) => {
                let low = arabic_low(bytes, deleted);
                if rules.is_deleted(low) {
                    deleted += 2;
                    continue;
                }
                if rules.joins(low) {
                    return Run::to(last);
                }
            }
            None | Some(0..0x80) => {}
            Some(_) => return Run::to(last),
        }
        return Run { kept: at, deleted };
    }
}

/// The first bytes of U+0600..=U+06FF in UTF-8.
const ARABIC_FIRST: u8 = 0xD8;
const ARABIC_LAST: u8 = 0xDB;

/// The low byte of the two-byte character at `at`.
fn arabic_low(bytes: &[u8], at: usize) -> u8 {
    let pair = (bytes.get(at), bytes.get(at + 1));
    (pair.0.unwrap_or(&0) << 6) | (pair.1.unwrap_or(&0) & 0x3F)
}
