//! What the README says, run.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::{TempDir, tempdir};

const README: &str = include_str!("../../README.md");
const EXAMPLE: &str = include_str!("../../examples/quotes.rs");

/// A folder with the files that the README speaks of.
fn folder() -> TempDir {
    let folder = tempdir().unwrap();
    // "The director Sami Haddad said: 'We open the fair tomorrow.' They met in London."
    let article = "قال المدير سامي حداد: «سنفتح المعرض غدا». واجتمعوا بلندن.";
    let line = format!("{{\"id\": \"a\", \"text\": \"{article}\"}}\n");
    fs::write(folder.path().join("news.jsonl"), line).unwrap();
    sh(folder.path(), "qawl-sql -o news.parquet \"SELECT * FROM 'news.jsonl'\"");
    folder
}

/// Where cargo puts programs.
fn programs() -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_qawl-sql")).parent().unwrap().to_owned()
}

fn sh(folder: &Path, line: &str) -> String {
    let path = format!("{}:{}", programs().display(), env::var("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-c", line])
        .current_dir(folder)
        .env("PATH", path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn its_commands_print_what_they_say() {
    let folder = folder();
    let commands: Vec<_> = README.lines().filter(|line| line.starts_with("qawl-sql ")).collect();
    let printed: Vec<_> = commands.iter().map(|line| sh(folder.path(), line)).collect();
    assert_eq!(printed[0], "{\"speaker\":\"سامي حداد\",\"quotes\":1}\n");
    assert!(printed[1].starts_with("doc,name,start\na,لندن,"), "{}", printed[1]);
    assert!(folder.path().join("folded.parquet").is_file());
    assert!(
        printed[3].contains("{\"start\":75,\"end\":77,\"form\":\"و\",\"role\":\"conjunction\"}"),
        "{}",
        printed[3]
    );
    assert_eq!(printed.len(), 4);
}

#[test]
fn its_example_is_the_one_that_is_built_and_counts() {
    let code = EXAMPLE.split_once("\n\n").unwrap().1;
    assert!(README.contains(&format!("```rust\n{code}```")), "examples/quotes.rs is another");
    let folder = folder();
    let example = programs().join("examples/quotes");
    let printed = Command::new(example).current_dir(folder.path()).output().unwrap().stdout;
    assert!(String::from_utf8(printed).unwrap().contains("| سامي حداد | 1      |"));
}
