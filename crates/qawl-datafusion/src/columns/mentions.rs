//! Names.

use datafusion::arrow::array::builder::StringViewBuilder;
use datafusion::error::Result;
use qawl::Document;

use crate::columns::{Take, Texts};
use crate::lists::{Column, Items, Lists, Spans, column, nullable};
use crate::offsets::Converter;

/// `{start, end, type, id, name, clitics, text}`
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    spans: Spans,
    kinds: StringViewBuilder,
    ids: StringViewBuilder,
    names: StringViewBuilder,
    clitics: Lists<Spans>,
    texts: Texts,
}

impl Mentions {
    pub(crate) fn with(texts: Texts) -> Self {
        Self { texts, ..Self::default() }
    }
}

impl Take for Mentions {
    fn take(&mut self, document: &Document<'_>, to: &mut Converter<'_>) -> Result<()> {
        document.mentions().iter().try_for_each(|mention| {
            self.spans.add(mention.span, to);
            self.kinds.try_append_value(&mention.kind)?;
            match &mention.id {
                Some(id) => self.ids.try_append_value(id)?,
                None => self.ids.append_null(),
            }
            self.names.try_append_value(&mention.name)?;
            self.clitics.add(&mention.clitics, to)?;
            self.texts.add(document, mention.span)
        })
    }
}

impl Items for Mentions {
    fn len(&self) -> usize {
        self.spans.len()
    }

    fn into_columns(mut self) -> Result<Vec<Column>> {
        let mut columns = self.spans.columns();
        columns.extend([
            column("type", self.kinds.finish()),
            nullable("id", self.ids.finish()),
            column("name", self.names.finish()),
            self.clitics.into_column("clitics")?,
        ]);
        columns.extend(self.texts.into_column());
        Ok(columns)
    }
}
