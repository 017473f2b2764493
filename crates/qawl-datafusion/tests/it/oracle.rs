//! What the library says, written as JSON by hand.

use qawl::{
    Annotations, Document, OffsetMap, OffsetUnit, Pipeline, Profile, Scheme, Segmenter, Span,
    Token, TokenKind,
};
use serde_json::{Value, json};

/// Every call that a text is compared by, with what the library says.
pub(crate) struct Oracle {
    pipeline: Pipeline,
    segmenter: Segmenter,
}

impl Default for Oracle {
    fn default() -> Self {
        Self { pipeline: Pipeline::default(), segmenter: Segmenter::embedded() }
    }
}

/// A call, where `text` stands for the text, and the value it must have.
pub(crate) type Case = (String, Value);

impl Oracle {
    pub(crate) fn cases(&self, text: &str, unit: OffsetUnit) -> Vec<Case> {
        let document = self.pipeline.annotate(text);
        let found = document.offsets(unit);
        let lists = Lists { document: &document, found: &found };
        let mut cases = vec![
            (format!("qawl_sentences(text, '{unit}')"), lists.sentences(true)),
            (format!("qawl_tokens(text, '{unit}')"), lists.tokens(true)),
            (format!("qawl_mentions(text, '{unit}')"), lists.mentions(true)),
            (format!("qawl_quotes(text, '{unit}')"), lists.quotes(true)),
            (format!("qawl_annotate(text, '{unit}')"), lists.all()),
        ];
        for scheme in Scheme::ALL {
            let words = self.words(&document, scheme, unit);
            cases.push((format!("qawl_segment(text, '{scheme}', '{unit}')"), words));
        }
        for profile in Profile::ALL {
            let normalized = profile.normalizer().normalize(text).into_owned();
            cases.push((format!("qawl_normalize(text, '{}')", profile.name()), json!(normalized)));
        }
        cases
    }

    /// By the segmenter that remembers nothing.
    fn words(&self, document: &Document<'_>, scheme: Scheme, unit: OffsetUnit) -> Value {
        let map = OffsetMap::new(document.text());
        let to = |span: Span| map.to_unit(span, unit);
        let word = |token: &Token| {
            let text = document.text_of(token.span);
            let pieces = self.segmenter.segment(text).in_scheme(scheme).into_iter().map(|piece| {
                let span = to(piece.span.shift(token.span.start()));
                let role = format!("{:?}", piece.role).to_lowercase();
                json!({"start": span.start, "end": span.end, "form": piece.form, "role": role})
            });
            let (span, pieces) = (to(token.span), pieces.collect::<Vec<_>>());
            json!({"start": span.start, "end": span.end, "text": text, "pieces": pieces})
        };
        let words = document.tokens().iter().filter(|token| token.kind == TokenKind::Word);
        words.map(word).collect()
    }
}

/// A document, and the same in the unit that is wanted.
struct Lists<'d> {
    document: &'d Document<'d>,
    found: &'d Annotations,
}

impl Lists<'_> {
    fn all(&self) -> Value {
        json!({
            "offset_unit": self.found.unit.as_str(),
            "profile": self.document.profile().to_string(),
            "sentences": self.sentences(false),
            "tokens": self.tokens(false),
            "mentions": self.mentions(false),
            "quotes": self.quotes(false),
        })
    }

    fn sentences(&self, with_text: bool) -> Value {
        let bytes = self.document.sentences().iter();
        let pairs = bytes.zip(&self.found.sentences);
        pairs.map(|(bytes, to)| self.item(*to, with_text.then_some(*bytes), json!({}))).collect()
    }

    fn tokens(&self, with_text: bool) -> Value {
        let pairs = self.document.tokens().iter().zip(&self.found.tokens);
        pairs
            .map(|(bytes, to)| {
                let rest = json!({"kind": to.kind.as_str()});
                self.item(to.span, with_text.then_some(bytes.span), rest)
            })
            .collect()
    }

    fn mentions(&self, with_text: bool) -> Value {
        let pairs = self.document.mentions().iter().zip(&self.found.mentions);
        pairs
            .map(|(bytes, to)| {
                let clitics: Vec<_> = to.clitics.iter().copied().map(span).collect();
                let rest =
                    json!({"type": to.kind, "id": to.id, "name": to.name, "clitics": clitics});
                self.item(to.span, with_text.then_some(bytes.span), rest)
            })
            .collect()
    }

    fn quotes(&self, with_text: bool) -> Value {
        let pairs = self.document.quotes().iter().zip(&self.found.quotes);
        pairs
            .map(|(bytes, to)| {
                let mut quote = json!({
                    "id": to.id,
                    "type": to.kind.as_str(),
                    "content": to.content.iter().copied().map(span).collect::<Vec<_>>(),
                    "cue": to.cue.as_ref().map(|cue| span(cue.span)),
                    "source": to.source.map(span),
                    "speaker": to.speaker.as_ref().map(|speaker| &speaker.name),
                    "in": to.within,
                    "rule": to.rule.as_str(),
                    "confidence": (f64::from(to.confidence) * 100.0).round() / 100.0,
                    "balance": to.balance.as_str(),
                });
                if with_text {
                    let words: Vec<_> = self.document.words_of(bytes).collect();
                    quote["text"] = json!(words.join(" "));
                }
                quote
            })
            .collect()
    }

    /// A place, what is to be said of it, and its text where it is wanted.
    fn item(&self, to: Span, bytes: Option<Span>, rest: Value) -> Value {
        let mut item = span(to);
        let (Value::Object(item_keys), Value::Object(rest)) = (&mut item, rest) else {
            return item;
        };
        item_keys.extend(rest);
        if let Some(bytes) = bytes {
            item_keys.insert("text".to_owned(), json!(self.document.text_of(bytes)));
        }
        item
    }
}

fn span(span: Span) -> Value {
    json!({"start": span.start(), "end": span.end()})
}
