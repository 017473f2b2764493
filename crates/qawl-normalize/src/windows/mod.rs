//! 64 bytes at a time without vectors: what [`blocks`](crate::blocks) do with the feature `simd`, by
//! loops that the compiler turns into what every processor of its kind can do.
//!
//! As there, a window begins at a character that nothing before it joins and ends where another
//! such one begins, its masks are the alignment, and what a mask cannot say is left to the
//! [engine](crate::engine). Unlike there, bytes cannot be put together: validating them would take
//! longer than all else. So a result is made of pieces that are strings already: stretches of the
//! source, or, where much vanishes, [pairs](pairs) out of a table.

use crate::engine::Engine;
use crate::rules::Rules;
use crate::sink::Sink;

use self::look::{NOTHING, REACH, WIDTH};

pub(crate) use self::classes::Classes;
pub(crate) use self::window::Window;

#[cfg(test)]
mod agree;
mod classes;
mod look;
mod pairs;
mod window;

/// How much of a text must be left for a window: its bytes, and what is written past its result, so
/// that room for as many bytes as the source has suffices.
const ROOM: usize = WIDTH + 16;

/// How far the engine walks at most before the next look at a window.
const FARTHEST: usize = 16 * WIDTH;

/// Tells `sink` what the rules do to `text`.
pub(crate) fn run<S: Sink>(rules: &Rules, text: &str, sink: &mut S) {
    let mut engine = Engine::new(rules, text, sink);
    if rules.changes_ascii_digits() {
        return engine.walk(text.len());
    }
    // What lies between the engine and here stays, which is told in one piece.
    let mut at = 0;
    let mut stride = WIDTH;
    let mut keys = [NOTHING; REACH];
    while text.len() - at >= ROOM && !engine.sink.is_done() {
        let rest = text.get(at..).unwrap_or_default();
        let window = Window::read(rules, rest, &mut keys);
        if !window.is_whole() {
            engine.take_window(at, &window);
        }
        at += window.len();
        if window.is_stopped() {
            // Where one window is the engine's, more are: it walks twice as far each time.
            engine.keep(at);
            engine.walk(at + stride);
            at = engine.at;
            stride = FARTHEST.min(2 * stride);
        } else {
            stride = WIDTH;
        }
    }
    engine.keep(at);
    engine.walk(text.len());
}
