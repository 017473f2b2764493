//! What the functions give is what the library says, to the byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::StringArray;
use qawl::OffsetUnit;

use crate::oracle::Oracle;
use crate::session::{rows, with_news};

/// Texts that are hard on offsets and on lists: an emoji, marks, parts of a quote, a nested quote, nothing.
const HARD: [&str; 7] = [
    "",
    " \n\u{00A0}",
    "😀 قال الوزير: «سنعود غدا». 😀", // "the minister said: 'we return tomorrow'"
    "ق\u{064E}ال\u{064E} سامي\u{0640} حداد\u{200F} إن\u{0651} الأمر انتهى.", // "Sami Haddad said that it is over"
    "«كل متر»، قالت ليلى منصور، «يعفينا من الشراء».", // "'each metre', said Layla Mansour, 'spares us buying'"
    "قال سامي حداد إن المدير قال: «لن نغلق». وبالرياض وللرياض.", // a quote in a quote; "and in Riyadh, to Riyadh"
    "\u{FEE3}\u{FEDC}\u{FE98}\u{FE90} ١٢٫٥ https://example.org/أ #وسم", // presentation forms, a number, an address
];

/// The samples and fixtures of the repository.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = files_in(&root.join("data/samples"), "txt");
    files.extend(files_in(&root.join("tests/fixtures/quotes"), "toml"));
    assert!(files.len() > 10, "the repository's texts were not found");
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    HARD.map(str::to_owned).into_iter().chain(texts).collect()
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|found| found == ending)).collect();
    files.sort();
    files
}

async fn agree_in(unit: OffsetUnit) {
    let (texts, oracle) = (texts(), Oracle::default());
    let session = with_news(Arc::new(StringArray::from(texts.clone())));
    let cases: Vec<_> = texts.iter().map(|text| oracle.cases(text, unit)).collect();
    for (at, (call, _)) in cases[0].iter().enumerate() {
        let found = rows(&session, &format!("SELECT {call} AS value FROM news")).await.unwrap();
        assert_eq!(found.len(), texts.len());
        for ((row, expected), text) in found.iter().zip(&cases).zip(&texts) {
            assert_eq!(row["value"], expected[at].1, "{call} of {text}");
        }
    }
}

#[tokio::test]
async fn with_the_library_in_bytes() {
    agree_in(OffsetUnit::Bytes).await;
}

#[tokio::test]
async fn with_the_library_in_characters() {
    agree_in(OffsetUnit::Chars).await;
}

#[tokio::test]
async fn with_the_library_in_utf16() {
    agree_in(OffsetUnit::Utf16).await;
}
