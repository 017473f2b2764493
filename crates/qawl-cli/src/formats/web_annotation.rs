//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>), as JSON-LD: a page of annotations a
//! document, a page a line.
//!
//! A quote is an annotation of its words, a target for each stretch of them; its bodies give the
//! speaker (purpose `identifying`) and the type (`classifying`), and a link to the quote in whose words
//! it stands (`linking`). Cue and source are annotations of their own, tagged so, with a link to their
//! quote. Positions count Unicode code points, whatever `--offsets` says: the standard knows no other.

use qawl::{Document, Mention, OffsetUnit, Quote, Span};
use serde::Serialize;

use crate::error::Failure;
use crate::formats::Layers;
use crate::formats::json::write_line;
use crate::offsets::{Converter, Offsets, Unit};

/// How many characters around a stretch help to find it in another version of the text.
const AROUND: usize = 32;

#[derive(Debug, Serialize)]
struct Page<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    items: Vec<Annotation<'a>>,
}

#[derive(Debug, Serialize)]
struct Annotation<'a> {
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    body: Vec<Body<'a>>,
    target: Vec<Target<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "type")]
enum Body<'a> {
    TextualBody { purpose: &'static str, value: &'a str },
    SpecificResource { purpose: &'static str, source: String },
}

#[derive(Debug, Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: [Selector<'a>; 2],
}

/// Two ways to the same stretch.
#[derive(Debug, Serialize)]
#[serde(tag = "type")]
enum Selector<'a> {
    TextPositionSelector { start: usize, end: usize },
    TextQuoteSelector { exact: &'a str, prefix: &'a str, suffix: &'a str },
}

/// Writes the page of a document.
pub(crate) fn write(
    id: &str,
    document: &Document<'_>,
    layers: Layers,
    out: &mut Vec<u8>,
) -> Result<(), Failure> {
    let text = document.text();
    let to = Converter::new(text, Unit { unit: OffsetUnit::Chars });
    let source = iri(id);
    // What follows the first number sign of an IRI is its fragment.
    let base = source.replace('#', "%23");
    let writer = Writer { text, to, source: &source, base: &base };
    let mut items = Vec::new();
    document.quotes().iter().for_each(|quote| writer.quote(quote, &mut items));
    if layers == Layers::All {
        items.extend((1..).zip(document.mentions()).map(|(n, mention)| writer.name(n, mention)));
    }
    let page = Page {
        context: "http://www.w3.org/ns/anno.jsonld",
        id: format!("{base}#annotations"),
        r#type: "AnnotationPage",
        items,
    };
    write_line(&page, out)
}

struct Writer<'a> {
    text: &'a str,
    to: Converter<'a>,
    source: &'a str,
    base: &'a str,
}

impl<'a> Writer<'a> {
    /// The annotations of a quote, its cue and its source.
    fn quote(&self, quote: &'a Quote, items: &mut Vec<Annotation<'a>>) {
        let name = |number: usize| format!("{}#quote-{number}", self.base);
        let own = name(quote.id);
        let mut body = Vec::new();
        if let Some(speaker) = &quote.speaker {
            body.push(Body::TextualBody { purpose: "identifying", value: &speaker.name });
        }
        body.push(Body::TextualBody { purpose: "classifying", value: quote.kind.as_str() });
        if let Some(outer) = quote.within {
            body.push(Body::SpecificResource { purpose: "linking", source: name(outer) });
        }
        items.push(self.annotation(own.clone(), "identifying", body, &quote.content));
        let cue = quote.cue.as_ref().map(|cue| cue.span);
        for (part, span) in [("cue", cue), ("source", quote.source)] {
            let Some(span) = span else { continue };
            let body = vec![
                Body::TextualBody { purpose: "tagging", value: part },
                Body::SpecificResource { purpose: "linking", source: own.clone() },
            ];
            items.push(self.annotation(format!("{own}-{part}"), "tagging", body, &[span]));
        }
    }

    fn name(&self, number: usize, mention: &'a Mention<'_>) -> Annotation<'a> {
        let body = vec![
            Body::TextualBody { purpose: "identifying", value: &mention.name },
            Body::TextualBody { purpose: "classifying", value: &mention.kind },
        ];
        let id = format!("{}#name-{number}", self.base);
        self.annotation(id, "identifying", body, &[mention.span])
    }

    fn annotation(
        &self,
        id: String,
        motivation: &'static str,
        body: Vec<Body<'a>>,
        spans: &[Span],
    ) -> Annotation<'a> {
        let target = spans.iter().map(|&span| self.target(span)).collect();
        Annotation { id, r#type: "Annotation", motivation, body, target }
    }

    fn target(&self, span: Span) -> Target<'a> {
        let Offsets(start, end) = self.to.convert(span);
        let before = self.text.get(..span.start()).unwrap_or_default();
        let behind = self.text.get(span.end()..).unwrap_or_default();
        let first = before.char_indices().rev().take(AROUND).last().map_or(0, |(at, _)| at);
        let last = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        let quote = Selector::TextQuoteSelector {
            exact: span.get(self.text).unwrap_or_default(),
            prefix: before.get(first..).unwrap_or_default(),
            suffix: behind.get(..last).unwrap_or_default(),
        };
        let selector = [Selector::TextPositionSelector { start, end }, quote];
        Target { source: self.source, selector }
    }
}

/// A document's id as an IRI, relative unless it is an address already: what may not stand in one is
/// written by its bytes.
pub(crate) fn iri(id: &str) -> String {
    let is_address = id.contains("://");
    let mut iri = String::with_capacity(id.len());
    for c in id.chars() {
        let stands = match c {
            '%' | '?' | '#' | ':' | '[' | ']' | '@' => is_address,
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            _ => !c.is_whitespace() && !c.is_control(),
        };
        if stands {
            iri.push(c);
        } else {
            let mut bytes = [0; 4];
            iri.extend(c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_iris() {
        assert_eq!(iri("قمة 1?"), "قمة%201%3F"); // "summit 1?"
        assert_eq!(iri("https://example.org/a?b=%20#c"), "https://example.org/a?b=%20#c");
    }
}
