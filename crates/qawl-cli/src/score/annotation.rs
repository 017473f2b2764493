//! Quotes as files have them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use qawl::{OffsetMap, OffsetUnit, Span};
use serde::{Deserialize, Serialize};

use crate::error::{Failure, not_json};
use crate::files::{label, read_text};
use crate::score::words::word_starts;

/// The quotes of one document, and where they were read.
#[derive(Debug)]
pub(crate) struct Annotation {
    line: Line,
    file: PathBuf,
    number: usize,
}

#[derive(Debug, Deserialize)]
struct Line {
    doc: String,
    #[serde(default = "chars")]
    offset_unit: OffsetUnit,
    quotes: Vec<Marked>,
}

/// What people count in, who mark texts with other programs.
fn chars() -> OffsetUnit {
    OffsetUnit::Chars
}

#[derive(Debug, Deserialize)]
struct Marked {
    r#type: Kind,
    /// In the unit of the line.
    content: Vec<Span>,
    cue: Option<Span>,
    speaker: Option<String>,
    #[serde(default)]
    optional: bool,
}

/// Whether the words are the speaker's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Direct,
    Indirect,
    Mixed,
}

impl Kind {
    pub(crate) const ALL: [Self; 3] = [Self::Direct, Self::Indirect, Self::Mixed];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// A quote to compare.
#[derive(Debug)]
pub(crate) struct Quoted<'a> {
    pub(crate) kind: Kind,
    /// Where the words that it covers start.
    pub(crate) words: BTreeSet<usize>,
    pub(crate) cue: Option<Span>,
    pub(crate) speaker: Option<&'a str>,
    /// Whether careful readers judge it differently.
    pub(crate) optional: bool,
}

/// The annotations of a file by document.
pub(crate) fn read_annotations(file: &Path) -> Result<BTreeMap<String, Annotation>, Failure> {
    let mut annotations = BTreeMap::new();
    for (number, text) in (1..).zip(read_text(file)?.lines()) {
        if text.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(text)
            .map_err(|error| Failure::at_line(label(file), number, not_json(&error)))?;
        let doc = line.doc.clone();
        let annotation = Annotation { line, file: file.to_owned(), number };
        if annotations.insert(doc, annotation).is_some() {
            let message = "a second line for the same document, expected one";
            return Err(Failure::at_line(label(file), number, message));
        }
    }
    Ok(annotations)
}

impl Annotation {
    /// The quotes as places in their text.
    pub(crate) fn resolve(&self, text: &str) -> Result<Vec<Quoted<'_>>, Failure> {
        let bytes = Bytes { text, map: OffsetMap::new(text), unit: self.line.offset_unit };
        let resolve = |marked| {
            quoted(marked, &bytes).map_err(|span| {
                let unit = self.line.offset_unit;
                let message = format!("{span:?} is no place in the text, counted in {unit}");
                Failure::at_line(label(&self.file), self.number, message)
            })
        };
        self.line.quotes.iter().map(resolve).collect()
    }
}

fn quoted<'a>(marked: &'a Marked, bytes: &Bytes<'_>) -> Result<Quoted<'a>, Span> {
    let mut words = BTreeSet::new();
    for &span in &marked.content {
        words.extend(word_starts(bytes.text, bytes.of(span)?));
    }
    Ok(Quoted {
        kind: marked.r#type,
        words,
        cue: marked.cue.map(|cue| bytes.of(cue)).transpose()?,
        speaker: marked.speaker.as_deref(),
        optional: marked.optional,
    })
}

/// Back to bytes.
struct Bytes<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
    unit: OffsetUnit,
}

impl Bytes<'_> {
    /// The bytes of a span, or the span where it is no place in the text.
    fn of(&self, span: Span) -> Result<Span, Span> {
        let bytes = match self.unit {
            OffsetUnit::Bytes => span,
            OffsetUnit::Chars => self.map.from_chars(span.range()),
            OffsetUnit::Utf16 => self.map.from_utf16(span.range()),
        };
        // An offset out of place was moved into the text: it does not come back.
        let fits =
            bytes.get(self.text).is_some() && self.map.to_unit(bytes, self.unit) == span.range();
        if fits { Ok(bytes) } else { Err(span) }
    }
}
