//! Every shell example of the documents runs, and prints what is written below it.
//!
//! The blocks of one document run in order, in one folder, where `data` is that of the repository: a
//! file that one block writes is there for the next. A block of the language `text` right behind one
//! of `sh` is what that prints; a line `...` in it stands for any lines, `...` at the end of a line for
//! the rest of it. `cargo run … -- ARGUMENTS` is the command; what else `cargo` would do (`add`,
//! `install`, `test`) is passed over.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a shell takes for the programs that the examples call.
const PROGRAMS: &str = r#"
qawl() { "$QAWL" "$@"; }
cargo() {
    [ "$1" = run ] || return 0
    while [ "$1" != -- ]; do shift; done
    shift
    qawl "$@"
}
"#;

/// A fenced block of a document.
#[derive(Debug)]
struct Block {
    language: String,
    /// The line of its fence, from 1.
    line: usize,
    text: String,
    /// Whether nothing stands between it and the block before it.
    follows: bool,
}

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut is_open, mut follows) = (false, false);
    for (number, line) in (1..).zip(document.lines()) {
        match (line.strip_prefix("```"), is_open) {
            (Some(language), false) => {
                let language = language.to_owned();
                blocks.push(Block { language, line: number, text: String::new(), follows });
                is_open = true;
            }
            (Some(_), true) => (is_open, follows) = (false, true),
            (None, true) => {
                let block = blocks.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, false) => follows &= line.trim().is_empty(),
        }
    }
    blocks
}

fn run(script: &str, folder: &Path) -> Result<String, String> {
    let output = Command::new("sh")
        .args(["-eu", "-c", &format!("{PROGRAMS}{script}")])
        .env("QAWL", env!("CARGO_BIN_EXE_qawl"))
        .current_dir(folder)
        .output()
        .unwrap();
    if output.status.success() {
        Ok(String::from_utf8(output.stdout).unwrap())
    } else {
        Err(format!("{}: {}", output.status, String::from_utf8_lossy(&output.stderr)))
    }
}

/// Whether these are the lines that were wanted.
fn is_as_wanted(got: &str, want: &str) -> bool {
    let (got, want): (Vec<&str>, Vec<&str>) = (got.lines().collect(), want.lines().collect());
    fits(&got, &want)
}

fn fits(got: &[&str], want: &[&str]) -> bool {
    match want {
        [] => got.is_empty(),
        [first, rest @ ..] if first.trim() == "..." => {
            (0..=got.len()).any(|passed| got.get(passed..).is_some_and(|got| fits(got, rest)))
        }
        [first, rest @ ..] => {
            got.split_first().is_some_and(|(line, got)| fits_line(line, first) && fits(got, rest))
        }
    }
}

fn fits_line(got: &str, want: &str) -> bool {
    want.strip_suffix("...").map_or(got == want, |start| got.starts_with(start))
}

/// What is wrong with the examples of a document, and how many there are.
fn check(path: &Path, repository: &Path) -> (usize, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(repository.join("data"), folder.path().join("data")).unwrap();
    let blocks = blocks(&fs::read_to_string(path).unwrap());
    let (mut count, mut wrong) = (0, Vec::new());
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.language == "sh") {
        count += 1;
        let behind = blocks.get(at + 1).filter(|next| next.follows && next.language == "text");
        let place = format!("{}:{}", path.display(), block.line);
        match (run(&block.text, folder.path()), behind) {
            (Err(error), _) => wrong.push(format!("{place}: {error}")),
            (Ok(got), Some(want)) if !is_as_wanted(&got, &want.text) => {
                wrong.push(format!("{place}: prints\n{got}"));
            }
            _ => {}
        }
    }
    (count, wrong)
}

/// The documents, as far as they have examples for a shell.
fn documents(repository: &Path) -> Vec<PathBuf> {
    let pages = fs::read_dir(repository.join("docs")).unwrap().map(|page| page.unwrap().path());
    let mut all: Vec<_> =
        pages.filter(|page| page.extension().is_some_and(|ending| ending == "md")).collect();
    all.sort();
    all.push(repository.join("README.md"));
    all
}

#[test]
fn shell_examples_do_what_they_say() {
    let repository = fs::canonicalize(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).unwrap();
    let (mut count, mut wrong) = (0, Vec::new());
    for document in documents(&repository) {
        let (more, found) = check(&document, &repository);
        count += more;
        wrong.extend(found);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 5, "{count}");
}

#[test]
fn the_reader_of_documents_sees_what_is_wrong() {
    assert!(is_as_wanted("one\ntwo\nthree\n", "one\n...\nthree\n"));
    assert!(is_as_wanted("one\n", "one\n  ...\n"));
    assert!(is_as_wanted("one and two\n", "one...\n"));
    assert!(!is_as_wanted("one\ntwo\n", "one\n"));
    assert!(!is_as_wanted("one\n", "two...\n"));
    let blocks = blocks("```sh\nfalse\n```\n\n```text\nx\n```\nand\n```text\ny\n```\n");
    let seen: Vec<_> = blocks.iter().map(|block| (block.line, block.follows)).collect();
    assert_eq!(seen, [(1, false), (5, true), (9, false)]);
    assert!(run("false\n", Path::new(".")).is_err());
    assert_eq!(run("cargo test\n", Path::new(".")).as_deref(), Ok(""));
}
