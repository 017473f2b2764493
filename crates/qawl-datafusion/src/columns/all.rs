//! All layers.

use std::sync::Arc;

use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::arrow::buffer::NullBuffer;
use datafusion::error::Result;
use qawl::Document;

use crate::columns::{Fill, Mentions, Quotes, Sentences, Tokens};
use crate::lists::{Lists, nullable, structs};
use crate::offsets::Converter;

/// `{offset_unit, profile, sentences, tokens, mentions, quotes}`, without texts.
#[derive(Debug, Default)]
pub(crate) struct All {
    units: StringViewBuilder,
    profiles: StringViewBuilder,
    sentences: Lists<Sentences>,
    tokens: Lists<Tokens>,
    mentions: Lists<Mentions>,
    quotes: Lists<Quotes>,
}

impl Fill for All {
    fn fill(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        self.units.try_append_value(to.unit().as_str())?;
        self.profiles.try_append_value(document.profile().to_string())?;
        self.sentences.fill(document, to)?;
        self.tokens.fill(document, to)?;
        self.mentions.fill(document, to)?;
        self.quotes.fill(document, to)
    }

    fn skip(&mut self) -> Result<()> {
        self.units.append_null();
        self.profiles.append_null();
        self.sentences.skip()?;
        self.tokens.skip()?;
        self.mentions.skip()?;
        self.quotes.skip()
    }

    fn finish(mut self, nulls: Option<NullBuffer>) -> Result<ArrayRef> {
        // Each by itself is null where all are: see `MaybeSpans`.
        let columns = vec![
            nullable("offset_unit", self.units.finish()),
            nullable("profile", self.profiles.finish()),
            nullable("sentences", self.sentences.finish(nulls.clone())?),
            nullable("tokens", self.tokens.finish(nulls.clone())?),
            nullable("mentions", self.mentions.finish(nulls.clone())?),
            nullable("quotes", self.quotes.finish(nulls.clone())?),
        ];
        Ok(Arc::new(structs(columns, nulls)?))
    }
}
