//! The facade decides nothing, and loses nothing.

use std::sync::LazyLock;

use qawl::{
    Annotations, Document, Gazetteer, OffsetUnit, Pipeline, QuoteOptions, Scratch, Span, TokenKind,
    UNREPORTED,
};
use qawl_quotes::quotes;
use qawl_tokenize::{sentences, tokens};
use serde_json::Value;

/// Everything that a document may hold.
static TELLING: LazyLock<Pipeline> = LazyLock::new(|| {
    let options = QuoteOptions::default().with_reasons().with_floating(5);
    Pipeline::builder().quote_options(options).build()
});

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16];

/// A document of the default pipeline holds what each layer finds, without white space and without
/// the names that are used but not reported.
pub fn document_is_what_layers_find(text: &str) {
    let document = qawl::annotate(text);
    let mentions = Gazetteer::embedded().mentions(text);
    assert_eq!(document.text(), text);
    assert_eq!(document.quotes(), quotes(text, &mentions));
    let reported = mentions.iter().filter(|mention| !UNREPORTED.contains(&&*mention.kind));
    assert!(document.mentions().iter().eq(reported));
    let visible = tokens(text).filter(|token| token.kind != TokenKind::Space);
    assert!(document.tokens().iter().copied().eq(visible));
    let full = sentences(text).map(|sentence| sentence.span).filter(|span| !span.is_empty());
    assert!(document.sentences().iter().copied().eq(full));
}

/// A document that is written in any unit and read again is the same.
pub fn documents_are_read_again(text: &str) {
    let document = TELLING.annotate(text);
    for unit in UNITS {
        let written = serde_json::to_string(&document.offsets(unit)).unwrap();
        let read: Annotations = serde_json::from_str(&written).unwrap();
        assert_eq!(read.unit, unit);
        let again = Document::new(text, read).unwrap();
        assert_eq!(again.into_annotations(), document.offsets(OffsetUnit::Bytes));
    }
}

/// Annotations of whatever origin are refused, or make a document whose views, speakers and offsets can be
/// asked for.
pub fn annotations_fit_or_are_refused(text: &str, written: &str) {
    let Ok(read) = serde_json::from_str::<Annotations>(written) else { return };
    let Ok(document) = Document::new(text, read) else { return };
    let whole = Span::new(0, text.len());
    assert!(document.sentences_in(whole).len() <= document.sentences().len());
    assert!(document.quotes_in(whole).len() <= document.quotes().len());
    for token in document.tokens() {
        assert!(token.span.get(text).is_some(), "{token:?}");
        let start = token.span.start();
        let holds = |span: Span| span.start() <= start && start < span.end();
        assert!(document.token_at(start).is_none_or(|token| holds(token.span)));
        assert!(document.mention_at(start).is_none_or(|mention| holds(mention.span)));
        assert!(document.sentence_of(token.span).is_none_or(|span| span.contains(token.span)));
    }
    for speaker in &document.speakers() {
        assert!(document.quotes_by(speaker).count() <= document.quotes().len());
    }
    for quote in document.quotes() {
        document.words_of(quote).for_each(drop);
    }
    for unit in UNITS {
        let again = Document::new(text, document.offsets(unit)).unwrap();
        assert_eq!(again.into_annotations(), document.offsets(OffsetUnit::Bytes));
    }
}

/// Every pair of numbers that a document writes is a span, and is converted as `chars` and
/// `encode_utf16` count.
pub fn all_offsets_are_converted(text: &str) {
    let document = TELLING.annotate(text);
    for unit in [OffsetUnit::Chars, OffsetUnit::Utf16] {
        let count = |offset: &Value| {
            let before = &text[..offset.as_u64().unwrap() as usize];
            match unit {
                OffsetUnit::Chars => before.chars().count(),
                _ => before.encode_utf16().count(),
            }
        };
        let mut want = serde_json::to_value(&document).unwrap();
        map_pairs(&mut want, &count);
        want["offset_unit"] = unit.as_str().into();
        assert_eq!(serde_json::to_value(document.offsets(unit)).unwrap(), want);
    }
}

fn map_pairs(value: &mut Value, map: &dyn Fn(&Value) -> usize) {
    match value {
        Value::Array(items) if items.len() == 2 && items.iter().all(Value::is_u64) => {
            items.iter_mut().for_each(|item| *item = map(item).into());
        }
        Value::Array(items) => items.iter_mut().for_each(|item| map_pairs(item, map)),
        Value::Object(fields) => fields.values_mut().for_each(|item| map_pairs(item, map)),
        _ => {}
    }
}

/// The views, which search, answer as going through the lists does.
pub fn views_are_parts_of_the_lists(text: &str, span: Span) {
    let document = TELLING.annotate(text);
    let inside = |inner: &Span| span.contains(*inner);
    let sentences = document.sentences().iter().filter(|sentence| inside(sentence));
    assert!(document.sentences_in(span).iter().eq(sentences));
    let tokens = document.tokens().iter().filter(|token| inside(&token.span));
    assert!(document.tokens_in(span).iter().eq(tokens));
    let mentions = document.mentions().iter().filter(|mention| inside(&mention.span));
    assert!(document.mentions_in(span).iter().eq(mentions));
    let quotes = document.quotes().iter().filter(|quote| {
        let place = quote.cue.as_ref().map_or(quote.content[0], |cue| cue.span).start();
        span.range().contains(&place)
    });
    assert!(document.quotes_in(span).iter().eq(quotes));

    let at = span.start();
    let token = document.tokens().iter().find(|token| token.span.range().contains(&at));
    assert_eq!(document.token_at(at), token);
    let mention = document.mentions().iter().find(|mention| mention.span.range().contains(&at));
    assert_eq!(document.mention_at(at), mention);
    assert!(document.quotes().iter().all(|quote| document.quote(quote.id) == Some(quote)));
}

/// Memory of other documents changes nothing.
pub fn scratch_leaves_no_trace(texts: &[String]) {
    let mut scratch = Scratch::new();
    for text in texts {
        let document = TELLING.annotate_with(&mut scratch, text);
        let fresh = TELLING.annotate(text).into_annotations();
        assert_eq!(document.clone().into_annotations(), fresh);
        scratch.take_back(document);
    }
}
