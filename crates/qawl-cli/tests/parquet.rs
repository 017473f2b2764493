//! Parquet in and out: the same documents as from JSON lines, the same values as in JSON.
#![expect(clippy::unwrap_used, reason = "what cannot be run is a failed test")]

mod run;

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use arrow_array::builder::StringDictionaryBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, Int32Array, LargeStringArray, RecordBatch, StringArray, StringViewArray,
};
use arrow_schema::DataType;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::run::{documents, folder, names_in, qawl, qawl_in};

/// A value as JSON spells it: a struct with nothing but start and end is a list of the two, one that has
/// more holds that list as `span`.
fn value(array: &dyn Array, row: usize) -> Value {
    if array.is_null(row) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::Utf8 => json!(array.as_string::<i32>().value(row)),
        DataType::Int64 => json!(array.as_primitive::<Int64Type>().value(row)),
        DataType::Float64 => json!(array.as_primitive::<Float64Type>().value(row)),
        DataType::List(_) => {
            let list = array.as_list::<i32>().value(row);
            (0..list.len()).map(|at| value(&list, at)).collect()
        }
        DataType::Struct(fields) => {
            let columns = fields.iter().zip(array.as_struct().columns());
            spans(columns.map(|(field, of)| (field.name().clone(), value(of, row))).collect())
        }
        other => unreachable!("no column is of {other}"),
    }
}

fn spans(mut object: Map<String, Value>) -> Value {
    let (Some(start), Some(end)) = (object.remove("start"), object.remove("end")) else {
        return object.into();
    };
    if object.is_empty() {
        return json!([start, end]);
    }
    object.insert("span".to_owned(), json!([start, end]));
    object.into()
}

/// The rows of a file that the command wrote.
fn rows(file: &Path) -> Vec<Value> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(file).unwrap()).unwrap();
    let rows = |batch: RecordBatch| {
        let names: Vec<_> =
            batch.schema().fields().iter().map(|field| field.name().clone()).collect();
        let row = |row| {
            let columns = names.iter().cloned().zip(batch.columns());
            columns.map(|(name, column)| (name, value(column, row))).collect::<Value>()
        };
        (0..batch.num_rows()).map(row).collect::<Vec<_>>()
    };
    reader.build().unwrap().flat_map(|batch| rows(batch.unwrap())).collect()
}

fn json_lines(stdout: &str) -> Vec<Value> {
    stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What a command writes as Parquet and as JSON.
fn both(folder: &Path, args: &[&str], stdin: &str) -> (Vec<Value>, Vec<Value>) {
    let parquet = [args, &["--format", "parquet", "-o", "out.parquet"]].concat();
    qawl_in(folder, &parquet, stdin).lines();
    let json = qawl_in(folder, &[args, &["--format", "json"]].concat(), stdin);
    (rows(&folder.join("out.parquet")), json_lines(&json.stdout))
}

fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/samples");
    let names = names_in(&folder).into_iter().filter(|name| name.ends_with(".txt"));
    names.map(|name| folder.join(name).to_str().unwrap().to_owned()).collect()
}

#[test]
fn the_samples_have_the_same_values_as_in_json() {
    // "It was said that the road is open": nobody says by whom.
    let folder = folder(&[("unsaid.txt", "قيل إن الطريق مفتوح.".as_bytes())]);
    let samples = samples();
    let samples: Vec<_> = samples.iter().map(String::as_str).chain(["unsaid.txt"]).collect();
    for command in ["annotate", "annotate --offsets utf16", "quotes --offsets chars"] {
        let args: Vec<_> = command.split(' ').chain(samples.iter().copied()).collect();
        let (parquet, json) = both(folder.path(), &args, "");
        assert!(parquet.len() > 5 && parquet == json, "{command}");
        let quotes = parquet.iter().flat_map(|row| row["quotes"].as_array().unwrap());
        assert!(quotes.clone().any(|quote| quote["speaker"].is_string()), "{command}");
        assert!(quotes.clone().any(|quote| quote["speaker"].is_null()), "{command}");
    }
}

/// Articles of pieces: who speaks, what is said, marks that open and need not close, names with and
/// without clitics, other scripts.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "قالت ليلى منصور إن الطريق مفتوح", // "Layla Mansour said that the road is open"
        "وأضافت",                          // "and she added"
        ": \"العمل انتهى",                 // ": "the work has ended"
        "\"",
        "«",
        "» ",
        ". ",
        "\n",
        "بالرياض ومصر ",  // "in Riyadh and Egypt"
        "\u{1F600}",      // GRINNING FACE
        "e\u{301} 3.5% ", // COMBINING ACUTE ACCENT
        "بحسب الوزارة، ", // "according to the ministry, "
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_documents_have_the_same_values_as_in_json(
        texts in prop::collection::vec(text(), 0..12),
        unit in prop::sample::select(vec!["bytes", "chars", "utf16"]),
    ) {
        let folder = folder(&[]);
        let line = |text: &String| json!({"id": text.len(), "text": text}).to_string() + "\n";
        let lines: String = texts.iter().map(line).collect();
        let args = ["annotate", "--jsonl", "--threads", "2", "--offsets", unit];
        let (parquet, json) = both(folder.path(), &args, &lines);
        prop_assert_eq!(parquet.len(), texts.len());
        prop_assert_eq!(parquet, json);
    }
}

#[test]
fn a_file_says_what_its_columns_mean() {
    let folder = folder(&[]);
    qawl_in(folder.path(), &["annotate", "--format", "parquet", "-o", "out"], "نعم").lines(); // "yes"
    let file = File::open(folder.path().join("out")).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap();
    let metadata = reader.metadata().file_metadata();
    let pairs = metadata.key_value_metadata().unwrap();
    assert_eq!((pairs[0].key.as_str(), pairs[0].value.as_deref()), ("qawl.schema", Some("qawl/1")));
    assert_eq!(pairs.len(), 1);
    let mut described = Vec::new();
    parquet::schema::printer::print_schema(&mut described, metadata.schema());
    let described = String::from_utf8(described).unwrap();
    // The README shows the same.
    let readme = include_str!("../README.md");
    for line in described.lines().map(str::trim).filter(|line| line.ends_with(';')) {
        assert!(readme.contains(line), "{line}\n{described}");
    }
}

#[test]
fn it_goes_to_a_pipe_and_is_whole_or_not_at_all() {
    let folder = folder(&[("in.jsonl", documents(9, 2).as_bytes())]);
    let args = ["annotate", "--format", "parquet", "--jsonl", "in.jsonl"];
    let file = qawl_in(folder.path(), &[&args[..], &["-o", "out.parquet"]].concat(), "");
    assert_eq!(file.lines(), Vec::<&str>::new());
    let shell = "exec \"$0\" \"$@\" > piped";
    let mut piped = std::process::Command::new("sh");
    piped.current_dir(folder.path()).args(["-c", shell, env!("CARGO_BIN_EXE_qawl")]).args(args);
    assert!(piped.status().unwrap().success());
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("piped") == read("out.parquet"));
    let bad = [&args[..], &["none.jsonl", "-o", "bad.parquet"]].concat();
    assert_eq!(qawl_in(folder.path(), &bad, "").refusal(), "none.jsonl: no such file");
    assert_eq!(names_in(folder.path()), ["in.jsonl", "out.parquet", "piped"]);
    let partly = qawl_in(folder.path(), &[&bad[..], &["--keep-going"]].concat(), "");
    assert_eq!(partly.code, Some(1));
    assert_eq!(rows(&folder.path().join("bad.parquet")).len(), 9);
    let resumed = qawl_in(folder.path(), &[&bad[..], &["--resume"]].concat(), "");
    assert_eq!(resumed.refusal(), "--resume goes with formats of lines, not with parquet");
    let explained = ["quotes", "--explain", "--format", "parquet"];
    assert!(qawl(&explained, "").refusal().contains("goes with the formats text and json"));
}

/// Writes a file of these columns, in row groups of a few rows.
fn write(file: &Path, columns: Vec<(&str, ArrayRef)>, compression: Compression) {
    let batch = RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, column)| (name, column, true)),
    )
    .unwrap();
    let properties = WriterProperties::builder()
        .set_compression(compression)
        .set_max_row_group_row_count(Some(50))
        .build();
    let file = File::create(file).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

/// Ids and texts of documents.
fn ids_and_texts(lines: &str) -> (Vec<String>, Vec<String>) {
    let field = |line: &Value, name: &str| line[name].as_str().unwrap().to_owned();
    json_lines(lines).iter().map(|line| (field(line, "id"), field(line, "text"))).unzip()
}

#[test]
fn strings_of_any_kind_are_read_and_no_other_column() {
    let lines = documents(170, 3);
    let (ids, texts) = ids_and_texts(&lines);
    let plain = qawl(&["annotate", "--jsonl"], &lines);
    let text = |at: usize| texts[at].as_str();
    let mut dictionary = StringDictionaryBuilder::<Int32Type>::new();
    texts.iter().for_each(|text| dictionary.append_value(text));
    let kinds: [(ArrayRef, Compression); 4] = [
        (Arc::new(StringArray::from(texts.clone())), Compression::UNCOMPRESSED),
        (Arc::new(LargeStringArray::from(texts.clone())), Compression::SNAPPY),
        (
            Arc::new(StringViewArray::from_iter_values((0..texts.len()).map(text))),
            Compression::ZSTD(ZstdLevel::default()),
        ),
        (Arc::new(dictionary.finish()), Compression::SNAPPY),
    ];
    let folder = folder(&[]);
    let file = folder.path().join("news.parquet");
    for (column, compression) in kinds {
        let kind = column.data_type().clone();
        let numbers: ArrayRef = Arc::new(Int32Array::from_iter_values(0..170));
        let ids: ArrayRef = Arc::new(StringArray::from(ids.clone()));
        write(&file, vec![("year", numbers), ("body", column), ("url", ids)], compression);
        let args = ["annotate", "--parquet", "--field", "body", "--id", "url"];
        for threads in ["1", "3"] {
            let args = [&args[..], &["--threads", threads, "news.parquet"]].concat();
            let read = qawl_in(folder.path(), &args, "");
            assert!(read.lines() == plain.lines(), "{kind} on {threads} threads");
        }
        let piped = qawl(&args, fs::read(&file).unwrap());
        assert!(piped.lines() == plain.lines(), "{kind} through a pipe");
        // A folder is read by the endings in it.
        fs::write(folder.path().join("_SUCCESS"), "").unwrap();
        let args = [&args[..], &["."]].concat();
        assert!(qawl_in(folder.path(), &args, "").lines() == plain.lines(), "{kind} in a folder");
    }
}

#[test]
fn rows_without_a_text_are_bad_and_those_without_an_id_get_one() {
    let folder = folder(&[("text.parquet", "نعم".as_bytes())]); // "yes"
    let texts: ArrayRef =
        Arc::new(StringArray::from(vec![Some("نعم"), None, Some("نعم"), Some("")]));
    let ids: ArrayRef = Arc::new(Int32Array::from(vec![Some(7), Some(8), None, Some(-9)]));
    let columns = vec![("text", texts), ("id", Arc::clone(&ids)), ("n", ids)];
    write(&folder.path().join("a.parquet"), columns, Compression::SNAPPY);
    let run =
        |args: &[&str]| qawl_in(folder.path(), &[&["normalize", "--parquet"], args].concat(), "");
    let refusal = |args: &[&str]| run(args).refusal().to_owned();
    assert_eq!(refusal(&["a.parquet"]), "a.parquet: row 2: no text, which is null, expected one");
    let kept = run(&["a.parquet", "--keep-going"]);
    let docs: Vec<_> = json_lines(&kept.stdout).iter().map(|line| line["doc"].clone()).collect();
    assert_eq!((kept.code, docs), (Some(1), vec![json!("7"), json!("a:3"), json!("-9")]));
    let named = run(&["a.parquet", "--id", "n", "--keep-going"]);
    assert!(named.stderr.contains("row 3: no id, which is null, expected one"), "{named:?}");
    let long = run(&["a.parquet", "--max-size", "5", "--keep-going"]);
    assert!(long.stderr.contains("a.parquet: row 1: longer than 5 bytes"), "{long:?}");
    assert_eq!(
        refusal(&["a.parquet", "--field", "body"]),
        "a.parquet: no column \"body\", expected one with the text"
    );
    assert_eq!(
        refusal(&["a.parquet", "--field", "id"]),
        "a.parquet: the column \"id\" is of Int32, expected strings"
    );
    assert!(refusal(&["a.parquet", "--id", "url"]).contains("no column \"url\""));
    assert!(refusal(&["text.parquet"]).starts_with("text.parquet: expected a Parquet file: "));
    assert_eq!(refusal(&["none.parquet"]), "none.parquet: no such file");
    let text = qawl_in(folder.path(), &["normalize", "a.parquet"], "");
    assert!(
        text.refusal().starts_with("a.parquet: is a Parquet file, expected text, or --parquet")
    );
    assert!(refusal(&["--jsonl", "a.parquet"]).contains("cannot be used with"));
}

#[test]
fn a_file_that_is_cut_or_damaged_is_named() {
    let folder = folder(&[]);
    let file = folder.path().join("a.parquet");
    let (_, texts) = ids_and_texts(&documents(170, 9));
    let texts: ArrayRef = Arc::new(StringArray::from(texts));
    write(&file, vec![("text", texts)], Compression::SNAPPY);
    let whole = fs::read(&file).unwrap();
    let args = ["normalize", "--parquet", "a.parquet"];
    fs::write(&file, whole.get(..whole.len() - 9).unwrap()).unwrap();
    let cut = qawl_in(folder.path(), &args, "");
    assert!(cut.refusal().starts_with("a.parquet: expected a Parquet file: "));
    // In the second of four row groups: the rows before it stand.
    let mut damaged = whole.clone();
    let middle = whole.len() * 3 / 8;
    damaged.splice(middle..middle + 512, [0xFF; 512]);
    fs::write(&file, damaged).unwrap();
    let damaged = qawl_in(folder.path(), &args, "");
    assert!(damaged.refusal().starts_with("a.parquet: cannot be read behind row "), "{damaged:?}");
    assert!(damaged.stdout.lines().count() > 0);
}

#[test]
fn a_resumed_run_goes_on_behind_the_rows_that_were_read() {
    let folder = folder(&[]);
    let (ids, texts) = ids_and_texts(&documents(400, 9));
    let columns = |count: usize| -> Vec<(&str, ArrayRef)> {
        let of = |strings: &[String]| Arc::new(StringArray::from_iter_values(&strings[..count]));
        vec![("text", of(&texts)), ("id", of(&ids))]
    };
    let file = folder.path().join("a.parquet");
    write(&file, columns(400), Compression::SNAPPY);
    let args = ["annotate", "--parquet", "a.parquet", "none", "--resume", "-o", "out"];
    // It ends at the second file, behind the last row of the first.
    assert_eq!(qawl_in(folder.path(), &args, "").refusal(), "none: no such file");
    let part = fs::metadata(folder.path().join("out.part")).unwrap().len();
    assert!(part > 0);
    fs::copy(&file, folder.path().join("none")).unwrap();
    qawl_in(folder.path(), &args, "").lines();
    let resumed = fs::read_to_string(folder.path().join("out")).unwrap();
    let whole = qawl_in(folder.path(), &["annotate", "--parquet", "a.parquet", "none"], "");
    assert!(resumed == whole.stdout && resumed.lines().count() == 800);
}
