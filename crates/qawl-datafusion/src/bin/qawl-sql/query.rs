//! One statement.

use std::io::{self, Read};
use std::sync::Arc;

use datafusion::datasource::file_format::json::JsonFormatFactory;
use datafusion::error::Result;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::prelude::{SessionConfig, SessionContext};
use futures::StreamExt;
use qawl_datafusion::{Config, Functions};

use crate::args::Args;
use crate::failure::Failure;
use crate::json_lines::{ENDINGS, JsonLines};
use crate::output::Output;

/// Runs the statement and writes its rows.
pub(crate) fn run(args: &Args) -> Result<(), Failure> {
    let sql = sql(args)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .build()
        .map_err(|error| Failure::File("threads".to_owned(), error))?;
    runtime.block_on(rows(args, &sql))
}

fn sql(args: &Args) -> Result<String, Failure> {
    if args.sql != "-" {
        return Ok(args.sql.clone());
    }
    let mut sql = String::new();
    io::stdin()
        .read_to_string(&mut sql)
        .map_err(|error| Failure::File("standard input".to_owned(), error))?;
    Ok(sql)
}

async fn rows(args: &Args, sql: &str) -> Result<(), Failure> {
    let session = session(args).await?;
    let frame = session.sql(sql).await?;
    let schema = Arc::new(frame.schema().as_arrow().clone());
    let mut stream = frame.execute_stream().await?;
    let mut output = Output::open(args, schema)?;
    while let Some(batch) = stream.next().await {
        output.write(batch?)?;
    }
    output.finish()
}

/// A session with our functions, in which files are tables.
async fn session(args: &Args) -> Result<SessionContext, Failure> {
    let config = args.gazetteer.iter().fold(Config::new(), Config::gazetteer);
    let functions = Functions::open(&config)?;
    let mut settings = SessionConfig::new()
        .with_batch_size(args.batch.get())
        // Which would call `qawl_annotate` once for each of its parts that is wanted.
        .set_bool("datafusion.optimizer.enable_leaf_expression_pushdown", false);
    if let Some(partitions) = args.partitions {
        settings = settings.with_target_partitions(partitions.get());
    }
    let mut state =
        SessionStateBuilder::new().with_config(settings).with_default_features().build();
    for ending in ENDINGS {
        let json = JsonLines { ending, json: JsonFormatFactory::new() };
        state.register_file_format(Arc::new(json), false)?;
    }
    let session = SessionContext::new_with_state(state).enable_url_table();
    functions.register(&session);
    for (name, file) in &args.tables {
        let table = session.table(quoted(file)).await?;
        session.register_table(quoted(name), table.into_view())?;
    }
    Ok(session)
}

/// A name that is taken as it is, dots and capitals included.
fn quoted(name: &str) -> datafusion::common::TableReference {
    datafusion::common::TableReference::bare(name)
}
