//! Rows and megabytes a second, of the functions in DataFusion beside the library called in a loop, over a
//! corpus of JSON lines with a key `text`:
//!
//!     cargo run --release --example speed -- news.jsonl
//!
//! The corpus is in memory, in batches of 256 rows. Each figure is the best of some rounds, in which all
//! contestants take turns. `overhead` compares processor seconds, of which a busy machine takes none away;
//! they are read from `/proc`, so it is left out on systems without.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use datafusion::arrow::array::{ArrayRef, RecordBatch, StringViewArray};
use datafusion::datasource::MemTable;
use datafusion::execution::SendableRecordBatchStream;
use datafusion::prelude::{SessionConfig, SessionContext};
use futures::StreamExt;
use qawl::segment::Cache;
use qawl::{Pipeline, Profile, Scheme, Scratch, Segmenter, TokenKind};
use qawl_datafusion::{Config, register};
use serde_json::Value;

const BATCH: usize = 256;
const ROUNDS: usize = 5;

/// Two megabytes and more are worked on in each round, as often as it takes for the clock of `/proc`.
const CALLS: [(&str, usize); 7] = [
    ("qawl_normalize(text)", 16),
    ("qawl_sentences(text)", 8),
    ("qawl_tokens(text)", 8),
    ("qawl_segment(text)", 2),
    ("qawl_mentions(text)", 2),
    ("qawl_quotes(text)", 1),
    ("qawl_annotate(text)", 1),
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let corpus = std::env::args().nth(1).ok_or("expected a file of JSON lines with a key text")?;
    let texts = texts(&corpus)?;
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} rows, {:.1} MB; best of {ROUNDS}", texts.len(), bytes as f64 / 1e6);
    println!(
        "| call | library, rows/s | MB/s | 1 partition, rows/s | MB/s | 2 partitions, rows/s | MB/s | overhead |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    let sessions = [session(&texts, 1)?, session(&texts, 2)?];
    for (call, repeats) in CALLS {
        let mut best = [Cost::WORST; 3];
        for _ in 0..ROUNDS {
            let start = Cost::now();
            (0..repeats).for_each(|_| library(call, &texts));
            best[0] = best[0].min(start.until_now());
            for (session, best) in sessions.iter().zip(&mut best[1..]) {
                let start = Cost::now();
                for _ in 0..repeats {
                    query(session, call, texts.len()).await?;
                }
                *best = best.min(start.until_now());
            }
        }
        let speed = |cost: Cost| {
            let times = repeats as f64 / cost.wall;
            format!("{:.0} | {:.1}", texts.len() as f64 * times, bytes as f64 * times / 1e6)
        };
        let overhead = 100.0 * (best[1].processor / best[0].processor - 1.0);
        let [loops, one, two] = best.map(speed);
        println!("| `{call}` | {loops} | {one} | {two} | {overhead:.0} % |");
    }
    Ok(())
}

fn texts(corpus: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let text = |line: &str| -> Result<String, Box<dyn Error>> {
        let line: Value = serde_json::from_str(line)?;
        Ok(line["text"].as_str().ok_or("a line has no key text")?.to_owned())
    };
    fs::read_to_string(corpus)?.lines().map(text).collect()
}

/// The texts as a table of so many partitions.
fn session(texts: &[String], partitions: usize) -> Result<SessionContext, Box<dyn Error>> {
    let settings = SessionConfig::new().with_target_partitions(partitions).with_batch_size(BATCH);
    let session = SessionContext::new_with_config(settings);
    register(&session, &Config::new())?;
    let mut parts = vec![Vec::new(); partitions];
    for (at, texts) in texts.chunks(BATCH).enumerate() {
        let column: ArrayRef = Arc::new(StringViewArray::from_iter_values(texts));
        parts[at % partitions].push(RecordBatch::try_from_iter([("text", column)])?);
    }
    let schema = parts[0][0].schema();
    session.register_table("news", Arc::new(MemTable::try_new(schema, parts)?))?;
    Ok(session)
}

/// Runs a call over the table, a task for each partition, and drops what it gives.
async fn query(session: &SessionContext, call: &str, rows: usize) -> Result<(), Box<dyn Error>> {
    let frame = session.sql(&format!("SELECT {call} FROM news")).await?;
    let streams = frame.execute_stream_partitioned().await?;
    let tasks: Vec<_> = streams.into_iter().map(|stream| tokio::spawn(drain(stream))).collect();
    let mut found = 0;
    for task in tasks {
        found += task.await??;
    }
    // A wrong answer must not look fast.
    assert_eq!(found, rows);
    Ok(())
}

async fn drain(mut stream: SendableRecordBatchStream) -> datafusion::error::Result<usize> {
    let mut rows = 0;
    while let Some(batch) = stream.next().await {
        rows += black_box(batch?).num_rows();
    }
    Ok(rows)
}

/// The same by the library alone, on one thread.
fn library(call: &str, texts: &[String]) {
    let builder = Pipeline::builder().without_segmentation();
    let bare = || builder.clone().without_mentions().without_quotes();
    let names = || builder.clone().without_sentences().without_tokens();
    match call {
        "qawl_normalize(text)" => {
            let (normalizer, mut buffer) = (Profile::NLP.normalizer(), String::new());
            for text in texts {
                normalizer.normalize_into(text, &mut buffer);
                black_box(&buffer);
            }
        }
        "qawl_sentences(text)" => annotate(&bare().without_tokens().build(), texts),
        "qawl_tokens(text)" => annotate(&bare().without_sentences().build(), texts),
        "qawl_segment(text)" => segment(&bare().without_sentences().build(), texts),
        "qawl_mentions(text)" => annotate(&names().without_quotes().build(), texts),
        "qawl_quotes(text)" => annotate(&names().build(), texts),
        _ => annotate(&builder.build(), texts),
    }
}

fn annotate(pipeline: &Pipeline, texts: &[String]) {
    let mut scratch = Scratch::new();
    for text in texts {
        let document = pipeline.annotate_with(&mut scratch, text);
        black_box(&document);
        scratch.take_back(document);
    }
}

fn segment(pipeline: &Pipeline, texts: &[String]) {
    let (mut cache, segmenter) = (Cache::new(), Segmenter::embedded());
    for text in texts {
        let document = pipeline.annotate(text);
        let words = document.tokens().iter().filter(|token| token.kind == TokenKind::Word);
        for token in words {
            let word = segmenter.segment_cached(document.text_of(token.span), &mut cache);
            black_box(word.in_scheme(Scheme::D3));
        }
    }
}

/// Seconds, by the clock and of all processors.
#[derive(Clone, Copy, Debug)]
struct Cost {
    wall: f64,
    processor: f64,
}

/// When something began.
struct Start(Instant, f64);

impl Cost {
    const WORST: Self = Self { wall: f64::INFINITY, processor: f64::INFINITY };

    fn now() -> Start {
        Start(Instant::now(), processor_seconds())
    }

    fn min(self, other: Self) -> Self {
        Self { wall: self.wall.min(other.wall), processor: self.processor.min(other.processor) }
    }
}

impl Start {
    fn until_now(&self) -> Cost {
        Cost { wall: self.0.elapsed().as_secs_f64(), processor: processor_seconds() - self.1 }
    }
}

/// What all threads of this process have used, in steps of a hundredth of a second.
fn processor_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: f64 = fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    if ticks > 0.0 { ticks / 100.0 } else { f64::NAN }
}
