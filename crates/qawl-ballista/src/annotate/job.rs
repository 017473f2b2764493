//! A file as a job.

use std::path::Path;
use std::time::Duration;

use ballista::prelude::SessionContextExt;
use ballista_core::extension::SessionConfigExt;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Column, ScalarValue};
use datafusion::config::TableParquetOptions;
use datafusion::dataframe::DataFrameWriteOptions;
use datafusion::execution::FunctionRegistry;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::functions::core::expr_fn::get_field;
use datafusion::logical_expr::{Expr, cast, lit};
use datafusion::prelude::{DataFrame, ParquetReadOptions, SessionConfig, SessionContext};
use qawl_datafusion::Functions;

use crate::annotate::files::Input;
use crate::annotate::patience::Patience;
use crate::args::Annotate;
use crate::failure::Failure;

/// The version of the form of an annotated row, as in the JSON and Parquet of the command `qawl`.
const SCHEMA: &str = "qawl/1";

/// What `qawl_annotate` gives, which become columns.
const COLUMNS: [&str; 6] = ["offset_unit", "profile", "sentences", "tokens", "mentions", "quotes"];

/// Hands in jobs.
#[derive(Debug)]
pub(crate) struct Jobs {
    pub(crate) patience: Patience,
    functions: Functions,
    scheduler: String,
    batch: usize,
    field: String,
    id: String,
    unit: &'static str,
}

impl Jobs {
    pub(crate) fn new(args: &Annotate) -> Result<Self, Failure> {
        Ok(Self {
            patience: Patience::new(Duration::from_secs(args.time_limit)),
            functions: args.names.functions()?,
            scheduler: format!("df://{}:{}", args.scheduler, args.scheduler_port),
            batch: args.batch.get(),
            field: args.field.clone(),
            id: args.id.clone(),
            unit: args.unit.as_str(),
        })
    }

    /// Has a file annotated, and waits for it.
    pub(crate) async fn run(&self, input: &Input, written: &Path) -> Result<(), Failure> {
        let session = self.session().await?;
        let options = ParquetReadOptions::default().file_extension("");
        let table = session.read_parquet(input.path.display().to_string(), options).await?;
        let table = self.annotated(&session, table)?;
        let single = DataFrameWriteOptions::new().with_single_file_output(true);
        let mut parquet = TableParquetOptions::default();
        parquet.global.compression = Some("zstd(1)".to_owned());
        table.write_parquet(&written.display().to_string(), single, Some(parquet)).await?;
        Ok(())
    }

    /// A session of its own for each job, for a lost connection spoils a session.
    async fn session(&self) -> Result<SessionContext, Failure> {
        // One partition, so that reader and writer are one stage: more would have to be brought together
        // by a shuffle.
        let config = SessionConfig::new_with_ballista()
            .with_target_partitions(1)
            .with_batch_size(self.batch)
            .with_repartition_file_scans(false)
            // Which would call `qawl_annotate` once for each of its parts.
            .set_bool("datafusion.optimizer.enable_leaf_expression_pushdown", false);
        let state = SessionStateBuilder::new().with_config(config).with_default_features().build();
        let session = SessionContext::remote_with_state(&self.scheduler, state).await?;
        // Now and not before: becoming remote resets the functions.
        self.functions.register(&session);
        Ok(session)
    }

    /// The columns of the Parquet that the command `qawl` writes.
    fn annotated(&self, session: &SessionContext, table: DataFrame) -> Result<DataFrame, Failure> {
        const FOUND: &str = "found";
        let column = |name: &str| Expr::Column(Column::from_name(name));
        let annotate = session.udf("qawl_annotate")?;
        let (text, unit) = (column(&self.field), lit(self.unit));
        let found = annotate.call(vec![text, unit, lit(self.functions.lists())]);
        let doc = cast(column(&self.id), DataType::Utf8View);
        let schema = lit(ScalarValue::Utf8View(Some(SCHEMA.to_owned())));
        let parts = COLUMNS.map(|name| get_field(column(FOUND), name).alias(name));
        let columns = [schema.alias("schema"), column("doc")].into_iter().chain(parts);
        Ok(table.select([doc.alias("doc"), found.alias(FOUND)])?.select(columns)?)
    }
}
