//! The example of the README: who said how much in `news.parquet`.

use datafusion::prelude::{ParquetReadOptions, SessionContext};
use qawl_datafusion::{Config, register};

#[tokio::main]
async fn main() -> datafusion::error::Result<()> {
    let session = SessionContext::new();
    register(&session, &Config::new())?;
    session.register_parquet("news", "news.parquet", ParquetReadOptions::default()).await?;
    let quotes =
        "SELECT speaker, count(*) AS quotes FROM qawl_quotes_of('news', 'text') GROUP BY speaker";
    session.sql(quotes).await?.show().await
}
