//! Files of texts, and what one process makes of them.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, RecordBatch, StringArray};
use datafusion::arrow::compute::concat_batches;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::prelude::{ParquetReadOptions, SessionConfig, SessionContext};
use qawl_datafusion::{Config, register};

/// The columns of the output.
const FOUND: &str = "a['offset_unit'] AS offset_unit, a['profile'] AS profile, \
    a['sentences'] AS sentences, a['tokens'] AS tokens, a['mentions'] AS mentions, a['quotes'] AS quotes";

/// An article: quotes of two people, names, and a number that no other article has.
fn article(number: usize) -> String {
    // "The director Sami Haddad said: 'We open fair 7 tomorrow.' Layla Nasser added that entry is free, and
    // that visitors from London and Baghdad are expected."
    let text = format!(
        "قال المدير سامي حداد: «سنفتح المعرض {number} غدا». وأضافت ليلى ناصر أن الدخول مجاني، \
         وأن زوارا من لندن وبغداد سيحضرون.\n"
    );
    text.repeat(60)
}

/// Writes some files of some articles; every fifth has no text.
pub(crate) fn write(folder: &Path, files: usize, rows: usize) {
    std::fs::create_dir_all(folder).unwrap();
    for file in 0..files {
        let numbers = file * rows..(file + 1) * rows;
        let ids: StringArray = numbers.clone().map(|number| Some(format!("n{number}"))).collect();
        let texts: StringArray =
            numbers.map(|number| (number % 5 != 4).then(|| article(number))).collect();
        let columns: [(&str, ArrayRef); 2] = [("id", Arc::new(ids)), ("text", Arc::new(texts))];
        let batch =
            RecordBatch::try_from_iter_with_nullable(columns.map(|(n, c)| (n, c, true))).unwrap();
        let file = File::create(folder.join(format!("part-{file:02}.parquet"))).unwrap();
        let mut writer = ArrowWriter::try_new(file, batch.schema(), None).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
    }
}

/// What one process makes of each file.
pub(crate) async fn expected(folder: &Path) -> Vec<RecordBatch> {
    let sql = format!(
        "SELECT arrow_cast('qawl/1', 'Utf8View') AS schema, doc, {FOUND} FROM \
         (SELECT id AS doc, qawl_annotate(text) AS a FROM news)"
    );
    of_each(folder, &sql).await
}

/// What stands in each file of the output.
pub(crate) async fn found(folder: &Path) -> Vec<RecordBatch> {
    of_each(folder, "SELECT * FROM news").await
}

/// Fails at the first file whose rows are others or in another order.
pub(crate) fn assert_same(found: &[RecordBatch], expected: &[RecordBatch]) {
    assert_eq!(found.len(), expected.len());
    for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert_eq!(found.schema().fields().len(), expected.schema().fields().len());
        for ((field, found), expected) in
            found.schema().fields().iter().zip(found.columns()).zip(expected.columns())
        {
            assert!(found == expected, "file {at}, column {}", field.name());
        }
    }
}

/// The rows of a query of each of the files, the table `news`, in order of their names.
async fn of_each(folder: &Path, sql: &str) -> Vec<RecordBatch> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.push(rows(&file, sql).await);
    }
    all
}

/// The rows of a query of a file or of the files in a folder, the table `news`.
pub(crate) async fn rows(path: &Path, sql: &str) -> RecordBatch {
    let one = SessionConfig::new().with_target_partitions(1);
    let session = SessionContext::new_with_config(one);
    register(&session, &Config::new()).unwrap();
    let options = ParquetReadOptions::default();
    session.register_parquet("news", path.to_str().unwrap(), options).await.unwrap();
    let batches = session.sql(sql).await.unwrap().collect().await.unwrap();
    concat_batches(&batches[0].schema(), &batches).unwrap()
}
