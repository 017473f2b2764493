//! Quotes found as people marked them.

use std::io::{self, Write};
use std::path::{Path, PathBuf, absolute};
use std::process::Stdio;

use serde::Deserialize;

use crate::Failure;
use crate::figure::Figure;
use crate::program::{output, qawl};

/// Articles and their quotes, below the root.
pub(crate) struct Set {
    pub(crate) name: &'static str,
    pub(crate) gold: &'static str,
    pub(crate) texts: &'static str,
}

/// What stands in the repository. Of `test` nobody reads but these totals.
pub(crate) const OURS: [Set; 3] = [
    Set { name: "`data/quotes/dev`", gold: "data/quotes/dev/gold.jsonl", texts: "data/quotes/dev" },
    Set {
        name: "`data/quotes/test`",
        gold: "data/quotes/test/gold.jsonl",
        texts: "data/quotes/test",
    },
    Set { name: "`data/samples`", gold: "data/samples/quotes.jsonl", texts: "data/samples" },
];

#[derive(Deserialize)]
struct Document {
    doc: String,
}

#[derive(Deserialize)]
struct Report {
    detect: Prf,
    strict: Prf,
    end_to_end: Prf,
    speaker: f64,
}

#[derive(Deserialize)]
struct Prf {
    f1: f64,
}

/// Of the articles that `gold` names, and of no others in the folder.
pub(crate) fn measure(name: &str, gold: &Path, texts: &Path) -> Result<Vec<Figure>, Failure> {
    let (gold, texts) = (absolute(gold)?, absolute(texts)?);
    let mut find = qawl();
    find.args(["quotes", "--format", "json"]).args(articles(&gold, &texts)?);
    let found = output(&mut find)?;
    let report: Report = serde_json::from_str(&score(&gold, &texts, &found)?)?;
    Ok(vec![
        Figure::share(name, "quotes found, F1", report.detect.f1),
        Figure::share(name, "found with the same words, F1", report.strict.f1),
        Figure::share(name, "found with the right speaker, F1", report.end_to_end.f1),
        Figure::share(name, "right speakers of those found", report.speaker),
    ])
}

fn articles(gold: &Path, texts: &Path) -> Result<Vec<PathBuf>, Failure> {
    let lines =
        std::fs::read_to_string(gold).map_err(|error| format!("{}: {error}", gold.display()))?;
    let article = |line| {
        let document: Document = serde_json::from_str(line)
            .map_err(|error| format!("{}: a line is no document: {error}", gold.display()))?;
        Ok(texts.join(format!("{}.txt", document.doc)))
    };
    lines.lines().map(article).collect()
}

/// What `qawl eval quotes` says of what was `found`.
fn score(gold: &Path, texts: &Path, found: &str) -> Result<String, Failure> {
    let mut command = qawl();
    command.args(["eval", "quotes", "--format", "json", "--texts"]).arg(texts).arg(gold).arg("-");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    // It reads all of it before it writes, so neither waits for the other.
    child.stdin.take().ok_or_else(closed)?.write_all(found.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn closed() -> io::Error {
    io::ErrorKind::BrokenPipe.into()
}
