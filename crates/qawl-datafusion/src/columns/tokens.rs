//! Tokens.

use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::error::Result;
use qawl::Document;

use crate::columns::{Take, Texts};
use crate::lists::{Column, Items, Spans, column};
use crate::offsets::Converter;

/// `{start, end, kind, text}`
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    spans: Spans,
    kinds: StringViewBuilder,
    texts: Texts,
}

impl Tokens {
    pub(crate) fn with(texts: Texts) -> Self {
        Self { texts, ..Self::default() }
    }
}

impl Take for Tokens {
    fn take(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        document.tokens().iter().try_for_each(|token| {
            self.spans.add(token.span, to);
            self.kinds.try_append_value(token.kind.as_str())?;
            self.texts.add(document, token.span)
        })
    }
}

impl Items for Tokens {
    fn len(&self) -> usize {
        self.spans.len()
    }

    fn into_columns(mut self) -> Result<Vec<Column>> {
        let mut columns = self.spans.columns();
        columns.push(column("kind", self.kinds.finish()));
        columns.extend(self.texts.into_column());
        Ok(columns)
    }
}
