//! The command `qawl-sql`.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::{TempDir, tempdir};

/// A folder with articles: JSON lines, whose second has no text.
fn folder() -> TempDir {
    let folder = tempdir().unwrap();
    // "The director Sami Haddad said: 'We open the fair tomorrow.'"
    let article = "قال المدير سامي حداد: «سنفتح المعرض غدا».";
    let lines =
        format!("{{\"id\": \"a\", \"text\": \"{article}\"}}\n{{\"id\": \"b\", \"text\": null}}\n");
    fs::write(folder.path().join("news.jsonl"), lines).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qawl-sql"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap()
}

fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn counts_speakers_in_a_file() {
    let folder = folder();
    let sql = "SELECT speaker, count(*) AS quotes FROM qawl_quotes_of('news.jsonl', 'text') GROUP BY speaker";
    assert_eq!(printed(folder.path(), &[sql]), "{\"speaker\":\"سامي حداد\",\"quotes\":1}\n");
    let csv = printed(folder.path(), &["--format", "csv", sql]);
    assert_eq!(csv, "speaker,quotes\nسامي حداد,1\n");
    assert!(printed(folder.path(), &["--format", "table", sql]).contains("| سامي حداد | 1      |"));
}

#[test]
fn writes_parquet_that_is_a_table_again() {
    let folder = folder();
    let sql = "SELECT id, qawl_quotes(text) AS quotes, qawl_normalize(text, 'SEARCH') AS folded FROM 'news.jsonl'";
    assert_eq!(printed(folder.path(), &["-o", "out.parquet", sql]), "");
    let sql = "SELECT id, q['text'] AS said FROM (SELECT id, unnest(quotes) AS q FROM own)";
    let again = printed(folder.path(), &["--table", "own=out.parquet", sql]);
    assert_eq!(again, "{\"id\":\"a\",\"said\":\"سنفتح المعرض غدا\"}\n");
    let rows =
        printed(folder.path(), &["SELECT count(*) AS n FROM 'out.parquet' WHERE folded IS NULL"]);
    assert_eq!(rows, "{\"n\":1}\n");
}

#[test]
fn wrong_use_is_one_line_and_exit_code_2() {
    let folder = folder();
    for (arguments, expected) in [
        (
            &["SELECT qawl_normalize(text, 'ALL') FROM 'news.jsonl'"][..],
            "qawl_normalize: its profile is 'ALL'",
        ),
        (&["SELECT * FROM 'nws.jsonl'"], "nws.jsonl"),
        (&["SELEC 1"], "Expected"),
        (&["SELECT qawl_quots('')"], "qawl_quots"),
        (&["--gazetteer", "own.qgz", "SELECT 1"], "own.qgz"),
        (&["--table", "own=nws.jsonl", "SELECT 1"], "nws.jsonl"),
        (&["-o", "none/out.json", "SELECT 1"], "none/out.json"),
    ] {
        let output = run(folder.path(), arguments);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(
            error.starts_with("qawl-sql: ") && error.contains(expected),
            "{arguments:?}: {error}"
        );
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = folder();
    fs::write(folder.path().join("out.json"), "before").unwrap();
    // Fails while rows are on their way.
    let sql = "SELECT qawl_tokens(arrow_cast(decode('d9', 'hex'), 'Binary')) FROM 'news.jsonl'";
    let output = run(folder.path(), &["-o", "out.json", sql]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("out.json")).unwrap(), "before");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn several_parts_of_an_annotation_take_one_call() {
    let folder = folder();
    let sql = "EXPLAIN SELECT a['quotes'] AS q, a['tokens'] AS t FROM \
               (SELECT qawl_annotate(text) AS a FROM 'news.jsonl')";
    let plan = printed(folder.path(), &["--format", "csv", sql]);
    let physical = plan.split("physical_plan").nth(1).unwrap();
    assert_eq!(physical.matches("qawl_annotate(").count(), 1, "{plan}");
}
