//! Columns of lists.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, Int64Array, ListArray, StructArray};
use datafusion::arrow::buffer::{NullBuffer, OffsetBuffer};
use datafusion::arrow::datatypes::{DataType, Field, FieldRef, Fields};
use datafusion::common::exec_err;
use datafusion::error::Result;
use qawl::Span;

use crate::offsets::Converter;

/// A name with its values.
pub(crate) type Column = (FieldRef, ArrayRef);

/// A list for each row: where it ends, and the items of all.
#[derive(Debug)]
pub(crate) struct Lists<I> {
    ends: Vec<i32>,
    pub(crate) items: I,
}

/// What a list holds: things of one kind, a column for each of their properties.
pub(crate) trait Items {
    fn len(&self) -> usize;
    fn into_columns(self) -> Result<Vec<Column>>;
}

impl<I: Items> Lists<I> {
    pub(crate) fn of(items: I) -> Self {
        Self { ends: vec![0], items }
    }

    /// What was added to the items since the last end is a list.
    pub(crate) fn end(&mut self) -> Result<()> {
        let Ok(end) = i32::try_from(self.items.len()) else {
            return exec_err!(
                "qawl: the lists of one batch hold more than {} items, \
                 expected fewer rows in a batch (SET datafusion.execution.batch_size)",
                i32::MAX
            );
        };
        self.ends.push(end);
        Ok(())
    }

    pub(crate) fn finish(self, nulls: Option<NullBuffer>) -> Result<ListArray> {
        let items = structs(self.items.into_columns()?, None)?;
        // Parquet's own name for what a list holds.
        let field = Arc::new(Field::new("element", items.data_type().clone(), false));
        let ends = OffsetBuffer::new(self.ends.into());
        Ok(ListArray::try_new(field, ends, Arc::new(items), nulls)?)
    }

    pub(crate) fn into_column(self, name: &str) -> Result<Column> {
        Ok(column(name, self.finish(None)?))
    }
}

/// Places in a text.
#[derive(Debug, Default)]
pub(crate) struct Spans {
    starts: Vec<i64>,
    ends: Vec<i64>,
}

impl Spans {
    pub(crate) fn add(&mut self, span: Span, to: &mut Converter<'_>) {
        let [start, end] = to.convert(span);
        self.starts.push(start);
        self.ends.push(end);
    }

    pub(crate) fn columns(self) -> Vec<Column> {
        let numbers = |name, values| column(name, Int64Array::from(values));
        vec![numbers("start", self.starts), numbers("end", self.ends)]
    }
}

impl Items for Spans {
    fn len(&self) -> usize {
        self.starts.len()
    }

    fn into_columns(self) -> Result<Vec<Column>> {
        Ok(self.columns())
    }
}

impl Lists<Spans> {
    pub(crate) fn add(&mut self, spans: &[Span], to: &mut Converter<'_>) -> Result<()> {
        spans.iter().for_each(|&span| self.items.add(span, to));
        self.end()
    }
}

impl<I: Items + Default> Default for Lists<I> {
    fn default() -> Self {
        Self::of(I::default())
    }
}

/// Places of which some are not there: then neither start nor end is, because DataFusion takes a field out
/// of a struct without a look at whether the struct is null.
#[derive(Debug, Default)]
pub(crate) struct MaybeSpans {
    starts: Vec<Option<i64>>,
    ends: Vec<Option<i64>>,
}

impl MaybeSpans {
    pub(crate) fn add(&mut self, span: Option<Span>, to: &mut Converter<'_>) {
        let place = span.map(|span| to.convert(span));
        self.starts.push(place.map(|[start, _]| start));
        self.ends.push(place.map(|[_, end]| end));
    }

    pub(crate) fn into_column(self, name: &str) -> Result<Column> {
        let are_there = self.starts.iter().map(Option::is_some).collect::<Vec<_>>();
        let numbers = |name, values| nullable(name, Int64Array::from(values));
        let columns = vec![numbers("start", self.starts), numbers("end", self.ends)];
        Ok(nullable(name, structs(columns, Some(are_there.into()))?))
    }
}

/// Columns as one column.
pub(crate) fn structs(columns: Vec<Column>, nulls: Option<NullBuffer>) -> Result<StructArray> {
    let (fields, columns): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    Ok(StructArray::try_new(fields.into(), columns, nulls)?)
}

pub(crate) fn column(name: &str, values: impl Array + 'static) -> Column {
    (Arc::new(Field::new(name, values.data_type().clone(), false)), Arc::new(values))
}

/// A column in which values may be missing.
pub(crate) fn nullable(name: &str, values: impl Array + 'static) -> Column {
    (Arc::new(Field::new(name, values.data_type().clone(), true)), Arc::new(values))
}

/// What the items of a list are made of, if it is a list of structs.
pub(crate) fn fields_of(list: &DataType) -> Option<&Fields> {
    let DataType::List(element) = list else { return None };
    let DataType::Struct(fields) = element.data_type() else { return None };
    Some(fields)
}
