//! The commands of the README, run.

use std::collections::HashMap;
use std::process::Command;

use datafusion::arrow::array::AsArray;
use datafusion::arrow::datatypes::Int64Type;
use tempfile::tempdir;

use crate::cluster::{Process, error_of, free_port, program, wait_for};
use crate::texts::{assert_same, expected, found, rows, write};

const README: &str = include_str!("../../README.md");

/// The arguments of a line, with free ports in place of those that it names.
fn arguments(line: &str, ports: &mut HashMap<String, u16>) -> Vec<String> {
    let mut argument = |word: &str| match word.parse::<u16>() {
        Ok(port) if port > 50_000 => {
            ports.entry(word.to_owned()).or_insert_with(free_port).to_string()
        }
        _ => word.to_owned(),
    };
    line.split_whitespace().skip(1).filter(|word| *word != "&").map(&mut argument).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn its_commands_annotate() {
    let folder = tempdir().unwrap();
    write(&folder.path().join("news"), 2, 3);
    let mut ports = HashMap::new();
    let lines = README.lines().filter(|line| line.starts_with("qawl-ballista "));
    let (background, foreground): (Vec<_>, Vec<_>) = lines.partition(|line| line.ends_with('&'));
    assert_eq!((background.len(), foreground.len()), (3, 1));
    let mut processes = Vec::new();
    for line in background {
        processes.push(Process::start(program().args(arguments(line, &mut ports))));
        let listens = if line.contains("scheduler --port") { "50050" } else { line };
        let port = ports.iter().find(|(word, _)| *word == listens).map(|(_, port)| *port);
        port.into_iter().for_each(wait_for);
    }
    let program = env!("CARGO_BIN_EXE_qawl-ballista");
    // A shell, because the line has a pattern.
    let line = format!("{program} {}", arguments(foreground[0], &mut ports).join(" "));
    let output =
        Command::new("sh").args(["-c", &line]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", error_of(&output));
    let annotated = folder.path().join("annotated");
    assert_same(&found(&annotated).await, &expected(&folder.path().join("news")).await);
    let query = README.lines().find_map(|line| line.strip_prefix("qawl-sql \"")).unwrap();
    let sql = query.trim_end_matches('"').replace("'annotated/'", "news");
    let counted = rows(&annotated, &sql).await;
    // Five articles of sixty paragraphs with a quote of each.
    let first = (
        counted.column(0).as_string_view().value(0),
        counted.column(1).as_primitive::<Int64Type>().value(0),
    );
    assert_eq!(first, ("ليلى ناصر", 300));
}
