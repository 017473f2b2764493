//! Spans in the unit that was asked for.

use qawl::{OffsetMap, OffsetUnit, Span};
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

/// Converts the spans of one text.
#[derive(Debug)]
pub(crate) struct Converter<'t> {
    unit: OffsetUnit,
    /// None for bytes, which need no counting.
    map: Option<OffsetMap<'t>>,
}

impl<'t> Converter<'t> {
    pub(crate) fn new(text: &'t str, unit: Unit) -> Self {
        let unit = unit.unit;
        Self { unit, map: (unit != OffsetUnit::Bytes).then(|| OffsetMap::new(text)) }
    }

    pub(crate) const fn unit(&self) -> OffsetUnit {
        self.unit
    }

    pub(crate) fn convert(&self, span: Span) -> Offsets {
        let range = self.map.as_ref().map_or(span.range(), |map| map.to_unit(span, self.unit));
        Offsets(range.start, range.end)
    }

    pub(crate) fn convert_all(&self, spans: &[Span]) -> Vec<Offsets> {
        spans.iter().map(|&span| self.convert(span)).collect()
    }
}
