//! Rows of items, and what DataFusion makes of lists.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use datafusion::datasource::MemTable;
use datafusion::prelude::SessionContext;
use serde_json::json;

use crate::session::{planning_error, rows, values, with_functions};

/// Two articles, the second of which holds no quote, and one that is null.
fn news() -> SessionContext {
    let ids: ArrayRef = Arc::new(Int64Array::from(vec![7, 8, 9]));
    // "Layla Mansour said that the road is open, and added that work has ended"; "they met in London"
    let quotes = "قالت ليلى منصور إن الطريق مفتوح. وأضافت أن العمل انتهى.";
    let texts: ArrayRef =
        Arc::new(StringArray::from(vec![Some(quotes), Some("اجتمعوا بلندن"), None]));
    let batch = RecordBatch::try_from_iter([("id", ids), ("Body", texts)]).unwrap();
    let session = with_functions();
    let table = MemTable::try_new(batch.schema(), vec![vec![batch]]).unwrap();
    session.register_table("news.2024", Arc::new(table)).unwrap();
    session
        .register_table("news", session.catalog("datafusion").map(|_| empty()).unwrap())
        .unwrap();
    session
}

/// A table without rows.
fn empty() -> Arc<MemTable> {
    let texts: ArrayRef = Arc::new(StringArray::from(Vec::<&str>::new()));
    let batch = RecordBatch::try_from_iter([("text", texts)]).unwrap();
    Arc::new(MemTable::try_new(batch.schema(), vec![vec![batch]]).unwrap())
}

#[tokio::test]
async fn quotes_of_a_table() {
    let sql = "SELECT doc, speaker, text, content[1]['start'] AS start \
               FROM qawl_quotes_of('news.2024', 'Body', 'id', 'chars') ORDER BY start";
    let found = rows(&news(), sql).await.unwrap();
    let row =
        |text, start| json!({"doc": "7", "speaker": "ليلى منصور", "text": text, "start": start});
    assert_eq!(found, [row("الطريق مفتوح", 19), row("العمل انتهى", 43)]);
}

#[tokio::test]
async fn they_can_be_counted_joined_and_cut_short() {
    let session = news();
    let count = "SELECT count(*) FROM qawl_tokens_of('news.2024', 'Body')";
    assert_eq!(values(&session, count).await.unwrap(), [14]);
    let limited = "SELECT kind FROM qawl_tokens_of('news.2024', 'Body') LIMIT 2";
    assert_eq!(values(&session, limited).await.unwrap(), ["word", "word"]);
    let joined = "SELECT m.name FROM \"news.2024\" AS n \
                  JOIN qawl_mentions_of('news.2024', 'Body', 'id') AS m ON m.doc = n.id \
                  WHERE n.id = 8 AND m.type = 'city'";
    assert_eq!(values(&session, joined).await.unwrap(), ["لندن"]);
    let none = "SELECT count(*) FROM qawl_sentences_of('news', 'text')";
    assert_eq!(values(&session, none).await.unwrap(), [0]);
}

#[tokio::test]
async fn without_a_name_there_is_none() {
    let sql = "SELECT DISTINCT doc FROM qawl_sentences_of('news.2024', 'Body')";
    assert_eq!(rows(&news(), sql).await.unwrap(), [json!({"doc": null})]);
}

#[tokio::test]
async fn wrong_use_is_named() {
    let session = news();
    for (call, expected) in [
        ("qawl_quotes_of('nws', 'text')", "qawl_quotes_of: there is no table 'nws'"),
        (
            "qawl_quotes_of('news', 'body')",
            "qawl_quotes_of: 'news' has no column 'body', expected one of text",
        ),
        ("qawl_quotes_of('news')", "qawl_quotes_of: expected qawl_quotes_of('table', "),
        ("qawl_quotes_of('news', 7)", "qawl_quotes_of: expected qawl_quotes_of('table', "),
        (
            "qawl_quotes_of('news', 'text', 'text', 'x')",
            "qawl_quotes_of: its unit is 'x', expected one of",
        ),
        (
            "qawl_quotes_of('news.2024', 'id')",
            "qawl_quotes: its first argument is Int64, expected text",
        ),
    ] {
        let error = planning_error(&session, &format!("SELECT * FROM {call}")).await;
        assert!(error.contains(expected), "{call}: {error}");
    }
}

#[tokio::test]
async fn lists_can_be_unnested_beside_other_columns() {
    let sql = "SELECT id, q['speaker'] AS speaker, count(*) AS quotes FROM \
               (SELECT id, unnest(qawl_quotes(\"Body\")) AS q FROM \"news.2024\") GROUP BY ALL";
    let expected = json!({"id": 7, "speaker": "ليلى منصور", "quotes": 2});
    assert_eq!(rows(&news(), sql).await.unwrap(), [expected]);
}
