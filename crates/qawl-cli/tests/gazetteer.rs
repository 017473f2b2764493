//! Lists of names as users of the command meet them: in many forms, compiled, looked into, mapped.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod run;

use std::fs;
#[cfg(unix)]
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
#[cfg(unix)]
use std::process::ChildStdin;

use serde_json::json;

#[cfg(unix)]
use crate::run::command;
use crate::run::{Run, folder, names_in, qawl, qawl_in};

/// "The President Mohamed Morsi received Abdullah in London".
const TEXT: &str = "استقبل الرئيس محمد مرسي عبد الله في لندن";

const JSONL: &str =
    "{\"names\": [\"الرئيس محمد مرسي\", \"مرسي\"], \"type\": \"person\", \"id\": 1}\n";
const SPACY: &str =
    "{\"label\": \"PERSON\", \"pattern\": [{\"LOWER\": \"عبدالله\"}], \"id\": \"2\"}\n";

fn build(folder: &Path, args: &[&str], stdin: &str) -> Run {
    qawl_in(folder, &[&["gazetteer", "build", "-o", "own.qgz"], args].concat(), stdin)
}

/// Text, type and id of what is found by the list alone.
fn tagged(folder: &Path) -> Vec<String> {
    let args = ["tag", "--format", "tsv", "--gazetteer", "own.qgz"];
    let run = qawl_in(folder, &args, TEXT);
    let own = run.lines().into_iter().filter(|line| !line.contains("\tGN:"));
    own.map(|line| line.split('\t').skip(2).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn forms_are_told_by_ending_and_first_line() {
    let tsv = "لندن\tplace\tX\t-\t-\town\n"; // London
    let files = [("a.jsonl", JSONL), ("b.jsonl", SPACY), ("c.tsv", tsv), ("d", SPACY)];
    let folder = folder(&files.map(|(name, list)| (name, list.as_bytes())));
    let args = ["a.jsonl", "b.jsonl", "c.tsv", "d", "--variants", "compound"];
    assert!(build(folder.path(), &args, "").lines().is_empty());
    let expected = ["الرئيس محمد مرسي person 1", "عبد الله person 2", "لندن place X"];
    assert_eq!(tagged(folder.path()), expected);
    // Standard input is told by its first line too, or named.
    assert!(build(folder.path(), &[], SPACY).lines().is_empty());
    let refusal = build(folder.path(), &["--from", "tsv"], SPACY);
    assert!(refusal.refusal().starts_with("stdin: line 1: expected 6 columns"));
}

#[test]
fn labels_of_spacy_become_types() {
    let folder = folder(&[]);
    let list = "{\"label\": \"GPE\", \"pattern\": \"عبد الله\"}"; // Abdullah, of all places
    build(folder.path(), &["--label", "GPE=village"], list).lines();
    assert_eq!(tagged(folder.path())[0], "محمد مرسي person -");
    assert_eq!(tagged(folder.path())[1], "عبد الله village -");
    assert!(build(folder.path(), &["--label", "GPE"], list).refusal().contains("a label, `=`"));
}

#[test]
fn an_index_of_gate_names_the_lists_beside_it() {
    let folder = folder(&[]);
    fs::create_dir(folder.path().join("gate")).unwrap();
    let write = |name: &str, list: &str| fs::write(folder.path().join("gate").join(name), list);
    write("lists.def", "king.lst:royal:king:ar\ncity.lst:location:city\n").unwrap();
    write("king.lst", "عبد الله&id=K1\n").unwrap(); // Abdullah
    write("city.lst", "لندن\n").unwrap(); // London
    for lists in ["gate", "gate/lists.def"] {
        build(folder.path(), &[lists, "--separator", "&"], "").lines();
        let expected = ["محمد مرسي person -", "عبد الله royal K1", "لندن city -"];
        assert_eq!(tagged(folder.path()), expected);
    }
    write("city.lst", "لندن\n...\n").unwrap();
    let refusal = build(folder.path(), &["gate", "--separator", "&"], "").refusal().to_owned();
    assert!(refusal.contains("city.lst: line 2: the name \"...\""), "{refusal}");
    write("lists.def", "king.lst:royal\nnone.lst:x\n").unwrap();
    assert!(build(folder.path(), &["gate"], "").refusal().ends_with("none.lst: no such file"));
    write("lists.def", "king.lst\n").unwrap();
    assert!(
        build(folder.path(), &["gate"], "").refusal().contains("lists.def: line 1: expected file")
    );
    let nothing = build(folder.path(), &["."], "");
    assert!(nothing.refusal().starts_with(".: is a folder without lists.def"));
}

#[test]
fn variants_are_chosen() {
    let folder = folder(&[]);
    let names = |variants: &str| {
        build(folder.path(), &["--variants", variants], JSONL).lines();
        let info =
            qawl_in(folder.path(), &["gazetteer", "info", "--format", "json", "own.qgz"], "");
        info.json()["names"].as_u64().unwrap()
    };
    assert_eq!((names("none"), names("safe"), names("title")), (2, 3, 3));
    assert!(names("all") > 3);
    let refusal = build(folder.path(), &["--variants", "kunya,loud"], JSONL).refusal().to_owned();
    assert!(refusal.contains("expected none, safe, all, or some of compound, kunya"), "{refusal}");
}

#[test]
fn bad_lines_of_every_form_are_named() {
    let files = [
        ("a.jsonl", "{\"name\": \"x\", \"type\": \"y\"}\n{\"name\": 3}\n"),
        ("b.jsonl", "\n{\"label\": \"ORG\", \"pattern\": [{\"LEMMA\": \"x\"}]}\n"),
        ("c.jsonl", "{\"name\": \"x\", \"type\": \"y\"}\n\n{\"name\": \"...\", \"type\": \"y\"}\n"),
        ("good.tsv", "x\ty\t-\t-\t-\t-\n"),
    ];
    let folder = folder(&files.map(|(name, list)| (name, list.as_bytes())));
    let refusal = |args: &[&str], stdin: &str| {
        let refusal = build(folder.path(), args, stdin).refusal().to_owned();
        assert_eq!(names_in(folder.path()).len(), files.len());
        refusal
    };
    let number = "a.jsonl: line 2: expected a string under \"name\", found 3";
    assert_eq!(refusal(&["good.tsv", "a.jsonl"], ""), number);
    let lemma = refusal(&["b.jsonl", "--from", "spacy"], "");
    assert!(lemma.starts_with("b.jsonl: line 2: \"LEMMA\" of token 1 is not supported"), "{lemma}");
    assert!(refusal(&["c.jsonl"], "").starts_with("c.jsonl: line 3: the name \"...\""));
    assert!(refusal(&[], files[2].1).starts_with("stdin: line 3: the name \"...\""));
    // Long lists are read in blocks; lines are counted through.
    let long = "x\ty\t-\t-\t-\t-\n".repeat(2499);
    assert!(refusal(&[], &[&long, "x"].concat()).starts_with("stdin: line 2500: expected 6"));
    let long = [&long, "...\ty\t-\t-\t-\t-"].concat();
    let name = refusal(&[], &long);
    assert!(name.starts_with("stdin: line 2500: the name \"...\""), "{name}");
    // A pipe that has a name cannot be read again to find the line.
    #[cfg(unix)]
    assert!(refusal(&["/dev/stdin"], &long).starts_with("/dev/stdin: line 2500: the name"));
}

#[test]
fn progress_is_said_where_it_is_wanted() {
    let folder = folder(&[("a.jsonl", JSONL.as_bytes())]);
    let run = build(folder.path(), &["a.jsonl", "--progress", "always"], "");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""));
    let said: Vec<_> = run.stderr.lines().collect();
    assert_eq!(said[..2], ["qawl: reading a.jsonl", "qawl: compiling"]);
    assert!(said[2].starts_with("qawl: writing ") && said.len() == 3);
}

#[test]
fn info_counts_everything() {
    let folder = folder(&[]);
    let list = "لندن\tcity\tX\t-\texact,context\t-\nلندن\tteam\t-\t-\t-\t-\nلندن الكبرى\tcity\tX\tلندن\texact\t-\n";
    build(folder.path(), &[], list).lines(); // London twice, Greater London
    let info =
        |form| qawl_in(folder.path(), &["gazetteer", "info", "--format", form, "own.qgz"], "");
    let json = info("json").json();
    let counts = ["entries", "names", "entities", "words"].map(|key| json[key].as_u64().unwrap());
    assert_eq!(counts, [3, 2, 2, 2]);
    assert_eq!(json["flags"], json!({"context": 1, "exact": 2}));
    let len = fs::metadata(folder.path().join("own.qgz")).unwrap().len();
    assert!(json["bytes"].as_u64().unwrap() < len);
    assert!(json["sections"]["strings"].as_u64().unwrap() > 0);
    let text = info("text");
    let last = format!("  format {}, {} bytes: profile 6", json["format"], json["bytes"]);
    assert!(text.lines().last().unwrap().starts_with(&last), "{text:?}");
    assert!(text.lines().contains(&"  2 entries with exact"));
    assert!(qawl(&["gazetteer", "info"], "").lines()[0].starts_with("embedded: "));
}

#[test]
fn bad_compiled_lists_are_told_apart() {
    let folder = folder(&[("empty.qgz", b"")]);
    build(folder.path(), &[], JSONL).lines();
    let good = fs::read(folder.path().join("own.qgz")).unwrap();
    let refusal = |name: &str, change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = good.clone();
        change(&mut bytes);
        fs::write(folder.path().join(name), bytes).unwrap();
        qawl_in(folder.path(), &["tag", "--gazetteer", name], TEXT).refusal().to_owned()
    };
    let empty = qawl_in(folder.path(), &["tag", "--gazetteer", "empty.qgz"], TEXT);
    assert!(
        empty.refusal().starts_with("empty.qgz: this is not a gazetteer file; expected a list")
    );
    let damaged = refusal("damaged.qgz", &|bytes| *bytes.last_mut().unwrap() ^= 1);
    assert!(damaged.starts_with("damaged.qgz: the gazetteer file is damaged"), "{damaged}");
    let cut = refusal("cut.qgz", &|bytes| bytes.truncate(bytes.len() - 1));
    assert!(cut.starts_with("cut.qgz: the gazetteer file is not as long"), "{cut}");
    let old = refusal("old.qgz", &|bytes| bytes[8] = 1);
    assert!(old.starts_with("old.qgz: the gazetteer file has format 1"), "{old}");
    assert!(old.ends_with("build it again with `qawl gazetteer build`"), "{old}");
}

/// Whatever stands in the place of a list, and through whatever it comes: one line.
#[test]
fn what_is_no_compiled_list_is_refused_in_one_line() {
    let folder = folder(&[("text.qgz", TEXT.as_bytes()), ("zeros.qgz", &[0; 4096])]);
    fs::create_dir(folder.path().join("folder.qgz")).unwrap();
    let refusal =
        |args: &[&str], stdin: &[u8]| qawl_in(folder.path(), args, stdin).refusal().to_owned();
    let expected =
        "this is not a gazetteer file; expected a list compiled by `qawl gazetteer build`";
    for command in [&["tag", "--gazetteer"][..], &["gazetteer", "info"]] {
        let with = |file: &str, stdin: &[u8]| refusal(&[command, &[file]].concat(), stdin);
        assert_eq!(with("folder.qgz", b""), "folder.qgz: is a folder, expected a file");
        assert_eq!(with("none.qgz", b""), "none.qgz: no such file");
        for file in ["text.qgz", "zeros.qgz"] {
            assert_eq!(with(file, b""), format!("{file}: {expected}"));
        }
        #[cfg(unix)]
        for bytes in [&b""[..], b"\0", TEXT.as_bytes()] {
            assert_eq!(with("/dev/stdin", bytes), format!("/dev/stdin: {expected}"));
        }
        assert!(with("/dev/null", b"").starts_with("/dev/null: this is not"));
    }
}

/// A list that is replaced while it is in use stays what it was for those who use it.
#[cfg(unix)]
#[test]
fn a_list_in_use_may_be_replaced() {
    let folder = folder(&[]);
    build(folder.path(), &[], "{\"name\": \"سامي حداد\", \"type\": \"old\"}").lines(); // Sami Haddad
    let line = "{\"text\": \"وصل سامي حداد\"}\n"; // "Sami Haddad arrived"
    let args = ["tag", "--jsonl", "--threads", "1", "--format", "tsv", "--gazetteer", "own.qgz"];
    let mut child = command(folder.path(), &args).spawn().unwrap();
    let (mut stdin, mut stdout) =
        (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut tag = |stdin: &mut ChildStdin| {
        let mut row = String::new();
        stdin.write_all(line.as_bytes()).unwrap();
        while !row.contains("سامي") {
            row.clear();
            assert!(stdout.read_line(&mut row).unwrap() > 0);
        }
        row
    };
    assert!(tag(&mut stdin).contains("old"));
    build(folder.path(), &[], "{\"name\": \"سامي حداد\", \"type\": \"new\"}").lines();
    assert!(tag(&mut stdin).contains("old"));
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let again = qawl_in(folder.path(), &args, line);
    assert!(again.lines().iter().any(|row| row.contains("new")));
}

/// A list that comes through a pipe cannot be mapped.
#[cfg(unix)]
#[test]
fn lists_are_mapped_or_read() {
    let folder = folder(&[]);
    build(folder.path(), &[], JSONL).lines();
    let bytes = fs::read(folder.path().join("own.qgz")).unwrap();
    let info = qawl_in(folder.path(), &["gazetteer", "info", "--format", "json", "-"], &bytes);
    assert_eq!(info.json()["entries"], 2);
    let info = qawl_in(folder.path(), &["gazetteer", "info", "/dev/stdin"], bytes);
    assert!(info.lines()[0].starts_with("/dev/stdin: 2 names"));
}

#[test]
fn no_list_is_written_over() {
    let folder = folder(&[("a.tsv", "لندن\tcity\t-\t-\t-\town\n".as_bytes())]); // London
    let run = qawl_in(folder.path(), &["gazetteer", "build", "a.tsv", "-o", "./a.tsv"], "");
    assert_eq!(run.refusal(), "a.tsv: a list, expected another file to write");
    assert!(fs::read_to_string(folder.path().join("a.tsv")).unwrap().contains("city"));
}
