//! What becomes of a query with a shuffle when an executor is lost behind it. This project promises
//! nothing there; `docs/SCALE.md` says what was seen.

use std::time::{Duration, Instant};

use ballista::prelude::SessionContextExt;
use ballista_core::extension::SessionConfigExt;
use datafusion::error::Result;
use datafusion::execution::session_state::SessionStateBuilder;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use qawl_datafusion::{Config, Functions};
use tempfile::tempdir;

use crate::cluster::Cluster;
use crate::texts::write;

/// Names and texts are shuffled, and what takes long stands behind the shuffle.
const SQL: &str = "SELECT count(*) AS texts, sum(quotes) AS quotes FROM \
    (SELECT id, cardinality(qawl_quotes(text)) AS quotes FROM news GROUP BY id, text) WHERE quotes > 0";

const FILES: usize = 16;
const ROWS: usize = 100;

/// An unfailed run takes a fraction of this.
const LIMIT: Duration = Duration::from_secs(90);

async fn answer(port: u16, folder: &str, adaptive: bool) -> Result<String> {
    let config = SessionConfig::new_with_ballista()
        .with_target_partitions(8)
        .with_batch_size(8)
        .with_ballista_adaptive_query_planner(adaptive);
    let state = SessionStateBuilder::new().with_config(config).with_default_features().build();
    let session =
        SessionContext::remote_with_state(&format!("df://127.0.0.1:{port}"), state).await?;
    Functions::open(&Config::new())?.register(&session);
    session.register_parquet("news", folder, ParquetReadOptions::default()).await?;
    let rows = session.sql(SQL).await?.to_string().await?;
    Ok(rows.lines().nth(3).unwrap_or_default().trim_matches('|').trim().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: cargo test --test it -- --ignored --nocapture reduce_stage"]
async fn an_executor_killed_in_the_reduce_stage() {
    let folder = tempdir().unwrap();
    write(folder.path(), FILES, ROWS);
    let folder = folder.path().to_str().unwrap();
    for adaptive in [true, false] {
        let mut cluster = Cluster::start(&[]);
        let mut right = String::new();
        let mut unfailed = LIMIT;
        // The first run also waits for the executors.
        for _ in 0..2 {
            let start = Instant::now();
            right = answer(cluster.port, folder, adaptive).await.unwrap();
            unfailed = unfailed.min(start.elapsed());
        }
        println!("adaptive {adaptive}: nobody killed: {right} in {unfailed:.0?}");
        assert!(right.starts_with(&format!("{} ", FILES * ROWS * 4 / 5)), "{right}");
        for round in 0..5 {
            let (start, moment) = (Instant::now(), unfailed.mul_f64(0.4));
            let query = async {
                let answer = answer(cluster.port, folder, adaptive);
                (tokio::time::timeout(LIMIT, answer).await, start.elapsed())
            };
            let kill = async {
                tokio::time::sleep(moment).await;
                cluster.executors[0].kill();
            };
            let ((result, took), ()) = tokio::join!(query, kill);
            let seen = match result {
                _ if took < moment => "over before the kill".to_owned(),
                Err(_) => "HANGS: no answer".to_owned(),
                Ok(Err(error)) => format!("error: {error}"),
                Ok(Ok(found)) if found == right => "right".to_owned(),
                Ok(Ok(found)) => format!("WRONG: {found}"),
            };
            println!("adaptive {adaptive}, killed, round {round}: {seen} in {took:.0?}");
            // What hangs keeps its place in the cluster.
            cluster = Cluster::start(&[]);
        }
    }
}
