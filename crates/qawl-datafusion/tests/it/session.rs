//! Queries, and their rows as JSON.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch};
use datafusion::arrow::json::WriterBuilder;
use datafusion::arrow::json::writer::LineDelimited;
use datafusion::datasource::MemTable;
use datafusion::error::Result;
use datafusion::prelude::SessionContext;
use qawl_datafusion::{Config, register};
use serde_json::Value;

/// A session with a table `news` whose column is `text`.
pub(crate) fn with_news(texts: ArrayRef) -> SessionContext {
    let session = with_functions();
    let batch = RecordBatch::try_from_iter_with_nullable([("text", texts, true)]).unwrap();
    let table = MemTable::try_new(batch.schema(), vec![vec![batch]]).unwrap();
    session.register_table("news", Arc::new(table)).unwrap();
    session
}

pub(crate) fn with_functions() -> SessionContext {
    let session = SessionContext::new();
    register(&session, &Config::new()).unwrap();
    session
}

/// The rows of a query, nulls written out.
pub(crate) async fn rows(session: &SessionContext, sql: &str) -> Result<Vec<Value>> {
    let batches = session.sql(sql).await?.collect().await?;
    Ok(batches.iter().flat_map(rows_of).collect())
}

pub(crate) fn rows_of(batch: &RecordBatch) -> Vec<Value> {
    let mut writer =
        WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(Vec::new());
    writer.write(batch).unwrap();
    let lines = String::from_utf8(writer.into_inner()).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The values of the only column.
pub(crate) async fn values(session: &SessionContext, sql: &str) -> Result<Vec<Value>> {
    let rows = rows(session, sql).await?;
    let value = |row| match row {
        Value::Object(columns) => columns.into_iter().next().unwrap().1,
        other => other,
    };
    Ok(rows.into_iter().map(value).collect())
}

/// What planning says of a query that is wrong. Nothing runs: the table is empty.
pub(crate) async fn planning_error(session: &SessionContext, sql: &str) -> String {
    let plan = match session.sql(sql).await {
        Ok(frame) => frame.create_physical_plan().await,
        Err(error) => Err(error),
    };
    plan.unwrap_err().to_string()
}
