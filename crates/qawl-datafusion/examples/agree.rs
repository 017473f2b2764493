//! Compares every function with the library over a corpus of JSON lines with a key `text`, row by row and
//! byte by byte, in every unit of offsets:
//!
//!     cargo run --release --example agree -- news.jsonl
//!
//! Ends with the number of rows that were compared, or at the first that differs.

use std::error::Error;
use std::fs;
use std::sync::Arc;

use datafusion::arrow::array::StringArray;
use qawl::OffsetUnit;
use serde_json::Value;

use oracle::Oracle;

#[path = "../tests/it/oracle.rs"]
mod oracle;
#[path = "../tests/it/session.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "a part of the tests, which need more of it")]
mod session;

/// So many texts are looked at together: what is expected of them is held in memory.
const TEXTS: usize = 64;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let corpus = std::env::args().nth(1).ok_or("expected a file of JSON lines with a key text")?;
    let texts = texts(&corpus)?;
    let oracle = Oracle::default();
    let mut values = 0;
    for unit in [OffsetUnit::Bytes, OffsetUnit::Chars, OffsetUnit::Utf16] {
        for some in texts.chunks(TEXTS) {
            values += compare(&oracle, some, unit).await?;
        }
    }
    println!("{} rows agree, {values} values", texts.len());
    Ok(())
}

fn texts(corpus: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let text = |line: &str| -> Result<String, Box<dyn Error>> {
        let line: Value = serde_json::from_str(line)?;
        Ok(line["text"].as_str().ok_or("a line has no key text")?.to_owned())
    };
    fs::read_to_string(corpus)?.lines().map(text).collect()
}

async fn compare(
    oracle: &Oracle,
    texts: &[String],
    unit: OffsetUnit,
) -> Result<usize, Box<dyn Error>> {
    let cases: Vec<_> = texts.iter().map(|text| oracle.cases(text, unit)).collect();
    let calls = cases.first().into_iter().flatten().enumerate();
    let columns: Vec<_> = calls.map(|(at, (call, _))| format!("{call} AS c{at}")).collect();
    let sql = format!("SELECT {} FROM news", columns.join(", "));
    let session = session::with_news(Arc::new(StringArray::from(texts.to_vec())));
    let rows = session::rows(&session, &sql).await?;
    if rows.len() != texts.len() {
        return Err(format!("{} rows of {}", rows.len(), texts.len()).into());
    }
    for ((row, cases), text) in rows.iter().zip(&cases).zip(texts) {
        for (at, (call, expected)) in cases.iter().enumerate() {
            let found = &row[format!("c{at}")];
            if found != expected {
                return Err(format!("{call} of {text}:\n{found}\nexpected\n{expected}").into());
            }
        }
    }
    Ok(cases.iter().map(Vec::len).sum())
}
