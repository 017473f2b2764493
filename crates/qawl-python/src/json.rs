//! A document as the command writes it: the same keys in the same order, on one line.

use qawl::quotes::{Candidate, Opener, Reason, Rule};
use qawl::{Annotations, Mention, OffsetUnit, Profile, Quote, Span};
use serde::Serialize;

/// The version of this format.
const SCHEMA: &str = "qawl/1";

#[derive(Debug, Serialize)]
pub(crate) struct Record<'a> {
    schema: &'static str,
    doc: &'a str,
    offset_unit: OffsetUnit,
    profile: String,
    sentences: &'a [Span],
    tokens: Vec<TokenRecord>,
    mentions: &'a [Mention<'static>],
    quotes: Vec<QuoteRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct TokenRecord {
    span: Span,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
pub(crate) struct QuoteRecord<'a> {
    id: usize,
    r#type: &'static str,
    content: &'a [Span],
    cue: Option<Span>,
    source: Option<Span>,
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
    span: Span,
    place: &'static str,
    verdict: &'static str,
}

impl<'a> Record<'a> {
    pub(crate) fn new(doc: &'a str, profile: Profile, found: &'a Annotations) -> Self {
        let token =
            |token: &qawl::Token| TokenRecord { span: token.span, kind: token.kind.as_str() };
        Self {
            schema: SCHEMA,
            doc,
            offset_unit: found.unit,
            profile: profile.to_string(),
            sentences: &found.sentences,
            tokens: found.tokens.iter().map(token).collect(),
            mentions: &found.mentions,
            quotes: found.quotes.iter().map(QuoteRecord::new).collect(),
        }
    }
}

impl<'a> QuoteRecord<'a> {
    pub(crate) fn new(quote: &'a Quote) -> Self {
        Self {
            id: quote.id,
            r#type: quote.kind.as_str(),
            content: &quote.content,
            cue: quote.cue.as_ref().map(|cue| cue.span),
            source: quote.source,
            speaker: quote.speaker.as_ref().map(|speaker| &*speaker.name),
            r#in: quote.within,
            rule: quote.rule.as_str(),
            confidence: (f64::from(quote.confidence) * 100.0).round() / 100.0,
            balance: quote.balance.as_str(),
            why: quote.why.as_ref().map(|why| ReasonRecord::new(quote.rule, why)),
        }
    }
}

impl<'a> ReasonRecord<'a> {
    fn new(rule: Rule, reason: &'a Reason) -> Self {
        let candidate = |candidate: &'a Candidate| CandidateRecord {
            name: &candidate.name,
            span: candidate.span,
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
