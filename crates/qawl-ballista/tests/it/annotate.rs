//! Work that nothing goes wrong with, and work that cannot be done.

use std::fs;
use std::path::Path;

use datafusion::arrow::array::{Array, AsArray, ListArray, RecordBatch};
use qawl::{Entry, GazetteerBuilder, Profile};
use tempfile::tempdir;

use crate::cluster::{Cluster, error_of, program};
use crate::texts::{assert_same, expected, found, write};

/// What stands in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_files_are_as_one_process_makes_them() {
    let (folder, cluster) = (tempdir().unwrap(), Cluster::start(&[]));
    let (input, output) = (folder.path().join("news"), folder.path().join("annotated"));
    write(&input, 16, 5);
    let result = cluster.annotate(&input, &output, &[]).output().unwrap();
    assert!(result.status.success(), "{}", error_of(&result));
    assert!(error_of(&result).contains("80 rows of 16 files"), "{}", error_of(&result));
    assert_eq!(names(&output), names(&input));
    assert_eq!(names(folder.path()), ["annotated", "news"]);
    let expected = expected(&input).await;
    let rows: usize = expected.iter().map(RecordBatch::num_rows).sum();
    let quotes: &ListArray = expected[0].column_by_name("quotes").unwrap().as_list();
    assert_eq!((rows, quotes.value_length(0), quotes.is_null(4)), (80, 120, true));
    assert_same(&found(&output).await, &expected);
}

#[test]
fn lists_that_an_executor_does_not_have_are_named() {
    let (folder, cluster) = (tempdir().unwrap(), Cluster::start(&[]));
    let (input, output) = (folder.path().join("news"), folder.path().join("annotated"));
    write(&input, 1, 1);
    let list = folder.path().join("own.qgz");
    let own = GazetteerBuilder::new(Profile::SEARCH).add(Entry::new("سامي", "person")); // Sami
    fs::write(&list, own.build().unwrap()).unwrap();
    let more = ["--attempts", "1", "--gazetteer", list.to_str().unwrap()];
    let result = cluster.annotate(&input, &output, &more).output().unwrap();
    let error = error_of(&result);
    assert_eq!(result.status.code(), Some(2), "{error}");
    assert!(error.contains("the lists of this process are 'qawl 0.1.0', expected"), "{error}");
    assert_eq!(names(folder.path()), ["news", "own.qgz"]);
}

#[test]
fn wrong_use_is_one_line_and_exit_code_2() {
    let folder = tempdir().unwrap();
    let input = folder.path().join("news");
    write(&input, 1, 1);
    fs::create_dir(folder.path().join("there")).unwrap();
    fs::write(folder.path().join("no.parquet"), "no").unwrap();
    let file = "news/part-00.parquet";
    for (arguments, expected) in [
        (&["annotate", "-o", "out", "none.parquet"][..], "none.parquet"),
        (&["annotate", "-o", "out", "no.parquet"], "expected a file of Parquet"),
        (&["annotate", "-o", "out", file, file], "another file has the same name"),
        (&["annotate", "-o", "there", file], "there: it is there already"),
        (
            &["annotate", "-o", "out", "--field", "body", file],
            "there is no column 'body', expected one of id, text",
        ),
        (&["annotate", "-o", "out", "--gazetteer", "own.qgz", file], "own.qgz"),
        (
            &["annotate", "-o", "out", "--scheduler-port", "1", "--attempts", "1", file],
            "part-00.parquet",
        ),
        (&["scheduler", "--host", "here"], "--host is 'here', expected an address"),
    ] {
        let output = program().current_dir(folder.path()).args(arguments).output().unwrap();
        let error = error_of(&output);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(
            error.starts_with("qawl-ballista: ") && error.contains(expected),
            "{arguments:?}: {error}"
        );
        assert_eq!(names(folder.path()), ["news", "no.parquet", "there"], "{arguments:?}");
    }
}
