//! Some documents as columns.

use std::sync::Arc;

use arrow_array::builder::LargeStringBuilder;
use arrow_array::{
    Array, ArrayRef, Float64Array, Int64Array, LargeListArray, LargeStringArray, RecordBatch,
    StructArray,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{Field, FieldRef};
use qawl::{Document, Mention, Profile, Token};

use crate::formats::Layers;
use crate::formats::json::{QuoteRecord, SCHEMA};
use crate::offsets::{Converter, Offsets};

/// Where the offsets are of which there are many.
pub(super) const OFFSETS: [&str; 6] = [
    "sentences.list.element.start",
    "sentences.list.element.end",
    "tokens.list.element.start",
    "tokens.list.element.end",
    "mentions.list.element.start",
    "mentions.list.element.end",
];

/// A name with its values.
type Column = (FieldRef, ArrayRef);

/// The documents of a portion. All numbers are of 64 bits, and so is what tells where a list or a string
/// ends in memory: no document is too long. In the file small numbers are short.
#[derive(Debug)]
pub(crate) struct Rows {
    docs: Vec<String>,
    units: Vec<&'static str>,
    /// None where quotes alone are wanted.
    parts: Option<Parts>,
    quotes: Lists<Quotes>,
}

/// What a document is made of.
#[derive(Debug, Default)]
struct Parts {
    profiles: Vec<Profile>,
    sentences: Lists<Spans>,
    tokens: Lists<Tokens>,
    mentions: Lists<Mentions>,
}

impl Rows {
    pub(crate) fn new(layers: Layers) -> Self {
        let parts = (layers == Layers::All).then(Parts::default);
        Self { docs: Vec::new(), units: Vec::new(), parts, quotes: Lists::default() }
    }

    pub(crate) fn add(&mut self, id: &str, document: &Document<'_>, to: &Converter<'_>) {
        self.docs.push(id.to_owned());
        self.units.push(to.unit().as_str());
        if let Some(parts) = &mut self.parts {
            parts.add(document, to);
        }
        self.quotes
            .add(document.quotes(), |quotes, quote| quotes.add(&QuoteRecord::new(quote, to)));
    }

    /// The columns under the names that they have in JSON, in the same order.
    pub(super) fn into_batch(self) -> RecordBatch {
        let mut columns = vec![
            column("schema", LargeStringArray::from(vec![SCHEMA; self.docs.len()])),
            column("doc", LargeStringArray::from(self.docs)),
            column("offset_unit", LargeStringArray::from(self.units)),
        ];
        if let Some(parts) = self.parts {
            columns.extend(parts.into_columns());
        }
        columns.push(self.quotes.into_column("quotes"));
        RecordBatch::from(StructArray::from(columns))
    }
}

impl Parts {
    fn add(&mut self, document: &Document<'_>, to: &Converter<'_>) {
        self.profiles.push(document.profile());
        self.sentences.add(document.sentences(), |spans, span| spans.add(to.convert(*span)));
        self.tokens.add(document.tokens(), |tokens, token| tokens.add(token, to));
        self.mentions.add(document.mentions(), |mentions, mention| mentions.add(mention, to));
    }

    fn into_columns(self) -> [Column; 4] {
        let profiles = self.profiles.iter().map(|profile| Some(profile.to_string()));
        [
            column("profile", LargeStringArray::from_iter(profiles)),
            self.sentences.into_column("sentences"),
            self.tokens.into_column("tokens"),
            self.mentions.into_column("mentions"),
        ]
    }
}

/// What a list holds: things of one kind, a column for each of their properties.
trait Items: Default {
    fn into_columns(self) -> Vec<Column>;
}

/// A list for each of some things: how many items each has, and the items of all.
#[derive(Debug, Default)]
struct Lists<I> {
    lengths: Vec<usize>,
    items: I,
}

impl<I: Items> Lists<I> {
    /// The next list.
    fn add<T>(&mut self, list: impl IntoIterator<Item = T>, mut add: impl FnMut(&mut I, T)) {
        let length = list.into_iter().map(|item| add(&mut self.items, item)).count();
        self.lengths.push(length);
    }

    fn into_column(self, name: &str) -> Column {
        let items = StructArray::from(self.items.into_columns());
        // Parquet's own name for what a list holds.
        let field = Arc::new(Field::new("element", items.data_type().clone(), false));
        let ends = OffsetBuffer::from_lengths(self.lengths);
        column(name, LargeListArray::new(field, ends, Arc::new(items), None))
    }
}

#[derive(Debug, Default)]
struct Spans {
    starts: Vec<i64>,
    ends: Vec<i64>,
}

impl Spans {
    fn add(&mut self, Offsets(start, end): Offsets) {
        self.starts.push(number(start));
        self.ends.push(number(end));
    }
}

impl Items for Spans {
    fn into_columns(self) -> Vec<Column> {
        vec![
            column("start", Int64Array::from(self.starts)),
            column("end", Int64Array::from(self.ends)),
        ]
    }
}

/// Spans of which some are not there.
#[derive(Debug, Default)]
struct MaybeSpans {
    spans: Spans,
    are_there: Vec<bool>,
}

impl MaybeSpans {
    fn add(&mut self, span: Option<Offsets>) {
        self.are_there.push(span.is_some());
        self.spans.add(span.unwrap_or(Offsets(0, 0)));
    }

    fn into_column(self, name: &str) -> Column {
        let (fields, columns): (Vec<_>, _) = self.spans.into_columns().into_iter().unzip();
        nullable(name, StructArray::new(fields.into(), columns, Some(self.are_there.into())))
    }
}

#[derive(Debug, Default)]
struct Tokens {
    spans: Spans,
    kinds: LargeStringBuilder,
}

impl Tokens {
    fn add(&mut self, token: &Token, to: &Converter<'_>) {
        self.spans.add(to.convert(token.span));
        self.kinds.append_value(token.kind.as_str());
    }
}

impl Items for Tokens {
    fn into_columns(mut self) -> Vec<Column> {
        let mut columns = self.spans.into_columns();
        columns.push(column("kind", self.kinds.finish()));
        columns
    }
}

#[derive(Debug, Default)]
struct Mentions {
    spans: Spans,
    kinds: LargeStringBuilder,
    ids: LargeStringBuilder,
    names: LargeStringBuilder,
    clitics: Lists<Spans>,
}

impl Mentions {
    fn add(&mut self, mention: &Mention<'_>, to: &Converter<'_>) {
        self.spans.add(to.convert(mention.span));
        self.kinds.append_value(&mention.kind);
        self.ids.append_option(mention.id.as_ref());
        self.names.append_value(&mention.name);
        self.clitics.add(&mention.clitics, |spans, clitic| spans.add(to.convert(*clitic)));
    }
}

impl Items for Mentions {
    fn into_columns(mut self) -> Vec<Column> {
        let mut columns = self.spans.into_columns();
        columns.extend([
            column("type", self.kinds.finish()),
            nullable("id", self.ids.finish()),
            column("name", self.names.finish()),
            self.clitics.into_column("clitics"),
        ]);
        columns
    }
}

#[derive(Debug, Default)]
struct Quotes {
    ids: Vec<i64>,
    kinds: Vec<&'static str>,
    contents: Lists<Spans>,
    cues: MaybeSpans,
    sources: MaybeSpans,
    speakers: LargeStringBuilder,
    within: Vec<Option<i64>>,
    rules: Vec<&'static str>,
    confidences: Vec<f64>,
    balances: Vec<&'static str>,
}

impl Quotes {
    fn add(&mut self, quote: &QuoteRecord<'_>) {
        self.ids.push(number(quote.id));
        self.kinds.push(quote.r#type);
        self.contents.add(&quote.content, |spans, span| spans.add(*span));
        self.cues.add(quote.cue);
        self.sources.add(quote.source);
        self.speakers.append_option(quote.speaker);
        self.within.push(quote.r#in.map(number));
        self.rules.push(quote.rule);
        self.confidences.push(quote.confidence);
        self.balances.push(quote.balance);
    }
}

impl Items for Quotes {
    fn into_columns(mut self) -> Vec<Column> {
        vec![
            column("id", Int64Array::from(self.ids)),
            column("type", LargeStringArray::from(self.kinds)),
            self.contents.into_column("content"),
            self.cues.into_column("cue"),
            self.sources.into_column("source"),
            nullable("speaker", self.speakers.finish()),
            nullable("in", Int64Array::from(self.within)),
            column("rule", LargeStringArray::from(self.rules)),
            column("confidence", Float64Array::from(self.confidences)),
            column("balance", LargeStringArray::from(self.balances)),
        ]
    }
}

fn column(name: &str, values: impl Array + 'static) -> Column {
    (Arc::new(Field::new(name, values.data_type().clone(), false)), Arc::new(values))
}

/// A column in which values may be missing.
fn nullable(name: &str, values: impl Array + 'static) -> Column {
    (Arc::new(Field::new(name, values.data_type().clone(), true)), Arc::new(values))
}

/// No place in memory is behind the largest number.
fn number(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}
