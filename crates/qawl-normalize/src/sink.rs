//! Where the engine's events go.

use alloc::borrow::Cow;
use alloc::string::String;

use qawl_core::AlignmentBuilder;

use crate::Normalized;

/// Takes what happens to the source, piece by piece, front to back.
pub(crate) trait Sink {
    /// These characters stay.
    fn keep(&mut self, text: &str);
    /// These characters of the source become `result`, as one piece. Neither is empty.
    fn replace(&mut self, source: &str, result: &str);
    /// These characters vanish.
    fn delete(&mut self, source: &str);
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

    fn delete(&mut self, _source: &str) {}
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

    /// Characters that vanish join the one before them, so this way the builder makes one piece of
    /// them, also where source and result happen to have the same length.
    fn replace(&mut self, source: &str, result: &str) {
        self.text.replace(source, result);
        let first = first_len(source);
        self.alignment.replace(first, result.len());
        self.alignment.delete(source.len() - first);
        self.begun = true;
    }

    fn delete(&mut self, source: &str) {
        self.text.delete(source);
        self.alignment.delete(source.len());
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

    fn is_done(&self) -> bool {
        self.changed
    }
}
