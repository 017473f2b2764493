//! What each function does.

use std::sync::Arc;

use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::arrow::array::{Array, ArrayRef, StringViewArray};
use datafusion::error::Result;
use qawl::{Document, Normalizer, OffsetUnit, Pipeline, Scratch};

use crate::arguments::{Argument, Settings};
use crate::columns::{All, Fill, Mentions, Quotes, Sentences, Texts, Tokens, Words};
use crate::lists::Lists;
use crate::offsets::Converter;
use crate::resources::Resources;

/// A layer, and with it a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Layer {
    Normalize,
    Sentences,
    Tokens,
    Segment,
    Mentions,
    Quotes,
    All,
}

impl Layer {
    pub(crate) const EVERY: [Self; 7] = [
        Self::Normalize,
        Self::Sentences,
        Self::Tokens,
        Self::Segment,
        Self::Mentions,
        Self::Quotes,
        Self::All,
    ];

    /// The name of the function.
    pub(crate) const fn function(self) -> &'static str {
        match self {
            Self::Normalize => "qawl_normalize",
            Self::Sentences => "qawl_sentences",
            Self::Tokens => "qawl_tokens",
            Self::Segment => "qawl_segment",
            Self::Mentions => "qawl_mentions",
            Self::Quotes => "qawl_quotes",
            Self::All => "qawl_annotate",
        }
    }

    /// What may be said to it behind the text.
    pub(crate) const fn arguments(self) -> &'static [Argument] {
        match self {
            Self::Normalize => &[Argument::Profile],
            Self::Segment => &[Argument::Scheme, Argument::Unit],
            Self::All => &[Argument::Unit, Argument::Lists],
            Self::Sentences | Self::Tokens | Self::Mentions | Self::Quotes => &[Argument::Unit],
        }
    }

    /// A value for each text.
    pub(crate) fn run(
        self,
        texts: &StringViewArray,
        settings: &Settings,
        from: &Resources,
    ) -> Result<ArrayRef> {
        let unit = settings.unit;
        let text = Texts::wanted;
        match self {
            Self::Normalize => normalized(texts, &settings.profile.normalizer()),
            Self::Sentences => {
                filled(Lists::of(Sentences::with(text())), &from.sentences, texts, unit)
            }
            Self::Tokens => filled(Lists::of(Tokens::with(text())), &from.tokens, texts, unit),
            Self::Segment => from.with_cache(|cache| {
                let words = Words::new(settings.scheme, &from.segmenter, cache);
                filled(Lists::of(words), &from.tokens, texts, unit)
            }),
            Self::Mentions => {
                filled(Lists::of(Mentions::with(text())), &from.mentions, texts, unit)
            }
            Self::Quotes => filled(Lists::of(Quotes::with_texts()), &from.quotes, texts, unit),
            Self::All => filled(All::default(), &from.all, texts, unit),
        }
    }
}

/// A text in place of each.
fn normalized(texts: &StringViewArray, normalizer: &Normalizer) -> Result<ArrayRef> {
    let mut column = StringViewBuilder::with_capacity(texts.len());
    let mut buffer = String::new();
    for text in texts {
        match text {
            None => column.append_null(),
            Some(text) => {
                normalizer.normalize_into(text, &mut buffer);
                column.try_append_value(&buffer)?;
            }
        }
    }
    Ok(Arc::new(column.finish()))
}

/// A document for each text.
fn filled(
    mut column: impl Fill,
    pipeline: &Pipeline,
    texts: &StringViewArray,
    unit: OffsetUnit,
) -> Result<ArrayRef> {
    let mut scratch = Scratch::new();
    for text in texts {
        let Some(text) = text else {
            column.skip()?;
            continue;
        };
        let document: Document<'_> = pipeline.annotate_with(&mut scratch, text);
        column.fill(&document, &mut Converter::new(text, unit))?;
        scratch.take_back(document);
    }
    column.finish(texts.nulls().cloned())
}
