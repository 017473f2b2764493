//! One document as one line of JSON.

use std::io::Write;

use qawl::quotes::{Candidate, Opener, Reason, Refused, Rule};
use qawl::{Document, Mention, Quote, Scheme, Span, Token};
use serde::Serialize;

use crate::error::Failure;
use crate::offsets::{Converter, Offsets};

/// The version of this format.
const SCHEMA: &str = "qawl/1";

/// A line. Each command fills the keys that it answers for; their order is this one.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Record<'a> {
    schema: &'static str,
    doc: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset_unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    profile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scheme: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sentences: Option<Vec<Offsets>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<Vec<TokenRecord>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Vec<WordRecord>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mentions: Option<Vec<MentionRecord<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<Vec<QuoteRecord<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Vec<RefusedRecord>>,
}

/// Quotation marks without a quote.
#[derive(Debug, Serialize)]
struct RefusedRecord {
    span: Offsets,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct TokenRecord {
    span: Offsets,
    kind: &'static str,
}

/// A word in pieces.
#[derive(Debug, Serialize)]
pub(crate) struct WordRecord {
    pub(crate) span: Offsets,
    pub(crate) pieces: Vec<PieceRecord>,
}

#[derive(Debug, Serialize)]
pub(crate) struct PieceRecord {
    pub(crate) span: Offsets,
    pub(crate) form: String,
    pub(crate) role: qawl::segment::Role,
}

#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    span: Offsets,
    r#type: &'a str,
    id: Option<&'a str>,
    name: &'a str,
    clitics: Vec<Offsets>,
}

#[derive(Debug, Serialize)]
struct QuoteRecord<'a> {
    id: usize,
    r#type: &'static str,
    content: Vec<Offsets>,
    cue: Option<Offsets>,
    source: Option<Offsets>,
    speaker: Option<&'a str>,
    r#in: Option<usize>,
    rule: &'static str,
    confidence: f64,
    balance: &'static str,
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

impl<'a> Record<'a> {
    /// A line that says nothing yet.
    pub(crate) fn new(doc: &'a str) -> Self {
        Self { schema: SCHEMA, doc, ..Self::default() }
    }

    /// The same with the unit of the spans that will be added.
    pub(crate) fn unit(self, converter: &Converter<'_>) -> Self {
        Self { offset_unit: Some(converter.unit().as_str()), ..self }
    }

    /// The profile that it was normalized by, if by one.
    pub(crate) fn profile(self, profile: impl Into<Option<qawl::Profile>>) -> Self {
        Self { profile: profile.into().map(|profile| profile.to_string()), ..self }
    }

    /// A text of its own in place of spans of the source.
    pub(crate) fn text(self, text: &'a str) -> Self {
        Self { text: Some(text), ..self }
    }

    pub(crate) fn words(self, scheme: Scheme, words: Vec<WordRecord>) -> Self {
        Self { scheme: Some(scheme.as_str()), words: Some(words), ..self }
    }

    pub(crate) fn sentences(self, sentences: &[Span], to: &Converter<'_>) -> Self {
        Self { sentences: Some(to.convert_all(sentences)), ..self }
    }

    pub(crate) fn tokens(self, tokens: &[Token], to: &Converter<'_>) -> Self {
        let record =
            |token: &Token| TokenRecord { span: to.convert(token.span), kind: token.kind.as_str() };
        Self { tokens: Some(tokens.iter().map(record).collect()), ..self }
    }

    pub(crate) fn mentions(self, mentions: &'a [Mention<'a>], to: &Converter<'_>) -> Self {
        let record = |mention: &'a Mention<'a>| MentionRecord {
            span: to.convert(mention.span),
            r#type: &mention.kind,
            id: mention.id.as_deref(),
            name: &mention.name,
            clitics: to.convert_all(&mention.clitics),
        };
        Self { mentions: Some(mentions.iter().map(record).collect()), ..self }
    }

    pub(crate) fn quotes(self, quotes: &'a [Quote], to: &Converter<'_>) -> Self {
        let record = |quote: &'a Quote| QuoteRecord {
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
        };
        Self { quotes: Some(quotes.iter().map(record).collect()), ..self }
    }

    /// Quotation marks that hold no quote, and why, if that was asked for.
    pub(crate) fn refused(self, refused: Option<&[Refused]>, to: &Converter<'_>) -> Self {
        let record = |refused: &Refused| RefusedRecord {
            span: to.convert(refused.span),
            reason: refused.reason.as_str(),
        };
        Self { refused: refused.map(|all| all.iter().map(record).collect()), ..self }
    }

    /// Every key of a whole document.
    pub(crate) fn document(self, document: &'a Document<'_>, to: &Converter<'_>) -> Self {
        self.unit(to)
            .profile(document.profile())
            .sentences(document.sentences(), to)
            .tokens(document.tokens(), to)
            .mentions(document.mentions(), to)
            .quotes(document.quotes(), to)
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) -> Result<(), Failure> {
        write_line(self, out)
    }
}

/// Any value as one line.
pub(crate) fn write_line(value: &impl Serialize, out: &mut Vec<u8>) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value)?;
    Ok(out.write_all(b"\n")?)
}
