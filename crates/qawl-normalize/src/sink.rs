//! Where the engine's events go.

use alloc::borrow::Cow;
use alloc::string::String;

use qawl_core::AlignmentBuilder;

use crate::Normalized;
#[cfg(feature = "simd")]
use crate::blocks::{Batch, Masks, SWAPPED};
#[cfg(not(feature = "simd"))]
use crate::rules::Rules;
#[cfg(not(feature = "simd"))]
use crate::windows::Window;

/// Takes what happens to the source, piece by piece, front to back.
pub(crate) trait Sink {
    /// These characters stay.
    fn keep(&mut self, text: &str);
    /// These characters of the source become `result`, as one piece. Neither is empty.
    fn replace(&mut self, source: &str, result: &str);
    /// This character becomes `result`.
    fn exchange(&mut self, source: &str, result: char) {
        self.replace(source, result.encode_utf8(&mut [0; 4]));
    }
    /// These characters vanish.
    fn delete(&mut self, source: &str);
    /// These characters became what the batch says.
    #[cfg(feature = "simd")]
    fn batch(&mut self, source: &str, batch: &Batch);
    /// These characters became what the window says, which is not what they were.
    #[cfg(not(feature = "simd"))]
    fn window(&mut self, rules: &Rules, source: &str, window: &Window<'_>);
    /// Whether nothing more needs to be said.
    fn is_done(&self) -> bool {
        false
    }
}

/// Writes the result.
#[derive(Debug)]
pub(crate) struct Written<'o> {
    out: &'o mut String,
}

impl<'o> Written<'o> {
    pub(crate) const fn new(out: &'o mut String) -> Self {
        Self { out }
    }
}

impl Sink for Written<'_> {
    fn keep(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn replace(&mut self, _source: &str, result: &str) {
        self.out.push_str(result);
    }

    fn exchange(&mut self, _source: &str, result: char) {
        self.out.push(result);
    }

    fn delete(&mut self, _source: &str) {}

    #[cfg(feature = "simd")]
    fn batch(&mut self, source: &str, batch: &Batch) {
        push_batch(self.out, source, batch);
    }

    #[cfg(not(feature = "simd"))]
    #[inline(always)]
    fn window(&mut self, rules: &Rules, source: &str, window: &Window<'_>) {
        window.write(rules, source, self.out);
    }
}

/// The result of a batch is made of whole characters, but only the compiler of the standard library
/// could take our word for it: it is validated, which `simdutf8` does many bytes at a time.
#[cfg(feature = "simd")]
fn push_batch(out: &mut String, source: &str, batch: &Batch) {
    if !batch.is_changed() {
        out.push_str(source);
    } else {
        let result = simdutf8::basic::from_utf8(batch.bytes());
        debug_assert!(result.is_ok(), "half a character in {:?}", batch.bytes());
        out.push_str(result.unwrap_or_default());
    }
}

/// Writes the result from the first change on; until then only counts.
#[derive(Debug)]
pub(crate) struct Lazy<'a> {
    source: &'a str,
    unchanged: usize,
    out: Option<String>,
}

impl<'a> Lazy<'a> {
    pub(crate) const fn new(source: &'a str) -> Self {
        Self { source, unchanged: 0, out: None }
    }

    pub(crate) fn finish(self) -> Cow<'a, str> {
        self.out.map_or(Cow::Borrowed(self.source), Cow::Owned)
    }

    fn changed(&mut self) -> &mut String {
        let (source, unchanged) = (self.source, self.unchanged);
        self.out.get_or_insert_with(|| {
            let mut out = String::with_capacity(source.len());
            out.push_str(source.get(..unchanged).unwrap_or_default());
            out
        })
    }
}

impl Sink for Lazy<'_> {
    fn keep(&mut self, text: &str) {
        match &mut self.out {
            Some(out) => out.push_str(text),
            None => self.unchanged += text.len(),
        }
    }

    fn replace(&mut self, _source: &str, result: &str) {
        self.changed().push_str(result);
    }

    fn delete(&mut self, _source: &str) {
        self.changed();
    }

    #[cfg(feature = "simd")]
    fn batch(&mut self, source: &str, batch: &Batch) {
        if batch.is_changed() {
            push_batch(self.changed(), source, batch);
        } else {
            self.keep(source);
        }
    }

    #[cfg(not(feature = "simd"))]
    #[inline(always)]
    fn window(&mut self, rules: &Rules, source: &str, window: &Window<'_>) {
        window.write(rules, source, self.changed());
    }
}

/// Writes the result and the way back.
#[derive(Debug)]
pub(crate) struct Aligned<'a> {
    text: Lazy<'a>,
    alignment: AlignmentBuilder,
    /// Whether the result has begun.
    begun: bool,
}

impl<'a> Aligned<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self { text: Lazy::new(source), alignment: AlignmentBuilder::new(), begun: false }
    }

    pub(crate) fn finish(self) -> Normalized<'a> {
        Normalized::new(self.text.finish(), self.alignment.finish())
    }

    #[cfg(feature = "simd")]
    fn window(&mut self, masks: Masks) {
        let mut rest = masks;
        while let Some((before, behind)) = rest.split() {
            self.alignment.block(before.len, before.starts, before.kept);
            self.group(SWAPPED / 2, SWAPPED, SWAPPED);
            rest = behind;
        }
        self.alignment.block(rest.len, rest.starts, rest.kept);
    }

    /// Characters of `source` bytes, the first one of `first`, become `result` bytes.
    ///
    /// Characters that vanish join the one before them, so this way the builder makes one piece of
    /// them, also where source and result happen to have the same length.
    fn group(&mut self, first: usize, source: usize, result: usize) {
        self.alignment.replace(first, result);
        self.alignment.delete(source - first);
        self.begun = true;
    }

    fn keep_len(&mut self, len: usize) {
        if len > 0 {
            self.alignment.keep(len);
        }
    }
}

impl Sink for Aligned<'_> {
    /// What is deleted behind the stretch belongs to its last character alone, and what was deleted
    /// before it, at the start of the text, to its first.
    fn keep(&mut self, text: &str) {
        self.text.keep(text);
        let last = text.chars().next_back().map_or(0, char::len_utf8);
        let mut rest = text.len() - last;
        if !self.begun && rest > 0 {
            let first = first_len(text);
            self.keep_len(first);
            rest -= first;
        }
        self.keep_len(rest);
        self.keep_len(last);
        self.begun |= last > 0;
    }

    fn replace(&mut self, source: &str, result: &str) {
        self.text.replace(source, result);
        self.group(first_len(source), source.len(), result.len());
    }

    fn delete(&mut self, source: &str) {
        self.text.delete(source);
        self.alignment.delete(source.len());
    }

    /// Every window ends where nothing behind it belongs to it, so that unchanged ones in a row are
    /// kept as one piece.
    #[cfg(feature = "simd")]
    fn batch(&mut self, source: &str, batch: &Batch) {
        self.text.batch(source, batch);
        let mut at = 0;
        if !self.begun && batch.moved().first().is_none_or(|first| first.at > 0) {
            // The first character of all takes what was deleted before it.
            at = first_len(source);
            self.keep_len(at);
        }
        for masks in batch.moved() {
            self.keep_len(masks.at - at);
            self.window(*masks);
            at = masks.at + masks.len;
        }
        self.keep_len(source.len() - at);
        self.begun |= !batch.bytes().is_empty();
    }

    #[cfg(not(feature = "simd"))]
    fn window(&mut self, rules: &Rules, source: &str, window: &Window<'_>) {
        self.text.window(rules, source, window);
        self.alignment.block(source.len(), window.starts(), window.kept());
        self.begun |= window.kept() != 0;
    }
}

fn first_len(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Asks only whether anything changes.
#[derive(Debug, Default)]
pub(crate) struct Changed {
    changed: bool,
}

impl Changed {
    pub(crate) const fn changed(&self) -> bool {
        self.changed
    }
}

impl Sink for Changed {
    fn keep(&mut self, _text: &str) {}

    fn replace(&mut self, _source: &str, _result: &str) {
        self.changed = true;
    }

    fn delete(&mut self, _source: &str) {
        self.changed = true;
    }

    #[cfg(feature = "simd")]
    fn batch(&mut self, _source: &str, batch: &Batch) {
        self.changed |= batch.is_changed();
    }

    #[cfg(not(feature = "simd"))]
    fn window(&mut self, _rules: &Rules, _source: &str, _window: &Window<'_>) {
        self.changed = true;
    }

    fn is_done(&self) -> bool {
        self.changed
    }
}
