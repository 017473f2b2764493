//! Offsets in other units.

use qawl_core::{OffsetCursor, OffsetMap, OffsetUnit, Span};

/// Characters and UTF-16 units are what `chars` and `encode_utf16` count, and lead back.
pub fn offsets_count_what_std_counts(text: &str, span: Span) {
    let map = OffsetMap::new(text);
    let (before, until) = (&text[..span.start()], &text[..span.end()]);
    let chars = before.chars().count()..until.chars().count();
    let utf16 = before.encode_utf16().count()..until.encode_utf16().count();
    assert_eq!(map.to_chars(span), chars);
    assert_eq!(map.to_utf16(span), utf16);
    assert_eq!(map.to_unit(span, OffsetUnit::Bytes), span.range());
    assert_eq!(OffsetCursor::default().to_unit(&map, span, OffsetUnit::Utf16), utf16);
    assert_eq!(map.from_chars(chars), span);
    assert_eq!(map.from_utf16(utf16), span);
}
