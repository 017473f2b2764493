//! Sentences.

use datafusion::error::Result;
use qawl::Document;

use crate::columns::{Take, Texts};
use crate::lists::{Column, Items, Spans};
use crate::offsets::Converter;

/// `{start, end, text}`
#[derive(Debug, Default)]
pub(crate) struct Sentences {
    spans: Spans,
    texts: Texts,
}

impl Sentences {
    pub(crate) fn with(texts: Texts) -> Self {
        Self { texts, ..Self::default() }
    }
}

impl Take for Sentences {
    fn take(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        document.sentences().iter().try_for_each(|&span| {
            self.spans.add(span, to);
            self.texts.add(document, span)
        })
    }
}

impl Items for Sentences {
    fn len(&self) -> usize {
        self.spans.len()
    }

    fn into_columns(self) -> Result<Vec<Column>> {
        let mut columns = self.spans.columns();
        columns.extend(self.texts.into_column());
        Ok(columns)
    }
}
