//! Reported speech.

use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::arrow::array::{Float64Array, Int64Array};
use datafusion::error::Result;
use qawl::{Document, Quote};

use crate::columns::Take;
use crate::lists::{Column, Items, Lists, MaybeSpans, Spans, column, nullable};
use crate::offsets::{Converter, number};

/// `{id, type, content, cue, source, speaker, in, rule, confidence, balance, text}`
#[derive(Debug, Default)]
pub(crate) struct Quotes {
    ids: Vec<i64>,
    kinds: StringViewBuilder,
    contents: Lists<Spans>,
    cues: MaybeSpans,
    sources: MaybeSpans,
    speakers: StringViewBuilder,
    within: Vec<Option<i64>>,
    rules: StringViewBuilder,
    confidences: Vec<f64>,
    balances: StringViewBuilder,
    /// Where they are wanted. They are not slices of the text where something stands between two parts.
    texts: Option<StringViewBuilder>,
}

impl Quotes {
    pub(crate) fn with_texts() -> Self {
        Self { texts: Some(StringViewBuilder::new()), ..Self::default() }
    }

    fn add(&mut self, quote: &Quote, to: &mut Converter<'_>) -> Result<()> {
        self.ids.push(number(quote.id));
        self.kinds.try_append_value(quote.kind.as_str())?;
        self.contents.add(&quote.content, to)?;
        self.cues.add(quote.cue.as_ref().map(|cue| cue.span), to);
        self.sources.add(quote.source, to);
        match &quote.speaker {
            Some(speaker) => self.speakers.try_append_value(&speaker.name)?,
            None => self.speakers.append_null(),
        }
        self.within.push(quote.within.map(number));
        self.rules.try_append_value(quote.rule.as_str())?;
        // Two places, as in the JSON of the command.
        self.confidences.push((f64::from(quote.confidence) * 100.0).round() / 100.0);
        Ok(self.balances.try_append_value(quote.balance.as_str())?)
    }
}

impl Take for Quotes {
    fn take(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        for quote in document.quotes() {
            self.add(quote, to)?;
            if let Some(texts) = &mut self.texts {
                let words: Vec<_> = document.words_of(quote).collect();
                texts.try_append_value(words.join(" "))?;
            }
        }
        Ok(())
    }
}

impl Items for Quotes {
    fn len(&self) -> usize {
        self.ids.len()
    }

    fn into_columns(mut self) -> Result<Vec<Column>> {
        let mut columns = vec![
            column("id", Int64Array::from(self.ids)),
            column("type", self.kinds.finish()),
            self.contents.into_column("content")?,
            self.cues.into_column("cue")?,
            self.sources.into_column("source")?,
            nullable("speaker", self.speakers.finish()),
            nullable("in", Int64Array::from(self.within)),
            column("rule", self.rules.finish()),
            column("confidence", Float64Array::from(self.confidences)),
            column("balance", self.balances.finish()),
        ];
        columns.extend(self.texts.map(|mut texts| column("text", texts.finish())));
        Ok(columns)
    }
}
