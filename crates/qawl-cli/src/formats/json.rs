//! One document as one line of JSON.

use std::borrow::Cow;
use std::io::Write;

use qawl::quotes::{Candidate, Opener, Reason, Refused, Rule};
use qawl::{Document, Mention, Profile, Quote, Scheme, Span, Token};
use serde::Serialize;

use crate::error::Failure;
use crate::offsets::{Converter, Offsets};

/// The version of this format.
pub(crate) const SCHEMA: &str = "qawl/1";

/// A line. Each command fills the keys that it answers for; their order is this one.
///
/// It holds no more than where things are: sentences, tokens and names, of which there are many, are
/// written as they are gone through; what is rare goes by way of serde.
#[derive(Debug, Default)]
pub(crate) struct Record<'a> {
    doc: &'a str,
    /// The unit of all spans.
    to: Option<&'a Converter<'a>>,
    profile: Option<Profile>,
    text: Option<&'a str>,
    sentences: Option<&'a [Span]>,
    tokens: Option<&'a [Token]>,
    words: Option<(Scheme, Vec<WordRecord<'a>>)>,
    mentions: Option<&'a [Mention<'a>]>,
    quotes: Option<&'a [Quote]>,
    refused: Option<&'a [Refused]>,
}

/// Quotation marks without a quote.
#[derive(Debug, Serialize)]
struct RefusedRecord {
    span: Offsets,
    reason: &'static str,
}

/// A word in pieces.
#[derive(Debug, Serialize)]
pub(crate) struct WordRecord<'a> {
    pub(crate) span: Offsets,
    pub(crate) pieces: Vec<PieceRecord<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PieceRecord<'a> {
    pub(crate) span: Offsets,
    pub(crate) form: Cow<'a, str>,
    pub(crate) role: qawl::segment::Role,
}

#[derive(Debug, Serialize)]
pub(crate) struct QuoteRecord<'a> {
    pub(crate) id: usize,
    pub(crate) r#type: &'static str,
    pub(crate) content: Vec<Offsets>,
    pub(crate) cue: Option<Offsets>,
    pub(crate) source: Option<Offsets>,
    pub(crate) speaker: Option<&'a str>,
    pub(crate) r#in: Option<usize>,
    pub(crate) rule: &'static str,
    pub(crate) confidence: f64,
    pub(crate) balance: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<ReasonRecord<'a>>,
}

/// Why a quote is as it is.
#[derive(Debug, Serialize)]
struct ReasonRecord<'a> {
    pattern: &'static str,
    opener: Option<&'static str>,
    candidates: Vec<CandidateRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct CandidateRecord<'a> {
    name: &'a str,
    span: Offsets,
    place: &'static str,
    verdict: &'static str,
}

impl<'a> ReasonRecord<'a> {
    fn new(rule: Rule, reason: &'a Reason, to: &Converter<'_>) -> Self {
        let candidate = |candidate: &'a Candidate| CandidateRecord {
            name: &candidate.name,
            span: to.convert(candidate.span),
            place: candidate.place.as_str(),
            verdict: candidate.verdict.as_str(),
        };
        Self {
            pattern: rule.pattern(),
            opener: reason.opener.map(Opener::as_str),
            candidates: reason.candidates.iter().map(candidate).collect(),
        }
    }
}

impl<'a> QuoteRecord<'a> {
    pub(crate) fn new(quote: &'a Quote, to: &Converter<'_>) -> Self {
        Self {
            id: quote.id,
            r#type: quote.kind.as_str(),
            content: to.convert_all(&quote.content),
            cue: quote.cue.as_ref().map(|cue| to.convert(cue.span)),
            source: quote.source.map(|source| to.convert(source)),
            speaker: quote.speaker.as_ref().map(|speaker| speaker.name.as_str()),
            r#in: quote.within,
            rule: quote.rule.as_str(),
            confidence: (f64::from(quote.confidence) * 100.0).round() / 100.0,
            balance: quote.balance.as_str(),
            why: quote.why.as_ref().map(|why| ReasonRecord::new(quote.rule, why, to)),
        }
    }
}

impl<'a> Record<'a> {
    /// A line that says nothing yet.
    pub(crate) fn new(doc: &'a str) -> Self {
        Self { doc, ..Self::default() }
    }

    /// The same with the unit of the spans that will be added.
    pub(crate) fn unit(self, converter: &'a Converter<'a>) -> Self {
        Self { to: Some(converter), ..self }
    }

    /// The profile that it was normalized by, if by one.
    pub(crate) fn profile(self, profile: impl Into<Option<Profile>>) -> Self {
        Self { profile: profile.into(), ..self }
    }

    /// A text of its own in place of spans of the source.
    pub(crate) fn text(self, text: &'a str) -> Self {
        Self { text: Some(text), ..self }
    }

    pub(crate) fn words(self, scheme: Scheme, words: Vec<WordRecord<'a>>) -> Self {
        Self { words: Some((scheme, words)), ..self }
    }

    pub(crate) fn sentences(self, sentences: &'a [Span]) -> Self {
        Self { sentences: Some(sentences), ..self }
    }

    pub(crate) fn tokens(self, tokens: &'a [Token]) -> Self {
        Self { tokens: Some(tokens), ..self }
    }

    pub(crate) fn mentions(self, mentions: &'a [Mention<'a>]) -> Self {
        Self { mentions: Some(mentions), ..self }
    }

    pub(crate) fn quotes(self, quotes: &'a [Quote]) -> Self {
        Self { quotes: Some(quotes), ..self }
    }

    /// Quotation marks that hold no quote, and why, if that was asked for.
    pub(crate) fn refused(self, refused: Option<&'a [Refused]>) -> Self {
        Self { refused, ..self }
    }

    /// Every key of a whole document.
    pub(crate) fn document(self, document: &'a Document<'_>) -> Self {
        self.profile(document.profile())
            .sentences(document.sentences())
            .tokens(document.tokens())
            .mentions(document.mentions())
            .quotes(document.quotes())
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        let in_bytes = Converter::in_bytes();
        let mut line = Line { out, to: self.to.unwrap_or(&in_bytes) };
        line.begin(self.doc)?;
        if let Some(to) = self.to {
            line.value("offset_unit", to.unit().as_str())?;
        }
        if let Some(profile) = self.profile {
            line.key("profile");
            write!(line.out, "\"{profile}\"")?;
        }
        if let Some((scheme, _)) = &self.words {
            line.value("scheme", scheme.as_str())?;
        }
        if let Some(text) = self.text {
            line.value("text", text)?;
        }
        self.write_lists(&mut line)?;
        line.raw("}\n");
        Ok(())
    }

    fn write_lists(&self, line: &mut Line<'_, '_>) -> Result<(), Failure> {
        if let Some(sentences) = self.sentences {
            line.list("sentences", sentences, Line::span)?;
        }
        if let Some(tokens) = self.tokens {
            line.list("tokens", tokens, Line::token)?;
        }
        if let Some((_, words)) = &self.words {
            line.value("words", words)?;
        }
        if let Some(mentions) = self.mentions {
            line.list("mentions", mentions, Line::mention)?;
        }
        if let Some(quotes) = self.quotes {
            let quote = |quote| QuoteRecord::new(quote, line.to);
            line.value("quotes", &quotes.iter().map(quote).collect::<Vec<_>>())?;
        }
        if let Some(refused) = self.refused {
            let record = |refused: &Refused| RefusedRecord {
                span: line.to.convert(refused.span),
                reason: refused.reason.as_str(),
            };
            line.value("refused", &refused.iter().map(record).collect::<Vec<_>>())?;
        }
        Ok(())
    }
}

/// A line that is being written.
struct Line<'o, 'a> {
    out: &'o mut Vec<u8>,
    to: &'a Converter<'a>,
}

impl Line<'_, '_> {
    fn begin(&mut self, doc: &str) -> Result<(), Failure> {
        self.raw("{\"schema\":\"");
        self.raw(SCHEMA);
        self.raw("\"");
        self.value("doc", doc)
    }

    /// What needs no escapes.
    fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    /// A key of ours, behind others.
    fn key(&mut self, key: &str) {
        self.raw(",\"");
        self.raw(key);
        self.raw("\":");
    }

    fn value(&mut self, key: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Failure> {
        self.key(key);
        Ok(serde_json::to_writer(&mut *self.out, value)?)
    }

    fn list<T>(
        &mut self,
        key: &str,
        items: &[T],
        mut write: impl FnMut(&mut Self, &T) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.key(key);
        self.raw("[");
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.raw(",");
            }
            write(self, item)?;
        }
        self.raw("]");
        Ok(())
    }

    fn span(&mut self, span: &Span) -> Result<(), Failure> {
        let Offsets(start, end) = self.to.convert(*span);
        let mut digits = itoa::Buffer::new();
        self.raw("[");
        self.raw(digits.format(start));
        self.raw(",");
        self.raw(digits.format(end));
        self.raw("]");
        Ok(())
    }

    fn token(&mut self, token: &Token) -> Result<(), Failure> {
        self.raw("{\"span\":");
        self.span(&token.span)?;
        self.raw(",\"kind\":\"");
        self.raw(token.kind.as_str());
        self.raw("\"}");
        Ok(())
    }

    fn mention(&mut self, mention: &Mention<'_>) -> Result<(), Failure> {
        self.raw("{\"span\":");
        self.span(&mention.span)?;
        self.value("type", &mention.kind)?;
        self.value("id", &mention.id)?;
        self.value("name", &mention.name)?;
        self.list("clitics", &mention.clitics, Self::span)?;
        self.raw("}");
        Ok(())
    }
}

/// Any value as one line.
pub(crate) fn write_line(value: &impl Serialize, out: &mut Vec<u8>) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value)?;
    Ok(out.write_all(b"\n")?)
}
