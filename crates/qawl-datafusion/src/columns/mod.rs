//! What the functions fill, a kind of items a file.

pub(crate) use all::All;
pub(crate) use mentions::Mentions;
pub(crate) use quotes::Quotes;
pub(crate) use sentences::Sentences;
pub(crate) use tokens::Tokens;
pub(crate) use words::Words;

use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::arrow::buffer::NullBuffer;
use datafusion::error::Result;
use qawl::{Document, Span};

use crate::lists::{Column, Items, Lists, column};
use crate::offsets::Converter;

mod all;
mod mentions;
mod quotes;
mod sentences;
mod tokens;
mod words;

/// Items that are taken from a document.
pub(crate) trait Take: Items {
    fn take(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()>;
}

/// A column that is filled document by document.
pub(crate) trait Fill {
    /// The next row.
    fn fill(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()>;
    /// The next row, which has no text.
    fn skip(&mut self) -> Result<()>;
    fn finish(self, nulls: Option<NullBuffer>) -> Result<ArrayRef>;
}

impl<I: Take> Fill for Lists<I> {
    fn fill(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        self.items.take(document, to)?;
        self.end()
    }

    fn skip(&mut self) -> Result<()> {
        self.end()
    }

    fn finish(self, nulls: Option<NullBuffer>) -> Result<ArrayRef> {
        Ok(std::sync::Arc::new(self.finish(nulls)?))
    }
}

/// The texts of items, where they are wanted.
#[derive(Debug, Default)]
pub(crate) struct Texts(Option<StringViewBuilder>);

impl Texts {
    pub(crate) fn wanted() -> Self {
        Self(Some(StringViewBuilder::new()))
    }

    fn add(&mut self, document: &Document<'_>, span: Span) -> Result<()> {
        match &mut self.0 {
            None => Ok(()),
            Some(texts) => Ok(texts.try_append_value(document.text_of(span))?),
        }
    }

    fn into_column(self) -> Option<Column> {
        self.0.map(|mut texts| column("text", texts.finish()))
    }
}
