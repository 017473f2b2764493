//! The example `archive`, run as its readers run it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// Where cargo puts examples: beside the folder of this test.
fn example() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let build = test.parent().and_then(|folder| folder.parent()).unwrap();
    build.join("examples").join(format!("archive{}", std::env::consts::EXE_SUFFIX))
}

fn run(lines: &str, queries: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("articles.jsonl");
    fs::write(&path, lines).unwrap();
    Command::new(example()).arg(path).args(queries).output().unwrap()
}

/// "Sami Haddad said that the office in Riyadh is open", "an invitation to Riyadh", "the road is open, Haddad knows"
const LINES: &str = r#"{"id": "a", "text": "قال سامي حداد إن المكتب بالرياض مفتوح."}
{"id": "b", "text": "دعوة للرياض"}
{"id": "c", "text": "الطريق مفتوح، وحداد يعلم"}
"#;

#[test]
fn words_and_speakers_are_found() {
    let output = run(LINES, &["الرياض", "قال: حداد", "حداد", "الرياض AND قال:حداد"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{error}");
    assert!(shown.starts_with("3 articles in "), "{shown}");
    for expected in [
        "الرياض: 2\n",
        "قال سامي حداد إن المكتب ب<b>الرياض</b> مفتوح",
        "دعوة ل<b>لرياض</b>",
        "قال: حداد: 1\n",
        "قال <b>سامي حداد</b> إن المكتب بالرياض مفتوح",
        "\nحداد: 2\n",
        "الطريق مفتوح، و<b>حداد</b> يعلم",
        "الرياض AND قال:حداد: 1\n",
    ] {
        assert!(shown.contains(expected), "{expected} is not in:\n{shown}");
    }
}

#[test]
fn a_bad_line_is_named() {
    let output = run("{\"id\": \"a\", \"text\": \"سلام\"}\n{\"id\": \"b\"}\n", &[]);
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("articles.jsonl, line 2: expected a string"), "{error}");
}
