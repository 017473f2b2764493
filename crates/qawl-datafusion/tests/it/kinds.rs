//! Text in every kind of column is the same text.

use std::sync::Arc;

use datafusion::arrow::array::{
    Array, ArrayRef, BinaryArray, DictionaryArray, StringArray, UInt8Array,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::arrow::datatypes::DataType::{
    Binary, BinaryView, Dictionary, Int8, Int64, LargeBinary, LargeUtf8, UInt32, Utf8, Utf8View,
};
use serde_json::{Value, json};

use crate::session::{rows, values, with_functions, with_news};

const CALLS: &str = "SELECT qawl_normalize(text, 'search') AS n, qawl_sentences(text) AS s, \
    qawl_tokens(text, 'chars') AS t, qawl_segment(text, 'ATB') AS w, qawl_mentions(text) AS m, \
    qawl_quotes(text, 'utf16') AS q, qawl_annotate(text) AS a FROM news";

/// Short and long texts, one that comes twice, nulls.
fn texts() -> StringArray {
    let quote = "قال سامي حداد إن المعرض في لندن."; // "Sami Haddad said that the fair is in London"
    StringArray::from(vec![Some(quote), None, Some(""), Some("نعم"), Some(quote), None]) // "yes"
}

fn kinds() -> Vec<DataType> {
    let dictionary = |key, value| Dictionary(Box::new(key), Box::new(value));
    vec![
        Utf8View,
        LargeUtf8,
        Binary,
        LargeBinary,
        BinaryView,
        dictionary(Int8, Utf8),
        dictionary(UInt32, LargeUtf8),
        dictionary(Int64, Utf8View),
        dictionary(Int8, Binary),
    ]
}

#[tokio::test]
async fn every_kind_gives_the_same() {
    let expected = rows(&with_news(Arc::new(texts())), CALLS).await.unwrap();
    assert_eq!(expected[0]["q"][0]["speaker"], "سامي حداد");
    assert!(expected[1].as_object().unwrap().values().all(Value::is_null));
    assert_eq!(expected[2]["t"], json!([]));
    for kind in kinds() {
        let column = cast(&texts(), &kind).unwrap();
        assert_eq!(column.data_type(), &kind);
        let found = rows(&with_news(column), CALLS).await.unwrap();
        assert_eq!(found, expected, "{kind}");
    }
}

#[tokio::test]
async fn a_slice_gives_its_rows() {
    let all = rows(&with_news(Arc::new(texts())), CALLS).await.unwrap();
    for kind in kinds().into_iter().chain([Utf8]) {
        let slice = cast(&texts(), &kind).unwrap().slice(2, 3);
        assert_eq!(rows(&with_news(slice), CALLS).await.unwrap(), all[2..5], "{kind}");
    }
}

#[tokio::test]
async fn a_large_dictionary_with_few_rows_gives_these() {
    let values = StringArray::from(vec!["لا", "نعم", "ربما"]); // "no", "yes", "perhaps"
    let keys = UInt8Array::from(vec![Some(1), None]);
    let column: ArrayRef = Arc::new(DictionaryArray::new(keys, Arc::new(values)));
    let found =
        rows(&with_news(column), "SELECT qawl_normalize(text) AS n FROM news").await.unwrap();
    assert_eq!(found, [json!({"n": "نعم"}), json!({"n": null})]);
}

#[tokio::test]
async fn no_rows_give_no_rows() {
    for kind in kinds().into_iter().chain([Utf8]) {
        let column = cast(&texts(), &kind).unwrap().slice(0, 0);
        assert!(rows(&with_news(column), CALLS).await.unwrap().is_empty(), "{kind}");
    }
}

#[tokio::test]
async fn a_constant_is_a_text_too() {
    let session = with_functions();
    let found = values(&session, "SELECT qawl_tokens('نعم')").await.unwrap(); // "yes"
    let token = json!({"start": 0, "end": 6, "kind": "word", "text": "نعم"});
    assert_eq!(found, [json!([token])]);
    for null in ["NULL", "CAST(NULL AS VARCHAR)", "arrow_cast(NULL, 'Binary')"] {
        let found = values(&session, &format!("SELECT qawl_quotes({null})")).await.unwrap();
        assert_eq!(found, [Value::Null], "{null}");
    }
}

#[tokio::test]
async fn what_lies_behind_a_null_need_not_be_text() {
    let column = BinaryArray::from(vec![Some("نعم".as_bytes()), Some(&[0xD9; 13])]); // "yes", no text
    let nulls = Some(vec![true, false].into());
    let (ends, bytes, _) = column.into_parts();
    let column = BinaryArray::new(ends, bytes, nulls);
    let found =
        rows(&with_news(Arc::new(column)), "SELECT qawl_normalize(text) AS n FROM news").await;
    assert_eq!(found.unwrap(), [json!({"n": "نعم"}), json!({"n": null})]);
}

#[tokio::test]
async fn parts_of_what_is_null_are_null() {
    let session = with_news(Arc::new(texts()));
    let sql = "SELECT qawl_annotate(text)['quotes'] AS quotes, \
               qawl_annotate(text)['profile'] AS profile FROM news";
    let found = rows(&session, sql).await.unwrap();
    assert_eq!(found[1], json!({"quotes": null, "profile": null}));
    assert_eq!(found[2], json!({"quotes": [], "profile": "NLP@1"}));
    // "... and added that work has ended": its speaker stands in the sentence before
    let implied = "قالت ليلى منصور إن الطريق مفتوح. وأضافت أن العمل انتهى.";
    let sql = format!(
        "SELECT q['source'] AS source, q['source']['start'] AS start FROM \
         (SELECT unnest(qawl_quotes('{implied}')) AS q) WHERE q['id'] = 2"
    );
    assert_eq!(rows(&session, &sql).await.unwrap(), [json!({"source": null, "start": null})]);
}
