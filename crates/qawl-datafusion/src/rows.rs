//! Items as rows of a table.

use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef};
use datafusion::catalog::{Session, TableFunctionArgs, TableFunctionImpl, TableProvider};
use datafusion::common::{Column, ScalarValue, TableReference, UnnestOptions, plan_err};
use datafusion::datasource::provider_as_source;
use datafusion::error::Result;
use datafusion::execution::SessionState;
use datafusion::functions::core::expr_fn::get_field;
use datafusion::logical_expr::{
    Expr, LogicalPlan, LogicalPlanBuilder, ScalarUDF, TableType, cast, lit,
};
use datafusion::physical_plan::ExecutionPlan;

use crate::arguments::{Argument, Settings};
use crate::lists::fields_of;

/// The column of the table that says which text a row is of.
const DOC: &str = "doc";

/// `qawl_quotes_of(table, text, doc, unit)` and its like: a row for each item of a list.
///
/// What it gives must be known while a query is planned, where a table cannot be asked for its columns;
/// so only one of them comes along, as text.
#[derive(Clone, Debug)]
pub(crate) struct RowsOf {
    name: String,
    function: Arc<ScalarUDF>,
    fields: Fields,
}

impl RowsOf {
    /// None where the function gives no list of structs.
    pub(crate) fn new(function: &Arc<ScalarUDF>, result: &DataType) -> Option<Self> {
        let fields = fields_of(result)?.clone();
        // Segmentation has another argument before the unit: words are had by the scalar function.
        if function.name() == "qawl_segment" {
            return None;
        }
        Some(Self {
            name: format!("{}_of", function.name()),
            function: Arc::clone(function),
            fields,
        })
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn names(&self, exprs: &[Expr]) -> Result<Vec<String>> {
        let name = |expr: &Expr| match expr {
            Expr::Literal(value, _) => value.try_as_str().flatten().map(str::to_owned),
            _ => None,
        };
        match exprs.iter().map(name).collect::<Option<Vec<_>>>() {
            Some(names) if (2..=4).contains(&names.len()) => Ok(names),
            _ => plan_err!(
                "{0}: expected {0}('table', 'column of texts' [, 'column of names of texts', 'unit']), \
                 all of them strings",
                self.name
            ),
        }
    }
}

impl TableFunctionImpl for RowsOf {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let mut names = self.names(args.exprs())?.into_iter();
        let (table, text) = (names.next().unwrap_or_default(), names.next().unwrap_or_default());
        let (doc, unit) = (names.next(), names.next().unwrap_or_else(|| "bytes".to_owned()));
        let constant = ScalarValue::from(unit.as_str());
        Settings::read(&self.name, &[Argument::Unit], &[Some(&constant)])?;
        let doc_field = Field::new(DOC, DataType::Utf8View, true);
        let fields = self.fields.iter().map(|field| field.as_ref().clone().with_nullable(true));
        let schema =
            Arc::new(Schema::new([doc_field].into_iter().chain(fields).collect::<Fields>()));
        Ok(Arc::new(Rows { of: self.clone(), table, text, doc, unit, schema }))
    }
}

/// The rows of one call.
#[derive(Debug)]
struct Rows {
    of: RowsOf,
    table: String,
    text: String,
    doc: Option<String>,
    unit: String,
    schema: SchemaRef,
}

#[async_trait]
impl TableProvider for Rows {
    fn schema(&self) -> SchemaRef {
        Arc::clone(&self.schema)
    }

    fn table_type(&self) -> TableType {
        TableType::View
    }

    async fn scan(
        &self,
        session: &dyn Session,
        projection: Option<&Vec<usize>>,
        _filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let input = self.input(session).await?;
        session.create_physical_plan(&self.plan(input, projection, limit)?).await
    }
}

impl Rows {
    /// The table that was named: a name may have dots, as those of files have.
    async fn input(&self, session: &dyn Session) -> Result<Arc<dyn TableProvider>> {
        let state = session.as_any().downcast_ref::<SessionState>();
        for reference in [TableReference::bare(&*self.table), TableReference::from(&*self.table)] {
            let Some(state) = state else { break };
            let name = reference.table().to_owned();
            let Ok(schema) = state.schema_for_ref(reference) else { continue };
            if let Some(table) = schema.table(&name).await? {
                return Ok(table);
            }
        }
        plan_err!(
            "{}: there is no table '{}', expected one of the session",
            self.of.name,
            self.table
        )
    }

    /// The column of that name, as it is spelled.
    fn column(&self, name: &str, of: &Schema) -> Result<Expr> {
        if of.index_of(name).is_err() {
            let names: Vec<_> = of.fields().iter().map(|field| field.name().as_str()).collect();
            return plan_err!(
                "{}: '{}' has no column '{name}', expected one of {}",
                self.of.name,
                self.table,
                names.join(", ")
            );
        }
        Ok(Expr::Column(Column::from_name(name)))
    }

    fn plan(
        &self,
        input: Arc<dyn TableProvider>,
        projection: Option<&Vec<usize>>,
        limit: Option<usize>,
    ) -> Result<LogicalPlan> {
        const ITEM: &str = "item";
        let columns = input.schema();
        let doc = match &self.doc {
            None => lit(ScalarValue::Utf8View(None)),
            Some(doc) => cast(self.column(doc, &columns)?, DataType::Utf8View),
        };
        let text = self.column(&self.text, &columns)?;
        let items = self.of.function.call(vec![text, lit(self.unit.as_str())]);
        let field = |field: &Field| match field.name().as_str() {
            DOC => Expr::Column(Column::from_name(DOC)),
            name => get_field(Expr::Column(Column::from_name(ITEM)), name).alias(name),
        };
        let wanted = match projection {
            None => self.schema.fields().iter().map(|of| field(of)).collect(),
            Some(places) => {
                places.iter().map(|&at| field(self.schema.field(at))).collect::<Vec<_>>()
            }
        };
        // As `unnest` in a query: no text has no rows, just as a text without items.
        let non_empty = UnnestOptions::new().with_preserve_nulls(false);
        LogicalPlanBuilder::scan("input", provider_as_source(input), None)?
            .project([doc.alias(DOC), items.alias(ITEM)])?
            .unnest_column_with_options(ITEM, non_empty)?
            .project(wanted)?
            .limit(0, limit)?
            .build()
    }
}
