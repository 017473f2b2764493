//! The command as its users meet it: arguments, files and pipes in, lines and exit codes out.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "what cannot be run is a failed test"
)]

mod run;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::run::{folder, names_in, qawl, qawl_in};

/// "The director Sami Haddad said that the fair opens in Baghdad tomorrow. And he left."
const TEXT: &str = "قال المدير سامي حداد إن المعرض سيفتح في بغداد غدا. ثم مضى.";

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// Where keys stand in a line, to compare their order; `Value` sorts them.
fn positions(line: &str, keys: &[&str]) -> Vec<usize> {
    keys.iter().map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect()
}

#[test]
fn annotate_writes_every_key_in_order() {
    let run = qawl(&["annotate"], TEXT);
    let document = run.json();
    let order = ["schema", "doc", "offset_unit", "profile", "sentences", "tokens", "mentions"];
    assert!(positions(&run.stdout, &order).is_sorted());
    assert_eq!(keys(&document).len(), order.len() + 1);
    assert_eq!(document["schema"], "qawl/1");
    assert_eq!(document["doc"], "stdin");
    assert_eq!(document["offset_unit"], "bytes");
    assert_eq!(document["profile"], "NLP@1");
    assert_eq!(document["sentences"].as_array().unwrap().len(), 2);
    assert_eq!(document["tokens"][0], json!({"span": [0, 6], "kind": "word"}));
    let sami = &document["mentions"][0];
    assert_eq!((&sami["type"], &sami["id"]), (&json!("person"), &Value::Null));
    let baghdad = &document["mentions"][1];
    assert_eq!(keys(baghdad), ["clitics", "id", "name", "span", "type"]);
    assert_eq!((&baghdad["type"], &baghdad["name"]), (&json!("city"), &json!("بغداد")));
}

#[test]
fn a_quote_has_every_key_in_order() {
    let run = qawl(&["quotes"], TEXT);
    let document = run.json();
    assert_eq!(keys(&document), ["doc", "offset_unit", "quotes", "schema"]);
    let order = ["quotes", "id", "type", "content", "cue", "source", "speaker", "in", "rule"];
    assert!(positions(&run.stdout, &order).is_sorted());
    assert!(positions(&run.stdout, &["rule", "confidence", "balance"]).is_sorted());
    let quote = &document["quotes"][0];
    assert_eq!(quote["type"], "indirect");
    assert_eq!(quote["speaker"], "سامي حداد");
    assert_eq!(quote["in"], Value::Null);
    let hundredths = quote["confidence"].as_f64().unwrap() * 100.0;
    assert!((hundredths - hundredths.round()).abs() < 1e-9);
    let content = &quote["content"][0];
    let span = content[0].as_u64().unwrap() as usize..content[1].as_u64().unwrap() as usize;
    assert_eq!(&TEXT[span], "المعرض سيفتح في بغداد غدا");
}

#[test]
fn text_isolates_arabic_and_counts() {
    let text = qawl(&["annotate", "--format", "text", "--isolates", "always"], TEXT);
    let lines = text.lines();
    assert_eq!(lines[0], format!("stdin: \u{2068}{}\u{2069}", &TEXT[..TEXT.find(" ثم").unwrap()]));
    assert!(lines.contains(&"  1. \u{2068}سامي حداد\u{2069} (indirect, \u{2068}قال\u{2069})"));
    assert!(lines.contains(&"     \u{2068}المعرض سيفتح في بغداد غدا\u{2069}"));
    assert!(lines.contains(&"  city (1): \u{2068}بغداد\u{2069}"));
    assert_eq!(lines.last(), Some(&"2 sentences, 12 words, 1 quote, 2 names"));
    assert_eq!(qawl(&["quotes", "--format", "text"], TEXT).lines().last(), Some(&"1 quote"));
}

#[test]
fn an_empty_file_is_a_document_with_nothing_in_it() {
    let expected = json!({"schema": "qawl/1", "doc": "stdin", "offset_unit": "bytes",
        "profile": "NLP@1", "sentences": [], "tokens": [], "mentions": [], "quotes": []});
    assert_eq!(qawl(&["annotate"], "").json(), expected);
    let text = qawl(&["annotate", "--format", "text"], "");
    assert_eq!(text.lines(), ["stdin", "", "0 sentences, 0 words, 0 quotes, 0 names"]);
    for command in ["normalize", "segment"] {
        assert!(qawl(&[command], "").lines().is_empty());
    }
}

#[test]
fn normalize_folds_by_the_profile() {
    let text = "ك\u{064E}تب أحمد"; // "Ahmad wrote", with ARABIC FATHA
    assert_eq!(qawl(&["normalize"], text).stdout, "كتب أحمد\n");
    assert_eq!(qawl(&["normalize", "--profile", "search"], text).stdout, "كتب احمد\n");
    let json = qawl(&["normalize", "--format", "json"], text).json();
    assert_eq!(json["profile"], "NLP@1");
    assert_eq!(json["text"], "كتب أحمد");
}

#[test]
fn normalize_folds_by_rule() {
    let text = "جميييل \u{FDFA}"; // "beautiful", drawn out; SALLALLAHOU ALAYHE WASALLAM
    let run = qawl(&["normalize", "--profile", "none", "--with", "elongation.ToOne"], text);
    assert_eq!(run.stdout, "جميل \u{FDFA}\n");
    let args = ["normalize", "--with", "honorifics.Delete", "--with", "elongation.ToTwo"];
    assert_eq!(qawl(&args, text).stdout, "جمييل \n");
    // What is of no profile does not say that it is.
    let json = qawl(&[&args[..], &["--format", "json"]].concat(), text).json();
    assert!(json.get("profile").is_none(), "{json}");
    let refusal = |args: &[&str]| qawl(args, "").refusal().to_owned();
    assert!(refusal(&["normalize", "--with", "hamza"]).contains("hamza_seats"));
    let both = ["normalize", "--with", "digits.Ascii", "--with", "digits.ArabicIndic"];
    assert!(refusal(&both).contains("exclude each other"));
}

#[test]
fn normalize_says_what_it_changed() {
    let run = qawl(&["normalize", "--changes"], "ك\u{064E}تـب"); // "he wrote": ARABIC FATHA, TATWEEL
    assert_eq!((run.stdout.as_str(), run.stderr.as_str()), ("كتب\n", "qawl: marks 1, tatweel 1\n"));
    let run = qawl(&["normalize", "--changes"], "كتب");
    assert_eq!(run.stderr, "qawl: nothing changed\n");
}

#[test]
fn normalize_puts_visual_lines_in_order() {
    // "The school said in a statement that the exams begin tomorrow", logical and mirrored.
    let line = "قالت المدرسة في بيان إن الامتحانات تبدأ غدا في القاعة الكبيرة";
    let mirrored: String = line.chars().rev().collect();
    let run = qawl(&["normalize", "--visual-order"], format!("{line}\n{mirrored}\n"));
    assert_eq!(run.stdout, format!("{line}\n{line}\n"));
    assert_eq!(qawl(&["normalize"], &mirrored).stdout, format!("{mirrored}\n"));
}

#[test]
fn tokenize_leaves_out_spaces_and_counts_in_every_unit() {
    let text = "😀 قال."; // "he said", behind an emoji
    let lines = |unit| qawl(&["tokenize", "--format", "lines", "--offsets", unit], text).stdout;
    assert_eq!(lines("bytes"), "0\t4\temoji\t😀\n5\t11\tword\tقال\n11\t12\tpunctuation\t.\n");
    assert_eq!(lines("chars"), "0\t1\temoji\t😀\n2\t5\tword\tقال\n5\t6\tpunctuation\t.\n");
    assert_eq!(lines("utf16"), "0\t2\temoji\t😀\n3\t6\tword\tقال\n6\t7\tpunctuation\t.\n");
    let json = qawl(&["tokenize", "--offsets", "utf16"], text).json();
    assert_eq!(json["offset_unit"], "utf16");
    assert_eq!(json["tokens"][1], json!({"span": [3, 6], "kind": "word"}));
}

#[test]
fn sentences_stand_on_a_line_each() {
    let text = "عاد الوفد.\n\nثم مضى."; // "the delegation returned. Then it left."
    let lines = qawl(&["sentences", "--format", "lines"], text);
    assert_eq!(lines.lines(), ["عاد الوفد.", "ثم مضى."]);
    let json = qawl(&["sentences", "--offsets", "chars"], text).json();
    assert_eq!(json["sentences"], json!([[0, 10], [12, 19]]));
}

#[test]
fn segment_keeps_lines_and_tokens() {
    let text = "والبحرين تكتبها\n\nوقال  نعم\n"; // "and Bahrain writes it", "and he said  yes"
    let plus = qawl(&["segment"], text);
    assert_eq!(plus.lines(), ["و+ال+بحرين تكتب+ها", "", "و+قال  نعم"]);
    let coarse = qawl(&["segment", "--scheme", "d1"], text);
    assert_eq!(coarse.lines()[0], "و+البحرين تكتبها");
    let json = qawl(&["segment", "--format", "json", "--offsets", "chars"], "ثم والبحرين").json();
    assert_eq!(json["scheme"], "d3");
    assert_eq!(json["words"][1]["span"], json!([3, 11]));
    let article = json!({"span": [4, 6], "form": "ال", "role": "article"});
    assert_eq!(json["words"][1]["pieces"][1], article);
}

#[test]
fn segment_writes_conllu() {
    let text = "وسيكتبونها (غدا).\nثم عاد."; // "and they will write it (tomorrow). Then he returned."
    let run = qawl(&["segment", "--scheme", "atb", "--format", "conllu"], text);
    let lines = run.lines();
    assert_eq!(lines[..3], ["# newdoc id = stdin", "# offset_unit = bytes", "# sent_id = stdin-1"]);
    let columns: Vec<Vec<&str>> =
        lines.iter().filter(|l| l.contains('\t')).map(|l| l.split('\t').collect()).collect();
    assert!(columns.iter().all(|columns| columns.len() == 10));
    let first: Vec<[&str; 3]> = columns.iter().map(|c| [c[0], c[1], c[9]]).collect();
    assert_eq!(
        first[..7],
        [
            ["1-4", "وسيكتبونها", "TokenRange=0:20"],
            ["1", "و", "_"],
            ["2", "س", "_"],
            ["3", "يكتبون", "_"],
            ["4", "ها", "_"],
            ["5", "(", "SpaceAfter=No|TokenRange=21:22"],
            ["6", "غدا", "SpaceAfter=No|TokenRange=22:28"],
        ]
    );
    // The numbers begin again behind the empty line.
    assert_eq!(first.iter().filter(|columns| columns[0] == "1").count(), 2);
    assert!(lines.contains(&""));
    let chars = ["segment", "--format", "conllu", "--offsets", "chars"];
    assert!(qawl(&chars, text).lines().iter().any(|line| line.ends_with("TokenRange=0:10")));
}

#[test]
fn a_control_alone_has_a_form_in_conllu() {
    let run = qawl(&["segment", "--format", "conllu"], "نعم\0لا"); // "yes", NUL, "no"
    let forms: Vec<_> = run.lines().iter().filter_map(|line| line.split('\t').nth(1)).collect();
    assert_eq!(forms, ["نعم", "\u{FFFD}", "لا"]);
}

#[test]
fn annotate_writes_names_and_quotes_into_conllu() {
    let text = "وقالت ليلى ناصر إن السوق ستفتح غدا في بغداد.\nوأضافت: «نعود قريبا»."; // "Layla Nasser said that the market opens in Baghdad tomorrow. She added: 'We return soon.'"
    let run = qawl(&["annotate", "--format", "conllu"], text);
    let lines = run.lines();
    assert!(lines.contains(&"# global.Entity = eid-etype"));
    let speakers: Vec<_> = lines.iter().filter(|line| line.starts_with("# speaker")).collect();
    let same = ["# speaker_of_quote_1 = ليلى ناصر", "# speaker_of_quote_2 = ليلى ناصر"];
    assert_eq!(speakers, same.iter().collect::<Vec<_>>());
    let at = |form: &str| {
        let columns = lines.iter().map(|line| line.split('\t').collect::<Vec<_>>());
        let words = columns.filter(|columns| columns.get(1) == Some(&form) && columns.len() == 10);
        words.map(|columns| columns[9].to_owned()).collect::<Vec<_>>()
    };
    // The proclitic is a word of its own and no part of the cue's lemma, but of the cue as it stands.
    assert_eq!(at("و"), ["Cue=(1", "Cue=(2"]);
    assert_eq!(at("قالت"), ["Cue=1)"]);
    assert!(at("ليلى")[0].ends_with("|Entity=(e1-person|Source=(1"), "{:?}", at("ليلى"));
    assert!(at("ناصر")[0].ends_with("|Entity=e1)|Source=1)"));
    assert!(at("السوق")[0].ends_with("|Quote=(1-indirect"));
    assert!(at("بغداد")[0].contains("|Entity=(e2-city)|Quote=1)"));
    assert!(at("نعود")[0].ends_with("|Quote=(2-direct") && at("قريبا")[0].ends_with("|Quote=2)"));
    let quotes = qawl(&["quotes", "--format", "conllu"], text);
    assert!(!quotes.stdout.contains("Entity") && quotes.stdout.contains("Quote=(1-indirect"));
}

#[test]
fn eval_counts_words_that_are_cut_as_in_the_gold() {
    // "and Bahrain's", "in it" once right and once wrong.
    let gold = "والبحرين\tو+ال+بحرين\nبه\tب+ه\n\nبه\tبه\n";
    let folder = folder(&[("gold.tsv", gold.as_bytes()), ("bad.tsv", b"# remark\nword\n")]);
    let eval = |file, format| {
        qawl_in(folder.path(), &["eval", "segmentation", file, "--format", format], "")
    };
    let report = eval("gold.tsv", "json").json();
    assert_eq!((&report["words"], &report["schemes"][0]["wrong"]), (&3.into(), &1.into()));
    assert_eq!(report["schemes"][0]["scheme"], "d3");
    assert!(eval("gold.tsv", "text").lines()[1].starts_with("d3   words 0.6667 (1 wrong)"));
    assert!(eval("bad.tsv", "text").refusal().contains("bad.tsv: line 2: expected a word, a tab"));
}

#[test]
fn tag_finds_names_and_own_lists() {
    let text = "وصل منتدى النخيل إلى بغداد"; // "the Palm Forum arrived in Baghdad"
    let tagged = qawl(&["tag", "--format", "tsv", "--offsets", "chars"], text);
    assert!(tagged.lines()[0].starts_with("21\t26\tبغداد\tcity\t"));
    let folder = folder(&[("own.tsv", "منتدى النخيل\tevent\tX:1\t-\t-\town\n".as_bytes())]);
    let build = ["gazetteer", "build", "own.tsv", "-o", "own.qgz"];
    assert!(qawl_in(folder.path(), &build, "").lines().is_empty());
    let tag = ["tag", "--format", "tsv", "--offsets", "chars", "--gazetteer", "own.qgz"];
    let tagged = qawl_in(folder.path(), &tag, text);
    assert_eq!(tagged.lines()[0], "4\t16\tمنتدى النخيل\tevent\tX:1");
    assert_eq!(tagged.lines().len(), 2);
    let mention =
        &qawl_in(folder.path(), &["tag", "--gazetteer", "own.qgz"], text).json()["mentions"][0];
    assert_eq!((&mention["id"], &mention["clitics"]), (&json!("X:1"), &json!([])));
}

#[test]
fn tag_reports_overlapping_names_by_policy() {
    // The Palm Forum, the Green Palms, the Palms
    let list = "منتدى النخيل\tx\tX:1\t-\t-\town\nالنخيل الأخضر\tx\tX:2\t-\t-\town\n\
                النخيل\tx\tX:3\t-\t-\town\n";
    let folder = folder(&[("own.tsv", list.as_bytes())]);
    let build = ["gazetteer", "build", "own.tsv", "-o", "own.qgz"];
    assert!(qawl_in(folder.path(), &build, "").lines().is_empty());
    let tag = |policy, format| {
        let tag = ["tag", "--gazetteer", "own.qgz", "--policy", policy, "--format", format];
        qawl_in(folder.path(), &tag, "منتدى النخيل الأخضر ببغداد") // in Baghdad
    };
    let found = |policy| {
        let run = tag(policy, "tsv");
        let ids = run.lines().into_iter().filter_map(|line| line.split('\t').nth(4));
        ids.map(|id| id.strip_prefix("X:").unwrap_or("-").to_owned()).collect::<String>()
    };
    assert_eq!(found("leftmost-longest"), "1-");
    assert_eq!(found("all"), "123-");
    assert_eq!(found("no-subsumed"), "12-");
    assert_eq!(found("longest-dominant-right"), "2-");
    let mentions = &tag("all", "json").json()["mentions"];
    let spans: Vec<_> = (0..3).map(|i| &mentions[i]["span"]).collect();
    assert_eq!(spans, [&json!([0, 23]), &json!([11, 36]), &json!([11, 23])]);
    assert!(qawl(&["tag", "--policy", "first"], "").refusal().contains("longest-dominant-right"));
}

#[test]
fn gazetteer_lookup_says_how_near_a_name_is() {
    let list = "محمد بن سلمان\tperson\tQ1\t-\t-\town\nمحمد بن سليمان\tperson\t-\t-\t-\town\n";
    let folder = folder(&[("own.tsv", list.as_bytes())]);
    let _built = qawl_in(folder.path(), &["gazetteer", "build", "own.tsv", "-o", "own.qgz"], "");
    let lookup = ["gazetteer", "lookup", "--gazetteer", "own.qgz", "محمد بن سلمان"];
    let run = |more: &[&str]| qawl_in(folder.path(), &[&lookup[..], more].concat(), "");
    let right = "0\tمحمد بن سلمان\tperson\tQ1\tمحمد بن سلمان";
    assert_eq!(run(&[]).lines(), [right]);
    let near = "2\tمحمد بن سليمان\tperson\t-\tمحمد بن سليمان";
    assert_eq!(run(&["--fuzzy", "1"]).lines(), [right, near]);
    let json = run(&["--fuzzy", "2", "--format", "json"]).json();
    assert_eq!(json["entries"][1]["distance"], 2);
    assert!(qawl(&["gazetteer", "lookup", "--fuzzy", "3", "x"], "").refusal().contains("0..=2"));
    assert_eq!(qawl(&["gazetteer", "lookup", "لندن"], "").lines().len(), 1); // London, embedded
}

#[test]
fn gazetteer_info_counts_by_type() {
    let list = "لندن\tcity\t-\t-\t-\town\nباريس\tcity\t-\t-\t-\town\nمصر\tcountry\t-\t-\t-\town\n";
    let folder = folder(&[("own.tsv", list.as_bytes()), ("rules.tsv", b"city\trank\t1\n")]);
    let build = ["gazetteer", "build", "--rules", "rules.tsv", "-o", "own.qgz", "own.tsv"];
    qawl_in(folder.path(), &build, "").lines();
    let info = qawl_in(folder.path(), &["gazetteer", "info", "own.qgz"], "");
    let expected = [
        "own.qgz: 3 names, folded by SEARCH@1",
        "       2 city",
        "       1 country",
        "       1 rules",
        "  3 entries of 3 things, 3 different words",
    ];
    assert_eq!(info.lines()[..5], expected);
    let info = qawl_in(folder.path(), &["gazetteer", "info", "--format", "json", "own.qgz"], "");
    assert_eq!(info.json()["types"], json!({"city": 2, "country": 1}));
    assert!(qawl(&["gazetteer", "info"], "").lines().len() > 5); // the embedded list
}

#[test]
fn eval_counts_what_is_found_and_who_said_it() {
    let text = "قالت ليلى إن الطريق مفتوح. وأضافت أن العمل انتهى."; // Layla: "the road is open", "work has ended"
    let quote = |content: [usize; 2], speaker: &str, more: &str| {
        format!(
            "{{\"type\":\"indirect\",\"content\":[{content:?}],\"speaker\":\"{speaker}\"{more}}}"
        )
    };
    let line = |unit: &str, quotes: &[String]| {
        format!("{{\"doc\":\"one\",{unit}\"quotes\":[{}]}}\n", quotes.join(","))
    };
    let road = quote([13, 25], "ليلى", "");
    let gold = line("", &[road.clone(), quote([37, 48], "ليلى", ",\"optional\":true")]);
    let found = line("", &[road, quote([37, 48], "سامي", "")]); // the optional one by Sami
    let bytes = line("\"offset_unit\":\"bytes\",", &[quote([23, 35], "سامي", "")]);
    let outside = line("", &[quote([0, 99], "ليلى", "")]);
    let files = [("one.txt", text), ("gold", &gold), ("found", &found), ("bytes", &bytes)];
    let folder = folder(&files.map(|(name, text)| (name, text.as_bytes())));
    fs::write(folder.path().join("outside"), outside).unwrap();
    let eval = |found: &str| {
        let args = ["eval", "quotes", "gold", found, "--texts", ".", "--format", "json"];
        qawl_in(folder.path(), &args, "")
    };
    let report = eval("found").json();
    assert_eq!((&report["gold"], &report["found"]), (&json!(1), &json!(1)));
    assert_eq!(report["end_to_end"]["f1"], 1.0);
    let report = eval("bytes").json(); // half of the words, and another speaker
    assert_eq!((&report["detect"]["f1"], &report["strict"]["f1"]), (&json!(1.0), &json!(0.0)));
    assert_eq!(report["end_to_end"]["f1"], 0.0);
    let outside = "outside: line 1: 0..99 is no place in the text, counted in chars";
    assert_eq!(eval("outside").refusal(), outside);
    let table = qawl_in(folder.path(), &["eval", "quotes", "gold", "found", "--texts", "."], "");
    assert!(table.lines().contains(&"end_to_end  P 1.000 R 1.000 F1 1.000 [1.000, 1.000]"));
}

#[test]
fn json_lines_are_documents() {
    let lines =
        "{\"id\": \"a\", \"text\": \"نعم\"}\n\n{\"id\": 7, \"text\": \"لا\"}\r\n{\"text\": \"\"}";
    let run = qawl(&["tokenize", "--jsonl"], lines); // "yes", "no"
    let docs: Vec<Value> =
        run.lines().iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<_> = docs.iter().map(|doc| doc["doc"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a", "7", "stdin:4"]);
    let fields = ["tokenize", "--jsonl", "--field", "body", "--id", "url"];
    let run = qawl(&fields, "{\"url\": \"u\", \"body\": \"نعم\"}");
    assert_eq!(run.json()["doc"], "u");
    let run = qawl(&["normalize", "--jsonl"], "{\"id\": \"a\", \"text\": \"نعم\"}");
    assert_eq!(run.json()["text"], "نعم");
}

#[test]
fn a_document_is_called_as_its_file_without_the_ending() {
    let folder = folder(&[("one.txt", "نعم".as_bytes()), ("two.x.txt", "لا".as_bytes())]);
    let run = qawl_in(folder.path(), &["tokenize", "one.txt", "-", "two.x.txt"], "ثم"); // "then"
    let docs = run.lines().into_iter().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let ids: Vec<_> = docs.map(|doc| doc["doc"].clone()).collect();
    assert_eq!(ids, ["one", "stdin", "two.x"]);
    let run =
        qawl_in(folder.path(), &["tokenize", "--format", "lines", "one.txt", "two.x.txt"], "");
    assert_eq!(run.lines(), ["0\t6\tword\tنعم", "", "0\t4\tword\tلا"]);
}

#[test]
fn bad_files_are_named_with_what_was_expected() {
    let folder = folder(&[("bad.txt", b"ok\n\xD9\xFF"), ("foreign.qgz", b"PK\x03\x04")]);
    let refusal = |args: &[&str]| qawl_in(folder.path(), args, "").refusal().to_owned();
    assert_eq!(refusal(&["annotate", "none.txt"]), "none.txt: no such file");
    assert!(refusal(&["annotate", "."]).starts_with("./bad.txt: line 2: not UTF-8 at byte 3"));
    let utf8 = "bad.txt: line 2: not UTF-8 at byte 3, expected text in UTF-8";
    assert_eq!(refusal(&["annotate", "bad.txt"]), utf8);
    let foreign = "foreign.qgz: this is not a gazetteer file; expected a list compiled by \
                   `qawl gazetteer build`";
    assert_eq!(refusal(&["tag", "--gazetteer", "foreign.qgz"]), foreign);
    assert_eq!(refusal(&["gazetteer", "info", "foreign.qgz"]), foreign);
    assert_eq!(refusal(&["tag", "--gazetteer", "none.qgz"]), "none.qgz: no such file");
}

#[test]
fn bad_json_lines_are_named_and_earlier_ones_stand() {
    let refusal = |last: &[u8]| {
        let good = "{\"text\": \"نعم\"}\n".repeat(16);
        let run = qawl(&["tokenize", "--jsonl"], [good.as_bytes(), last].concat());
        assert_eq!(run.stdout.lines().count(), 16);
        assert!(run.stdout.ends_with("]}\n"));
        run.refusal().to_owned()
    };
    let broken = refusal(b"{\"text\": ");
    assert!(broken.starts_with("stdin: line 17: not JSON at column 8: EOF"), "{broken}");
    let missing = "stdin: line 17: no field \"text\", expected one with the text";
    assert_eq!(refusal(b"{\"body\": \"x\"}\n{"), missing);
    let number = "stdin: line 17: the field \"text\" is no string, expected the text";
    assert_eq!(refusal(b"{\"text\": 3}"), number);
    let array = "stdin: line 17: expected a JSON object, found another value";
    assert_eq!(refusal(b"[1]"), array);
    let bytes = "stdin: line 17: not UTF-8 at byte 1 of the line, expected text in UTF-8";
    assert_eq!(refusal(b"{\xFF}"), bytes);
    let run = qawl(&["tokenize", "--jsonl", "--id", "url"], "{\"text\": \"\"}");
    assert_eq!(run.refusal(), "stdin: line 1: no field \"url\", expected one with the id");
}

#[test]
fn bad_arguments_are_named_with_a_hint() {
    let refusal = |args: &[&str]| qawl(args, "").refusal().to_owned();
    assert_eq!(
        refusal(&["annotate", "--formt", "json"]),
        "unexpected argument '--formt' found; a similar argument exists: '--format'; \
         see qawl annotate --help"
    );
    assert!(refusal(&["normalize", "--profile", "NPL"]).contains("NLP, DISPLAY"));
    assert!(refusal(&["tokenize", "--offsets", "words"]).contains("bytes, chars, utf16"));
    let scheme = refusal(&["segment", "--scheme", "d4"]);
    assert!(
        scheme.ends_with("expected one of d1, d2, d3, atb; see qawl segment --help"),
        "{scheme}"
    );
    assert!(refusal(&["tag", "--format", "html"]).contains("json, tsv"));
    assert!(refusal(&["annotate", "--field", "x"]).contains("--jsonl"));
    assert!(refusal(&["anotate"]).contains("'annotate'"));
    assert!(refusal(&[]).contains("annotate, normalize"));
    assert!(refusal(&["gazetteer"]).contains("build, info, lookup"));
}

#[test]
fn bad_lists_are_named_with_their_line() {
    let files: [(&str, &[u8]); 5] = [
        ("columns.tsv", "# names\nلندن\tcity\n".as_bytes()),
        ("name.tsv", "لندن\tcity\t-\t-\t-\town\n...\tcity\t-\t-\t-\town\n".as_bytes()),
        ("rules.tsv", "city\twithin\tx\n".as_bytes()),
        ("words.tsv", "city\tnumber\t-\ncity\tbefore\tx y\n".as_bytes()),
        ("good.tsv", "لندن\tcity\t-\t-\t-\town\n".as_bytes()),
    ];
    let folder = folder(&files);
    let refusal = |args: &[&str]| {
        let build = [&["gazetteer", "build", "-o", "out.qgz"], args].concat();
        let refusal = qawl_in(folder.path(), &build, "").refusal().to_owned();
        assert_eq!(names_in(folder.path()).len(), files.len());
        refusal
    };
    assert!(refusal(&["columns.tsv"]).starts_with("columns.tsv: line 2: expected 6 columns"));
    assert!(refusal(&["good.tsv", "name.tsv"]).starts_with("name.tsv: line 2: the name \"...\""));
    let rules = refusal(&["good.tsv", "--rules", "rules.tsv"]);
    assert!(rules.starts_with("rules.tsv: line 1: expected "), "{rules}");
    let words = refusal(&["good.tsv", "--rules", "words.tsv"]);
    assert!(words.starts_with("words.tsv: line 2: a rule for \"city\""), "{words}");
}

#[test]
fn help_and_version_end_well() {
    assert!(qawl(&["--version"], "").lines()[0].starts_with("qawl 0."));
    assert!(qawl(&["--help"], "").lines().contains(&"Commands:"));
    let commands =
        ["annotate", "normalize", "tokenize", "sentences", "segment", "tag", "quotes", "gazetteer"];
    for command in commands {
        assert!(qawl(&[command, "--help"], "").stdout.contains("Usage: qawl"), "{command}");
    }
    for command in
        [&commands[..7], &["gazetteer build", "gazetteer info", "gazetteer lookup", "eval quotes"]]
            .concat()
            .into_iter()
            .chain(["completions", "man"])
    {
        let args: Vec<_> = command.split(' ').chain(["--help"]).collect();
        assert!(qawl(&args, "").stdout.contains(&format!("\n  qawl {command}")), "{command}");
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = folder(&[("good.txt", "نعم".as_bytes()), ("kept.json", b"as it was")]);
    let kept = folder.path().join("kept.json");
    let bad = ["tokenize", "good.txt", "none.txt", "-o"];
    for target in ["kept.json", "new.json"] {
        let run = qawl_in(folder.path(), &[&bad[..], &[target]].concat(), "");
        assert_eq!(run.refusal(), "none.txt: no such file");
        assert_eq!(run.stdout, "");
        assert_eq!(names_in(folder.path()), ["good.txt", "kept.json"]);
        assert_eq!(fs::read(&kept).unwrap(), b"as it was");
    }
    let run = qawl_in(folder.path(), &["normalize", "good.txt", "-o", "kept.json"], "");
    assert!(run.lines().is_empty());
    assert_eq!(fs::read_to_string(&kept).unwrap(), "نعم\n");
    let run = qawl_in(folder.path(), &["normalize", "good.txt", "-o", "-"], "");
    assert_eq!(run.lines(), ["نعم"]);
    // The file that is read may be the one that is written.
    let run = qawl_in(folder.path(), &["segment", "good.txt", "-o", "good.txt"], "");
    assert!(run.lines().is_empty());
    assert_eq!(names_in(folder.path()), ["good.txt", "kept.json"]);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let folder = folder(&[]);
    let refusal = |target: &str| {
        qawl_in(folder.path(), &["tokenize", "-o", target], TEXT).refusal().to_owned()
    };
    assert_eq!(refusal("."), ".: is a folder, expected a file to write");
    assert_eq!(refusal("no/where.json"), "no/where.json: cannot be written: no such folder");
}

#[cfg(unix)]
#[test]
fn a_written_file_has_the_permissions_of_the_one_before_it() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = folder(&[("old.json", b"")]);
    let old = folder.path().join("old.json");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("old.json", folder.path().join("link.json")).unwrap();
    qawl_in(folder.path(), &["tokenize", "-o", "link.json"], TEXT).lines();
    let metadata = fs::metadata(&old).unwrap();
    assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
    assert!(metadata.len() > 0);
    assert!(fs::symlink_metadata(folder.path().join("link.json")).unwrap().is_symlink());
    qawl(&["tokenize", "-o", "/dev/null"], TEXT).lines();
    assert!(!Path::new("/dev/null").is_file());
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_qawl"))
        .args(["tokenize", "--format", "lines"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(TEXT.repeat(5000).as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}
