//! Spans in the unit that was asked for.

use std::cell::Cell;

use qawl::{OffsetCursor, OffsetMap, OffsetUnit, Span};
use serde::Serialize;

/// The unit of offsets.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(crate) struct Unit {
    /// What offsets count: bytes (of UTF-8), chars (as Python), utf16 (as JavaScript and Java).
    #[arg(long = "offsets", value_name = "UNIT", default_value_t = OffsetUnit::Bytes)]
    pub(crate) unit: OffsetUnit,
}

/// A span in that unit, written as `[start, end]`.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Offsets(pub(crate) usize, pub(crate) usize);

/// Converts the spans of one text, which are mostly asked for in its order.
#[derive(Debug)]
pub(crate) struct Converter<'t> {
    unit: OffsetUnit,
    /// None for bytes, which need no counting.
    map: Option<OffsetMap<'t>>,
    cursor: Cell<OffsetCursor>,
}

impl<'t> Converter<'t> {
    pub(crate) fn new(text: &'t str, unit: Unit) -> Self {
        let unit = unit.unit;
        let map = (unit != OffsetUnit::Bytes).then(|| OffsetMap::new(text));
        Self { unit, map, cursor: Cell::default() }
    }

    /// One that has nothing to do.
    pub(crate) fn in_bytes() -> Self {
        Self::new("", Unit { unit: OffsetUnit::Bytes })
    }

    pub(crate) const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    pub(crate) fn convert(&self, span: Span) -> Offsets {
        let Some(map) = &self.map else { return Offsets(span.start(), span.end()) };
        let mut cursor = self.cursor.get();
        let range = cursor.to_unit(map, span, self.unit);
        self.cursor.set(cursor);
        Offsets(range.start, range.end)
    }

    pub(crate) fn convert_all(&self, spans: &[Span]) -> Vec<Offsets> {
        spans.iter().map(|&span| self.convert(span)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_any_order_the_same_as_by_the_map() {
        let text = "نعم 😀 yes ".repeat(60); // "yes", an emoji
        let map = OffsetMap::new(&text);
        for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
            let to = Converter::new(&text, Unit { unit });
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let far = places.iter().step_by(97).rev();
            for &at in places.iter().chain(far) {
                let span = Span::new(at, text.len());
                let expected = map.to_unit(span, unit);
                let Offsets(start, end) = to.convert(span);
                assert_eq!((start, end), (expected.start, expected.end));
            }
            let steps = places.windows(2).map(|pair| Span::new(pair[0], pair[1]));
            for span in steps {
                let Offsets(start, end) = to.convert(span);
                assert_eq!(start..end, map.to_unit(span, unit));
            }
        }
    }
}
