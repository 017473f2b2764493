//! Wrong use is named while a query is planned: the function, what is wrong, what was expected.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, BinaryArray, DictionaryArray, Int64Array, StringArray};
use datafusion::arrow::datatypes::Int8Type;
use datafusion::common::ScalarValue;

use crate::session::{planning_error, rows, with_news};

async fn error_of(call: &str) -> String {
    let session = with_news(Arc::new(StringArray::from(vec!["نعم"]))); // "yes"
    planning_error(&session, &format!("SELECT {call} FROM news")).await
}

#[tokio::test]
async fn a_column_of_another_type() {
    let numbers: ArrayRef = Arc::new(Int64Array::from(vec![1]));
    let dictionary: DictionaryArray<Int8Type> =
        DictionaryArray::new(vec![0i8].into(), Arc::new(Int64Array::from(vec![1])));
    for (column, name) in [(numbers, "Int64"), (Arc::new(dictionary), "Dictionary(Int8, Int64)")] {
        let error = planning_error(&with_news(column), "SELECT qawl_quotes(text) FROM news").await;
        let expected = format!("qawl_quotes: its first argument is {name}, expected text: Utf8");
        assert!(error.contains(&expected), "{error}");
    }
}

#[tokio::test]
async fn an_unknown_profile_scheme_or_unit() {
    let error = error_of("qawl_normalize(text, 'ALL')").await;
    let profiles = "SEARCH_LOOSE, SEARCH, NLP, DISPLAY, QURAN_SAFE, LUCENE";
    let expected = format!("qawl_normalize: its profile is 'ALL', expected one of {profiles}");
    assert!(error.contains(&expected), "{error}");
    let error = error_of("qawl_segment(text, 'd4')").await;
    let expected = "qawl_segment: its scheme is 'd4', expected one of d1, d2, atb, d3";
    assert!(error.contains(expected), "{error}");
    for call in ["qawl_tokens(text, 'lines')", "qawl_segment(text, 'd3', 'lines')"] {
        let error = error_of(call).await;
        let expected = ": its unit is 'lines', expected one of bytes, chars, utf16";
        assert!(error.contains(expected), "{error}");
    }
}

#[tokio::test]
async fn a_profile_that_is_no_constant_string() {
    let error = error_of("qawl_normalize(text, text)").await;
    assert!(
        error.contains("qawl_normalize: its profile is news.text, which is no constant"),
        "{error}"
    );
    for (profile, found) in [("7", "Int64"), ("NULL", "null")] {
        let error = error_of(&format!("qawl_normalize(text, {profile})")).await;
        assert!(
            error.contains(&format!("qawl_normalize: its profile is {found}, expected")),
            "{error}"
        );
    }
}

#[tokio::test]
async fn too_few_and_too_many_arguments() {
    let error = error_of("qawl_segment(text, 'd3', 'bytes', 'more')").await;
    let expected = "qawl_segment: 4 arguments, expected qawl_segment(text [, scheme, unit])";
    assert!(error.contains(expected), "{error}");
    let error = error_of("qawl_quotes()").await;
    assert!(error.contains("qawl_quotes"), "{error}");
}

#[tokio::test]
async fn bytes_that_are_no_text() {
    let bytes = BinaryArray::from(vec!["نعم".as_bytes(), &[0xD9, 0x86, 0xD9]]); // "yes", a cut letter
    let found = rows(&with_news(Arc::new(bytes)), "SELECT qawl_tokens(text) FROM news").await;
    let error = found.unwrap_err().to_string();
    assert!(
        error.contains("qawl_tokens: row 1 of a batch is no text: incomplete utf-8"),
        "{error}"
    );
    assert!(error.contains("expected UTF-8"), "{error}");
}

#[tokio::test]
async fn a_computed_constant_and_a_parameter_are_constants() {
    let session = with_news(Arc::new(StringArray::from(vec!["مدرسة"]))); // "school"
    let sql = "SELECT qawl_normalize(text, concat('sea', 'rch')) AS n FROM news";
    assert_eq!(rows(&session, sql).await.unwrap()[0]["n"], "مدرسه");
    let frame = session.sql("SELECT qawl_normalize(text, $1) AS n FROM news").await.unwrap();
    let frame = frame.with_param_values(vec![ScalarValue::from("SEARCH")]).unwrap();
    assert!(frame.to_string().await.unwrap().contains("مدرسه"));
}

#[tokio::test]
async fn other_lists_than_those_that_were_expected() {
    let session = with_news(Arc::new(StringArray::from(vec!["نعم"])));
    let same = "SELECT qawl_annotate(text, 'bytes', 'none') FROM news";
    let error = rows(&session, same).await.unwrap_err().to_string();
    let expected = "qawl_annotate: the lists of this process are 'qawl 0.1.0', expected 'none'";
    assert!(error.contains(expected), "{error}");
    let same = "SELECT qawl_annotate(text, 'bytes', 'qawl 0.1.0') AS a FROM news";
    assert_eq!(rows(&session, same).await.unwrap().len(), 1);
}
