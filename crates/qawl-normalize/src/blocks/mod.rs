//! 64 bytes at a time: most of a text is letters that stay, are exchanged one for one, or vanish,
//! and that needs no look at a single character.
//!
//! A window begins at a character that nothing before it joins and ends where another such one
//! begins, so no state goes from one to the next. Each byte of it stays or vanishes by a bit of a
//! mask, and the masks are the alignment. What a mask cannot say (composition, context, ligatures)
//! is left to the [engine](crate::engine), which goes on from there for the rest of the window.
//!
//! The vectors come from `fearless_simd`: one portable text, compiled for every level of the
//! processor, one of which is chosen at run time. All levels give the same bytes and masks.

use fearless_simd::{Level, Simd, dispatch};

use crate::engine::Engine;
use crate::rules::Rules;
use crate::sink::Sink;

use self::batch::WIDTH;
use self::window::{REACH, Reader, Window};

pub(crate) use self::batch::{Batch, Masks, SWAPPED};
pub(crate) use self::classes::Classes;

mod batch;
mod classes;
mod window;

#[cfg(test)]
mod levels;

/// Tells `sink` what the rules do to `text`, at a level of the processor.
pub(crate) fn run<S: Sink>(level: Level, rules: &Rules, text: &str, sink: &mut S) {
    let mut engine = Engine::new(rules, text, sink);
    if !looks_up_bytes(level) {
        return engine.walk(text.len());
    }
    let mut batch = Batch::new();
    while engine.at < text.len() && !engine.sink.is_done() {
        batch.clear();
        let rest = text.get(engine.at..).unwrap_or_default();
        let left = fill(level, rules, rest, &mut batch);
        engine.take_batch(&batch);
        if left > 0 {
            engine.walk(engine.at + left);
        }
    }
}

/// Whether the level can look up bytes in a table. SSE2 cannot, and would do one at a time.
fn looks_up_bytes(level: Level) -> bool {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    return level.as_sse4_2().is_some();
    #[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
    return !level.is_fallback();
}

/// Reads windows of `text` into `batch`, which is empty, until that is full, the text ends or only
/// the engine can go on. Answers how many bytes behind the batch are the engine's.
fn fill(level: Level, rules: &Rules, text: &str, batch: &mut Batch) -> usize {
    if text.len() >= REACH {
        return dispatch!(level, simd => fill_whole(simd, rules, text, batch));
    }
    let mut padded = [b' '; REACH];
    padded.iter_mut().zip(text.as_bytes()).for_each(|(to, from)| *to = *from);
    dispatch!(level, simd => fill_last(simd, rules, text, &padded, batch))
}

#[inline(always)]
fn fill_whole<S: Simd>(simd: S, rules: &Rules, text: &str, batch: &mut Batch) -> usize {
    let reader = Reader::new(simd, rules);
    while !batch.is_full() {
        let start = batch.read();
        let rest = text.get(start..).unwrap_or_default();
        let Some(bytes) = rest.as_bytes().get(..REACH) else { return 0 };
        let window = Window { bytes, text: rest, len: WIDTH, is_last: false };
        if reader.read(window, batch) {
            return start + WIDTH - batch.read();
        }
    }
    0
}

#[inline(always)]
fn fill_last<S: Simd>(
    simd: S,
    rules: &Rules,
    text: &str,
    bytes: &[u8; REACH],
    batch: &mut Batch,
) -> usize {
    let window = Window { bytes, text, len: text.len(), is_last: true };
    let is_stopped = Reader::new(simd, rules).read(window, batch);
    if is_stopped { text.len() - batch.read() } else { 0 }
}
