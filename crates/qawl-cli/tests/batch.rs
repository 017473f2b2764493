//! Large jobs: several threads, folders and patterns, compressed files, documents that are bad.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod run;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::run::{command, documents, folder, names_in, qawl, qawl_in, run};

fn gzip(text: &str) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

fn zstd(text: &str) -> Vec<u8> {
    zstd::encode_all(text.as_bytes(), 1).unwrap()
}

fn ids(stdout: &str) -> Vec<String> {
    let id = |line: &str| serde_json::from_str::<Value>(line).unwrap()["doc"].clone();
    stdout.lines().map(|line| id(line).as_str().unwrap().to_owned()).collect()
}

#[test]
fn on_several_threads_the_results_and_their_order_are_the_same() {
    let lines = documents(300, 5);
    for command in [
        "annotate --format json --offsets chars",
        "annotate --format text",
        "annotate --format conllu",
        "quotes --format speakers",
        "quotes --format webannotation",
        "tokenize --format lines",
        "segment --format conllu",
        "normalize --changes",
        "sentences --format lines",
        "tag --format tsv",
    ] {
        let on = |threads: &str| {
            let args: Vec<_> =
                command.split(' ').chain(["--jsonl", "--threads", threads]).collect();
            qawl(&args, &lines)
        };
        let one = on("1");
        assert_eq!(one.code, Some(0), "{command}");
        for threads in ["2", "7"] {
            let several = on(threads);
            assert!(one.stdout == several.stdout && one.stderr == several.stderr, "{command}");
        }
    }
}

/// A hundred thousand would end the program.
#[test]
fn more_threads_than_a_system_gives_may_be_asked_for() {
    let lines = documents(3, 5);
    let one = qawl(&["normalize", "--jsonl", "--threads", "1"], &lines);
    let many = qawl(&["normalize", "--jsonl", "--threads", "100000"], &lines);
    assert_eq!((many.code, many.stdout), (Some(0), one.stdout));
}

#[test]
fn a_collection_of_brat_is_the_same_on_several_threads() {
    let folder = folder(&[("lines", documents(40, 2).as_bytes())]);
    let collection = |threads: &str| {
        let args = ["annotate", "--format", "brat", "--jsonl", "lines", "--threads", threads, "-o"];
        qawl_in(folder.path(), &[&args[..], &[threads]].concat(), "").lines();
        let path = folder.path().join(threads);
        let read = |name: String| (fs::read_to_string(path.join(&name)).unwrap(), name);
        names_in(&path).into_iter().map(read).collect::<Vec<_>>()
    };
    assert_eq!(collection("1"), collection("5"));
    let args = ["annotate", "--format", "brat", "--jsonl", "--threads", "5", "-o", "twice"];
    assert!(qawl_in(folder.path(), &args, documents(1, 1).repeat(2)).lines().is_empty());
    let twice = ["annotation.conf", "d0-2.ann", "d0-2.txt", "d0.ann", "d0.txt"];
    assert_eq!(names_in(&folder.path().join("twice")), twice);
    let resumed = ["annotate", "--format", "brat", "--jsonl", "-o", "resumed", "--resume"];
    assert!(qawl_in(folder.path(), &resumed, "").refusal().contains("not with html and brat"));
    assert!(!folder.path().join("resumed").exists());
}

#[test]
fn compressed_input_is_known_by_its_first_bytes() {
    let (first, second) = (documents(20, 3), documents(9, 1));
    let both = format!("{first}{second}");
    // What pzstd writes before each frame: a frame to be skipped, of four bytes.
    let skipped = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4];
    let files = [
        ("one.gz", gzip(&both)),
        ("one.zst", zstd(&both)),
        // The endings say nothing.
        ("joined.jsonl", [gzip(&first), gzip(&second)].concat()),
        ("joined.gz", [&skipped[..], &zstd(&first), &skipped, &zstd(&second)].concat()),
    ];
    let folder = folder(&files.each_ref().map(|(name, bytes)| (*name, bytes.as_slice())));
    let plain = qawl(&["annotate", "--jsonl"], &both);
    for (name, bytes) in &files {
        let file = qawl_in(folder.path(), &["annotate", "--jsonl", name], "");
        let pipe = qawl(&["annotate", "--jsonl"], bytes);
        assert!(file.stdout == plain.stdout && pipe.stdout == plain.stdout, "{name}");
    }
    let text = "نعم"; // "yes"
    assert_eq!(qawl(&["normalize"], gzip(text)).stdout, "نعم\n");
    assert_eq!(qawl(&["normalize"], zstd(text)).stdout, "نعم\n");
}

#[test]
fn compressed_input_that_is_cut_or_damaged_is_named() {
    let lines = documents(600, 9);
    for (name, mut bytes) in [("a.gz", gzip(&lines)), ("a.zst", zstd(&lines))] {
        let cut = bytes.get(..bytes.len() - 9).unwrap().to_vec();
        let folder = folder(&[(name, &cut), ("good", documents(1, 1).as_bytes())]);
        let args = ["tokenize", "--jsonl", name, "good"];
        let run = qawl_in(folder.path(), &args, "");
        let said = format!("{name}: ends within its compressed data, expected the whole file");
        assert_eq!(run.refusal(), said);
        let whole = ids(&run.stdout).len();
        assert!(whole > 0, "{name}");
        let run = qawl_in(folder.path(), &[&args[..], &["--keep-going"]].concat(), "");
        assert_eq!((run.code, ids(&run.stdout).len()), (Some(1), whole + 1));
        assert_eq!(
            run.stderr,
            format!("qawl: {said}\nqawl: left out 1 of {} documents\n", whole + 2)
        );
        // The text of a file is whole or bad.
        assert!(qawl_in(folder.path(), &["normalize", name], "").stdout.is_empty());
        let middle = bytes.len() / 2;
        bytes.splice(middle..middle + 64, [0xFF; 64]);
        assert_eq!(qawl(&["tokenize", "--jsonl"], bytes).code, Some(2));
    }
    let damaged = [&gzip("a")[..], b"no gzip, but a line of text"].concat();
    let damaged = qawl(&["normalize"], damaged);
    assert!(damaged.refusal().starts_with("stdin: its compressed data is damaged: "));
}

#[test]
fn what_unpacks_to_more_than_is_wanted_is_left_out() {
    let line = documents(1, 1);
    let bomb = gzip(&format!("{line}{}\n{line}", " ".repeat(64 << 20)));
    let args = ["tokenize", "--jsonl", "--max-size", "1M", "--threads", "1"];
    let refused = qawl(&args, &bomb);
    let said = "stdin: line 2: longer than 1048576 bytes, expected less or a higher --max-size";
    assert_eq!((refused.refusal(), refused.stdout.lines().count()), (said, 1));
    let left_out = qawl(&[&args[..], &["--keep-going"]].concat(), &bomb);
    assert_eq!((left_out.code, ids(&left_out.stdout)), (Some(1), vec!["d0".to_owned(); 2]));
    let text = qawl(&["normalize", "--max-size", "5"], "نعم"); // "yes", of six bytes
    assert!(text.refusal().starts_with("stdin: longer than 5 bytes"));
    assert_eq!(qawl(&["normalize", "--max-size", "6"], "نعم").code, Some(0));
    assert!(qawl(&["normalize", "--max-size", "6X"], "").refusal().contains("such as 64M"));
}

/// Nothing but marks, controls, line ends, cues: every command says something of it, and none fails.
#[test]
fn texts_that_nobody_writes_pass_through_every_command() {
    let forms: String = ('\u{FB50}'..='\u{FDFF}').chain('\u{FE70}'..='\u{FEFF}').collect();
    let texts = [
        "\0".repeat(3000),
        "\n".repeat(3000),
        "\"".repeat(3000),
        "«".repeat(1500),
        "(".repeat(1500) + &")".repeat(1500),
        "\u{064E}".repeat(1500),                                // FATHA
        "\u{202E}\u{2067}\u{202A}\u{2069}\u{200F}".repeat(300), // controls of direction without their pairs
        "قال".repeat(500),                                      // "he said"
        "قال إن ".repeat(200),
        "قال: «".repeat(200),
        "محمد بن ".repeat(200), // "Mohamed the son of"
        "👩\u{200D}".repeat(400),
        forms,
    ];
    let commands = [
        "annotate --format json --offsets utf16",
        "annotate --format text",
        "annotate --format html",
        "annotate --format webannotation",
        "quotes --format speakers",
        "segment --format conllu",
        "normalize",
        "sentences --format lines",
        "tokenize --format lines",
        "tag --format tsv",
    ];
    for (number, text) in texts.iter().enumerate() {
        for command in commands {
            let run = qawl(&command.split(' ').collect::<Vec<_>>(), text);
            assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{command}, text {number}");
        }
    }
}

/// Lines with nothing in them, and a line in which a field is repeated, nested or cut, are no trouble.
#[test]
fn lines_that_nobody_writes_are_passed_over_or_named() {
    let empty = "\n".repeat(1_000_000);
    assert!(qawl(&["tokenize", "--jsonl"], &empty).lines().is_empty());
    let deep = "[".repeat(1_000_000);
    let within = [r#"{"text": "#, &deep].concat();
    let quotes = "\"".repeat(1_000_001);
    for line in [
        deep.as_str(),
        &within,
        "{\"text\": ",
        "\0\0\0",
        "{\"text\": \"\\ud800\"}",
        &quotes,
        "{}",
        "[]",
    ] {
        let run = qawl(&["tokenize", "--jsonl"], line);
        assert!(run.refusal().starts_with("stdin: line 1: "), "{run:?}");
        assert!(run.stderr.len() < 400, "{}", run.stderr.len());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_bomb_does_not_take_the_memory() {
    let bomb = gzip(&" ".repeat(512 << 20));
    let qawl = command(Path::new("."), &[]);
    let mut shell = Command::new("sh");
    let script = "ulimit -v 300000; exec \"$0\" tokenize --jsonl --threads 1 --max-size 8M";
    shell.arg("-c").arg(script).arg(qawl.get_program());
    shell.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    assert!(run(&mut shell, bomb).refusal().starts_with("stdin: line 1: longer than 8388608"));
}

#[test]
fn folders_and_patterns_are_read_in_the_order_of_names() {
    let folder = folder(&[("plain.jsonl", documents(1, 1).as_bytes())]);
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    let text = "نعم"; // "yes"
    for name in
        ["news/b.txt", "news/a/z.txt", "news/a/c.d.txt", "news/.hidden.txt", "news/.x/y.txt"]
    {
        write(name, text.as_bytes());
    }
    write("news/a.txt.gz", &gzip(text));
    write("news/notes.md", b"\xFF");
    write("news/lines.ndjson", documents(2, 1).as_bytes());
    write("empty/notes.md", b"");
    let read =
        |args: &[&str]| ids(&qawl_in(folder.path(), &[&["tokenize"], args].concat(), "").stdout);
    assert_eq!(read(&["news"]), ["a/c.d", "a/z", "a", "b"]);
    assert_eq!(read(&["news/*.txt"]), ["b"]);
    assert_eq!(read(&["news/**/[cz]*.txt", "news/b.txt"]), ["c.d", "z", "b"]);
    assert_eq!(read(&["--jsonl", "."]), ["d0", "d1", "d0"]);
    let refusal = |args: &[&str]| {
        qawl_in(folder.path(), &[&["tokenize"], args].concat(), "").refusal().to_owned()
    };
    assert_eq!(refusal(&["empty"]), "empty: is a folder with no file .txt in it");
    let none = "empty: is a folder with no file .jsonl or .ndjson in it";
    assert_eq!(refusal(&["--jsonl", "empty"]), none);
    assert_eq!(refusal(&["news/*.text"]), "news/*.text: no such file, and none that it describes");
    assert!(refusal(&["news/[.txt"]).starts_with("news/[.txt: no pattern: "));
    // A file may be called like a pattern.
    write("[x].txt", text.as_bytes());
    assert_eq!(read(&["[x].txt"]), ["[x]"]);
}

#[test]
fn bad_documents_are_left_out_where_that_is_wanted() {
    let lines = "{\"text\": \"نعم\", \"id\": 1}\n{\n\n[]\n{\"text\": \"لا\", \"id\": 2}\n"; // "yes", "no"
    let folder = folder(&[("a.jsonl", lines.as_bytes()), ("b.txt", b"\xFF")]);
    for threads in ["1", "3"] {
        let args = ["tokenize", "--keep-going", "--threads", threads, "--jsonl", "a.jsonl", "none"];
        let run = qawl_in(folder.path(), &args, "");
        assert_eq!((run.code, ids(&run.stdout)), (Some(1), vec!["1".to_owned(), "2".to_owned()]));
        let said: Vec<_> = run.stderr.lines().collect();
        assert!(said[0].starts_with("qawl: a.jsonl: line 2: not JSON at column 1: "), "{said:?}");
        assert_eq!(said[1], "qawl: a.jsonl: line 4: expected a JSON object, found another value");
        assert_eq!(said[2..], ["qawl: none: no such file", "qawl: left out 3 of 5 documents"]);
    }
    // What is good is written, whole.
    let args = ["normalize", "--keep-going", "b.txt", "-", "-o", "out"];
    let run = qawl_in(folder.path(), &args, "نعم");
    assert_eq!((run.code, run.stdout.as_str()), (Some(1), ""));
    assert!(run.stderr.starts_with("qawl: b.txt: line 1: not UTF-8"), "{run:?}");
    assert_eq!(fs::read_to_string(folder.path().join("out")).unwrap(), "نعم\n");
    assert_eq!(names_in(folder.path()), ["a.jsonl", "b.txt", "out"]);
}

#[test]
fn progress_is_said_on_standard_error_where_that_is_wanted() {
    let lines = documents(3, 1);
    let args = ["tokenize", "--jsonl", "--progress"];
    let always = qawl(&[&args[..], &["always"]].concat(), &lines);
    assert!(always.stderr.starts_with("qawl: 3 documents, 0.0 MB in "), "{always:?}");
    assert!(always.stderr.ends_with(" documents/s\n"), "{always:?}");
    for when in ["auto", "never"] {
        assert_eq!(qawl(&[&args[..], &[when]].concat(), &lines).lines().len(), 3);
    }
}

#[test]
fn a_summary_has_colours_and_isolates_where_they_fit() {
    let text = "قالت ليلى منصور إن الطريق مفتوح."; // "Layla Mansour said that the road is open."
    let summary = |args: &[&str], variables: &[(&str, &str)]| {
        let mut quotes = command(Path::new("."), &[&["quotes", "--format", "text"], args].concat());
        quotes.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(variables.iter().copied());
        run(&mut quotes, text).stdout
    };
    let plain = summary(&[], &[]);
    assert!(!plain.contains(['\u{1B}', '\u{2068}']) && plain.contains("ليلى منصور"));
    let coloured = summary(&["--color", "always"], &[]);
    assert!(coloured.contains("\u{1B}[36mليلى منصور\u{1B}[0m"), "{coloured:?}");
    assert_eq!(summary(&[], &[("CLICOLOR_FORCE", "1")]), coloured);
    assert_eq!(summary(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), plain);
    assert_eq!(summary(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]), plain);
    let isolated = summary(&["--isolates", "always"], &[]);
    assert!(isolated.contains("\u{2068}ليلى منصور\u{2069}"), "{isolated:?}");
    assert_eq!(isolated.replace(['\u{2068}', '\u{2069}'], ""), plain);
}

#[test]
fn help_lists_the_options_of_large_jobs_apart() {
    let help = qawl(&["tag", "-h"], "").stdout;
    let (options, large_jobs) = help.split_once("\nLarge jobs:\n").unwrap();
    assert!(options.contains("--format") && options.contains("--output"));
    assert!(large_jobs.contains("--threads") && large_jobs.contains("--progress"));
}

#[test]
fn completions_and_manual_pages_are_written() {
    for (shell, sign) in
        [("bash", "complete -F"), ("zsh", "#compdef qawl"), ("fish", "complete -c qawl")]
    {
        let script = qawl(&["completions", shell], "").stdout;
        assert!(script.contains(sign) && script.contains("keep-going"), "{shell}");
    }
    let page = qawl(&["man", "gazetteer", "build"], "").stdout;
    assert!(page.contains(".TH qawl-gazetteer-build 1") && page.contains("qawl gazetteer build"));
    assert!(qawl(&["man"], "").stdout.contains("Exit code"));
    assert!(qawl(&["man", "nothing"], "").refusal().starts_with("no command \"nothing\""));
    let folder = folder(&[]);
    qawl_in(folder.path(), &["man", "--folder", "pages"], "").lines();
    let pages = names_in(&folder.path().join("pages"));
    assert!(
        ["qawl.1", "qawl-eval-quotes.1"].iter().all(|page| pages.contains(&(*page).to_owned()))
    );
}
