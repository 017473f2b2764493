//! Spans in the unit that was asked for.

use qawl::{OffsetCursor, OffsetMap, OffsetUnit, Span};

/// Converts the spans of one text, which are mostly asked for in its order.
#[derive(Debug)]
pub(crate) struct Converter<'t> {
    unit: OffsetUnit,
    /// None for bytes, which need no counting.
    map: Option<OffsetMap<'t>>,
    cursor: OffsetCursor,
}

impl<'t> Converter<'t> {
    pub(crate) fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let map = (unit != OffsetUnit::Bytes).then(|| OffsetMap::new(text));
        Self { unit, map, cursor: OffsetCursor::default() }
    }

    pub(crate) const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    /// Start and end.
    pub(crate) fn convert(&mut self, span: Span) -> [i64; 2] {
        let range = match &self.map {
            None => span.range(),
            Some(map) => self.cursor.to_unit(map, span, self.unit),
        };
        [number(range.start), number(range.end)]
    }
}

/// No place in memory is behind the largest number.
pub(crate) fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
