//! Bytes counted in characters, once, at the edge.

use std::sync::OnceLock;

use qawl::{OffsetCursor, OffsetMap, OffsetUnit, Span};

/// Converts the spans of one text, mostly asked for in its order, in one pass.
#[derive(Debug)]
pub(crate) struct Chars<'t> {
    map: OffsetMap<'t>,
    cursor: OffsetCursor,
}

impl<'t> Chars<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { map: OffsetMap::new(text), cursor: OffsetCursor::default() }
    }

    pub(crate) fn of(&mut self, span: Span) -> Span {
        self.cursor.to_unit(&self.map, span, OffsetUnit::Chars).into()
    }
}

/// A text that converts spans both ways at any time: by a table of where characters start, made when it
/// is first needed, four bytes a character.
#[derive(Debug)]
pub(crate) struct Indexed {
    pub(crate) text: Box<str>,
    starts: OnceLock<Box<[u32]>>,
}

impl Indexed {
    pub(crate) fn new(text: impl Into<Box<str>>) -> Self {
        Self { text: text.into(), starts: OnceLock::new() }
    }

    /// Characters to bytes. What is behind the end is the end.
    pub(crate) fn to_bytes(&self, start: usize, end: usize) -> Span {
        Span::new(self.byte_of(start), self.byte_of(end))
    }

    /// Bytes to characters.
    pub(crate) fn to_chars(&self, span: Span) -> Span {
        Span::new(self.char_of(span.start()), self.char_of(span.end()))
    }

    fn starts(&self) -> &[u32] {
        let start = |(at, _)| u32::try_from(at).unwrap_or(u32::MAX);
        self.starts.get_or_init(|| self.text.char_indices().map(start).collect())
    }

    fn byte_of(&self, at: usize) -> usize {
        self.starts().get(at).map_or(self.text.len(), |&byte| byte as usize)
    }

    fn char_of(&self, byte: usize) -> usize {
        self.starts().partition_point(|&start| (start as usize) < byte)
    }
}
