//! Lists of names of one's own.

use std::fs;
use std::path::Path;

use datafusion::prelude::SessionContext;
use qawl::{Entry, GazetteerBuilder, Profile};
use qawl_datafusion::{Config, Functions, register};
use tempfile::tempdir;

use crate::session::values;

const CALL: &str =
    "SELECT m['type'] FROM (SELECT unnest(qawl_mentions('افتتح منتدى النخيل')) AS m)";

fn write_list(file: &Path, kind: &str) {
    // "the Palm Forum"
    let list = GazetteerBuilder::new(Profile::SEARCH).add(Entry::new("منتدى النخيل", kind));
    fs::write(file, list.build().unwrap()).unwrap();
}

#[tokio::test]
async fn of_a_file_are_found_and_named() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("own.qgz");
    write_list(&file, "event");
    let config = Config::new().gazetteer(&file);
    let session = SessionContext::new();
    register(&session, &config).unwrap();
    assert_eq!(values(&session, CALL).await.unwrap(), ["event"]);
    let lists = values(&session, "SELECT qawl_lists()").await.unwrap();
    assert!(lists[0].as_str().unwrap().contains(", sha256:"));
}

#[tokio::test]
async fn of_a_file_that_changed_are_read_again() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("own.qgz");
    let config = Config::new().gazetteer(&file);
    write_list(&file, "event");
    let first = Functions::open(&config).unwrap();
    write_list(&file, "organization");
    let second = Functions::open(&config).unwrap();
    assert_ne!(first.lists(), second.lists());
    let session = SessionContext::new();
    second.register(&session);
    assert_eq!(values(&session, CALL).await.unwrap(), ["organization"]);
}

#[test]
fn of_a_file_that_is_not_there_or_no_list() {
    let folder = tempdir().unwrap();
    let missing = folder.path().join("own.qgz");
    let error = || Functions::open(&Config::new().gazetteer(&missing)).unwrap_err().to_string();
    let expected = "expected a list compiled by `qawl gazetteer build`";
    assert!(error().contains("qawl_quotes") && error().contains(expected), "{}", error());
    fs::write(&missing, "no list").unwrap();
    assert!(error().contains("own.qgz") && error().contains(expected), "{}", error());
}
